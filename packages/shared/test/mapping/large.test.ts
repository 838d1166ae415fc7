import { mapLead } from '@leadterra/shared';

import { optionSets } from '../support/mapping-options';

describe('the work grows with the size of the record, not faster', () => {
  test.each<[string, (size: number) => string]>([
    ['blanks', (size) => `Ava${' '.repeat(size)}Stone`],
    ['invisible characters', (size) => `Ava${'\u200b\u200c\u200d'.repeat(size / 3)}é`],
    ['ampersands', (size) => '&'.repeat(size)],
    ['nested entities', (size) => `&${'amp;'.repeat(size / 4)}lt;`],
    ['entity beginnings', (size) => '&a'.repeat(size / 2)],
    ['commas', (size) => ','.repeat(size)],
    ['words', (size) => 'van '.repeat(size / 4)],
    ['forms of address', (size) => 'Dr. '.repeat(size / 4)],
    ['suffixes', (size) => `Ava${' Jr.'.repeat(size / 4)}`],
    ['suffix sections', (size) => `Ava Stone${', Jr.'.repeat(size / 5)}`],
    ['at signs', (size) => '@'.repeat(size)],
    ['addresses', (size) => 'a@b.example '.repeat(size / 12)],
    ['brackets', (size) => '<'.repeat(size)],
    ['slashes', (size) => `a@b@${'/'.repeat(size)}`],
    ['trailing dots', (size) => `a@b.example${'.'.repeat(size)}x`],
    ['dashes', (size) => '-'.repeat(size)],
  ])('a megabyte of %s', (_name, text) => {
    // Measured against reading the text, so that the machine does not matter. Hostile texts take some ten times as
    // long as ten readings; a step whose work grows with the square of the size would take a hundred thousand times.
    const value = text(1_000_000);
    const tenReadings = processorTime(() => {
      for (let round = 0; round < 10; round++) sumOfCodes(value);
    });
    expect(processorTime(() => mapEverywhere(value))).toBeLessThan(1_000 * Math.max(tenReadings, 10_000));
  });

  function sumOfCodes(text: string): number {
    let sum = 0;
    for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
    return sum;
  }

  /** Maps records with a text wherever one can stand. */
  function mapEverywhere(text: string): void {
    for (const options of [optionSets[1], { customFields: [text.slice(0, 100_000)] }]) {
      mapLead({ email: 'a@b.example', other_email: text, Name: text, [text]: text }, options);
      mapLead({ email: text }, options);
      mapLead({ properties: { email: 'a@b.example', company: text, [text]: text } }, options);
    }
  }

  /** Microseconds of this process: what else the machine does takes none of them. */
  function processorTime(work: () => void): number {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user;
  }

  /** How often the properties of a record and of what it holds are read. */
  function readsFor(build: (size: number) => object, size: number): number {
    let reads = 0;
    const watched = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(object, key, receiver): unknown {
          reads++;
          const value: unknown = Reflect.get(object, key, receiver);
          return typeof value === 'object' && value !== null ? watched(value) : value;
        },
      });
    mapLead(watched(build(size)), { customFields: 'unmapped' });
    return reads;
  }

  const many = <T>(size: number, element: (index: number) => T) =>
    Array.from({ length: size }, (_, index) => element(index));

  test.each<[string, (size: number) => object]>([
    ['columns', (size) => Object.fromEntries(many(size, (index) => [`column ${String(index)}`, 'x']))],
    [
      'columns for addresses',
      (size) => Object.fromEntries(many(size, (index) => [`e${'-'.repeat(index)}mail`, 'x'])),
    ],
    [
      'HubSpot properties',
      (size) => ({ properties: Object.fromEntries(many(size, (index) => [`p${String(index)}`, 'x'])) }),
    ],
    [
      'Pipedrive addresses',
      (size) => ({ org_id: 1, email: many(size, () => ({ value: 'x', primary: false })) }),
    ],
    [
      'HubSpot identities',
      (size) => ({
        properties: { hs_object_id: 1 },
        'identity-profiles': many(size, () => ({
          identities: many(10, () => ({ type: 'EMAIL', value: 'x' })),
        })),
      }),
    ],
  ])('%s', (_name, build) => {
    const few = readsFor(build, 100);
    const more = readsFor(build, 1_000);
    expect(few).toBeGreaterThan(0);
    expect(more).toBeLessThanOrEqual(few * 11);
  });
});
