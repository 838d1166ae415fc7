// `npm run bench [-- NAME …] [-- --short]`: measures us against what people would use instead, side by side in one
// run, and writes bench/results/. A value beyond its bar makes it fail; --short takes a few minutes, measures what
// changes of ours can spoil, and allows for the noise of few runs.
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { behind, type BenchResult, noise, type Size } from './compare.ts';
import { deliveries } from './deliveries.ts';
import { enrollment } from './enrollment.ts';
import { growth } from './growth.ts';
import { mapping } from './mapping.ts';
import { n8nEnrolling } from './n8n-enrolling.ts';
import { n8nLoad } from './n8n-load.ts';
import { asTable } from './report.ts';
import { trigger } from './trigger.ts';
import { zapierLoad } from './zapier-load.ts';

/** A new bench is one file and one line here. */
const benches: Record<string, (size: Size) => Promise<BenchResult>> = {
  'n8n-enrolling': n8nEnrolling,
  enrollment,
  growth,
  mapping,
  trigger,
  deliveries,
  'n8n-load': n8nLoad,
  'zapier-load': zapierLoad,
};
const shortNames = ['n8n-enrolling', 'enrollment', 'mapping', 'n8n-load', 'zapier-load'];

const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const allNames = values.short ? shortNames : Object.keys(benches);
const names = positionals.length > 0 ? positionals : allNames;

await mkdir('bench/results', { recursive: true });
const results: BenchResult[] = [];
for (const name of names) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  const result = await bench(values.short ? 'short' : 'full');
  results.push(result);
  console.log(asTable(result));
  await writeFile('bench/results/results.json', `${JSON.stringify(results, undefined, 2)}\n`);
}

const late = results.flatMap((result) => behind(result, values.short ? noise : 0));
for (const one of late) console.log(`Behind its bar: ${one}`);
process.exitCode = late.length > 0 ? 1 : 0;
