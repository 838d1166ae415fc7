import {
  enrollLeads,
  type EnrollmentInput,
  type EnrollmentProgress,
  LeadterraClient,
} from '@leadterra/shared';

import { modelLeadterra, type Mood } from '../support/model-leadterra';
import { clientOf, type ScriptedAnswer, scriptedClient } from '../support/scripted';

const people = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ email: `lead${number}@acme.example` }));
const all = (count: number): ScriptedAnswer => ({ body: { enrolled: count, updated: 0 } });

/** A run that sends leads one by one to a Leadterra that gives these answers in turn. */
async function enrollOneByOne(
  answers: ScriptedAnswer[],
  count: number,
  input: Partial<EnrollmentInput> = {},
  options: Parameters<typeof scriptedClient>[1] = {},
) {
  const { client, requests, waits } = scriptedClient(answers, { retry: { attempts: 1 }, ...options });
  const report = await enrollLeads(client, {
    campaignId: 'camp_1',
    leads: people(count),
    batchSize: 1,
    concurrency: 1,
    ...input,
  });
  return { ...report, sent: requests.length, waits, statuses: report.outcomes.map(({ status }) => status) };
}

async function enrollIn(mood: Mood[], count = 2, input: Partial<EnrollmentInput> = {}) {
  const api = modelLeadterra({ moods: mood });
  const report = await enrollLeads(clientOf(api.transport), {
    campaignId: 'camp_1',
    leads: people(count),
    ...input,
  });
  return { ...report, api };
}

test('by default, ten requests of 250 leads are under way at a time', async () => {
  const { api, requests } = await enrollIn([], 3100);
  expect([requests, api.mostInFlight()]).toEqual([13, 10]);
  expect(api.batches.map((batch) => batch.length)).toEqual([...Array<number>(12).fill(250), 100]);
});

test('progress tells what was read, settled and sent so far', async () => {
  const seen: EnrollmentProgress[] = [];
  const leads = [...people(3), { email: '' }, ...people(1)];
  await enrollIn(['unavailable'], 0, {
    leads,
    batchSize: 2,
    concurrency: 1,
    onProgress: (now) => seen.push(now),
  });
  expect(seen).toEqual([
    { read: 5, settled: 4, enrolled: 2, requests: 2, retries: 1 },
    { read: 5, settled: 5, enrolled: 3, requests: 3, retries: 1 },
  ]);
});

describe('an answer that is lost', () => {
  test.each<[Mood]>([['refused'], ['rate_limited']])(
    'leaves no doubt where nothing was sent, or it was refused for the rate: %s',
    async (mood) => {
      const { outcomes, totals, oddities, retries } = await enrollIn([mood]);
      expect(outcomes).toEqual(Array(2).fill({ status: 'enrolled', verdict: 'created' }));
      expect(totals).toMatchObject({ enrolled: 2, created: 2, updated: 0 });
      expect([oddities, retries]).toEqual([[], 1]);
    },
  );

  test('leaves no doubt of leads that are new after it', async () => {
    const { outcomes, totals, oddities } = await enrollIn(['reset']);
    expect(outcomes).toEqual(Array(2).fill({ status: 'enrolled', verdict: 'created' }));
    expect(totals).toMatchObject({ enrolled: 2, created: 2, updated: 0 });
    expect(oddities).toEqual([]);
  });

  test('proves of those that are old after it only that they are enrolled', async () => {
    const { outcomes, totals, oddities } = await enrollIn(['lost']);
    expect(outcomes).toEqual(Array(2).fill({ status: 'enrolled' }));
    expect(totals).toMatchObject({ enrolled: 2, created: 0 });
    expect(totals.updated).toBeUndefined();
    expect(oddities).toEqual([
      'Some leads were sent again, after an answer that settled nothing: those told to be updated may be new.',
    ]);
  });

  test.each([
    ['ECONNREFUSED', [{ status: 'enrolled', verdict: 'updated' }], 1],
    ['ECONNRESET', [{ status: 'enrolled' }], undefined],
  ])('because of %s proves %j of an old lead', async (fails, outcomes, updated) => {
    const { client } = scriptedClient([{ fails }, { body: { enrolled: 0, updated: 1 } }]);
    const report = await enrollLeads(client, { campaignId: 'camp_1', leads: people(1) });
    expect(report.outcomes).toEqual(outcomes);
    expect(report.totals.updated).toBe(updated);
  });

  test('says nothing of other batches', async () => {
    const { outcomes, totals } = await enrollIn(['lost'], 2, { batchSize: 1, concurrency: 1 });
    expect(outcomes).toEqual([{ status: 'enrolled' }, { status: 'enrolled', verdict: 'created' }]);
    expect(totals).toMatchObject({ created: 1, updated: 0 });
  });
});

