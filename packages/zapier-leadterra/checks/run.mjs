// Holds the built app against Zapier's publishing checks: `node checks/run.mjs`. Exit status 1 if one objects.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { strFromU8, unzipSync } from 'fflate';

import { definition } from './definition.ts';
import { allRules } from './index.ts';

const home = path.dirname(import.meta.dirname);
const read = (file) => JSON.parse(readFileSync(path.join(home, file), 'utf8'));

if (!existsSync(path.join(home, 'build.zip'))) {
  console.error('There is no built app. Run "npm run build" first.');
  process.exit(2);
}
const built = unzipSync(readFileSync(path.join(home, 'build.zip')), {
  filter: ({ name }) => name === 'definition.json',
});
const app = definition.parse(JSON.parse(strFromU8(built['definition.json'])));
const rules = allRules({
  // The registry alone knows the newest core. The CLI is released with it under the same number, so that an update of
  // the tools brings the question up.
  newestCore: read('package.json').devDependencies['zapier-platform-cli'],
  released: definition.parse(read('released/definition.json')),
});
const findings = rules.flatMap(({ id, check }) => check(app).map((finding) => ({ id, ...finding })));
for (const { id, item, problem } of findings) console.error(`${id} ${item} ${problem}.`);
console.log(`${rules.length} publishing checks, ${findings.length} objections.`);
process.exitCode = findings.length > 0 ? 1 : 0;
