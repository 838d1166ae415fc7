import { enrollLeads, type EnrollmentInput, type Lead, streamEnrollment } from '@leadterra/shared';

import { modelLeadterra } from '../support/model-leadterra';
import { clientOf, rejection, scriptedClient } from '../support/scripted';

const person = (number: number): Lead => ({ email: `lead${number}@acme.example` });
const people = (count: number) => Array.from({ length: count }, (_, number) => person(number));

async function enroll(
  api: Pick<ReturnType<typeof modelLeadterra>, 'transport'>,
  leads: Iterable<Lead>,
  options: Partial<EnrollmentInput> = {},
) {
  return await enrollLeads(clientOf(api.transport), {
    campaignId: 'camp_1',
    leads: new Set(leads),
    ...options,
  });
}

/** A stream that is told apart by what was done to it. */
function watched(
  leads: Iterable<Lead>,
  { after = (): Promise<IteratorResult<Lead>> => new Promise(() => {}) } = {},
) {
  const seen = { read: 0, returned: 0 };
  const inner = leads[Symbol.iterator]();
  const source: AsyncIterable<Lead> = {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const next = inner.next();
        if (next.done) return await after();
        seen.read += 1;
        return next;
      },
      return: () => {
        seen.returned += 1;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  return { source, seen };
}

describe('a later record in a stream', () => {
  const first = { email: 'ava@acme.example', firstName: 'Ava' };
  const later = { email: 'ava@acme.example', company: 'Acme' };

  test('corrects the lead that was enrolled before, which stays one that was created', async () => {
    const api = modelLeadterra();
    const report = await enroll(api, [first, person(1), later], { batchSize: 1 });
    expect(report).toMatchObject({
      outcomes: [
        { status: 'enrolled', verdict: 'created' },
        { status: 'enrolled', verdict: 'created' },
        { status: 'duplicate', of: 0 },
      ],
      totals: { input: 3, enrolled: 2, created: 2, updated: 0, duplicate: 1 },
      requests: 3,
      retries: 0,
      oddities: [],
    });
    expect(api.stored.get('ava@acme.example')).toEqual({ ...first, ...later });
  });

  test('that waits takes up what comes after it', async () => {
    const api = modelLeadterra();
    const leads = [first, person(1), later, { ...later, jobTitle: 'CTO' }, { ...later, jobTitle: 'CTO' }];
    const { outcomes } = await enroll(api, leads, { batchSize: 2 });
    expect(api.batches).toEqual([['ava@acme.example', 'lead1@acme.example'], ['ava@acme.example']]);
    expect(outcomes.slice(2)).toEqual(Array(3).fill({ status: 'duplicate', of: 0 }));
    expect(api.stored.get('ava@acme.example')).toMatchObject({
      firstName: 'Ava',
      company: 'Acme',
      jobTitle: 'CTO',
    });
  });

  test.each([
    ['firstName', { ...first, firstName: 'Eva' }],
    ['company', { ...first, company: 'Acme' }],
    ['custom fields', { ...first, customFields: { seats: 1 } }],
  ])('that differs in its %s alone is sent', async (_, other) => {
    const api = modelLeadterra();
    await enroll(api, [first, other], { batchSize: 1 });
    expect(api.batches).toHaveLength(2);
  });

  test('that puts a value into another field is no repetition', async () => {
    const api = modelLeadterra();
    await enroll(
      api,
      [
        { email: 'ava@acme.example', firstName: 'Jo' },
        { email: 'ava@acme.example', lastName: 'Jo' },
      ],
      {
        batchSize: 1,
      },
    );
    expect(api.stored.get('ava@acme.example')).toMatchObject({ firstName: 'Jo', lastName: 'Jo' });
  });

  test('that changes back what a correction said is sent again', async () => {
    const api = modelLeadterra();
    await enroll(api, [first, { ...first, firstName: 'Eva' }, { ...first }], { batchSize: 1 });
    expect(api.stored.get('ava@acme.example')).toEqual(first);
  });

  test('is a lead of its own where the first was refused', async () => {
    const api = modelLeadterra();
    const client = scriptedClient([
      { status: 422, body: { message: 'no first names' } },
      { body: { enrolled: 1, updated: 0 } },
    ]);
    const leads = new Set([first, later]);
    const { outcomes } = await enrollLeads(client.client, { campaignId: 'camp_1', leads, batchSize: 1 });
    expect(outcomes).toEqual([
      { status: 'rejected', reason: 'no first names' },
      // Whether the refused request did anything is not known.
      { status: 'enrolled', verdict: 'created' },
    ]);
    expect(client.requests[1]?.body).toEqual({ leads: [later] });
    expect(api.batches).toEqual([]);
  });

  test('is no proof of being new or old where the first may have come through', async () => {
    const { client } = scriptedClient([{ status: 409, body: '' }, { body: { enrolled: 0, updated: 1 } }]);
    const leads = new Set([first, later]);
    const { outcomes, totals } = await enrollLeads(client, { campaignId: 'camp_1', leads, batchSize: 1 });
    expect(outcomes).toMatchObject([{ status: 'failed' }, { status: 'enrolled' }]);
    expect(outcomes[1]).not.toHaveProperty('verdict');
    expect(totals.updated).toBeUndefined();
  });

  test('passes by the copy check only as a correction', async () => {
    const copy = { tokens: ['firstName'], whenMissing: 'skip' as const };
    const api = modelLeadterra();
    const enrolled = await enroll(api, [first, later], { batchSize: 1, copy });
    expect(enrolled.outcomes[1]).toEqual({ status: 'duplicate', of: 0 });

    const { outcomes } = await enroll(modelLeadterra(), [{ email: 'ava@acme.example' }, later, first], {
      batchSize: 1,
      copy,
    });
    expect(outcomes).toEqual([
      { status: 'incomplete', missing: ['firstName'] },
      { status: 'incomplete', missing: ['firstName'] },
      { status: 'enrolled', verdict: 'created' },
    ]);
  });

  test('that Leadterra does not take is told of', async () => {
    const { client } = scriptedClient([
      { body: { enrolled: 1, updated: 0 } },
      { body: { enrolled: 0, updated: 0 } },
    ]);
    const leads = new Set([first, later]);
    const { outcomes, oddities } = await enrollLeads(client, { campaignId: 'camp_1', leads, batchSize: 1 });
    expect(outcomes[1]).toEqual({ status: 'duplicate', of: 0 });
    expect(oddities).toEqual([
      'The later record of ava@acme.example may not have been merged into the earlier one (left_out).',
    ]);
  });

  test('of somebody who was left out is left out with them', async () => {
    const api = modelLeadterra({ suppressed: ['ava@acme.example'] });
    const { outcomes } = await enroll(api, [first, later], { batchSize: 1 });
    expect(outcomes).toEqual([{ status: 'left_out' }, { status: 'duplicate', of: 0 }]);
  });

  test('waits for no more than a batch of its like', async () => {
    const api = modelLeadterra();
    const again = people(6).map((lead) => ({ ...lead, company: 'Acme' }));
    await enroll(api, [...people(6), ...again], { batchSize: 2 });
    expect(api.batches.map((batch) => batch.length)).toEqual([2, 2, 2, 2, 2, 2]);
  });
});

test('a long stream knows every address again, however many came before', async () => {
  const leads = people(1500);
  const api = modelLeadterra();
  const { totals, outcomes } = await enroll(api, [...leads, ...people(1500)]);
  expect(totals).toMatchObject({ input: 3000, enrolled: 1500, duplicate: 1500 });
  expect(outcomes.slice(1500)).toEqual(leads.map((_, of) => ({ status: 'duplicate', of })));
  expect(api.batches).toHaveLength(6);
});

describe('an abort', () => {
  test('ends a stream at once that has nothing to read just now', async () => {
    const stop = new AbortController();
    const { source, seen } = watched(people(3));
    const api = modelLeadterra();
    const enrolling = enrollLeads(clientOf(api.transport), {
      campaignId: 'camp_1',
      leads: source,
      batchSize: 2,
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    expect((await enrolling).outcomes).toEqual([
      { status: 'enrolled', verdict: 'created' },
      { status: 'enrolled', verdict: 'created' },
      { status: 'not_sent', reason: 'aborted' },
    ]);
    expect(seen).toEqual({ read: 3, returned: 1 });
  });

  test('before the beginning reads nothing of a stream', async () => {
    const { source, seen } = watched(people(3));
    const input = { campaignId: 'camp_1', leads: source, signal: AbortSignal.abort() };
    expect((await enrollLeads(clientOf(modelLeadterra().transport), input)).outcomes).toEqual([]);
    expect(seen).toEqual({ read: 0, returned: 1 });
  });

  test('ends reading an iterable after the lead at hand', async () => {
    const stop = new AbortController();
    let read = 0;
    function* leads() {
      for (const lead of people(5)) {
        read += 1;
        if (read === 2) stop.abort();
        yield lead;
      }
    }
    const input = { campaignId: 'camp_1', leads: leads(), signal: stop.signal };
    const { outcomes } = await enrollLeads(clientOf(modelLeadterra().transport), input);
    expect(outcomes).toEqual(Array(2).fill({ status: 'not_sent', reason: 'aborted' }));
    expect(read).toBe(2);
  });
});

describe('a stream', () => {
  test('that ends is closed once', async () => {
    const { source, seen } = watched(people(3), {
      after: () => Promise.resolve({ done: true, value: undefined }),
    });
    await enrollLeads(clientOf(modelLeadterra().transport), { campaignId: 'camp_1', leads: source });
    expect(seen).toEqual({ read: 3, returned: 1 });
  });

  test('that breaks is closed, and what was read but not sent has no outcome', async () => {
    const broken = new Error('row 4 cannot be read');
    const { source, seen } = watched(people(3), { after: () => Promise.reject(broken) });
    const settled: number[] = [];
    const api = modelLeadterra();
    const input = { campaignId: 'camp_1', leads: source, batchSize: 2 };
    const running = streamEnrollment(clientOf(api.transport), input, (some) => {
      settled.push(...some.map(({ index }) => index));
    });
    expect(await rejection(running)).toBe(broken);
    expect([settled, seen.returned, api.batches.length]).toEqual([[0, 1], 1, 1]);
  });

  test('needs no way to be closed, and may fail at it', async () => {
    const next = () => Promise.resolve({ done: true as const, value: undefined });
    for (const more of [{}, { return: () => Promise.reject(new Error('cannot close')) }]) {
      const leads: AsyncIterable<Lead> = { [Symbol.asyncIterator]: () => ({ next, ...more }) };
      const { totals } = await enrollLeads(clientOf(modelLeadterra().transport), {
        campaignId: 'camp_1',
        leads,
      });
      expect(totals.input).toBe(0);
    }
  });

  test('of leads that need no request hands them on all the same', async () => {
    const handed: unknown[] = [];
    const leads = new Set([{ email: '' }, { email: 'ava' }]);
    const summary = await streamEnrollment(
      clientOf(modelLeadterra().transport),
      { campaignId: 'camp_1', leads },
      (some) => {
        handed.push(...some);
      },
    );
    expect(handed).toEqual([
      { index: 0, outcome: { status: 'invalid', reason: 'It has no email address.' } },
      { index: 1, outcome: { status: 'invalid', reason: '"ava" is not an email address.' } },
    ]);
    expect(summary).toMatchObject({ requests: 0, totals: { input: 2, invalid: 2 } });
  });

  test('that stops for its copy stops after what was sent before has its outcome', async () => {
    const api = modelLeadterra();
    const settled: number[] = [];
    const leads = new Set([{ ...person(0), firstName: 'Ava' }, person(1)]);
    const copy = { tokens: ['firstName'], whenMissing: 'stop' as const };
    const input = { campaignId: 'camp_1', leads, batchSize: 1, copy };
    await rejection(
      streamEnrollment(clientOf(api.transport), input, (some) => {
        settled.push(...some.map(({ index }) => index));
      }),
    );
    expect(settled).toEqual([0]);
  });
});