describe('an outage', () => {
  const unanswered: ScriptedAnswer[] = [
    { status: 500 },
    { status: 429 },
    { status: 409 },
    { status: 200, body: '<html>' },
    { fails: 'ECONNRESET' },
    { fails: 'ETIMEDOUT' },
  ];

  test.each(unanswered)('is two batches in a row without an answer: %j', async (answer) => {
    const { sent, outcomes } = await enrollOneByOne(
      [answer],
      5,
      {},
      { retry: { attempts: 1, rateLimitedMs: 0 } },
    );
    expect(sent).toBe(2);
    expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('failed'));
  });

  test.each<[string, ScriptedAnswer, string]>([
    ['success', all(1), 'enrolled'],
    ['a refusal of the lead', { status: 422, body: { message: 'no' } }, 'rejected'],
    ['a refusal of the request', { status: 400, body: { message: 'no' } }, 'rejected'],
    ['a refusal of its size', { status: 413, body: '' }, 'rejected'],
  ])('is over with the next answer, be it %s', async (_, answer, status) => {
    const trouble = { status: 500 };
    const { statuses } = await enrollOneByOne([trouble, answer, trouble, answer, trouble, all(1)], 6);
    expect(statuses).toEqual(['failed', status, 'failed', status, 'failed', 'enrolled']);
  });

  test('fails what was not sent with the error that ended the run', async () => {
    const { outcomes } = await enrollOneByOne([{ status: 500 }, { status: 502 }], 3);
    expect(outcomes).toMatchObject([
      { error: { status: 500 } },
      { error: { status: 502 } },
      { error: { status: 502 } },
    ]);
  });
});

test.each([401, 403, 404])('a %i ends the run, whoever meets the next', async (status) => {
  const { sent, outcomes, totals } = await enrollOneByOne([all(1), { status, body: '' }], 4);
  expect(sent).toBe(2);
  expect(totals).toMatchObject({ enrolled: 1, failed: 3 });
  expect(outcomes[3]).toMatchObject({ status: 'failed', error: { status } });
});

test('a campaign ID that cannot be one fails every lead without a request', async () => {
  const { sent, requests, outcomes } = await enrollOneByOne([all(1)], 2, { campaignId: '..' });
  expect([sent, requests]).toEqual([0, 0]);
  expect(outcomes).toMatchObject(
    Array(2).fill({ status: 'failed', error: { kind: 'invalid_input', summary: '".." is no campaign ID.' } }),
  );
});

