// Builds dist/, the folder that n8n loads: core.js holds the Leadterra core with zod, once; the nodes and the
// credential are one file each and require core.js.
import { appendFile, cp, readFile, rm } from 'node:fs/promises';

import { build } from 'esbuild';

import { thirdPartyLicenses } from '../../scripts/third-party-licenses.mjs';

const { n8n } = JSON.parse(await readFile('package.json', 'utf8'));
const compiled = [...n8n.credentials, ...n8n.nodes];

const options = {
  bundle: true,
  platform: 'node',
  // n8n 1.x runs on Node 20.
  target: 'node20',
  format: 'cjs',
  // The words of 38 languages as they are written, rather than as escapes of six characters a letter.
  charset: 'utf8',
  outdir: 'dist',
  outbase: '.',
  tsconfig: '../../tsconfig.json',
  legalComments: 'none',
  logLevel: 'warning',
};

/** Makes the nodes require dist/core.js, from two folders further down, instead of holding a copy each. */
const sharedCore = {
  name: 'shared-core',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/core$/ }, () => ({ path: '../../core.js', external: true })),
};

await rm('dist', { recursive: true, force: true });
const [core] = await Promise.all([
  build({
    ...options,
    metafile: true,
    entryPoints: { core: 'nodes/shared/core.ts' },
    // zod keeps its settings and its registry of schemas on globalThis, where every copy of zod in a process shares
    // them. n8n does not allow community nodes to touch globals: here an object of the bundle's own takes its place.
    define: { globalThis: '{}' },
  }),
  build({
    ...options,
    entryPoints: compiled.map((path) => path.replace(/^dist\/(.*)\.js$/, '$1.ts')),
    external: ['n8n-workflow'],
    plugins: [sharedCore],
  }),
  ...['Leadterra', 'LeadterraReplyTrigger', 'LeadterraTrigger'].map((node) =>
    cp(`nodes/${node}/${node}.node.json`, `dist/nodes/${node}/${node}.node.json`),
  ),
  cp('icons', 'dist/icons', { recursive: true }),
]);
await appendFile('dist/core.js', thirdPartyLicenses(core.metafile));
