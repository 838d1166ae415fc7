import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const home = path.resolve('packages/zapier-leadterra');

test("passes Zapier's publishing checks", async () => {
  const { stdout } = await run(process.execPath, ['checks/run.mjs'], { cwd: home });
  expect(stdout).toMatch(/^\d+ publishing checks, 0 objections\.\n$/);
});

test("passes the validation of Zapier's own tool", async () => {
  const tool = path.join(home, 'node_modules/.bin/zapier-platform');
  const { stdout } = await run(tool, ['validate', '--without-style'], {
    cwd: path.join(home, '.stage'),
    env: { ...process.env, DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' },
  });
  expect(stdout).toContain('No structural errors found');
});

test('what is bundled ships with its license', async () => {
  const app = await readFile(path.join(home, '.stage/index.js'), 'utf8');
  expect(app).toMatch(/\nzod \d+\.\d+\.\d+\n\nMIT License\n/);
});

test('a start reads neither the API nor the words of all languages', async () => {
  const stage = path.join(home, '.stage');
  const list = `require('./index.js'); console.log(Object.keys(require.cache).join('\\n'))`;
  const { stdout } = await run(process.execPath, ['--eval', list], { cwd: stage });
  const read = stdout
    .trim()
    .split('\n')
    .filter((file) => path.dirname(file) === stage)
    .map((file) => path.basename(file));
  expect(read.sort()).toEqual(['app.js', 'index.js']);
});