describe('a batch that is too large in bytes', () => {
  const limited = async (limit: number, sizes: number[], input: Partial<EnrollmentInput> = {}) => {
    const batches: number[][] = [];
    const client = clientOf(({ body }) => {
      const text = JSON.stringify(body);
      const sent = (text.match(/lead\d+@/g) ?? []).map((name) => Number(/\d+/.exec(name)?.[0]));
      batches.push(sent);
      return Promise.resolve(
        text.length > limit
          ? { status: 413, headers: {}, body: '' }
          : { status: 200, headers: {}, body: { enrolled: sent.length, updated: 0 } },
      );
    });
    const leads = sizes.map((size, number) => ({
      email: `lead${number}@acme.example`,
      company: 'x'.repeat(size),
    }));
    const report = await enrollLeads(client, { campaignId: 'camp_1', leads, concurrency: 1, ...input });
    return { batches, statuses: report.outcomes.map(({ status }) => status), outcomes: report.outcomes };
  };

  test('is sent in halves, and later ones are as light', async () => {
    const { batches, statuses } = await limited(1000, Array<number>(8).fill(400), { batchSize: 4 });
    expect(batches).toEqual([
      [0, 1, 2, 3],
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
    ]);
    expect(new Set(statuses)).toEqual(new Set(['enrolled']));
  });

  test('holds as many leads as fit, not as many as there were', async () => {
    const sizes = [400, 400, 400, 400, 10, 10, 10, 10];
    const { batches } = await limited(1000, sizes, { batchSize: 4 });
    expect(batches).toEqual([
      [0, 1, 2, 3],
      [0, 1],
      [2, 3],
      [4, 5, 6, 7],
    ]);
  });

  test('because of one lead is sent without it, and later ones stay as they are', async () => {
    const { batches, outcomes } = await limited(1000, [10, 2000, 10, 10, 10, 10, 10, 10], { batchSize: 4 });
    expect(batches).toEqual([[0, 1, 2, 3], [0, 2, 3], [1], [4, 5, 6, 7]]);
    expect(outcomes[1]).toEqual({ status: 'rejected', reason: 'It is too large for Leadterra (413).' });
  });

  test('fails what is not sent again because of an abort with that error', async () => {
    const stop = new AbortController();
    const client = clientOf(() => {
      stop.abort();
      return Promise.resolve({ status: 413, headers: {}, body: '' });
    });
    const input = { campaignId: 'camp_1', leads: people(2), signal: stop.signal };
    expect((await enrollLeads(client, input)).outcomes.map(({ status }) => status)).toEqual([
      'failed',
      'failed',
    ]);
  });
});

describe('leads that are left out', () => {
  test('are looked for after one question per answer, which counts as a request', async () => {
    const api = modelLeadterra({ suppressed: ['lead1@acme.example', 'lead6@acme.example'] });
    const asked: unknown[] = [];
    const client = clientOf(async (request) => {
      if (request.method === 'POST') return await api.transport(request);
      asked.push(request.path);
      return { status: 200, headers: {}, body: { totalEnrolled: 2, sent: 0, status: 'draft' } };
    });
    const report = await enrollLeads(client, { campaignId: 'camp_1', leads: people(8) });
    expect(asked).toEqual(['/v1/campaigns/camp_1/stats']);
    expect(report.requests).toBe(api.batches.length + 1);
    expect(report.totals).toMatchObject({ enrolled: 6, created: 6, leftOut: 2, unconfirmed: 0 });
    expect(report.oddities).toEqual([]);
    expect(report.outcomes.filter(({ status }) => status === 'enrolled')).toEqual(
      Array(6).fill({ status: 'enrolled', verdict: 'created' }),
    );
  });

  test('keep the verdict that the first answer proved for all that it took', async () => {
    const api = modelLeadterra({ suppressed: ['lead1@acme.example'] });
    const { outcomes } = await enrollLeads(clientOf(api.transport), {
      campaignId: 'camp_1',
      leads: people(4),
      findLeftOut: 'always',
    });
    expect(outcomes[0]).toEqual({ status: 'enrolled', verdict: 'created' });
    expect(outcomes[1]).toEqual({ status: 'left_out' });
  });

  test('are not looked for where Leadterra does not tell of the campaign', async () => {
    const { outcomes, sent } = await enrollOneByOne(
      [{ body: { enrolled: 1, updated: 0 } }, { status: 404, body: '' }],
      2,
      { batchSize: 2 },
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['unconfirmed', 'unconfirmed']);
    expect(sent).toBe(2);
  });

  test('stay unconfirmed, not unsent, where an abort ends the search', async () => {
    const stop = new AbortController();
    const cut = { findLeftOut: 'always' as const, batchSize: 4, concurrency: 1, signal: stop.signal };
    let requests = 0;
    const client = new LeadterraClient({
      transport: () => {
        if (++requests === 2) {
          stop.abort();
          return new Promise(() => {});
        }
        return Promise.resolve({ status: 200, headers: {}, body: { enrolled: 2, updated: 0 } });
      },
      sleep: () => Promise.resolve(),
    });
    const { outcomes, totals } = await enrollLeads(client, {
      campaignId: 'camp_1',
      leads: people(6),
      ...cut,
    });
    const reason = 'Leadterra took 2 of the 4 leads of one request, and does not tell which.';
    expect(outcomes).toMatchObject([
      { status: 'unconfirmed', reason },
      { status: 'unconfirmed', reason },
      { status: 'unconfirmed', reason },
      { status: 'unconfirmed', reason },
      { status: 'not_sent', reason: 'aborted' },
      { status: 'not_sent', reason: 'aborted' },
    ]);
    expect(totals).toMatchObject({ unconfirmed: 4, notSent: 2 });
  });
});

