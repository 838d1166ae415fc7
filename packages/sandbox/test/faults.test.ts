import { once } from 'node:events';

import { containing, someText } from '@leadterra/testing/matchers';

import { type FaultPlan } from '../src';
import { type Answer, type Caller, campaign, enroll, shared, start } from './support/sandbox';

const ava = { email: 'ava@example.com' };
const rejected = { email: 'rejected@example.com' };

const dialects = {
  reference: shared(),
  guide: shared({ dialect: 'guide' }),
  concept: shared({ dialect: 'concept' }),
};

/** What a fault does to one bulk request: the answer, or why there is none, and how many leads were enrolled. */
async function bulkWith(
  fault: string,
  leads: object[] = [ava, { email: 'ben@example.com' }],
  dialect: keyof typeof dialects = 'reference',
) {
  const caller = dialects[dialect];
  await caller.call('POST', '/_sandbox/reset');
  const id = await campaign(caller);
  const answer = await enroll(caller, id, leads, { 'x-sandbox-fault': fault }).catch(
    (error: unknown) => error,
  );
  const enrolled = caller.rows('SELECT * FROM enrollments').length;
  return { answer, enrolled };
}

const bodyOf = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'body' in answer ? answer.body : undefined;

const statuses = async ({ call }: Caller, count: number) => {
  const answers: Answer[] = [];
  for (let i = 0; i < count; i++) answers.push(await call('GET', '/v1/sender-accounts'));
  return answers.map(({ status }) => status);
};

