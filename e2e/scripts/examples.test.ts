import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { bounce, column, count, createCampaign, deliver, post, rows } from '@leadterra/testing/leadterra';
import { containing } from '@leadterra/testing/matchers';

import { run, scriptEnvironment } from './support.ts';

const examples = 'packages/shared/examples';
// Enough rows for many batches; `CSV_ROWS=1000000` for the real thing.
const csvRows = Number(process.env['CSV_ROWS'] ?? 20_000);
jest.setTimeout(600_000);

let sandbox: Sandbox;
let campaignId: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leadterra-examples-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
  campaignId = await createCampaign(sandbox);
});

afterEach(async () => {
  await sandbox.close();
});

test('the example in the README compiles under strict as it stands, runs, and loses no record', async () => {
  const [, code = ''] = /```ts\n([^]*?)```/.exec(await readFile('README.md', 'utf8')) ?? [];
  await mkdir('e2e/.stage', { recursive: true });
  const file = path.resolve('e2e/.stage/readme-example.ts');
  await writeFile(file, code);
  const strict = [
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
    '--skipLibCheck',
  ];
  await run('pnpm', ['exec', 'tsc', '--noEmit', ...strict, file]);

  const contacts = path.join(folder, 'contacts.json');
  const records = [
    { email: 'ada@acme.example' },
    { email: 'nobody' },
    { name: 'Ben' },
    { email: 'ADA@acme.example' },
  ];
  await writeFile(contacts, JSON.stringify(records));
  const env = scriptEnvironment(sandbox);
  const output = await run('node', [file, contacts, campaignId], env);
  expect(column(sandbox, 'SELECT email FROM leads')).toEqual(['ada@acme.example']);
  for (const status of ['enrolled', 'invalid', 'duplicate']) expect(output).toContain(status);
});

test('one record', async () => {
  const output = await run('node', [`${examples}/one-record.mts`, campaignId], scriptEnvironment(sandbox));
  expect(output).toContain("status: 'enrolled'");
  expect(rows(sandbox, 'SELECT email, first_name, job_title FROM leads')).toEqual([
    { email: 'ada@acme.example', first_name: 'Ada', job_title: 'CTO' },
  ]);
});

test('a CSV file as a stream: every row is enrolled, or has its line with a reason', async () => {
  const file = path.join(folder, 'contacts.csv');
  const csv = createWriteStream(file);
  csv.write('\uFEFFE-Mail;Vorname;Firma\n'.replaceAll(';', ','));
  for (let row = 1; row <= csvRows; row++) {
    const line =
      row === 7 ? 'nobody,Ada,Acme' : `lead-${row}@acme.example,"Ada, the ${row}.","Acme ""${row}"""`;
    if (!csv.write(`${line}\n`)) await once(csv, 'drain');
  }
  csv.end(`lead-1@acme.example,Again,Acme\n`);
  await once(csv, 'finish');

  await run('node', [`${examples}/csv.mts`, file, campaignId], scriptEnvironment(sandbox));
  expect(count(sandbox, 'SELECT count(*) FROM enrollments')).toBe(csvRows - 1);
  expect(column(sandbox, `SELECT first_name FROM leads WHERE email = 'lead-3@acme.example'`)).toEqual([
    'Ada, the 3.',
  ]);
  const lines = (await readFile(`${file}.not-enrolled.jsonl`, 'utf8')).trim().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { record: 7, status: 'invalid', reason: containing('nobody') },
    { record: csvRows + 1, status: 'duplicate', reason: 'the same address as in record 1' },
  ]);
});

test('webhooks: what is signed gets through once, what is forged does not', async () => {
  const env = { ...process.env, LEADTERRA_WEBHOOK_SECRET: 'whsec_ours', PORT: '0' };
  const server = spawn('node', [`${examples}/webhooks.mts`], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  while (!/port: \d+/.test(output)) await once(server.stdout, 'data');
  const url = `http://127.0.0.1:${/port: (\d+)/.exec(output)?.[1] ?? ''}/`;

  expect(await deliver(url, 'whsec_ours', bounce('msg_1'))).toBe(204);
  expect(await deliver(url, 'whsec_ours', bounce('msg_1'))).toBe(204);
  expect(await deliver(url, 'whsec_theirs', bounce('msg_2'))).toBe(401);
  expect(await post(url, bounce('msg_3'))).toBe(401);
  server.kill();
  await once(server, 'close');
  expect(output.match(/messageId: '\w+'/g)).toEqual(["messageId: 'msg_1'"]);
});
