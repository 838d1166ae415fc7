import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { packNode } from '@leadterra/testing/n8n-install';

const execute = promisify(execFile);
// n8n's rules behave otherwise where they are tested themselves, which they tell by NODE_ENV.
const env = {
  ...process.env,
  NODE_ENV: 'production',
  PATH: [path.resolve('e2e/node_modules/.bin'), process.env['PATH']].join(path.delimiter),
};
const packageFolder = 'packages/n8n-nodes-leadterra';
// Within e2e/, so that n8n's tools are found from there.
const stage = path.resolve('e2e/.stage/verification');
const source = path.join(stage, 'source');
let tarball: string;

beforeAll(async () => {
  await rm(stage, { recursive: true, force: true });
  await mkdir(source, { recursive: true });
  for (const part of ['package.json', 'eslint.config.mjs', 'credentials', 'icons', 'nodes'])
    await cp(path.join(packageFolder, part), path.join(source, part), { recursive: true });
  await symlink(path.resolve(packageFolder, 'node_modules'), path.join(source, 'node_modules'));
  tarball = await packNode(stage);
  await execute('tar', ['-xzf', tarball, '-C', stage]);
});

const nodes = ['Leadterra', 'LeadterraReplyTrigger', 'LeadterraTrigger'];

/** A node's newest version with all that it tells n8n of itself written out, as n8n's rules can read it. */
async function writtenOut(node: string): Promise<string> {
  const script = `
    const made = new (require('./package/dist/nodes/${node}/${node}.node.js').${node})();
    console.log(JSON.stringify((made.getNodeType?.() ?? made).description));`;
  const { stdout } = await execute(process.execPath, ['-e', script], { cwd: stage });
  const description = stdout
    .replace(/"(\w+)":/g, '$1:')
    .replace(/(inputs|outputs):\["main"\]/g, '$1:[NodeConnectionTypes.Main]');
  return `import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
    export class ${node} implements INodeType {
      description: INodeTypeDescription = ${description};
      webhookMethods = { default: { checkExists() {}, create() {}, delete() {} } };
    }`;
}

async function scan(folder: string, kind: 'source' | 'shipped'): Promise<string[]> {
  const { stdout } = await execute(process.execPath, ['e2e/n8n/scan.mjs', folder, kind], { env });
  return stdout.split('\n').filter((line) => line.includes('problems'));
}

test('n8n’s scanner finds neither error nor warning in the source', async () => {
  const [scanner, recommended] = await scan(source, 'source');
  expect(scanner).toMatch(/^\d{2} files, 0 problems$/);
  expect(recommended).toBe(scanner);
});

test('n8n’s scanner finds neither error nor warning in the nodes as n8n gets them', async () => {
  const folder = path.join(stage, 'made');
  await cp(source, folder, { recursive: true, verbatimSymlinks: true });
  for (const node of nodes)
    await writeFile(path.join(folder, 'nodes', node, `${node}.node.ts`), await writtenOut(node));
  const [scanner, recommended] = await scan(folder, 'source');
  expect(scanner).toMatch(/^\d{2} files, 0 problems$/);
  expect(recommended).toBe(scanner);
});

test('n8n’s scanner finds neither error nor warning in what ships', async () => {
  const counts = await scan(path.join(stage, 'package'), 'shipped');
  // core.js, client.js, leads.js, three nodes, the credential, package.json
  expect(counts).toEqual(['8 files, 0 problems', '8 files, 0 problems']);
});

test('n8n’s scanner would find what is wrong', async () => {
  const bad = path.join(stage, 'bad');
  await mkdir(bad, { recursive: true });
  await writeFile(path.join(bad, 'bad.js'), '/* eslint-disable */ setTimeout(() => {}, 1);');
  await expect(scan(bad, 'shipped')).rejects.toThrow();
});

test('n8n-node lint passes in strict mode', async () => {
  const { stdout, stderr } = await execute('n8n-node', ['lint'], { cwd: source, env });
  expect(stdout + stderr).toContain('n8n-node lint');
  expect(stdout + stderr).not.toMatch(/error|problem|Strict mode violation/);
});

test('the tarball is at most 190 kB', async () => {
  expect((await stat(tarball)).size).toBeLessThanOrEqual(190_000);
});

test('what is bundled ships with its license', async () => {
  const core = await readFile(path.join(stage, 'package/dist/core.js'), 'utf8');
  expect(core).toMatch(/\nzod \d+\.\d+\.\d+\n\nMIT License\n/);
});
