import { LeadterraClient, LeadterraError } from '@leadterra/shared';

import { rejection, type ScriptedAnswer, scriptedClient } from '../support/scripted';

const running = { status: 200, body: { id: 'camp_1', status: 'running' } };
const campaign = { name: 'VP Sales', sequenceSteps: [] };

describe('a call that may be repeated', () => {
  test.each<[string, ScriptedAnswer]>([
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a reset connection', { fails: 'ECONNRESET' }],
    ['a refused connection', { fails: 'ECONNREFUSED' }],
    ['a timeout', { fails: 'ETIMEDOUT' }],
    ['an answer that is no JSON', { status: 200, body: '<html>' }],
    ['an empty answer', { status: 200, body: '' }],
  ])('is repeated after %s', async (_, answer) => {
    const { client, requests } = scriptedClient([answer, answer, running]);
    expect(await client.startCampaign('camp_1')).toMatchObject({ status: 'running' });
    expect(requests).toHaveLength(3);
  });

  test.each([400, 401, 404, 409, 413, 422, 501])('is not repeated after %i', async (status) => {
    const { client, requests } = scriptedClient([{ status, body: '' }]);
    expect(await rejection(client.startCampaign('camp_1'))).toMatchObject({ status });
    expect(requests).toHaveLength(1);
  });

  test('gives up after the policy’s number of tries, with the last error', async () => {
    const { client, requests } = scriptedClient([{ status: 502 }], { retry: { attempts: 3 } });
    expect(await rejection(client.startCampaign('camp_1'))).toMatchObject({ kind: 'server', status: 502 });
    expect(requests).toHaveLength(3);
  });

  test('waits longer each time, at random', async () => {
    const { client, waits } = scriptedClient([{ status: 500 }, { status: 500 }, { status: 500 }, running]);
    await client.startCampaign('camp_1');
    expect(waits).toEqual([750, 1500, 3000]);
  });

  test.each([
    ['seconds', '7', 7000],
    ['a date', 'Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
  ])('waits as long as Retry-After says in %s', async (_, header, expected) => {
    const limited = { status: 429, headers: { 'retry-after': header } };
    const { client, waits } = scriptedClient([limited, running]);
    await client.startCampaign('camp_1');
    expect(waits).toEqual([expected]);
  });

  test.each(['0', '-5', 'Sat, 21 Nov 2026 11:59:00 GMT', '0.001'])(
    'waits as after any failure when Retry-After is %s, and ends in any case',
    async (header) => {
      const limited = { status: 429, headers: { 'retry-after': header } };
      const { client, requests, waits } = scriptedClient([limited]);
      const name = 'VP Sales';
      expect(await rejection(client.createCampaign({ name, sequenceSteps: [] }))).toMatchObject({
        status: 429,
      });
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
      expect(requests.length).toBeLessThanOrEqual(200);
    },
  );

  test('fails at once when it would have to wait longer than is granted, and says until when', async () => {
    const limited = { status: 429, headers: { 'retry-after': '86400' } };
    const { client, requests, waits } = scriptedClient([limited]);
    const error = await rejection(client.startCampaign('camp_1'));
    expect(error.message).toContain('2026-11-22 12:00 UTC');
    expect([requests.length, waits]).toEqual([1, []]);
  });

  test('waits up to as long again when others are let in before it, and goes on for as long as the policy says', async () => {
    const limited = { status: 429, headers: { 'retry-after': '10' } };
    const patient = scriptedClient([...Array<ScriptedAnswer>(20).fill(limited), running]);
    await patient.client.startCampaign('camp_1');
    expect(patient.waits).toEqual([10_000, ...Array<number>(19).fill(15_000)]);

    const { client, waits } = scriptedClient([limited], { retry: { rateLimitedMs: 120_000 } });
    expect(await rejection(client.startCampaign('camp_1'))).toMatchObject({ kind: 'rate_limited' });
    expect(waits.reduce((total, wait) => total + wait)).toBeGreaterThanOrEqual(120_000);
    expect(waits).toHaveLength(9);
  });

  test('does not wait past its deadline but fails at once, with the wait that was asked for', async () => {
    const { client, waits } = scriptedClient([{ status: 429, headers: { 'retry-after': '30' } }], {
      now: () => 0,
    });
    const error = await rejection(client.startCampaign('camp_1', { deadline: 25_000 }));
    expect(error).toMatchObject({ kind: 'rate_limited', retryAfterMs: 30_000 });
    expect(waits).toEqual([]);
  });

  test('sends nothing after its deadline or once it is aborted', async () => {
    const { client, requests } = scriptedClient([running], { now: () => 10 });
    expect(await rejection(client.startCampaign('camp_1', { deadline: 10 }))).toMatchObject({
      kind: 'cancelled',
    });
    expect(await rejection(client.startCampaign('camp_1', { signal: AbortSignal.abort() }))).toMatchObject({
      kind: 'cancelled',
    });
    expect(requests).toEqual([]);
  });
});

describe('a call that must not happen twice', () => {
  test.each<[string, ScriptedAnswer]>([
    ['429', { status: 429 }],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '1' } }],
    ['a refused connection', { fails: 'ECONNREFUSED' }],
  ])('is repeated after %s, when it certainly was not carried out', async (_, answer) => {
    const { client, requests } = scriptedClient([answer, { status: 201, body: { id: 'camp_1' } }]);
    expect(await client.createCampaign(campaign)).toMatchObject({ id: 'camp_1' });
    expect(requests).toHaveLength(2);
  });

  test.each<[string, ScriptedAnswer]>([
    ['500', { status: 500 }],
    ['503 without Retry-After', { status: 503 }],
    ['a reset connection', { fails: 'ECONNRESET' }],
    ['a timeout', { fails: 'ETIMEDOUT' }],
    ['an answer without an ID', { status: 201, body: { name: 'VP Sales' } }],
  ])('is not repeated after %s, and says where to look', async (_, answer) => {
    const { client, requests } = scriptedClient([answer]);
    const error = await rejection(client.createCampaign(campaign));
    expect(requests).toHaveLength(1);
    expect(error.message).toContain('It may have been created all the same: look for "VP Sales"');
    if (!(error instanceof LeadterraError)) throw error;
    expect(error.mayHaveActed).toBe(true);
  });
});

describe('slowing down', () => {
  test('holds back every call of the client, not only the one that was refused', async () => {
    let resume = () => {};
    const waiting = new Promise<void>((resolve) => (resume = resolve));
    const paths: string[] = [];
    const client = new LeadterraClient({
      transport: ({ path }) => {
        paths.push(path);
        const first = paths.length === 1;
        return Promise.resolve({
          status: first ? 429 : 200,
          headers: {},
          body: first ? '' : { status: 'running' },
        });
      },
      sleep: () => waiting,
    });
    const refused = client.startCampaign('camp_1');
    await new Promise(setImmediate);
    const other = client.pauseCampaign('camp_2');
    await new Promise(setImmediate);
    expect(paths).toEqual(['/v1/campaigns/camp_1/start']);
    resume();
    await Promise.all([refused, other]);
    expect(paths.toSorted()).toEqual([
      '/v1/campaigns/camp_1/start',
      '/v1/campaigns/camp_1/start',
      '/v1/campaigns/camp_2/pause',
    ]);
  });
});
