import { getEventListeners } from 'node:events';

import {
  defaultRetryPolicy,
  LeadterraClient,
  LeadterraError,
  type TransportResponse,
} from '@leadterra/shared';

import { rejection, type ScriptedAnswer, scriptedClient } from '../support/scripted';

const running: ScriptedAnswer = { body: { status: 'running' } };
const trouble: ScriptedAnswer = { status: 500 };
const asking = (seconds: string, status = 429): ScriptedAnswer => ({
  status,
  headers: { 'retry-after': seconds },
});
const many = (answer: ScriptedAnswer, count: number) => Array<ScriptedAnswer>(count).fill(answer);

/** The waits of one call that meets these answers, and what came of it. */
async function waitsOf(answers: ScriptedAnswer[], options: Parameters<typeof scriptedClient>[1] = {}) {
  const { client, requests, waits } = scriptedClient(answers, options);
  const outcome = await client.startCampaign('camp_1').then(
    () => 'ok',
    (error: unknown) => (error instanceof LeadterraError ? error.status : error),
  );
  return { waits, tries: requests.length, outcome };
}

/** A client whose requests and waits end when the test says so. */
function steppedClient() {
  const world = { now: 0 };
  const requests: { path: string; answer: (response: Partial<TransportResponse>) => void }[] = [];
  const sleeps: { ms: number; end: () => void; fail: () => void }[] = [];
  const client = new LeadterraClient({
    transport: ({ path }) =>
      new Promise((resolve) => {
        requests.push({
          path,
          answer: (response) => resolve({ status: 200, headers: {}, body: {}, ...response }),
        });
      }),
    sleep: (ms) =>
      new Promise((resolve, reject) => {
        sleeps.push({ ms, end: resolve, fail: () => reject(new Error('no timers')) });
      }),
    now: () => world.now,
    random: () => 0,
  });
  const settle = () => new Promise(setImmediate);
  return { client, world, requests, sleeps, settle };
}

describe('the waits between tries', () => {
  test('double from half a second to one on, at random, up to a limit', async () => {
    const nine = { retry: { attempts: 9 } };
    const half = [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000];
    expect(await waitsOf(many(trouble, 9), { ...nine, random: () => 0 })).toEqual({
      waits: half,
      tries: 9,
      outcome: 500,
    });
    expect((await waitsOf(many(trouble, 9), { ...nine, random: () => 0.9999 })).waits).toEqual(
      half.map((ms) => Math.floor(ms + 0.9999 * ms)),
    );
  });

  test('are five by default, and as long as Leadterra asks', async () => {
    expect(await waitsOf([trouble])).toMatchObject({ tries: 6, outcome: 500 });
    expect(await waitsOf([asking('7', 503), running])).toEqual({ waits: [7000], tries: 2, outcome: 'ok' });
    expect(defaultRetryPolicy).toEqual({
      attempts: 6,
      baseDelayMs: 1000,
      maxDelayMs: 30_000,
      maxRetryAfterMs: 300_000,
      rateLimitedMs: 600_000,
      maxTries: 200,
    });
  });

  test.each([
    ['7', 7000],
    [' 7 ', 7000],
    ['1.5', 1500],
    ['0.2', 500],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['2026-11-21T12:00:30+00:00', 30_000],
    // What asks for no wait, or cannot be read, is as if it were not there.
    ['0', 750],
    ['-7', 750],
    ['soon', 750],
    ['', 750],
    ['  ', 750],
    ['7 s', 750],
    ['x7', 750],
    ['Sat, 21 Nov 2026 12:00:00 GMT', 750],
  ])('after a Retry-After of %j are %i ms', async (header, ms) => {
    expect((await waitsOf([asking(header), running])).waits).toEqual([ms]);
  });

  test('grow by up to as long again for whoever is refused for the rate once more, and for no other', async () => {
    expect((await waitsOf([asking('10'), asking('10'), running])).waits).toEqual([10_000, 15_000]);
    expect((await waitsOf([asking('10', 503), asking('10', 503), running])).waits).toEqual([10_000, 10_000]);
    expect((await waitsOf([trouble, asking('10'), trouble, asking('10'), running])).waits).toEqual([
      750, 10_000, 1500, 15_000,
    ]);
  });

  test('are granted up to a limit, and beyond it the error says when to come back', async () => {
    expect(await waitsOf([asking('300'), running])).toMatchObject({ waits: [300_000], outcome: 'ok' });
    const { client, requests } = scriptedClient([asking('301')]);
    expect(await rejection(client.startCampaign('camp_1'))).toMatchObject({
      status: 429,
      retryAfterMs: 301_000,
      message:
        'Could not start campaign "camp_1": Leadterra is receiving too many requests (429). Leadterra asks to wait until 2026-11-21 12:05 UTC: run it again then.',
    });
    expect(requests).toHaveLength(1);
  });

  test('end with the tries, whatever Leadterra says', async () => {
    expect(await waitsOf([asking('1')], { retry: { maxTries: 3 } })).toMatchObject({
      tries: 3,
      outcome: 429,
    });
    expect(await waitsOf([trouble], { retry: { maxTries: 3 } })).toMatchObject({ tries: 3, outcome: 500 });
    expect(await waitsOf([asking('0.001')], { random: () => 0 })).toMatchObject({ tries: 200, outcome: 429 });
  });

  test('for the rate go beyond the usual tries until they are as long as the policy says', async () => {
    const policy = { attempts: 2, rateLimitedMs: 10_000 };
    expect(await waitsOf([asking('4')], { retry: policy, random: () => 0 })).toEqual({
      waits: [4000, 4000, 4000],
      tries: 4,
      outcome: 429,
    });
    expect(await waitsOf([asking('5')], { retry: policy, random: () => 0 })).toMatchObject({ tries: 3 });
    // What was waited for another reason does not count.
    const patience = { retry: { ...policy, rateLimitedMs: 8500 }, random: () => 0 };
    expect(await waitsOf([asking('4'), trouble, asking('4')], patience)).toMatchObject({
      waits: [4000, 500, 4000, 4000],
    });
  });
});

