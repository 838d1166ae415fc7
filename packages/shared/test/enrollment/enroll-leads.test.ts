import {
  enrollLeads,
  type EnrollmentInput,
  type Lead,
  LeadterraClient,
  streamEnrollment,
  type Transport,
} from '@leadterra/shared';

import { modelLeadterra } from '../support/model-leadterra';
import { clientOf, rejection } from '../support/scripted';

const people = (count: number): Lead[] =>
  Array.from({ length: count }, (_, i) => ({ email: `lead${i}@acme.example`, firstName: `Ava${i}` }));

async function* streamed(leads: Lead[]) {
  for (const lead of leads) yield await Promise.resolve(lead);
}

function enroll(
  api: { transport: Transport },
  leads: EnrollmentInput['leads'],
  options: Partial<EnrollmentInput> = {},
) {
  return enrollLeads(clientOf(api.transport), { campaignId: 'camp_1', leads, ...options });
}

describe('enrolling', () => {
  test('takes as few requests as the batch size allows, and no more at a time than asked for', async () => {
    const api = modelLeadterra();
    const report = await enroll(api, people(1000), { batchSize: 100, concurrency: 3 });
    expect(report).toMatchObject({ requests: 10, retries: 0, oddities: [] });
    expect(report.totals).toMatchObject({
      input: 1000,
      enrolled: 1000,
      created: 1000,
      updated: 0,
    });
    expect(api.mostInFlight()).toBe(3);
    expect(api.stored.size).toBe(1000);
  });

  test('gives every lead its outcome in input order', async () => {
    const api = modelLeadterra({ bad: ['lead1@acme.example'] });
    const leads = [...people(3), { email: 'no address' }, { email: 'LEAD0@acme.example ', company: 'Acme' }];
    const { outcomes } = await enroll(api, leads);
    expect(outcomes).toMatchObject([
      { status: 'enrolled', verdict: 'created' },
      { status: 'rejected' },
      { status: 'enrolled', verdict: 'created' },
      { status: 'invalid', reason: '"no address" is not an email address.' },
      { status: 'duplicate', of: 0 },
    ]);
  });

  test('of nothing sends nothing', async () => {
    const api = modelLeadterra();
    const report = await enroll(api, []);
    expect(report).toMatchObject({ outcomes: [], requests: 0 });
    expect(api.batches).toEqual([]);
  });

  test.each(['top-level', 'nested'] as const)(
    'puts custom fields where the switch says: %s',
    async (customFieldsAs) => {
      const api = modelLeadterra();
      const lead = { email: 'ava@acme.example', customFields: { useCase: 'sync', seats: 5 } };
      await enroll(api, [lead], { customFieldsAs });
      expect(api.stored.get(lead.email)).toEqual(
        customFieldsAs === 'nested' ? lead : { email: lead.email, useCase: 'sync', seats: 5 },
      );
    },
  );

  test('keeps custom fields from taking the place of standard ones, and says so', async () => {
    const api = modelLeadterra();
    const customFields: Record<string, string> = {
      email: 'other@acme.example',
      constructor: 'x',
      region: 'EMEA',
    };
    Object.defineProperty(customFields, '__proto__', { value: 'x', enumerable: true });
    const report = await enroll(api, [{ email: 'ava@acme.example', customFields }]);
    expect(api.stored.get('ava@acme.example')).toEqual({ email: 'ava@acme.example', region: 'EMEA' });
    expect(report.oddities).toHaveLength(3);
    expect(report.oddities.join()).toContain('"email"');
  });

  test.each([{ batchSize: 0 }, { concurrency: 1.5 }, { campaignId: ' ' }])(
    'refuses %j before it sends',
    async (options) => {
      const api = modelLeadterra();
      expect(await rejection(enroll(api, people(2), options))).toMatchObject({ kind: 'invalid_input' });
      expect(api.batches).toEqual([]);
    },
  );

  test('reports its progress', async () => {
    const seen: number[] = [];
    await enroll(modelLeadterra(), people(30), {
      batchSize: 10,
      onProgress: ({ settled }) => seen.push(settled),
    });
    expect(seen).toEqual([10, 20, 30]);
  });
});

