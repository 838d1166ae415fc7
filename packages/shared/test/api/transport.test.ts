import { getEventListeners } from 'node:events';

import { endingInTime, type TransportResponse, withoutSecret } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';
import { startStandIn } from '@leadterra/testing/stand-in';

const key = 'sk_test_5ecre7.k3y+that/must_stay~inside';
const request = { method: 'GET', path: '/v1/echo' } as const;

/** The key in every alignment that base64 has, and in the alphabet for URLs too. */
const inBase64 = ['', 'B', 'Be', 'Bearer '].flatMap((before) => {
  const text = Buffer.from(`${before}${key}${before}`);
  return [text.toString('base64'), text.toString('base64url'), encodeURIComponent(text.toString('base64'))];
});
/** What a reader could find the key by: all that base64 leaves of it whatever stands beside it. */
const traces = [
  key,
  encodeURIComponent(key),
  ...['', 'B', 'Be'].map((before) =>
    Buffer.from(before + key)
      .toString('base64')
      .slice(4, 40),
  ),
  Buffer.from(key).toString('base64url').slice(4, 40),
];
const echoes = [
  key,
  `Bearer ${key}`,
  `Bearer%20${encodeURIComponent(key)}`,
  `x${key}x`,
  encodeURIComponent(key).toLowerCase(),
  Array.from(Buffer.from(key), (byte) => `%${byte.toString(16)}`).join(''),
  key.toUpperCase(),
  ...inBase64,
];

function expectNoTrace(said: unknown): void {
  const text = JSON.stringify(said).toLowerCase();
  for (const trace of traces) expect(text).not.toContain(trace.toLowerCase());
  expect(text).toContain('[redacted]');
}

describe('a transport without its secret', () => {
  test.each(echoes)('takes %s out of headers, body and errors', async (echo) => {
    const answer: TransportResponse = {
      status: 400,
      headers: { 'x-request-id': echo, [`x-${echo}`]: 'name' },
      body: { message: `Refused ${echo}.`, [echo]: [{ deep: [echo, 7, null, true] }] },
    };
    const said = await withoutSecret(key, () => Promise.resolve(answer))(request);
    expectNoTrace(said.headers);
    expectNoTrace(said.body);

    const thrown = Object.assign(new TypeError(`No way: ${echo}`), {
      code: 'ECONNRESET',
      config: { headers: { authorization: echo } },
    });
    const failing = withoutSecret(key, () => Promise.reject(thrown))(request);
    const error: unknown = await failing.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'TypeError', code: 'ECONNRESET' });
    expectNoTrace([String(error), { ...Object(error) }]);
  });

  test('leaves all else as it is', async () => {
    const body = { id: 'camp_1', list: ['sk_test_', 1, null, { a: '' }], [' ']: 'sk_live_other' };
    const answer = { status: 200, headers: { 'x-request-id': 'req_1' }, body };
    const copy = structuredClone(answer);
    expect(await withoutSecret(key, () => Promise.resolve(answer))(request)).toEqual(copy);
    // So short a text may stand in any answer.
    const short = withoutSecret('a', () => Promise.resolve({ ...copy, body: 'abcd' }));
    expect((await short(request)).body).toBe('abcd');
  });

  test.each([
    ['Request failed', new Error('Request failed'), { name: 'Error', message: 'Request failed' }],
    [
      'a cause',
      new Error('no', { cause: { code: 'ENOTFOUND' } }),
      { name: 'Error', message: 'no', code: 'ENOTFOUND' },
    ],
    [
      'a key for a code',
      Object.assign(new Error('no'), { code: key }),
      { message: 'no', code: '[redacted]' },
    ],
    ['a text', `no ${key}`, { name: 'Error', message: 'no [redacted]' }],
  ])('of an error keeps name, message and code alone: %s', async (_, thrown, expected) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a transport may throw anything
    const send = withoutSecret(key, () => Promise.reject(thrown));
    const error: unknown = await send(request).catch((caught: unknown) => caught);
    if (!(error instanceof Error)) throw error;
    expect(error).toMatchObject(expected);
    expect(Object.keys(error).sort()).toEqual('code' in expected ? ['code', 'name'] : ['name']);
  });

  test('replaces the key wherever it stands, and nothing beside it', async () => {
    const answer = {
      status: 201,
      headers: { 'x-echo': `a ${key} b ${key}` },
      body: [`${key}${key}`, { [`x${key}`]: 1, other: { [key]: key } }, null],
    };
    expect(await withoutSecret(key, () => Promise.resolve(answer))(request)).toEqual({
      status: 201,
      headers: { 'x-echo': 'a [redacted] b [redacted]' },
      body: ['[redacted][redacted]', { 'x[redacted]': 1, other: { '[redacted]': '[redacted]' } }, null],
    });
  });

  test('replaces from eight characters on', async () => {
    const of = async (secret: string) =>
      (
        await withoutSecret(secret, () => Promise.resolve({ status: 200, headers: {}, body: `<${secret}>` }))(
          request,
        )
      ).body;
    expect([await of('1234567'), await of('12345678')]).toEqual(['<1234567>', '<[redacted]>']);
  });

  test.each([
    ['schlüssel-1', encodeURIComponent('schlüssel-1')],
    ['a???b>>>c???', Buffer.from('a???b>>>c???').toString('base64')],
    ['a???b>>>c???', Buffer.from('a???b>>>c???').toString('base64url')],
    ['a???b>>>c???', encodeURIComponent(Buffer.from('a???b>>>c???').toString('base64'))],
  ])('replaces %s where it is written %s', async (secret, body) => {
    const send = withoutSecret(secret, () => Promise.resolve({ status: 200, headers: {}, body }));
    expect((await send(request)).body).toBe('[redacted]');
  });

  test('reads what stands for a dot or a plus as no pattern', async () => {
    const body = 'abc.def+ghi abcXdef+ghi abc.deffghi';
    const send = withoutSecret('abc.def+ghi', () => Promise.resolve({ status: 200, headers: {}, body }));
    expect((await send(request)).body).toBe('[redacted] abcXdef+ghi abc.deffghi');
  });

  test('cleans a body however deeply it is nested', async () => {
    let body: unknown = key;
    for (let depth = 0; depth < 200_000; depth++) body = [body];
    const answer = await withoutSecret(key, () => Promise.resolve({ status: 200, headers: {}, body }))(
      request,
    );
    let innermost = answer.body;
    while (Array.isArray(innermost)) innermost = innermost[0];
    expect(innermost).toBe('[redacted]');
  });
});

