import { enrollRecords, LeadterraClient, type RecordsInput, streamRecords } from '@leadterra/shared';

import { modelLeadterra } from '../support/model-leadterra';

type Api = ReturnType<typeof modelLeadterra>;

const clientOf = (api: Api) =>
  new LeadterraClient({ transport: api.transport, sleep: () => Promise.resolve() });

function enroll(api: Api, records: RecordsInput['records'], options: Partial<RecordsInput> = {}) {
  return enrollRecords(clientOf(api), { campaignId: 'camp_1', records, ...options });
}

const hubSpot = (email: string, properties: Record<string, string> = {}) => ({
  id: '51',
  properties: { email, firstname: 'Ava', lastname: 'Patel', ...properties },
});
const row = (email: string, more: Record<string, unknown> = {}) => ({
  'E-mail': email,
  'First Name': 'Ben',
  ...more,
});

test('each record has its outcome in its place, also one that gives no lead', async () => {
  const api = modelLeadterra();
  const { outcomes, totals } = await enroll(api, [
    hubSpot('ava@acme.example'),
    row(''),
    'no record',
    row('ben@acme.example', { City: 'Oslo' }),
    hubSpot('cleo@acme.example', { hs_email_optout: 'true' }),
    row('AVA@acme.example', { Company: 'Acme' }),
  ]);
  expect(outcomes).toMatchObject([
    { status: 'enrolled', verdict: 'created' },
    { status: 'invalid' },
    { status: 'invalid', reason: 'The record is no object with named fields.' },
    { status: 'enrolled', verdict: 'created' },
    { status: 'opted_out' },
    { status: 'duplicate', of: 0 },
  ]);
  expect(outcomes[1]).toHaveProperty('reason', expect.stringContaining('no email address'));
  expect(totals).toMatchObject({ input: 6, enrolled: 2, invalid: 2, optedOut: 1, duplicate: 1 });
  expect([...api.stored.values()]).toEqual([
    { email: 'ava@acme.example', firstName: 'Ben', lastName: 'Patel', company: 'Acme' },
    { email: 'ben@acme.example', firstName: 'Ben' },
  ]);
});

test('records are read as the options say', async () => {
  const api = modelLeadterra();
  await enroll(api, [row('ben@acme.example', { City: 'Oslo', Unsubscribed: 'yes' })], {
    customFields: ['City'],
    honorOptOut: false,
  });
  expect([...api.stored.values()]).toEqual([{ email: 'ben@acme.example', firstName: 'Ben', City: 'Oslo' }]);
});

const optedOut = row('AVA@acme.example', { Unsubscribed: 'yes' });

test.each([
  ['before', (records: unknown[]) => [optedOut, ...records], [0, 1]],
  ['after', (records: unknown[]) => [...records, optedOut], [2, 0]],
])(
  'an opt-out of a list holds for records of the address that come %s it',
  async (_, place, [said, meant]) => {
    const api = modelLeadterra();
    const records = place([hubSpot('ava@acme.example'), row('ben@acme.example')]);
    const { outcomes } = await enroll(api, records);
    expect(outcomes[said ?? -1]).toMatchObject({ status: 'opted_out' });
    expect(outcomes[meant ?? -1]).toEqual({
      status: 'opted_out',
      reason: `Record ${(said ?? -1) + 1} has the same address, and says that this person must not be mailed.`,
    });
    expect([...api.stored.keys()]).toEqual(['ben@acme.example']);
  },
);

describe('an opt-out in a stream', () => {
  const streamed = function* (records: unknown[]) {
    yield* records;
  };

  test('holds for what has not been sent, and for what comes later', async () => {
    const api = modelLeadterra();
    const records = [
      hubSpot('ava@acme.example'),
      row('ben@acme.example'),
      optedOut,
      row('ava@acme.example', { Company: 'Acme' }),
    ];
    const { outcomes, oddities } = await enroll(api, streamed(records), { batchSize: 10 });
    expect(outcomes.map(({ status }) => status)).toEqual([
      'opted_out',
      'enrolled',
      'opted_out',
      expect.stringMatching(/^(duplicate|opted_out)$/),
    ]);
    expect(oddities).toEqual([]);
    expect([...api.stored.keys()]).toEqual(['ben@acme.example']);
  });

  test('is told where the person was sent before', async () => {
    const api = modelLeadterra();
    const records = [hubSpot('ava@acme.example'), row('ben@acme.example'), optedOut];
    const { outcomes, oddities } = await enroll(api, streamed(records), { batchSize: 1 });
    expect(outcomes.map(({ status }) => status)).toEqual(['enrolled', 'enrolled', 'opted_out']);
    expect(oddities).toEqual([
      'ava@acme.example was sent before a later record said that this person must not be mailed.',
    ]);
  });
});

test('a stream of any length hands outcomes on and keeps none', async () => {
  const api = modelLeadterra();
  const seen = new Map<number, string>();
  const records = function* () {
    for (let i = 0; i < 1000; i++) yield i % 10 === 3 ? {} : row(`lead${i}@acme.example`);
  };
  const { totals } = await streamRecords(
    clientOf(api),
    { campaignId: 'camp_1', records: records() },
    (settled) => {
      for (const { index, outcome } of settled) {
        expect(seen.has(index)).toBe(false);
        seen.set(index, outcome.status);
      }
    },
  );
  expect(totals).toMatchObject({ input: 1000, enrolled: 900, invalid: 100 });
  expect([seen.size, seen.get(3), seen.get(999)]).toEqual([1000, 'invalid', 'enrolled']);
});

test('a dry run sends nothing, and its verdicts are those of the run', async () => {
  const records = [
    hubSpot('ava@acme.example'),
    row('ben@acme.example'),
    row('nobody'),
    row('ava@acme.example', { Company: 'Acme' }),
    optedOut,
    row('cleo@acme.example', { 'First Name': '' }),
  ];
  const copy = { tokens: ['firstName'], whenMissing: 'skip' as const };
  const api = modelLeadterra();
  const dry = await enroll(api, records, { copy, dryRun: true });
  expect([dry.requests, api.batches]).toEqual([0, []]);
  const real = await enroll(api, records, { copy });
  const asReady = real.outcomes.map((outcome) =>
    outcome.status === 'enrolled' ? { status: 'ready' } : outcome,
  );
  expect(dry.outcomes).toEqual(asReady);
  expect(dry.outcomes.map(({ status }) => status)).toEqual([
    'opted_out',
    'ready',
    'invalid',
    'duplicate',
    'opted_out',
    'incomplete',
  ]);
});