describe('a fault that a header asks for', () => {
  test.each([
    ['status-429', 429, '1'],
    ['status-429:7', 429, '7'],
    ['status-500', 500, null],
    ['status-502', 502, null],
    ['status-503', 503, null],
    ['status-503:30', 503, '30'],
    ['status-504', 504, null],
  ])('%s answers %i before it acts', async (fault, status, retryAfter) => {
    const { answer, enrolled } = await bulkWith(fault);
    expect(answer).toMatchObject({ status });
    expect(enrolled).toBe(0);
    const { headers } = await dialects.reference.call('GET', '/v1/replies', undefined, {
      'x-sandbox-fault': fault,
    });
    expect(headers.get('retry-after')).toBe(retryAfter);
  });

  test.each([
    ['reset-before-reading', 0],
    ['connection-closed', 0],
    ['reset-after-acting', 2],
  ])('%s cuts the connection with %i leads enrolled', async (fault, expected) => {
    const { answer, enrolled } = await bulkWith(fault);
    expect(answer).toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(enrolled).toBe(expected);
    expect(dialects.reference.rows(`SELECT status FROM requests WHERE fault = '${fault}'`)).toEqual([
      { status: null },
    ]);
  });

  test('truncated-json acts and answers half of the body', async () => {
    const { answer, enrolled } = await bulkWith('truncated-json');
    expect(answer).toMatchObject({ status: 200, body: '{"enrolled":2,"upd' });
    expect(enrolled).toBe(2);
  });

  test('html-page answers a page with status 200 and does not act', async () => {
    const { answer, enrolled } = await bulkWith('html-page');
    expect(answer).toMatchObject({ status: 200, body: containing('<html>') });
    expect(enrolled).toBe(0);
  });

  test('endless-body goes on until the caller hangs up', async () => {
    const { sandbox } = await start();
    const response = await fetch(`${sandbox.url}/v1/replies`, {
      headers: { authorization: `Bearer ${sandbox.apiKey}`, 'x-sandbox-fault': 'endless-body:1' },
    });
    let received = 0;
    const ended = once(sandbox.events, 'request');
    for await (const chunk of response.body ?? []) {
      received += Buffer.from(chunk).length;
      if (received > 8 * 1024) break;
    }
    expect(received).toBeGreaterThan(8 * 1024);
    expect(await ended).toMatchObject([{ fault: 'endless-body:1', status: null }]);
  });

  test('latency waits first', async () => {
    const { call } = await start();
    const before = performance.now();
    expect((await call('GET', '/v1/replies', undefined, { 'x-sandbox-fault': 'latency:80' })).status).toBe(
      200,
    );
    expect(performance.now() - before).toBeGreaterThanOrEqual(79);
  });

  test('workspace-not-found answers the documented 404', async () => {
    const { answer } = await bulkWith('workspace-not-found');
    expect(answer).toMatchObject({ status: 404, body: { code: 'workspace_not_found' } });
  });

  test.each([413, 400])(
    'batch-limit-%i refuses a batch above the limit and lets one at the limit pass',
    async (status) => {
      expect(await bulkWith(`batch-limit-${status}:1`)).toMatchObject({ answer: { status }, enrolled: 0 });
      expect(await bulkWith(`batch-limit-${status}:2`)).toMatchObject({
        answer: { status: 200 },
        enrolled: 2,
      });
    },
  );

  test.each([
    ['unprocessable-by-index', { index: 1, message: someText }],
    ['unprocessable-by-email', { email: 'rejected@example.com', message: someText }],
    ['unprocessable-by-path', { path: 'leads[1].email', message: someText }],
    ['unprocessable-unnamed', { message: someText }],
  ])('%s names refused leads in that way, in every dialect', async (fault, error) => {
    for (const dialect of ['reference', 'guide', 'concept'] as const) {
      const { answer, enrolled } = await bulkWith(fault, [ava, rejected], dialect);
      expect(answer).toMatchObject({ status: 422, body: { errors: [error] } });
      expect(answer).toHaveProperty('body.errors', [error]);
      expect(enrolled).toBe(0);
    }
    expect(await bulkWith(fault, [ava])).toMatchObject({ answer: { status: 200 }, enrolled: 1 });
  });

  test.each([
    ['bulk-empty', '', ''],
    [
      'bulk-counts-too-high',
      { enrolled: 4, updated: 2, total: 4 },
      { data: { created: 4, updated: 2, enrolled: 4, errors: [] } },
    ],
    [
      'bulk-counts-negative',
      { enrolled: -3, updated: -1, total: -3 },
      { data: { created: -3, updated: -1, enrolled: -3, errors: [] } },
    ],
    [
      'bulk-counts-as-text',
      { enrolled: '2', updated: '0', total: '2' },
      { data: { created: '2', updated: '0', enrolled: '2', errors: [] } },
    ],
    [
      'bulk-unknown-indexes',
      { enrolled: 2, updated: 0, total: 2, errors: [{ index: 2 }, { index: -1 }] },
      { data: { created: 2, errors: [{ index: 2 }, { index: -1 }] } },
    ],
  ])('%s enrolls the leads and answers oddly', async (fault, reference, concept) => {
    expect(await bulkWith(fault)).toMatchObject({ answer: { status: 200, body: reference }, enrolled: 2 });
    expect(await bulkWith(fault, undefined, 'concept')).toMatchObject({
      answer: { status: 200, body: concept },
      enrolled: 2,
    });
  });

  test.each([
    ['positions-from-0', 1],
    ['positions-from-1', 2],
  ])(
    '%s tells the second lead as number %i and by nothing else, in the way of the dialect',
    async (fault, index) => {
      for (const dialect of ['reference', 'guide'] as const) {
        const { answer, enrolled } = await bulkWith(fault, [ava, rejected], dialect);
        expect(answer).toMatchObject({ status: 422 });
        expect(answer).toHaveProperty('body.errors', [{ index, message: someText }]);
        expect(enrolled).toBe(0);
      }
      const { answer, enrolled } = await bulkWith(fault, [ava, rejected], 'concept');
      expect(answer).toMatchObject({ status: 200, body: { data: { enrolled: 1 } } });
      expect(answer).toHaveProperty('body.data.errors', [{ index, message: someText }]);
      expect(enrolled).toBe(1);
    },
  );

  test('campaign-refused answers every batch with the same words, which name no lead', async () => {
    const first = await bulkWith('campaign-refused', [ava]);
    const second = await bulkWith('campaign-refused', [{ email: 'ben@example.com' }, rejected]);
    expect(first.answer).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', message: someText },
    });
    expect(second.answer).toHaveProperty('body', bodyOf(first.answer));
    expect([first.enrolled, second.enrolled]).toEqual([0, 0]);
    const { call } = dialects.reference;
    const other = await call('GET', '/v1/replies', undefined, { 'x-sandbox-fault': 'campaign-refused' });
    expect(other.status).toBe(200);
  });

  test.each([
    ['retry-after', '0'],
    ['retry-after:86400', '86400'],
    ['retry-after-negative', '-1'],
    ['retry-after-negative:30', '-30'],
    ['retry-after-past', 'Mon, 02 Mar 2026 07:59:00 GMT'],
    ['retry-after-past:1', 'Mon, 02 Mar 2026 07:59:59 GMT'],
  ])('%s answers 429 with Retry-After: %s', async (fault, retryAfter) => {
    const { call } = await start({ now: () => Date.parse('2026-03-02T08:00:00Z') });
    const answer = await call('GET', '/v1/replies', undefined, { 'x-sandbox-fault': fault });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
  });

  test('body-limit refuses a body above so many bytes and lets one of as many pass', async () => {
    const leads = [{ email: 'ava@example.com', firstName: 'Zoë' }];
    const bytes = Buffer.byteLength(JSON.stringify({ leads }));
    expect(await bulkWith(`body-limit:${bytes}`, leads)).toMatchObject({
      answer: { status: 200 },
      enrolled: 1,
    });
    expect(await bulkWith(`body-limit:${bytes - 1}`, leads)).toMatchObject({
      answer: { status: 413, body: { code: 'payload_too_large' } },
      enrolled: 0,
    });
  });

  test.each([
    ['reference', 'body.message'],
    ['guide', 'body.error.message'],
    ['concept', 'body.message'],
  ] as const)('echo-key gives the key back in the %s dialect, also in an error', async (dialect, place) => {
    const { call, sandbox } = dialects[dialect];
    const key = sandbox.apiKey;
    const headers = { 'x-sandbox-fault': 'echo-key' };
    const success = await call('GET', '/v1/replies', undefined, headers);
    expect(success.status).toBe(200);
    expect(success.headers.get('x-request-id')).toBe(key);
    const failure = await call('POST', '/v1/campaigns/camp_none/start', undefined, headers);
    expect(failure.status).toBe(404);
    expect(failure.headers.get('x-request-id')).toBe(key);
    expect(failure).toHaveProperty(place, containing(`Bearer%20${key}`));
    expect(failure).toHaveProperty(place, containing(`y${key}`));
  });

  test('echo-key goes with a fault that refuses', async () => {
    const { call, sandbox } = dialects.reference;
    const headers = { 'x-sandbox-fault': 'status-500,echo-key' };
    expect(await call('GET', '/v1/replies', undefined, headers)).toMatchObject({
      status: 500,
      body: { message: containing(sandbox.apiKey) },
    });
  });

  test.each(['no-such-fault', 'latency:soon', 'html-page:3', ''])('is a 400 when it is %j', async (fault) => {
    const { answer, enrolled } = await bulkWith(fault);
    expect(answer).toMatchObject({ status: 400, body: { code: 'unknown_fault' } });
    expect(enrolled).toBe(0);
  });
});

