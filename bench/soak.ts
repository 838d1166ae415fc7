// Enrolls 100,000 leads in a sandbox of which every fifth answer goes wrong, once for each of ten seeds, and holds
// every outcome against the database. `npm run soak -- --leads 20000 --seeds 3` for a shorter one.
import { parseArgs } from 'node:util';

import { startSandbox } from '@leadterra/sandbox';
import { soak } from '@leadterra/testing/soak';

const { values } = parseArgs({
  options: { leads: { type: 'string', default: '100000' }, seeds: { type: 'string', default: '10' } },
});
const leads = Number(values.leads);
const dialects = ['reference', 'guide', 'concept'] as const;

const rows = [];
let wrong = 0;
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const dialect = dialects[seed % dialects.length];
  const sandbox = await startSandbox({ dialect, seed });
  const began = performance.now();
  const { report, requests, faults, problems } = await soak(sandbox, leads, seed);
  const seconds = (performance.now() - began) / 1000;
  await sandbox.close();
  const { enrolled, duplicate, rejected, invalid, failed } = report.totals;
  wrong += problems.length;
  rows.push({
    seed,
    dialect,
    requests,
    faults,
    enrolled,
    duplicate,
    rejected,
    invalid,
    failed,
    'not true': problems.length,
    s: seconds.toFixed(1),
  });
  for (const problem of problems.slice(0, 10)) process.stderr.write(`seed ${seed}: ${problem}\n`);
}
console.table(rows);
console.log(wrong === 0 ? 'Every outcome is true.' : `${wrong} outcomes are not true.`);
process.exitCode = wrong === 0 ? 0 : 1;
