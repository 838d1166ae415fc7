import { enrollLeads, type Lead, LeadterraClient } from '@leadterra/shared';
import fc from 'fast-check';

import { modelLeadterra, type Mood } from '../support/model-leadterra';

const moods: Mood[] = [
  'ok',
  'lost',
  'reset',
  'refused',
  'timeout',
  'html',
  'empty',
  'rate_limited',
  'unavailable',
  'server_error',
];

// Few names, so that duplicates are common.
const email = fc.integer({ min: 0, max: 40 }).map((i) => `lead${i}@acme.example`);
const lead: fc.Arbitrary<Lead> = fc.record(
  {
    email: fc.oneof(
      { weight: 9, arbitrary: email },
      { weight: 1, arbitrary: fc.constantFrom('', 'nobody', 'a@b@c') },
    ),
    firstName: fc.constantFrom('Ava', 'Ben', 'Zoë'),
    company: fc.constantFrom('Acme', 'Übersee'),
    customFields: fc.dictionary(
      fc.constantFrom('region', 'seats'),
      fc.oneof(fc.integer(), fc.string({ minLength: 1 })),
    ),
  },
  { requiredKeys: ['email'] },
);
const world = fc.record({
  leads: fc.array(lead, { maxLength: 120 }),
  streamed: fc.boolean(),
  batchSize: fc.integer({ min: 1, max: 50 }),
  concurrency: fc.integer({ min: 1, max: 6 }),
  dialect: fc.constantFrom('reference' as const, 'guide' as const, 'concept' as const),
  names: fc.constantFrom('index' as const, 'email' as const, 'path' as const, 'nothing' as const),
  moods: fc.array(fc.constantFrom(...moods), { maxLength: 40 }),
  bad: fc.uniqueArray(email, { maxLength: 5 }),
  batchLimit: fc.option(
    fc.record({ size: fc.integer({ min: 1, max: 30 }), status: fc.constantFrom(413 as const, 400 as const) }),
    {
      nil: undefined,
    },
  ),
});

/** What the database must hold for an address when all of its records arrive: later non-empty fields win. */
function expectedRecord(leads: Lead[], address: string): Record<string, unknown> {
  const expected: Record<string, unknown> = {};
  for (const { customFields, ...standard } of leads) {
    const filled = Object.entries(customFields ?? {}).filter(([, value]) => String(value).trim() !== '');
    if (standard.email === address) Object.assign(expected, Object.fromEntries(filled), standard);
  }
  return expected;
}

describe('whatever the list and however the API behaves', () => {
  test('every lead has one outcome that is true', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ leads, streamed, batchSize, concurrency, ...behaviour }) => {
        const api = modelLeadterra(behaviour);
        const client = new LeadterraClient({ transport: api.transport, sleep: () => Promise.resolve() });
        const source = streamed ? new Set(leads.map((one) => ({ ...one }))) : leads;
        const { outcomes, totals, requests, retries } = await enrollLeads(client, {
          campaignId: 'camp_1',
          leads: source,
          batchSize,
          concurrency,
        });

        expect(outcomes).toHaveLength(leads.length);
        expect(requests).toBe(api.batches.length);
        const { input, created = 0, updated = 0, ...settled } = totals;
        expect(Object.values(settled).reduce((sum, count) => sum + count, 0)).toBe(input);
        expect(created + updated).toBeLessThanOrEqual(settled.enrolled + settled.unconfirmed);

        const bad = new Set(behaviour.bad);
        const anyFailed = totals.failed > 0;
        for (const [index, outcome] of outcomes.entries()) {
          const address = leads[index]?.email ?? '';
          switch (outcome.status) {
            case 'enrolled':
              expect(bad.has(address)).toBe(false);
              expect(api.stored.has(address)).toBe(true);
              if (!anyFailed) expect(api.stored.get(address)).toEqual(expectedRecord(leads, address));
              break;
            case 'unconfirmed':
              // Only an answer that refuses some by position alone proves nothing of the others.
              expect(behaviour.dialect).toBe('concept');
              break;
            case 'left_out':
            case 'incomplete':
            case 'opted_out':
            case 'unchanged':
            case 'ready':
              throw new Error('nobody is suppressed, no copy and no memory is given, and it is no dry run');
            case 'duplicate':
              expect(outcome.of).toBeLessThan(index);
              expect(leads[outcome.of]?.email).toBe(address);
              break;
            case 'rejected':
              expect(bad.has(address)).toBe(true);
              expect(api.stored.has(address)).toBe(false);
              break;
            case 'invalid':
              expect(address).not.toMatch(/^lead/);
              break;
            case 'failed':
              // Only after the client's full patience.
              expect(retries).toBeGreaterThanOrEqual(5);
              break;
            case 'not_sent':
              throw new Error('nothing cut this run off');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a dry run sends nothing and tells what a run would do, as far as it is not up to Leadterra', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ leads, streamed, batchSize, concurrency }) => {
        const api = modelLeadterra();
        const client = new LeadterraClient({ transport: api.transport, sleep: () => Promise.resolve() });
        const copy = { tokens: ['firstName'], whenMissing: 'skip' as const };
        const run = (dryRun: boolean) =>
          enrollLeads(client, {
            campaignId: 'camp_1',
            leads: streamed ? new Set(leads.map((one) => ({ ...one }))) : leads,
            batchSize,
            concurrency,
            copy,
            dryRun,
          });
        const dry = await run(true);
        expect([dry.requests, api.batches]).toEqual([0, []]);
        const real = await run(false);
        const withoutAnswer = real.outcomes.map((outcome) =>
          outcome.status === 'enrolled' ? { status: 'ready' } : outcome,
        );
        expect(dry.outcomes).toEqual(withoutAnswer);
      }),
      { numRuns: 200 },
    );
  });
});
