import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { containing } from '@leadterra/testing/matchers';
import { build } from 'esbuild';

/** Inside node_modules, so that the packages that it needs are found from there. */
const cli = join(__dirname, '../node_modules/.cache/cli.js');

type Process = ChildProcessByStdio<null, Readable, Readable>;

const run = (...flags: string[]): Process =>
  spawn(process.execPath, [cli, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });

async function ended(child: Process) {
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, status: child.exitCode };
}

beforeAll(async () => {
  await build({
    entryPoints: [join(__dirname, '../src/cli.ts')],
    outfile: cli,
    bundle: true,
    packages: 'external',
    platform: 'node',
  });
});

test('says where it is and how to use it, serves, and stops with status 0 on Ctrl-C', async () => {
  const child = run(
    '--port',
    '0',
    '--dialect',
    'guide',
    '--key',
    'sk_test_chosen',
    '--latency',
    '1',
    '--fault',
    'none',
    '--fault',
    'latency:2',
  );
  const banner = String(await once(child.stdout, 'data'));
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(banner)?.[0] ?? '';
  expect(banner).toContain(`${url}/openapi.json`);
  expect(await (await fetch(url)).text()).toContain('No campaign yet.');
  const response = await fetch(`${url}/v1/sender-pools`, {
    headers: { authorization: 'Bearer sk_test_chosen' },
  });
  expect(await response.json()).toHaveProperty('pools');

  child.kill('SIGINT');
  expect(await ended(child)).toMatchObject({ status: 0, stderr: '' });
});

test('says when its port is taken, and what to do', async () => {
  const { server, port } = await listening();
  expect(await ended(run('--port', String(port)))).toMatchObject({
    status: 1,
    stdout: '',
    stderr: `Port ${port} is taken. Choose another one with --port, or any that is free with --port 0.\n`,
  });
  server.close();
});

async function listening() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return { server, port: address.port };
}

test('explains its flags', async () => {
  expect(await ended(run('--help'))).toMatchObject({
    status: 0,
    stdout: containing('--dialect'),
  });
});

test.each([
  [['--dialect', 'latin'], '--dialect must be one of reference, guide, concept, quickstart, not "latin".'],
  [['--port', 'many'], '--port must be a number from 0 up, not "many".'],
  [['--fault-rate', '2'], '--fault-rate must be a number from 0 to 1, not "2".'],
  [['--seed', '1.5'], '--seed must be a whole number, not "1.5".'],
  [['--signature-encoding', 'rot13'], '--signature-encoding must be one of'],
  [['--fault', 'earthquake', '--port', '0'], 'There is no fault "earthquake".'],
  [['--colour', 'red'], "Unknown option '--colour'"],
  [['--dialec', 'guide'], 'Did you mean --dialect?'],
])('says what is wrong with %j and stops with status 1', async (flags, message) => {
  expect(await ended(run(...flags))).toMatchObject({
    status: 1,
    stdout: '',
    stderr: containing(message),
  });
});
