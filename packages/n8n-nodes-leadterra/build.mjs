// Builds dist/, the folder that n8n loads. The nodes and the credential are in core.js; what none of them needs before a
// run is in files of its own.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { rolldown } from 'rolldown';

import { onFirstCall } from '../../scripts/on-first-call.mjs';
import { thirdPartyLicenses } from '../../scripts/third-party-licenses.mjs';

const { n8n } = JSON.parse(await readFile('package.json', 'utf8'));
const entries = [...n8n.credentials, ...n8n.nodes].map((file) => file.replace(/^dist\/(.*)\.js$/, '$1'));

/** By file, what no start of n8n needs, as every start has to compile what it reads. */
const whenNeeded = {
  client: ['nodes/shared/client.ts'],
  // The words of 38 languages and lists of domains come with it.
  leads: [
    '../shared/src/mapping/map-lead.ts',
    '../shared/src/mapping/warnings.ts',
    '../shared/src/mapping/given-fields.ts',
    '../shared/src/enrollment/enroll-entries.ts',
    '../shared/src/enrollment/enroll-records.ts',
    '../shared/src/copy/copy-check.ts',
    '../shared/src/copy/preview.ts',
    '../shared/src/copy/render.ts',
    '../shared/src/copy/style.ts',
  ],
};

const options = {
  platform: 'node',
  external: ['n8n-workflow'],
  tsconfig: '../../tsconfig.json',
  transform: {
    // n8n 1.x runs on Node 20.
    target: 'node20',
    // zod keeps its settings and its registry of schemas on globalThis, where every copy of zod in a process shares
    // them. n8n does not allow community nodes to touch globals: here an object of the bundle's own takes its place.
    inject: { globalThis: path.resolve('scripts/own-globals.mjs') },
  },
};

await rm('dist', { recursive: true, force: true });
const nodes = await rolldown({
  ...options,
  input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
  plugins: [onFirstCall(whenNeeded)],
});
const { output } = await nodes.generate({
  format: 'cjs',
  chunkFileNames: '[name].js',
  comments: false,
  codeSplitting: { groups: [{ name: 'core', test: /[.](?:node|credentials)[.]ts$/ }] },
});
const licenses = thirdPartyLicenses(output.flatMap(({ moduleIds }) => moduleIds));
for (const { fileName, code } of output) {
  await mkdir(path.dirname(`dist/${fileName}`), { recursive: true });
  await writeFile(`dist/${fileName}`, fileName === 'core.js' ? code + licenses : code);
}
for (const node of ['Leadterra', 'LeadterraReplyTrigger', 'LeadterraTrigger'])
  await cp(`nodes/${node}/${node}.node.json`, `dist/nodes/${node}/${node}.node.json`);
await cp('icons', 'dist/icons', { recursive: true });
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

/** What one of the sources exports. */
async function exportsOf(source) {
  const file = path.resolve('dist/exported.js');
  const bundle = await rolldown({ ...options, input: source });
  await bundle.write({ file, format: 'cjs' });
  const require = createRequire(import.meta.url);
  const exported = require(file);
  Reflect.deleteProperty(require.cache, file);
  await rm(file);
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
