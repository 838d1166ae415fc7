import { cleanEmail, isValidEmail, mapLead, type MapLeadOptions } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';
import fc from 'fast-check';

const optionSets: MapLeadOptions[] = [
  {},
  { customFields: 'unmapped' },
  { customFields: ['a', 'b.c', 'properties.x', '__proto__.y', 'list[].z'] },
  { source: 'hubspot', customFields: 'unmapped' },
  { source: 'agilecrm', customFields: 'unmapped' },
];

function mapInEveryWay(record: unknown) {
  return optionSets.map((options) => mapLead(record, options));
}

/** Keys that the mapping looks at, so that invented records get far into it. */
const likelyKeys = fc.constantFrom(
  ...[
    'email',
    'Email',
    'emails',
    'Name',
    'first_name',
    'last_name',
    'company',
    'title',
    'properties',
    'values',
    'contacts',
  ],
  ...[
    'identity-profiles',
    'org_id',
    'owner_id',
    'attributes',
    'merge_fields',
    'data',
    'body',
    'items',
    'value',
    'primary',
  ],
  ...[
    'Id',
    'LastName',
    'contact',
    'customFields',
    '__proto__',
    'constructor',
    'toString',
    'name',
    'names',
    'payload',
  ],
);
const likelyTexts = fc.constantFrom(
  'ava@stone.example',
  'Ava <Ava@Stone.example>, ben@x.example',
  'N/A',
  'van der Ok, Jo',
  '&amp;amp;',
);

const anyRecord = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      likelyTexts,
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.oneof({ weight: 4, arbitrary: likelyKeys }, fc.string()), tie('node'), { maxKeys: 6 }),
  ),
})).node;

describe('whatever the record', () => {
  test('nothing is thrown, and a lead has an address and no empty field', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const { lead, issues } of mapInEveryWay(record)) {
          if (lead === null) {
            expect(issues).toHaveLength(1);
            continue;
          }
          expect(isValidEmail(lead.email)).toBe(true);
          const { customFields = {}, ...fields } = lead;
          for (const value of [...Object.values(fields), ...Object.values(customFields)]) {
            expect([undefined, '']).not.toContain(value);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('no prototype is touched', () => {
    const hostile: unknown = JSON.parse(
      '{"email":"a@b.example","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"customFields":{"__proto__":{"polluted":1},"constructor":"x"}}',
    );
    for (const options of optionSets) {
      expect(mapLead(hostile, { ...options, source: 'auto' }).lead).toEqual({ email: 'a@b.example' });
    }
    expect({}).not.toHaveProperty('polluted');
  });

  test('mapping a lead again gives the same lead', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const options of optionSets) {
          const { lead } = mapLead(record, { ...options, source: 'auto' });
          if (lead) expect(mapLead(lead, { ...options, source: 'auto' }).lead).toEqual(lead);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    { properties: { email: 'ava@stone.example', title: 'CTO' } },
    { properties: { email: 'ava@stone.example', 'job position': 'CTO', employer: 'Stone' } },
  ])('what was a custom field of a lead stays one: %j', (record) => {
    const { lead } = mapLead(record, { customFields: 'unmapped' });
    expect(lead).not.toBeNull();
    expect(mapLead(lead, { customFields: 'unmapped' }).lead).toEqual(lead);
  });

  test.each(records)('mapping again changes nothing: $name', ({ record }) => {
    for (const customFields of ['none', 'unmapped', ['properties.hs_object_id', 'id', 'type']] as const) {
      const { lead } = mapLead(record, { customFields });
      expect(mapLead(lead, { customFields }).lead).toEqual(lead);
    }
  });

  test('an address that was cleaned is clean', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' }), likelyTexts), (text) => {
        const address = cleanEmail(text);
        if (address !== undefined) expect(cleanEmail(address)).toBe(address);
      }),
    );
  });
});

describe('objects that JSON does not make', () => {
  const cyclic: Record<string, unknown> = { name: 'x' };
  Object.assign(cyclic, {
    data: cyclic,
    body: cyclic,
    contacts: [cyclic],
    email: [cyclic],
    properties: cyclic,
  });
  const deep: unknown = JSON.parse(
    `${'{"data":'.repeat(10_000)}{"email":"a@b.example"}${'}'.repeat(10_000)}`,
  );
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const bottomless: unknown = new Proxy(
    {},
    { get: () => bottomless, has: () => true, ownKeys: () => ['email', 'data'] },
  );

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'ava@stone.example'],
    ['a function', () => 'ava@stone.example'],
    ['a symbol', Symbol('x')],
    ['a bigint', 7n],
    ['a date', new Date(0)],
    ['a map', new Map([['email', 'ava@stone.example']])],
    ['an empty list', []],
    ['a list of numbers', [1, 2]],
    ['a list with a hole', Array(3)],
    ['a list of a thousand million', Array(1_000_000_000)],
    ['a cycle', cyclic],
    ['ten thousand levels', deep],
    ['a revoked proxy', revoked],
    ['a proxy without an end', bottomless],
    ['a null prototype', Object.assign(Object.create(null), { id: 1 })],
    [
      'a getter that throws',
      {
        email: 'ava@stone.example',
        get firstName(): string {
          throw new Error('no');
        },
      },
    ],
    [
      'a text that throws',
      {
        email: {
          toString: () => {
            throw new Error('no');
          },
        },
      },
    ],
  ])('%s gives no lead and no error', (_name, record) => {
    for (const { lead, issues } of mapInEveryWay(record)) {
      expect(lead).toBeNull();
      expect(issues).toHaveLength(1);
    }
  });
});

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
