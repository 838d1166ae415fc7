// What mapping costs beside what every step before it pays anyway: parsing the same records from JSON. Parsing and
// mapping all records one after the other, as a stream does, is held against parsing them all, and then all again: the
// second time right after the first would be cheaper than parsing is, with the text still in the processor's cache.
import { mapLead } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';

import { type BenchResult, type Size } from './compare.ts';
import { inTurn, timed } from './in-turn.ts';
import { type PartOf, partOfNode, profileHere } from './profile.ts';
import { number } from './report.ts';

const sizes: Record<Size, { count: number; runs: number }> = {
  full: { count: 100_000, runs: 15 },
  short: { count: 30_000, runs: 9 },
};

export async function mapping(size: Size): Promise<BenchResult> {
  const { count, runs } = sizes[size];
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

  const [ours, floor] = ['parse and map', 'parse twice'] as const;
  const sides = await inTurn(runs, [
    { name: ours, measure: () => timed(parseAndMap) },
    { name: floor, measure: () => timed(parseTwice) },
  ]);
  const profiles =
    size === 'full'
      ? [
          {
            what: `Where the time of ${number(count)} records goes`,
            ways: [
              { name: ours, parts: await profileHere(parseAndMap, partOf) },
              { name: floor, parts: await profileHere(parseTwice, partOf) },
            ],
          },
        ]
      : [];
  return {
    title: 'Mapping',
    about:
      'Records of every kind that the mapping knows, as JSON. The floor is what every step before the mapping pays: `JSON.parse` of the same texts, here twice, so that a ratio of 1 says that mapping a record costs as much as parsing it.',
    questions: [
      {
        what: `${number(count)} records of ${records.length} kinds`,
        unit: 'ms',
        ours: sides(ours, 'ms'),
        floor: sides(floor, 'ms'),
        goals: [{ against: floor, bar: { atMost: 1 }, why: profile }],
      },
      {
        what: `${number(count)} records of ${records.length} kinds, processor time`,
        unit: 'ms',
        ours: sides(ours, 'cpuMs'),
        floor: sides(floor, 'cpuMs'),
        goals: [{ against: floor, guard: { atMost: 4 } }],
      },
    ],
    profiles,
  };
}

const partOf: PartOf = (frame) => {
  const [, part] = /[/]dist[/]mapping[/](.*)[.]js$/.exec(frame.url) ?? [];
  if (part !== undefined) return part;
  // What V8 does itself counts to whoever calls it: here to the bench.
  return frame.url.includes('/bench/') ? 'JSON.parse' : partOfNode(frame);
};

const profile =
  'the profile below is flat: no file of the mapping takes much more than a tenth of what comes on top of parsing. Values are typed before they are placed, permissions are read as a grammar, headers are compared with words in 38 languages, and typing errors in addresses are looked for; parsing, which is a part of V8 and written in C++, does nothing of the kind.';
