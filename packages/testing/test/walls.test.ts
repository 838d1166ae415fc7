// Plants each forbidden import in a house of a few files, and sees that `npm run lint` would name it.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { outputOf } from '@leadterra/testing/output-of';

/** Imports only what it may. */
const house = {
  'packages/shared/src/json.ts': '',
  'packages/shared/src/lead.ts': "import './json';",
  'packages/shared/src/mapping/map-lead.ts': "import '../lead';\nimport './paths';",
  'packages/shared/src/mapping/paths.ts': "import '../json';",
  'packages/shared/src/api/client.ts': "import '../mapping/map-lead';",
  'packages/shared/src/enrollment/enroll-leads.ts': "import '../api/client';",
  'packages/shared/src/actions/start.ts': "import '../enrollment/enroll-leads';",
  'packages/shared/src/index.ts': "import './actions/start';",
  'packages/shared/test/support.ts': "import '@leadterra/shared';\nimport '@leadterra/sandbox';",
  'packages/sandbox/src/index.ts': "import 'node:sqlite';",
  'packages/zapier-leadterra/src/index.ts': "import '@leadterra/shared';",
  'packages/n8n-nodes-leadterra/nodes/node.ts': "import '@leadterra/shared';",
  'packages/testing/src/until.ts': "import '@leadterra/sandbox';",
  'e2e/harness.ts': "import '../packages/testing/src/until';",
  'bench/hen.ts': "import type {} from './egg';\nimport '../packages/testing/src/until';",
};

/** What lint calls it, the file that does it, and what that file imports. */
const planted = [
  ['no-circles', 'bench/egg.ts', './hen'],
  ['no-unknown-imports', 'e2e/nowhere.ts', './gone'],
  ['core-ground-imports-downwards', 'packages/shared/src/error.ts', './mapping/paths'],
  ['core-knows-no-client-imports-downwards', 'packages/shared/src/webhooks/up.ts', '../api/client'],
  ['core-api-imports-downwards', 'packages/shared/src/api/up.ts', '../enrollment/enroll-leads'],
  ['core-enrollment-imports-downwards', 'packages/shared/src/enrollment/up.ts', '../actions/start'],
  ['core-actions-imports-downwards', 'packages/shared/src/actions/up.ts', '../index'],
  ['core-files-have-a-layer', 'packages/shared/src/elsewhere/new.ts', '../json'],
  ['core-imports-no-package-of-ours', 'packages/shared/src/api/a.ts', '../../../zapier-leadterra/src/index'],
  ['core-imports-no-package-of-ours', 'packages/shared/src/api/b.ts', '@leadterra/sandbox'],
  ['core-stays-small', 'packages/shared/src/mapping/files.ts', 'node:fs'],
  ['sandbox-stands-alone', 'packages/sandbox/src/core.ts', '@leadterra/shared'],
  ['hosts-stand-apart', 'packages/zapier-leadterra/src/n8n.ts', '../../n8n-nodes-leadterra/nodes/node'],
  ['hosts-stand-apart', 'packages/n8n-nodes-leadterra/nodes/deep.ts', '../../shared/src/json'],
  ['testing-is-for-tests', 'packages/shared/scripts/write.ts', '../../testing/src/until'],
  ['nothing-needs-a-test', 'bench/records.ts', '../packages/shared/test/support'],
  ['tests-stay-in-their-package', 'packages/sandbox/test/like.ts', '../../shared/test/support'],
  ['workshops-stand-apart', 'bench/n8n.ts', '../e2e/harness'],
] as const;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leadterra-walls-'));
  const settings = [
    'tsconfig.json',
    'tsconfig.base.json',
    'package.json',
    'pnpm-workspace.yaml',
    'knip.jsonc',
  ];
  for (const file of [...settings, 'packages/shared/package.json', 'packages/sandbox/package.json']) {
    await cp(file, path.join(folder, file));
  }
  await build(house);
});

afterEach(() => rm(folder, { recursive: true }));

async function build(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), `${text}\nexport {};\n`);
  }
}

test('every import across a wall is named, and no other', async () => {
  await build(Object.fromEntries(planted.map(([, file, target]) => [file, `import '${target}';`])));

  const config = path.resolve('.dependency-cruiser.mjs');
  const output = await outputOf('depcruise', ['--config', config, 'packages', 'e2e', 'bench'], folder);

  const named = [...output.matchAll(/error (\S+: \S+)/g)].map(([, error]) => error);
  expect(named.sort()).toEqual(planted.map(([wall, file]) => `${wall}: ${file}`).sort());
});

test('an export that nobody uses is named', async () => {
  await build({ 'packages/shared/src/json.ts': 'export const nobodyUsesThis = 1;' });

  expect(await outputOf('knip', ['--include', 'exports'], folder)).toMatch(
    /nobodyUsesThis +packages\/shared\/src\/json\.ts/,
  );
});