describe('a fault that builds up', () => {
  test('rate-limit lets through what the bucket holds, says in seconds when to come again, and keeps to it', async () => {
    let now = Date.parse('2026-03-02T08:00:00Z');
    const caller = await start({ now: () => now, faults: { always: ['rate-limit:2'] } });
    expect(await statuses(caller, 3)).toEqual([200, 200, 429]);
    expect((await caller.call('GET', '/v1/replies')).headers.get('retry-after')).toBe('1');
    now += 1000;
    expect(await statuses(caller, 3)).toEqual([200, 200, 429]);
  });

  test('rate-limit-date says it as an HTTP date', async () => {
    const now = () => Date.parse('2026-03-02T08:00:00Z');
    const caller = await start({ now, faults: { always: ['rate-limit-date:1'] } });
    expect(await statuses(caller, 1)).toEqual([200]);
    expect((await caller.call('GET', '/v1/replies')).headers.get('retry-after')).toBe(
      'Mon, 02 Mar 2026 08:00:01 GMT',
    );
  });

  test('key-revoked ends the key after so many requests', async () => {
    const caller = await start({ faults: { always: ['key-revoked:2'] } });
    expect(await statuses(caller, 4)).toEqual([200, 200, 401, 401]);
  });

  test('campaign-deleted ends the campaign after so many requests to it', async () => {
    const caller = await start({ faults: { always: ['campaign-deleted:1'] } });
    const id = await campaign(caller);
    expect((await enroll(caller, id, [ava])).status).toBe(200);
    expect(await enroll(caller, id, [ava])).toMatchObject({
      status: 404,
      body: { code: 'campaign_not_found' },
    });
  });
});

describe('a plan of faults', () => {
  test('meets the next requests in their order, and then no more', async () => {
    const caller = await start({ faults: { next: ['status-500', 'none', 'status-503'] } });
    expect(await statuses(caller, 4)).toEqual([500, 200, 503, 200]);
  });

  test('closes a new connection before it reads from it', async () => {
    const caller = await start({ faults: { next: ['connection-closed'] } });
    await expect(caller.call('GET', '/v1/replies')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await caller.call('GET', '/v1/replies')).status).toBe(200);
    expect(caller.rows('SELECT * FROM requests')).toHaveLength(1);
  });

  test('meets a share of the requests at random, the same ones for the same seed', async () => {
    const draw = async (seed: number) =>
      statuses(await start({ faults: { rate: 0.3, seed, kinds: ['status-500', 'status-503'] } }), 100);
    const first = await draw(7);
    const failed = first.filter((status) => status !== 200);
    expect(failed.length).toBeGreaterThan(15);
    expect(failed.length).toBeLessThan(45);
    expect(new Set(failed)).toEqual(new Set([500, 503]));
    expect(await draw(7)).toEqual(first);
    expect(await draw(8)).not.toEqual(first);
  });

  test('can be replaced while the sandbox runs, and spares the sandbox and its OpenAPI document', async () => {
    const caller = await start();
    const plan: FaultPlan = { always: ['status-500'] };
    expect((await caller.call('POST', '/_sandbox/faults', plan)).status).toBe(200);
    expect(await statuses(caller, 1)).toEqual([500]);
    expect((await caller.call('GET', '/openapi.json')).status).toBe(200);
    caller.sandbox.setFaults({});
    expect(await statuses(caller, 1)).toEqual([200]);
  });

  test('is refused when it names a fault that does not exist, or a rate of nothing', async () => {
    const caller = await start();
    expect(() => caller.sandbox.setFaults({ kinds: ['earthquake'] })).toThrow(
      'There is no fault "earthquake"',
    );
    expect((await caller.call('POST', '/_sandbox/faults', { next: ['earthquake'] })).status).toBe(400);
    expect((await caller.call('POST', '/_sandbox/faults', { rate: 2 })).status).toBe(400);
    expect(() => caller.sandbox.setFaults({ rate: 0.5 })).toThrow('needs kinds');
  });
});
