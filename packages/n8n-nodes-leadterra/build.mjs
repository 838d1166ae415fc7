// Builds dist/, the folder that n8n loads: core.js holds the Leadterra core with zod, once; the nodes and the
// credential are one file each and require core.js.
import { appendFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

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
    outdir: 'dist',
    metafile: true,
    entryPoints: { core: 'nodes/shared/core.ts' },
    // zod keeps its settings and its registry of schemas on globalThis, where every copy of zod in a process shares
    // them. n8n does not allow community nodes to touch globals: here an object of the bundle's own takes its place.
    define: { globalThis: '{}' },
  }),
  build({
    ...options,
    outdir: 'dist',
    outbase: '.',
    entryPoints: compiled.map((path) => path.replace(/^dist\/(.*)\.js$/, '$1.ts')),
    external: ['n8n-workflow'],
    plugins: [sharedCore],
  }),
  ...['Leadterra', 'LeadterraReplyTrigger', 'LeadterraTrigger'].map((node) =>
    cp(`nodes/${node}/${node}.node.json`, `dist/nodes/${node}/${node}.node.json`),
  ),
  cp('icons', 'dist/icons', { recursive: true }),
]);
await appendFile('dist/core.js', thirdPartyLicenses(Object.keys(core.metafile.inputs)));
await writeSchemas();

/** Writes what each operation puts out to where n8n looks for it, so that its keys can be mapped before the first run. */
async function writeSchemas() {
  const { samples } = await exportsOf('nodes/Leadterra/v1/index.ts');
  for (const [operation, sample] of Object.entries(samples))
    await writeSchema('Leadterra', `v1.0.0/${operation}`, sample);
  const { sampleEvents } = await exportsOf('../shared/src/webhooks/events/index.ts');
  await writeSchema('LeadterraTrigger', 'v1.0.0', Object.assign({}, ...sampleEvents));
  const replies = sampleEvents.filter(({ event }) => event === 'reply.received');
  await writeSchema('LeadterraReplyTrigger', 'v1.0.0', ...replies);
}

/** What one of the sources exports, as the nodes run it. */
async function exportsOf(source) {
  const outfile = path.resolve('dist/nodes/Leadterra/samples.js');
  const entryPoints = [source];
  await build({ ...options, entryPoints, outfile, external: ['n8n-workflow'], plugins: [sharedCore] });
  const require = createRequire(import.meta.url);
  const exported = require(outfile);
  Reflect.deleteProperty(require.cache, outfile);
  await rm(outfile);
  return exported;
}

async function writeSchema(node, name, sample) {
  const file = `dist/nodes/${node}/__schema__/${name}.json`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ ...schemaOf(sample), version: 1 }));
}

/** The JSON schema of values like this one. */
function schemaOf(value) {
  if (Array.isArray(value)) return { type: 'array', items: value.length === 0 ? {} : schemaOf(value[0]) };
  if (typeof value !== 'object') return { type: Number.isInteger(value) ? 'integer' : typeof value };
  const properties = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, schemaOf(one)]));
  return { type: 'object', properties };
}