describe('duplicates', () => {
  const twice: Lead[] = [
    {
      email: 'ava@acme.example',
      firstName: 'Ava',
      company: 'Old',
      customFields: { seats: 1, region: 'EMEA' },
    },
    ...people(50),
    { email: 'AVA@acme.example', company: 'New', jobTitle: 'CTO', customFields: { seats: 2 } },
  ];
  const merged = {
    email: 'ava@acme.example',
    firstName: 'Ava',
    company: 'New',
    jobTitle: 'CTO',
    seats: 2,
    region: 'EMEA',
  };

  test('in an array are merged before anything is sent, the later fields winning', async () => {
    const api = modelLeadterra();
    const report = await enroll(api, twice, { batchSize: 10 });
    expect(report.outcomes.at(-1)).toEqual({ status: 'duplicate', of: 0 });
    expect(api.stored.get('ava@acme.example')).toEqual(merged);
    expect(api.batches.flat().filter((email) => email === 'ava@acme.example')).toHaveLength(1);
  });

  test('in a stream bring their fields along even when the first record was sent long before', async () => {
    const api = modelLeadterra();
    const report = await enroll(api, streamed(twice), { batchSize: 10 });
    expect(report.totals).toMatchObject({ input: 52, enrolled: 51, created: 51, updated: 0, duplicate: 1 });
    expect(api.stored.get('ava@acme.example')).toEqual(merged);
  });

  test('in a stream that say the same as the first record are not sent again', async () => {
    const api = modelLeadterra();
    await enroll(api, streamed([...people(50), ...people(50)]), { batchSize: 10 });
    expect(api.batches).toHaveLength(5);
  });
});

describe('refused leads', () => {
  const bad = ['lead3@acme.example', 'lead77@acme.example'];

  test.each(['index', 'email', 'path', 'nothing'] as const)(
    'never sink their batch: a 422 that names them by %s',
    async (names) => {
      const api = modelLeadterra({ bad, names });
      const { outcomes, totals } = await enroll(api, people(100), { batchSize: 50 });
      expect(totals).toMatchObject({ enrolled: 98, rejected: 2, failed: 0 });
      expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([
        3, 77,
      ]);
      expect(api.stored.size).toBe(98);
    },
  );

  test('are told from the others in a 2xx answer that names them', async () => {
    const api = modelLeadterra({ bad, dialect: 'concept', names: 'email' });
    const { totals, outcomes } = await enroll(api, people(100));
    expect(totals).toMatchObject({ enrolled: 98, rejected: 2, created: 98 });
    expect(outcomes[3]).toEqual({ status: 'rejected', reason: 'invalid email' });
  });

  test('leave the others unconfirmed in a 2xx answer that names only positions', async () => {
    const api = modelLeadterra({ bad, dialect: 'concept', names: 'index' });
    const { totals, outcomes } = await enroll(api, people(100));
    expect(totals).toMatchObject({ enrolled: 0, rejected: 0, unconfirmed: 100 });
    expect(outcomes[3]).toEqual({
      status: 'unconfirmed',
      reason:
        'Leadterra took 98 of the 100 leads of one request, and does not tell which. It says: "invalid email".',
    });
  });

  test('that are named again and again end with one refusal each', async () => {
    const api = modelLeadterra({ bad: people(20).map(({ email }) => email), names: 'email' });
    expect((await enroll(api, people(20))).totals).toMatchObject({ rejected: 20 });
    expect(api.batches).toHaveLength(1);
  });
});

test('a lead that was sent out of turn, to find out about all, is not sent once more', async () => {
  const leads = people(8);
  const bad = [2, 3, 4, 5, 6].map((i) => `lead${i}@acme.example`);
  const api = modelLeadterra({ bad, names: 'nothing', batchLimit: { size: 1, status: 400 } });
  const { outcomes, totals } = await enroll(api, leads, { concurrency: 1 });
  expect(outcomes.map(({ status }) => status)).toEqual(
    leads.map(({ email }) => (bad.includes(email) ? 'rejected' : 'enrolled')),
  );
  expect(totals).toMatchObject({ input: 8, enrolled: 3, rejected: 5 });
  expect(api.batches.filter((batch) => batch.join() === 'lead7@acme.example')).toHaveLength(1);
});