describe('what may be repeated', () => {
  test.each([
    [408, 2],
    [500, 2],
    [504, 2],
    [501, 1],
    [505, 1],
    [409, 1],
    [403, 1],
  ])('after a %i takes %i tries', async (status, tries) => {
    expect((await waitsOf([{ status, body: '' }, running])).tries).toBe(tries);
  });

  test.each<[ScriptedAnswer, number]>([
    [{ status: 408, body: '' }, 1],
    [{ status: 503, headers: { 'retry-after': '0' } }, 1],
    [{ status: 500, headers: { 'retry-after': '1' } }, 1],
    [{ status: 503, headers: { 'retry-after': '1' } }, 2],
    [{ status: 429 }, 2],
    [{ fails: 'ENOTFOUND' }, 2],
  ])('though it must not happen twice, after %j takes %i tries', async (answer, tries) => {
    const { client, requests } = scriptedClient([answer, { body: { id: 'wh_1' } }]);
    await client.registerWebhook({ url: 'https://hooks.example/1', events: [] }).catch(() => {});
    expect(requests).toHaveLength(tries);
  });

  test('or not, the error says where to look when it may have happened', async () => {
    const advice = async (answer: ScriptedAnswer, create: boolean) => {
      const { client } = scriptedClient([answer], { retry: { attempts: 1 } });
      const made = create
        ? client.createCampaign({ name: 'Spring', sequenceSteps: [] })
        : client.registerWebhook({ url: 'https://hooks.example/1', events: [] });
      const error = await rejection(made);
      return error instanceof LeadterraError ? error.advice : error;
    };
    expect(await advice(trouble, true)).toBe(
      'It may have been created all the same: look for "Spring" among the campaigns in Leadterra before you run this again.',
    );
    expect(await advice(trouble, false)).toBe(
      'It may have been registered all the same: look at the webhooks in Leadterra before you switch this on again.',
    );
    expect(await advice({ fails: 'EAI_AGAIN' }, true)).toBe(
      'Check the base URL and the network, then try again.',
    );
    expect(await advice({ status: 400, body: '' }, false)).toBe('Check the values that were sent.');
  });
});

describe('a deadline', () => {
  test.each([
    [10_000, 10_000],
    [20_000, 20_000],
    [20_001, 20_000],
  ])('in %i ms gives a request %i ms', async (deadline, timeoutMs) => {
    const { client, requests } = scriptedClient([running], { now: () => 1000 });
    await client.startCampaign('camp_1', { deadline: 1000 + deadline });
    expect(requests[0]).toMatchObject({ timeoutMs });
  });

  test('is kept by a wait that ends just before it, and by none that ends with it', async () => {
    const start = async (deadline: number) => {
      const { client, waits } = scriptedClient([asking('7'), running], { now: () => 0 });
      return [await client.startCampaign('camp_1', { deadline }).catch(() => 'failed'), waits];
    };
    expect(await start(7001)).toEqual([{ id: 'camp_1', status: 'running' }, [7000]]);
    expect(await start(7000)).toEqual(['failed', []]);
  });

  test('that would come with the end of a wait leaves the error as it is', async () => {
    const { client, waits } = scriptedClient([trouble], { now: () => 0 });
    const call = client.startCampaign('camp_1', { deadline: 750 });
    expect(await rejection(call)).toMatchObject({ kind: 'server', status: 500 });
    expect(waits).toEqual([]);
  });

  test('that passes during a wait ends the call before the next try', async () => {
    const { client, world, requests, sleeps, settle } = steppedClient();
    const call = rejection(client.startCampaign('camp_1', { deadline: 5000 }));
    await settle();
    requests[0]?.answer({ status: 500 });
    await settle();
    world.now = 5000;
    sleeps[0]?.end();
    expect(await call).toMatchObject({
      kind: 'cancelled',
      code: 'deadline',
      mayHaveActed: false,
      message: 'Could not start campaign "camp_1": the time for it was over. Run it again.',
    });
    expect(requests).toHaveLength(1);
  });
});

