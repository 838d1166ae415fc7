// What mapping costs beside what every upstream step pays anyway: parsing the same records from JSON.
// Run after the build: node bench/mapping.ts
import { performance } from 'node:perf_hooks';
import { mapLead } from '@leadterra/shared';
import { records } from '../packages/shared/test/mapping/records/index.ts';

const RECORDS = 100_000;
const RUNS = 5;

const texts = Array.from({ length: RECORDS }, (_, index) =>
  JSON.stringify(records[index % records.length]?.record),
);
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;

function milliseconds(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const median = (values: number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

function run() {
  let parsed: unknown[] = [];
  const parse = milliseconds(() => {
    parsed = texts.map((text): unknown => JSON.parse(text));
  });
  let leads = 0;
  const map = milliseconds(() => {
    for (const record of parsed) if (mapLead(record).lead) leads++;
  });
  if (leads !== RECORDS) throw new Error(`Only ${leads} of ${RECORDS} records gave a lead.`);
  return { parse, map, ratio: map / parse };
}

run();
const runs = Array.from({ length: RUNS }, run);
const report = {
  records: RECORDS,
  kinds: records.length,
  megabytes: Number(megabytes.toFixed(1)),
  parseMs: Math.round(median(runs.map(({ parse }) => parse))),
  mapMs: Math.round(median(runs.map(({ map }) => map))),
  ratio: Number(median(runs.map(({ ratio }) => ratio)).toFixed(2)),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