describe('suppressed leads', () => {
  const suppressed = ['lead1@acme.example'];

  test.each(['reference', 'guide'] as const)(
    'leave those of their request unconfirmed where somebody might be mailed twice: %s',
    async (dialect) => {
      const { outcomes, totals } = await enroll(modelLeadterra({ suppressed, dialect }), people(3));
      expect(totals).toMatchObject({ enrolled: 0, created: 2, leftOut: 0, unconfirmed: 3 });
      const reason = 'Leadterra took 2 of the 3 leads of one request, and does not tell which.';
      expect(outcomes).toEqual(Array(3).fill({ status: 'unconfirmed', reason }));
    },
  );

  test.each(['reference', 'guide', 'concept'] as const)(
    'are left out beyond doubt where the counts are all zero: %s',
    async (dialect) => {
      const api = modelLeadterra({ suppressed: people(3).map(({ email }) => email), dialect });
      expect((await enroll(api, people(3))).outcomes).toEqual(Array(3).fill({ status: 'left_out' }));
      expect((await enroll(api, people(1))).outcomes).toEqual([{ status: 'left_out' }]);
    },
  );

  test('are found by sending halves again, if that is asked for', async () => {
    const some = [7, 8, 120, 199].map((index) => `lead${index}@acme.example`);
    const api = modelLeadterra({ suppressed: some });
    const report = await enroll(api, people(200), { findLeftOut: 'always' });
    expect(report.totals).toMatchObject({ enrolled: 196, created: 196, leftOut: 4, unconfirmed: 0 });
    expect(report.outcomes[0]).toEqual({ status: 'enrolled', verdict: 'created' });
    expect(report.outcomes[7]).toEqual({ status: 'left_out' });
    expect(report.requests).toBe(api.batches.length);
    expect(report.requests).toBeLessThanOrEqual(60);
  });

  test.each([
    ['draft', 'left_out'],
    ['running', 'unconfirmed'],
    [undefined, 'unconfirmed'],
  ])('of a campaign that Leadterra calls %s are %s', async (status, expected) => {
    const api = modelLeadterra({ suppressed });
    const transport: Transport = async (request) =>
      request.method === 'GET'
        ? { status: 200, headers: {}, body: { totalEnrolled: 2, sent: 0, status } }
        : await api.transport(request);
    const { outcomes, requests } = await enroll({ transport }, people(3));
    expect(outcomes[1]?.status).toBe(expected);
    expect(requests).toBe(api.batches.length + 1);
  });
});

describe('a batch that is too large', () => {
  test.each([413, 400] as const)(
    'is halved on %i until it fits, and the size is remembered',
    async (status) => {
      const api = modelLeadterra({ batchLimit: { size: 30, status } });
      const { totals } = await enroll(api, people(1000), { batchSize: 100, concurrency: 1 });
      expect(totals).toMatchObject({ enrolled: 1000, created: 1000 });
      const tooLarge = api.batches.filter((batch) => batch.length > 30);
      expect(tooLarge.length).toBeLessThanOrEqual(3);
    },
  );
});

