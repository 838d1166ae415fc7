// `npm run bench [-- NAME …] [-- --short | --publish]`: measures us beside the least that anybody has to pay and beside
// what people would use instead, in turn in one run, and writes bench/results/. It fails where a change of ours has
// spoilt something. --short takes a few minutes, for CI; --publish, some 30 minutes on an idle machine with two cores,
// writes docs/performance.md and what other pages quote of it.
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { burst } from './burst.ts';
import { behind, type BenchResult, type Size } from './compare.ts';
import { deliveries } from './deliveries.ts';
import { enrollment } from './enrollment.ts';
import { extras } from './extras.ts';
import { growth } from './growth.ts';
import { mapping } from './mapping.ts';
import { n8nEnrolling } from './n8n-enrolling.ts';
import { n8nLoad } from './n8n-load.ts';
import { n8nMemory } from './n8n-memory.ts';
import { publish } from './publish.ts';
import { asTable } from './report.ts';
import { requests } from './requests.ts';
import { trigger } from './trigger.ts';
import { zapierLoad } from './zapier-load.ts';

/** A new bench is one file and one line here. */
const benches: Record<string, (size: Size) => Promise<BenchResult>> = {
  'n8n-enrolling': n8nEnrolling,
  'n8n-memory': n8nMemory,
  trigger,
  deliveries,
  burst,
  enrollment,
  growth,
  requests,
  extras,
  mapping,
  'n8n-load': n8nLoad,
  'zapier-load': zapierLoad,
};
/** What changes of ours can spoil, and few runs can tell. */
const shortNames = [
  'n8n-enrolling',
  'trigger',
  'enrollment',
  'requests',
  'mapping',
  'n8n-load',
  'zapier-load',
];

const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
if (values.publish && positionals.length > 0) throw new Error('Only a run of all benches is published.');
const size = values.short ? 'short' : 'full';
const allNames = values.short ? shortNames : Object.keys(benches);
const names = positionals.length > 0 ? positionals : allNames;

await mkdir('bench/results', { recursive: true });
const began = Date.now();
const results: BenchResult[] = [];
const broken: string[] = [];
for (const name of names) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  // One that breaks down does not take the others with it.
  const result = await bench(size).catch((error: unknown) => {
    console.error(`\n${name} broke down:`, error);
    broken.push(name);
  });
  if (!result) continue;
  results.push(result);
  console.log(asTable(result));
  await writeFile('bench/results/results.json', `${JSON.stringify(results, undefined, 2)}\n`);
}
const minutes = Math.round((Date.now() - began) / 60_000);
console.log(`\nMeasured in ${minutes} minutes.`);
if (values.publish) await publish(results, { minutes, size });

for (const one of behind(results, 'bar')) console.log(`Behind its goal: ${one}`);
const spoilt = behind(results, 'guard');
for (const one of spoilt) console.log(`Spoilt: ${one}`);
for (const one of broken) console.log(`Broke down: ${one}`);
process.exitCode = spoilt.length + broken.length > 0 ? 1 : 0;
