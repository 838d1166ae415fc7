import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run } from './support.ts';

let tarball: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leadterra-shared-'));
  await run('pnpm', ['--dir', 'packages/shared', 'pack', '--pack-destination', folder]);
  const [name = ''] = await readdir(folder);
  tarball = path.join(folder, name);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('the core, as packed, can be published: publint finds nothing', async () => {
  expect(await run('pnpm', ['exec', 'publint', 'run', '--strict', tarball])).toContain('All good!');
});

test('its types are right for every way of importing it', async () => {
  // Node 10 and older resolution knows no entries beside the first one.
  await run('pnpm', ['exec', 'attw', '--profile', 'node16', tarball]);
});