describe('a lead that would leave a token of the copy blank', () => {
  const leads: Lead[] = [
    { email: 'ava@acme.example', firstName: 'Ava', company: 'Acme' },
    { email: 'ben@acme.example', firstName: 'Ben' },
    { email: 'zoe@acme.example', firstName: 'Zoë' },
    { email: 'zoe@acme.example', company: 'Acme' },
  ];
  const tokens = ['firstName', 'company'];

  test('is sent when the rule says so', async () => {
    const report = await enroll(modelLeadterra(), leads, { copy: { tokens, whenMissing: 'send' } });
    expect(report.totals).toMatchObject({ enrolled: 3, duplicate: 1 });
  });

  test('is skipped and reported, unless a later record completes it', async () => {
    const api = modelLeadterra();
    const { outcomes } = await enroll(api, leads, { copy: { tokens, whenMissing: 'skip' } });
    expect(outcomes[1]).toEqual({ status: 'incomplete', missing: ['company'] });
    expect([...api.stored.keys()]).toEqual(['ava@acme.example', 'zoe@acme.example']);
  });

  test('stops the run before anything is sent, and is named', async () => {
    const api = modelLeadterra();
    const error = await rejection(
      enroll(api, leads, { copy: { tokens, whenMissing: 'stop' }, batchSize: 1 }),
    );
    expect(error.message).toContain(
      'Lead 2, ben@acme.example, cannot be enrolled: it would leave [[company]] blank.',
    );
    expect(api.batches).toEqual([]);
  });
});

describe('trouble on the way', () => {
  test('that passes is retried, and a lost answer proves nothing', async () => {
    const api = modelLeadterra({ moods: ['lost'] });
    const { totals, outcomes, oddities } = await enroll(api, people(2));
    expect(totals).toMatchObject({ enrolled: 2 });
    expect(totals.updated).toBeUndefined();
    expect(outcomes).toEqual([{ status: 'enrolled' }, { status: 'enrolled' }]);
    expect(oddities.join()).toContain('sent again');
  });

  test('that asks to slow down holds all requests back in one pause', async () => {
    const api = modelLeadterra({ moods: ['rate_limited', 'rate_limited', 'rate_limited', 'rate_limited'] });
    const waits: number[] = [];
    const client = new LeadterraClient({
      transport: api.transport,
      now: () => 0,
      sleep: async (ms) => {
        waits.push(ms);
        // Until all that were on their way together have been told.
        while (api.answered() < 4) await new Promise(setImmediate);
      },
    });
    const running = enrollLeads(client, {
      campaignId: 'camp_1',
      leads: people(100),
      batchSize: 10,
      concurrency: 4,
    });
    expect((await running).totals.enrolled).toBe(100);
    expect(waits).toEqual([1000]);
  });

  test.each([401, 404])('of status %i stops all further sending at once', async (status) => {
    let requests = 0;
    const transport: Transport = () =>
      Promise.resolve({
        status: ++requests > 2 ? status : 200,
        headers: {},
        body: { enrolled: 10, updated: 0 },
      });
    const { totals, outcomes } = await enroll({ transport }, people(100), { batchSize: 10, concurrency: 1 });
    expect(requests).toBe(3);
    expect(totals).toMatchObject({ enrolled: 20, failed: 80, notSent: 0 });
    expect(outcomes[99]).toMatchObject({ status: 'failed', error: { status } });
  });

  test('that lasts ends the run instead of trying each batch', async () => {
    const api = modelLeadterra({ moods: Array(1000).fill('server_error') });
    const { totals } = await enroll(api, people(1000), { batchSize: 10, concurrency: 1 });
    expect(totals.failed).toBe(1000);
    expect(api.batches).toHaveLength(12);
  });

  test.each([0, 1])(
    'with one bad lead at a position that counts from %i rejects only that one',
    async (from) => {
      for (const bad of [0, 100, 249]) {
        const api = modelLeadterra({ bad: [`lead${bad}@acme.example`], names: 'index', positionsFrom: from });
        const { totals, requests, outcomes } = await enroll(api, people(250));
        expect(totals).toMatchObject({ enrolled: 249, rejected: 1, created: 249 });
        expect(outcomes[bad]?.status).toBe('rejected');
        expect(requests).toBeLessThanOrEqual(60);
      }
    },
  );

  test('leaves what the deadline cuts off unsent', async () => {
    const api = modelLeadterra();
    let time = 0;
    const client = clientOf(api.transport, () => (time += 10));
    const input = { campaignId: 'camp_1', leads: people(100), batchSize: 10, concurrency: 1, deadline: 100 };
    const { totals, outcomes } = await enrollLeads(client, input);
    expect(totals.enrolled).toBe(api.stored.size);
    expect(totals.enrolled).toBeGreaterThan(0);
    expect(outcomes.at(-1)).toEqual({ status: 'not_sent', reason: 'deadline' });
    expect(totals.enrolled + totals.notSent).toBe(100);
  });

  test('leaves what comes after an abort unsent', async () => {
    const api = modelLeadterra();
    const abort = new AbortController();
    const onProgress = () => abort.abort();
    const { totals, outcomes } = await enroll(api, people(100), {
      batchSize: 10,
      concurrency: 1,
      signal: abort.signal,
      onProgress,
    });
    expect(totals).toMatchObject({ enrolled: 10, notSent: 90 });
    expect(outcomes.at(-1)).toEqual({ status: 'not_sent', reason: 'aborted' });
  });
});