describe('a run that is cut short', () => {
  test('calls what was on its way failed, and what was not unsent', async () => {
    const stop = new AbortController();
    const client = clientOf(() => {
      stop.abort();
      return new Promise(() => {});
    });
    const input = {
      campaignId: 'camp_1',
      leads: people(2),
      batchSize: 1,
      concurrency: 1,
      signal: stop.signal,
    };
    expect((await enrollLeads(client, input)).outcomes).toMatchObject([
      {
        status: 'failed',
        error: {
          kind: 'cancelled',
          code: 'aborted',
          mayHaveActed: true,
          message: 'Could not enroll lead0@acme.example in campaign "camp_1": it was stopped. Run it again.',
        },
      },
      { status: 'not_sent', reason: 'aborted' },
    ]);
  });

  test.each([503, 429])('calls what waits for its next try after a %i failed', async (status) => {
    const stop = new AbortController();
    const client = new LeadterraClient({
      transport: () => Promise.resolve({ status, headers: {}, body: '' }),
      sleep: () => {
        stop.abort();
        return new Promise(() => {});
      },
    });
    const input = {
      campaignId: 'camp_1',
      leads: people(2),
      batchSize: 1,
      concurrency: 1,
      signal: stop.signal,
    };
    const { outcomes, requests } = await enrollLeads(client, input);
    expect(outcomes).toMatchObject([
      { status: 'failed', error: { status } },
      { status: 'not_sent', reason: 'aborted' },
    ]);
    expect(requests).toBe(1);
  });

  test('sends nothing from the moment of its deadline on', async () => {
    const late = await enrollOneByOne([all(1)], 2, { deadline: 1000 }, { now: () => 1000 });
    expect([late.sent, late.outcomes]).toEqual([
      0,
      Array(2).fill({ status: 'not_sent', reason: 'deadline' }),
    ]);
    const early = await enrollOneByOne([all(1)], 2, { deadline: 1000 }, { now: () => 999 });
    expect([early.sent, early.statuses]).toEqual([2, ['enrolled', 'enrolled']]);
  });

  test('leaves unsent what a wait for all would keep until after its deadline', async () => {
    const busy = { status: 429, headers: { 'retry-after': '30' } };
    const { sent, outcomes, waits } = await enrollOneByOne([busy], 3, { deadline: 25_000 }, { now: () => 0 });
    expect([sent, waits]).toEqual([1, []]);
    expect(outcomes).toMatchObject([
      { status: 'failed', error: { status: 429 } },
      { status: 'not_sent', reason: 'deadline' },
      { status: 'not_sent', reason: 'deadline' },
    ]);
  });

  test('calls what never was sent failed, not unsent, where it could not wait for its turn', async () => {
    let requests = 0;
    const client = new LeadterraClient({
      transport: () => {
        requests += 1;
        return Promise.resolve({ status: 503, headers: {}, body: '' });
      },
      sleep: () => Promise.reject(new Error('no timers here')),
      retry: { attempts: 1 },
    });
    const input = { campaignId: 'camp_1', leads: people(2), batchSize: 1, concurrency: 1 };
    expect((await enrollLeads(client, input)).outcomes).toMatchObject([
      { status: 'failed', error: { status: 503 } },
      { status: 'failed', error: { kind: 'cancelled', code: 'no_wait' } },
    ]);
    expect(requests).toBe(1);
  });

  test('by a wait that cannot be waited loses only what was waiting', async () => {
    let requests = 0;
    const client = new LeadterraClient({
      transport: () => {
        requests += 1;
        return Promise.resolve({
          status: requests === 1 ? 503 : 200,
          headers: {},
          body: { enrolled: 1, updated: 0 },
        });
      },
      sleep: () => Promise.reject(new Error('no timers here')),
    });
    const input = { campaignId: 'camp_1', leads: people(3), batchSize: 1, concurrency: 1 };
    expect((await enrollLeads(client, input)).outcomes).toMatchObject([
      { status: 'failed', error: { status: 503 } },
      { status: 'enrolled' },
      { status: 'enrolled' },
    ]);
  });
});
