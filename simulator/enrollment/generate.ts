import { Chance } from '../chance.ts';
import {
  type Acts,
  type Fault,
  forever,
  type History,
  type Input,
  type InputRecord,
  type Interruption,
  type LargeShape,
  type LeadterraTraits,
  type Settings,
  type Spell,
} from './history.ts';
import { largeHistory } from './large.ts';

const largeShapes = [
  'one bad lead among 250',
  'one huge lead among 10,000',
  'a closed campaign and 10,000 leads',
  'four suppressed among 200',
] as const satisfies LargeShape[];

function someShape(chance: Chance): LargeShape | undefined {
  if (chance.oneIn(1000)) return 'a long stream with repetitions';
  return chance.oneIn(4000) ? chance.pick(largeShapes) : undefined;
}

/** The shape of a seed's history, where it is a large one. */
export function shapeOf(seed: number): LargeShape | undefined {
  return someShape(new Chance(seed));
}

/** The history of a seed. Most are small, because small ones go wrong in the same ways and a million must be quick. */
export function generate(seed: number): History {
  const chance = new Chance(seed);
  const shape = someShape(chance);
  if (shape) return largeHistory(seed, chance, shape);
  const people = chance.oneIn(12) ? chance.between(30, 120) : chance.between(1, chance.oneIn(3) ? 30 : 10);
  const isCalm = chance.oneIn(4);
  const settings = someSettings(chance, people);
  return {
    seed,
    input: someInput(chance, people, settings.copy !== undefined),
    leadterra: someTraits(chance, people),
    spells: isCalm ? [] : someSpells(chance),
    clockJumps: chance.oneIn(25)
      ? [{ at: chance.between(0, 5000), by: chance.between(-3_600_000, 3_600_000) }]
      : [],
    settings,
    ...(!isCalm && chance.oneIn(4) && { interruption: someInterruption(chance) }),
    ...(chance.oneIn(8) && { secondRun: chance.pick(['again', 'at-once'] as const) }),
  };
}

function someInput(chance: Chance, people: number, hasCopy: boolean): Input {
  const records: InputRecord[] = [];
  const isPlain = !hasCopy && chance.oneIn(3);
  const repeats = chance.oneIn(2) ? 0.25 : 0;
  for (let person = 0; person < people; person++) {
    records.push(isPlain ? { person, kind: 'plain' } : someRecord(chance, person));
    if (person > 0 && chance.next() < repeats) records.push(someRecord(chance, chance.between(0, person)));
  }
  return {
    records,
    as: chance.pick(['list', 'list', 'stream', 'async-stream']),
    readingMs: chance.oneIn(2) ? 0 : chance.between(0, 400),
  };
}

function someRecord(chance: Chance, person: number): InputRecord {
  const kinds = [
    'plain',
    'plain',
    'plain',
    'plain',
    'plain',
    'shouted',
    'spaced',
    'nobody',
    'hostile',
  ] as const;
  return {
    person,
    kind: chance.oneIn(4) ? chance.pick(kinds) : 'plain',
    ...(!chance.oneIn(4) && { firstName: chance.pick(['Ava', 'Ben', 'Zoë', ' ', '']) }),
    ...(!chance.oneIn(3) && { company: chance.pick(['Acme', 'Übersee', 'Ö & Co']) }),
    ...(chance.oneIn(25) && { badTitle: true as const }),
    ...(chance.oneIn(3) && { customFields: someCustomFields(chance) }),
    ...(chance.oneIn(15) && { padding: chance.between(1, 3000) }),
  };
}

function someCustomFields(chance: Chance): Record<string, string | number | boolean> {
  const keys = [
    'region',
    'seats',
    'region',
    'seats',
    'email',
    'customFields',
    'firstName',
    '__proto__',
  ] as const;
  const fields: [string, string | number | boolean][] = [];
  for (let count = chance.between(1, 2); count > 0; count--)
    fields.push([chance.pick(keys), chance.pick(['north', 'x@elsewhere.example', 12, true, ''])]);
  return Object.fromEntries(fields);
}