describe('answers that cannot be trusted', () => {
  const leads = people(2);
  test.each([
    ['counts more than were sent', { enrolled: 500, updated: 0 }, 'counts 500 leads'],
    ['has negative counts', { enrolled: -1, updated: 3 }, '"enrolled" is -1'],
    ['has texts for counts', { enrolled: '2', updated: '0' }, '"enrolled" is "2"'],
    ['does not add up', { enrolled: 1, updated: 1, total: 7 }, '7 leads in all'],
    [
      'refuses leads that were not sent',
      { enrolled: 2, updated: 0, errors: [{ index: 99 }] },
      'refuses some',
    ],
  ])('proves nothing when it %s, and the report says so', async (_, body, words) => {
    const { outcomes, oddities, totals } = await enroll(
      { transport: () => Promise.resolve({ status: 200, headers: {}, body }) },
      leads,
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['unconfirmed', 'unconfirmed']);
    expect([...oddities, JSON.stringify(outcomes)].join()).toContain(words);
    expect(totals).toMatchObject({ enrolled: 0, unconfirmed: 2 });
  });

  test.each([[''], ['<html></html>'], [{}], [[]], [null], [{ ok: true }]])(
    'is no success when it is %j',
    async (body) => {
      const { totals } = await enroll(
        { transport: () => Promise.resolve({ status: 200, headers: {}, body }) },
        leads,
      );
      expect(totals).toMatchObject({ enrolled: 0, failed: 2 });
    },
  );
});

describe('a stream', () => {
  test('is read no faster than its leads are enrolled', async () => {
    let read = 0;
    let settled = 0;
    let farthest = 0;
    function* leads() {
      for (const lead of people(2000)) {
        read += 1;
        farthest = Math.max(farthest, read - settled);
        yield lead;
      }
    }
    const input = { campaignId: 'camp_1', leads: leads(), batchSize: 50, concurrency: 2 };
    const summary = await streamEnrollment(clientOf(modelLeadterra().transport), input, (some) => {
      settled += some.length;
    });
    expect(summary.totals.enrolled).toBe(2000);
    expect(farthest).toBeLessThanOrEqual(4 * 50);
  });

  test('whose source breaks rejects with the source’s error, after what was sent has its outcome', async () => {
    const api = modelLeadterra();
    let settled = 0;
    async function* broken() {
      yield* streamed(people(20));
      throw new Error('row 21 cannot be read');
    }
    const input = { campaignId: 'camp_1', leads: broken(), batchSize: 10 };
    const error = await rejection(
      streamEnrollment(clientOf(api.transport), input, (some) => void (settled += some.length)),
    );
    expect(error.message).toBe('row 21 cannot be read');
    expect(settled).toBe(20);
    expect(api.stored.size).toBe(20);
  });

  test('whose outcomes cannot be stored ends with that error', async () => {
    const input = { campaignId: 'camp_1', leads: streamed(people(100)), batchSize: 10 };
    const failing = streamEnrollment(clientOf(modelLeadterra().transport), input, () =>
      Promise.reject(new Error('disk full')),
    );
    expect((await rejection(failing)).message).toBe('disk full');
  });
});