describe('a transport that ends in time', () => {
  /** What never comes; tells when it was told to end. */
  function endless() {
    const seen: { signal?: AbortSignal } = {};
    const send = endingInTime(({ signal }) => {
      seen.signal = signal;
      return new Promise(() => {});
    });
    return { seen, send };
  }

  test('ends when its time is over', async () => {
    const { seen, send } = endless();
    await expect(send({ ...request, timeoutMs: 1 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(seen.signal?.aborted).toBe(true);
  });

  test('ends at once when its caller aborts', async () => {
    const { seen, send } = endless();
    const stop = new AbortController();
    const sent = send({ ...request, timeoutMs: 60_000, signal: stop.signal });
    stop.abort();
    await expect(sent).rejects.toMatchObject({
      name: 'AbortError',
      code: 'ABORT_ERR',
      message: 'The request was aborted',
    });
    expect(seen.signal?.aborted).toBe(true);
  });

  test('passes on what the exchange comes to, and leaves nothing behind', async () => {
    const stop = new AbortController();
    const seen: { request?: object; signal?: AbortSignal } = {};
    const answer = { status: 200, headers: {}, body: 'ok' };
    const send = endingInTime(({ signal, ...rest }) => {
      Object.assign(seen, { signal, request: rest });
      return Promise.resolve(answer);
    });
    const asked = { ...request, query: { a: 'b' }, timeoutMs: 60_000 };
    expect(await send({ ...asked, signal: stop.signal })).toBe(answer);
    expect(seen.request).toEqual(asked);
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
    const broken = new Error('socket');
    await expect(endingInTime(() => Promise.reject(broken))(request)).rejects.toBe(broken);
  });

  test.each([0, -5, 0.2])('with %d ms left ends soon', async (timeoutMs) => {
    const { send } = endless();
    await expect(send({ ...request, timeoutMs })).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'There was no complete answer in time',
    });
  });

  test('sends nothing for a caller that has aborted already', async () => {
    const { seen, send } = endless();
    await expect(send({ ...request, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'ABORT_ERR',
    });
    expect(seen.signal).toBeUndefined();
  });
});

describe('the transport for Node scripts', () => {
  test('tells nobody its key, whatever a server echoes, and sends several values of a name', async () => {
    const api = await startStandIn((response, { path: url, headers: { authorization = '' } }) => {
      if (url.startsWith('/v1/hang-up')) response.destroy();
      response.writeHead(400, { 'x-request-id': authorization });
      response.end(JSON.stringify({ message: encodeURIComponent(authorization), url }));
    });
    const transport = axiosTransport({ apiKey: key, baseUrl: api.url });
    const answer = await transport({ ...request, query: { status: ['new', 'won'], limit: '5' } });
    expectNoTrace(answer);
    expect(answer.body).toMatchObject({ url: '/v1/echo?status=new&status=won&limit=5' });
    const error: unknown = await transport({ ...request, path: '/v1/hang-up' }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ code: 'ECONNRESET' });
    expect(JSON.stringify(Object(error))).not.toContain('Bearer');
    await api.close();
  });

  test('hangs up when its caller aborts while the body comes in', async () => {
    const stop = new AbortController();
    let hungUp: Promise<void> = Promise.resolve();
    const api = await startStandIn((response) => {
      hungUp = new Promise((closed) => response.on('close', closed));
      response.write('{"id":', () => {
        stop.abort();
      });
    });
    const sent = axiosTransport({ apiKey: key, baseUrl: api.url })({ ...request, signal: stop.signal });
    await expect(sent).rejects.toMatchObject({ code: 'ABORT_ERR' });
    await hungUp;
    await api.close();
  });
});
