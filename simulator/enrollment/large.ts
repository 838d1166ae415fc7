import { type Chance } from '../chance.ts';
import { type History, type LargeShape, type LeadterraTraits } from './history.ts';

/** Histories with many leads, in which a way that is merely slow with a few asks thousands of times. */
export const largeShapes: Record<LargeShape, { people: number; mostRequests: number }> = {
  'one bad lead among 250': { people: 250, mostRequests: 60 },
  'one huge lead among 10,000': { people: 10_000, mostRequests: 120 },
  'a closed campaign and 10,000 leads': { people: 10_000, mostRequests: 200 },
  'four suppressed among 200': { people: 200, mostRequests: 60 },
  'a long stream with repetitions': { people: 900, mostRequests: 30 },
};

const kind: LeadterraTraits = {
  campaign: 'draft',
  tellsStatus: true,
  dialect: 'reference',
  envelope: 'as-documented',
  bad: [],
  suppressed: [],
  known: [],
  refusal: 'whole-422',
  names: 'nothing',
  sameWords: true,
  latencyMs: 5,
};

/** A history of one of the shapes. */
export function largeHistory(seed: number, chance: Chance, shape: LargeShape): History {
  const { people } = largeShapes[shape];
  const dialect = chance.pick(['reference', 'guide'] as const);
  const one = chance.oneIn(3) ? 0 : chance.between(0, people - 1);
  const history: History = {
    seed,
    shape,
    input: {
      records: Array.from({ length: people }, (_, person) => ({ person, kind: 'plain' })),
      as: chance.pick(['list', 'stream']),
      readingMs: 0,
    },
    leadterra: { ...kind, dialect },
    spells: [],
    clockJumps: [],
    settings: {},
  };
  const { leadterra, input } = history;
  switch (shape) {
    case 'one bad lead among 250': {
      const names = chance.pick(['position-from-0', 'position-from-1', 'path', 'nothing'] as const);
      return { ...history, leadterra: { ...leadterra, bad: [one], names } };
    }
    case 'one huge lead among 10,000': {
      const records = input.records.with(one, { person: one, kind: 'plain', padding: 1_100_000 });
      return {
        ...history,
        input: { ...input, records },
        leadterra: { ...leadterra, limit: { bytes: 1_000_000, status: 413 } },
      };
    }
    case 'a closed campaign and 10,000 leads':
      return { ...history, leadterra: { ...leadterra, closedWith: chance.pick([422, 400] as const) } };
    case 'four suppressed among 200': {
      const suppressed = [one];
      while (suppressed.length < 4) {
        const another = chance.between(0, people - 1);
        if (!suppressed.includes(another)) suppressed.push(another);
      }
      return { ...history, leadterra: { ...leadterra, suppressed }, settings: { findLeftOut: 'always' } };
    }
    case 'a long stream with repetitions': {
      const again = input.records
        .filter(() => chance.oneIn(6))
        .map((record) => ({ ...record, company: 'Later' }));
      const records = [...input.records, ...again];
      return {
        ...history,
        input: { ...input, as: chance.pick(['stream', 'async-stream'] as const), records },
      };
    }
  }
}
