// Writes the newest version of each node that an n8n has to test/nodes-of-n8n-1.123.json: the templates use no newer
// one. Run it after `npm run test:versions -- 1.123.81`, which installs that n8n, from the repository's root.
import { readFile, writeFile } from 'node:fs/promises';

const modules = 'e2e/versions/1.123.81/node_modules';
const newest = {};
for (const name of ['n8n-nodes-base', '@n8n/n8n-nodes-langchain']) {
  const nodes = JSON.parse(await readFile(`${modules}/${name}/dist/types/nodes.json`, 'utf8'));
  for (const node of nodes) {
    const type = `${name}.${node.name}`;
    newest[type] = Math.max(newest[type] ?? 0, ...[node.version].flat());
  }
}
const sorted = Object.fromEntries(Object.entries(newest).sort(([one], [other]) => (one < other ? -1 : 1)));
await writeFile(
  'packages/n8n-nodes-leadterra/test/nodes-of-n8n-1.123.json',
  `${JSON.stringify(sorted, null, 2)}\n`,
);
