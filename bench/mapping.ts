// What mapping costs beside what every step before it pays anyway: parsing the same records from JSON. Parsing and
// mapping all records one after the other, as a stream does, is held against parsing them all, and then all again: the
// second time right after the first would be cheaper than parsing is, with the text still in the processor's cache.
import { mapLead } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';

import { alternate, type BenchResult, timed } from './compare.ts';

const count = 100_000;

export async function mapping(): Promise<BenchResult> {
  const texts = Array.from({ length: count }, (_, i) => JSON.stringify(records[i % records.length]?.record));
  const parse = (text: string): unknown => JSON.parse(text);

  let leads = 0;
  function parseAndMap(): void {
    leads = 0;
    for (const text of texts) if (mapLead(parse(text)).lead) leads += 1;
    if (leads !== count) throw new Error(`Only ${leads} of ${count} records gave a lead.`);
  }

  let objects = 0;
  function parseTwice(): void {
    objects = 0;
    for (let pass = 0; pass < 2; pass++) for (const text of texts) if (parse(text) !== null) objects += 1;
    if (objects !== 2 * count) throw new Error('A record was not parsed.');
  }

  const comparison = await alternate({
    what: `${count.toLocaleString('en')} records of ${records.length} kinds`,
    unit: 'ms',
    ours: { name: 'parse and map', measure: () => timed(parseAndMap) },
    theirs: { name: 'parse twice', measure: () => timed(parseTwice) },
    bar: { atMost: 1 },
    runs: 15,
  });
  return { title: 'Mapping, against JSON.parse', comparisons: [comparison] };
}