describe('an abort', () => {
  const aborted = {
    kind: 'cancelled',
    code: 'aborted',
    message: 'Could not start campaign "camp_1": it was stopped. Run it again.',
  };

  test.each<[string, Partial<TransportResponse>]>([
    ['of its own', { status: 500 }],
    ['for all', { status: 503 }],
  ])('ends a wait %s at once, and nothing listens any more', async (_, answer) => {
    const { client, requests, sleeps, settle } = steppedClient();
    const stop = new AbortController();
    const call = rejection(client.startCampaign('camp_1', { signal: stop.signal }));
    await settle();
    requests[0]?.answer(answer);
    await settle();
    expect(sleeps).toHaveLength(1);
    stop.abort();
    expect(await call).toMatchObject({ ...aborted, mayHaveActed: false });
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test('ends a request at once, which may have been carried out', async () => {
    const { client, requests, settle } = steppedClient();
    const stop = new AbortController();
    const call = rejection(client.startCampaign('camp_1', { signal: stop.signal }));
    await settle();
    stop.abort();
    expect(await call).toMatchObject({ ...aborted, mayHaveActed: true });
    expect(requests).toHaveLength(1);
  });

  test('before the beginning sends nothing', async () => {
    const { client, requests } = steppedClient();
    expect(await rejection(client.startCampaign('camp_1', { signal: AbortSignal.abort() }))).toMatchObject({
      ...aborted,
      mayHaveActed: false,
    });
    expect(requests).toEqual([]);
  });

  test('that never comes leaves nothing behind', async () => {
    const { client } = scriptedClient([trouble, asking('1'), running]);
    const { signal } = new AbortController();
    expect(await client.startCampaign('camp_1', { signal })).toMatchObject({ status: 'running' });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('during the last try leaves its error as it is', async () => {
    const stop = new AbortController();
    const { client, waits } = scriptedClient([trouble], { retry: { attempts: 2 } });
    const call = client.startCampaign('camp_1', { signal: stop.signal, onRetry: () => stop.abort() });
    expect(await rejection(call)).toMatchObject(aborted);
    expect(waits).toHaveLength(1);
  });
});

describe('a wait that cannot be waited', () => {
  test.each([500, 503])('after a %i ends the call, and holds no other back', async (status) => {
    const { client, requests, sleeps, settle } = steppedClient();
    const call = rejection(client.startCampaign('camp_1'));
    await settle();
    requests[0]?.answer({ status });
    await settle();
    sleeps[0]?.fail();
    expect(await call).toMatchObject({
      kind: 'cancelled',
      code: 'no_wait',
      message: 'Could not start campaign "camp_1": the program cannot wait any more. Run it again.',
    });
    const other = client.pauseCampaign('camp_2');
    await settle();
    requests[1]?.answer({ body: { status: 'paused' } });
    expect(await other).toMatchObject({ status: 'paused' });
    expect(sleeps).toHaveLength(1);
  });
});

describe('a pause for all calls', () => {
  test.each([
    [429, 1],
    [503, 1],
    [500, 2],
  ])('comes with a 429 and a 503, not with other trouble: %i', async (status, expected) => {
    const { client, requests, settle } = steppedClient();
    const first = client.startCampaign('camp_1');
    await settle();
    requests[0]?.answer({ status });
    await settle();
    const second = client.startCampaign('camp_2');
    await settle();
    expect(requests).toHaveLength(expected);
    first.catch(() => {});
    second.catch(() => {});
  });

  test('holds also where the call that was refused gives up', async () => {
    const { client, waits, requests } = scriptedClient([asking('5', 503), running], {
      retry: { attempts: 1 },
    });
    await rejection(client.startCampaign('camp_1'));
    await client.startCampaign('camp_2');
    expect([waits, requests.length]).toEqual([[5000], 2]);
  });

  test('does not come with a wait that is not granted', async () => {
    const { client, waits } = scriptedClient([asking('3000', 503), running]);
    await rejection(client.startCampaign('camp_1'));
    await client.startCampaign('camp_2');
    expect(waits).toEqual([]);
  });

  test('is not waited for by a call whose deadline comes before its end', async () => {
    const { client, waits, requests } = scriptedClient([asking('5', 503), running], {
      retry: { attempts: 1 },
    });
    await rejection(client.startCampaign('camp_1'));
    const start = Date.parse('2026-11-21T12:00:00Z');
    expect(await rejection(client.startCampaign('camp_2', { deadline: start + 5000 }))).toMatchObject({
      code: 'deadline',
    });
    expect([waits, requests.length]).toEqual([[], 1]);
    await client.startCampaign('camp_2', { deadline: start + 5001 });
    expect(waits).toEqual([5000]);
  });

  test('is slept once for all who wait, and longer where another is asked for meanwhile', async () => {
    const { client, world, requests, sleeps, settle } = steppedClient();
    const calls = ['a', 'b', 'c'].map((id) => client.startCampaign(id));
    await settle();
    requests[0]?.answer({ status: 429, headers: { 'retry-after': '10' } });
    await settle();
    world.now = 4000;
    requests[1]?.answer({ status: 429, headers: { 'retry-after': '20' } });
    await settle();
    // It is over sooner than what is slept already.
    requests[2]?.answer({ status: 429, headers: { 'retry-after': '1' } });
    await settle();
    expect(sleeps.map(({ ms }) => ms)).toEqual([10_000]);
    // Timers and clock need not agree: what was slept is slept.
    world.now = 5000;
    sleeps[0]?.end();
    await settle();
    expect(sleeps.map(({ ms }) => ms)).toEqual([10_000, 14_000]);
    expect(requests).toHaveLength(3);
    sleeps[1]?.end();
    await settle();
    expect(requests).toHaveLength(6);
    for (const request of requests.slice(3)) request.answer({ body: { status: 'running' } });
    expect(await Promise.all(calls)).toHaveLength(3);
  });

  test('is no longer because a clock was set back', async () => {
    const { client, world, requests, sleeps, settle } = steppedClient();
    world.now = 3_600_000;
    // Nobody waits for it yet: the call that was refused must not be repeated.
    const first = rejection(client.createCampaign({ name: 'Spring', sequenceSteps: [] }));
    await settle();
    requests[0]?.answer({ status: 503 });
    await first;
    world.now = 0;
    const second = client.startCampaign('camp_1');
    await settle();
    expect(sleeps.map(({ ms }) => ms)).toEqual([500]);
    sleeps[0]?.end();
    await settle();
    requests[1]?.answer({ body: { status: 'running' } });
    expect(await second).toMatchObject({ status: 'running' });
  });

  test('that is over by the time somebody would wait needs no sleep', async () => {
    const { client, world, requests, sleeps, settle } = steppedClient();
    const first = rejection(client.createCampaign({ name: 'Spring', sequenceSteps: [] }));
    await settle();
    requests[0]?.answer({ status: 503 });
    await first;
    world.now = 500;
    client.startCampaign('camp_1').catch(() => {});
    await settle();
    expect([sleeps.length, requests.length]).toEqual([0, 2]);
  });
});

test('any status from 200 to 299 is success', async () => {
  for (const status of [200, 299])
    expect(await waitsOf([{ status, body: {} }])).toMatchObject({ tries: 1, outcome: 'ok' });
});

test('whoever asks is told of each try and each failure that is retried', async () => {
  const { client } = scriptedClient([trouble, asking('1'), { status: 404, body: '' }]);
  const told: unknown[] = [];
  await rejection(
    client.startCampaign('camp_1', {
      onTry: (number) => told.push(number),
      onRetry: ({ status }) => told.push(`after ${status}`),
    }),
  );
  expect(told).toEqual([1, 'after 500', 2, 'after 429', 3]);
});

test('what whoever is told throws is passed on as it is', async () => {
  const { client, requests } = scriptedClient([running]);
  const broken = new Error('no room to count');
  const call = client.startCampaign('camp_1', {
    onTry: () => {
      throw broken;
    },
  });
  expect(await rejection(call)).toBe(broken);
  expect(requests).toEqual([]);
});

test('without a clock and chance of its own, a client takes those of the system', async () => {
  const waits: number[] = [];
  let requests = 0;
  const client = new LeadterraClient({
    transport: () =>
      Promise.resolve({ status: ++requests === 1 ? 500 : 200, headers: {}, body: { status: 'running' } }),
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  await client.startCampaign('camp_1');
  expect(waits[0]).toBeGreaterThanOrEqual(500);
  expect(waits[0]).toBeLessThanOrEqual(1000);
  expect(Math.abs(client.now() - Date.now())).toBeLessThan(60_000);
});
