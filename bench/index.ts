// `npm run bench [-- NAME …] [-- --short]`: measures us against what people would use instead, side by side in one
// run, and writes bench/results/. A ratio beyond its bar makes it fail; --short allows for the noise of few runs.
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isWithin, noise, type BenchResult } from './compare.ts';
import { enrollment } from './enrollment.ts';
import { growth } from './growth.ts';
import { mapping } from './mapping.ts';
import { n8nEnrolling } from './n8n-enrolling.ts';
import { asPage, asTable } from './report.ts';

/** A new bench is one file and one line here. */
const benches: Record<string, () => Promise<BenchResult>> = {
  enrollment,
  growth,
  mapping,
  'n8n-enrolling': n8nEnrolling,
};

const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(benches);

const results: BenchResult[] = [];
for (const name of names) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  const result = await bench();
  results.push(result);
  console.log(asTable(result));
}

await mkdir('bench/results', { recursive: true });
await writeFile('bench/results/results.json', `${JSON.stringify(results, undefined, 2)}\n`);
await writeFile('bench/results/results.html', asPage(results));

const allowance = values.short ? noise : 0;
const behind = results.flatMap(({ title, comparisons, figures = [] }) => [
  ...comparisons
    .filter(({ ratio, bar }) => !isWithin(ratio, bar, allowance))
    .map(({ what }) => `${title}: ${what}`),
  ...figures
    .filter(({ value, bar }) => !isWithin(value, bar, allowance))
    .map(({ what }) => `${title}: ${what}`),
]);
for (const one of behind) console.log(`Behind its bar: ${one}`);
process.exitCode = behind.length > 0 ? 1 : 0;