function someTraits(chance: Chance, people: number): LeadterraTraits {
  const isKind = chance.oneIn(3);
  const bad = isKind ? [] : chance.some(people, chance.pick([0, 0.05, 0.2, 0.6]));
  const suppressed = isKind && chance.oneIn(2) ? [] : chance.some(people, chance.pick([0, 0, 0.1, 0.4, 1]));
  return {
    campaign: chance.pick(['draft', 'draft', 'running']),
    tellsStatus: !chance.oneIn(3),
    dialect: chance.pick(['reference', 'concept', 'guide']),
    envelope: chance.pick(['as-documented', 'as-documented', 'bare', 'data', 'result', 'data-result']),
    bad,
    suppressed: suppressed.filter((person) => !bad.includes(person)),
    known: chance.some(people, chance.pick([0, 0.3, 1])),
    refusal: chance.pick([
      'whole-422',
      'whole-422',
      'whole-400',
      'all-but-422',
      'errors-in-200',
      'errors-in-200',
    ]),
    names: chance.pick(['email', 'position-from-0', 'position-from-1', 'path', 'nothing']),
    sameWords: chance.oneIn(2),
    ...(chance.oneIn(8) && { limit: someLimit(chance) }),
    ...(chance.oneIn(60) && { closedWith: chance.pick([422, 400, 404, 401] as const) }),
    latencyMs: chance.pick([0, 1, 50, 400]),
  };
}

function someLimit(chance: Chance): NonNullable<LeadterraTraits['limit']> {
  return chance.oneIn(2)
    ? { leads: chance.between(1, 20), status: chance.pick([413, 400, 422]) }
    : { bytes: chance.between(300, 4000), status: 413 };
}

function someSpells(chance: Chance): Spell[] {
  const spells: Spell[] = [];
  for (let count = chance.between(0, 4); count > 0; count--) {
    const lengths = [1, 1, 1, 2, 3, 8] as const;
    spells.push({
      from: chance.between(0, chance.oneIn(2) ? 3 : 15),
      count: chance.oneIn(25) ? forever : chance.pick(lengths),
      fault: someFault(chance),
    });
  }
  return spells;
}

const retryAfters = [
  '1',
  '2',
  '7',
  '30',
  '0',
  '-5',
  '0.5',
  '86400',
  'soon',
  '',
  'past',
  'in-a-minute',
] as const;

/** Something that goes wrong with a request. */
export function someFault(chance: Chance): Fault {
  const acts: Acts = chance.pick(['no', 'half', 'yes']);
  const acted = chance.pick(['no', 'yes', 'yes'] as const);
  const retryAfter = chance.oneIn(4) ? {} : { retryAfter: chance.pick(retryAfters) };
  const hows = ['one-too-many', 'one-wrong', 'total', 'negative', 'text', 'missing', 'null'] as const;
  return chance.pick<Fault>([
    { kind: 'refused-connection' },
    { kind: 'reset', acts },
    { kind: 'timeout', acts },
    { kind: 'server-error', status: chance.pick([500, 502, 504]), acts },
    { kind: 'unavailable', acts, ...retryAfter },
    { kind: 'too-many', ...retryAfter },
    { kind: 'final', status: chance.pick([409, 501]) },
    { kind: 'html', acts: acted },
    { kind: 'truncated', acts: acted },
    { kind: 'empty', acts: acted },
    { kind: 'odd-counts', how: chance.pick(hows) },
    { kind: 'slow', ms: chance.between(100, 30_000) },
  ]);
}

function someSettings(chance: Chance, people: number): Settings {
  return {
    ...(!chance.oneIn(5) && { batchSize: chance.between(1, chance.oneIn(3) ? people + 5 : 8) }),
    ...(!chance.oneIn(4) && { concurrency: chance.between(1, 5) }),
    ...(chance.oneIn(4) && {
      copy: {
        tokens: chance.pick([['firstName'], ['company', 'region'], ['email']]),
        whenMissing: chance.pick(['send', 'skip', 'skip', 'skip', 'stop']),
      },
    }),
    ...(chance.oneIn(8) && { customFieldsAs: 'nested' as const }),
    ...(!chance.oneIn(2) && { findLeftOut: chance.pick(['auto', 'always', 'never'] as const) }),
    ...(chance.oneIn(5) && { deadlineMs: chance.between(0, chance.pick([50, 2000, 25_000])) }),
    ...(chance.oneIn(6) && { handing: { slowMs: chance.pick([0, 30, 2000]) } }),
    ...(chance.oneIn(4) && {
      memory: chance.pick(['kept', 'kept', 'kept', 'full'] as const),
      enrolledBefore: chance.pick(['send_changed', 'send_changed', 'skip'] as const),
    }),
    ...(chance.oneIn(30) && { dryRun: true as const }),
    ...(chance.oneIn(20) && { lastWait: chance.between(0, 3) }),
  };
}

function someInterruption(chance: Chance): Interruption {
  const moment = chance.pick(['time', 'request', 'answer', 'sleep', 'progress', 'reading'] as const);
  return {
    what: chance.pick(['abort', 'abort', 'host-dies']),
    at: { moment, number: chance.between(0, moment === 'time' ? 5000 : moment === 'reading' ? 20 : 6) },
  };
}
