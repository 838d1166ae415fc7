import { once } from 'node:events';
import { type ServerResponse } from 'node:http';

import { maxResponseBytes, type TransportRequest } from '@leadterra/shared';
import { containing } from '@leadterra/testing/matchers';
import { type ReceivedRequest, startStandIn } from '@leadterra/testing/stand-in';
import nock from 'nock';
import { type ZObject } from 'zapier-platform-core';

import { version } from '../package.json';
import App from '../src';
import { zapierTransport } from '../src/transport';
import { apiKey, failure, isolateNetwork, leadterra, run, runCreate } from './support/app';

isolateNetwork();

const campaign = 'camp_7';

test('says who it is and sends no content type without a body', async () => {
  const seen: Record<string, unknown>[] = [];
  leadterra()
    .post('/v1/campaigns/camp_7/start')
    .reply(200, function () {
      seen.push(this.req.headers);
      return { id: campaign, status: 'running' };
    });
  await runCreate('start_campaign', { campaign });
  expect(seen[0]).toMatchObject({
    'user-agent': `leadterra-zapier/${version}`,
    accept: 'application/json',
  });
  expect(seen[0]).not.toHaveProperty('content-type');
});

test('does not follow a redirect, so that the key goes to no other host', async () => {
  leadterra().post('/v1/campaigns/camp_7/start').reply(302, '', { location: 'https://elsewhere.example/' });
  expect(await failure(runCreate('start_campaign', { campaign }))).toMatchObject({
    name: 'AppError',
    message: containing('the answer was a redirect'),
    status: 302,
  });
});

test('tells a slow answer from a broken connection', async () => {
  leadterra().get('/v1/slow').delay(60_000).reply(200, {});
  const slow = run((z: ZObject) =>
    zapierTransport(z, 'https://app.leadterra.co', apiKey)({ method: 'GET', path: '/v1/slow', timeoutMs: 1 }),
  );
  await expect(slow).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  nock.abortPendingRequests();
});

/** Sends one request to a server of our own, as a step of a Zap would. */
async function send(
  answer: (response: ServerResponse, request: ReceivedRequest) => void,
  request: Partial<TransportRequest> = {},
): Promise<unknown> {
  const server = await startStandIn(answer);
  nock.enableNetConnect('127.0.0.1');
  try {
    return await run((zapier: ZObject) =>
      zapierTransport(zapier, server.url, apiKey)({ method: 'GET', path: '/v1/any', ...request }),
    );
  } finally {
    nock.disableNetConnect();
    await server.close();
  }
}

test('gives an answer that trickles in one time in all, its body included', async () => {
  let hungUp: Promise<unknown> = Promise.resolve();
  const answering = send(
    (response) => {
      hungUp = once(response, 'close');
      response.write('{"id":');
    },
    { timeoutMs: 50 },
  );
  await expect(answering).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  await hungUp;
});

test('ends at once when its caller aborts', async () => {
  const stop = new AbortController();
  let hungUp: Promise<unknown> = Promise.resolve();
  const answering = send(
    (response) => {
      hungUp = once(response, 'close');
      response.write('{"id":', () => {
        stop.abort();
      });
    },
    { signal: stop.signal },
  );
  await expect(answering).rejects.toMatchObject({ code: 'ABORT_ERR' });
  await hungUp;
});

test('sends several values of a name', async () => {
  const answer = await send((response, { path }) => response.end(JSON.stringify({ path })), {
    query: { status: ['new', 'won'], limit: '5' },
  });
  expect(answer).toMatchObject({ body: { path: '/v1/any?status=new&status=won&limit=5' } });
});

test.each([apiKey, `Bearer%20${apiKey}`, `x${apiKey}`, Buffer.from(`Bearer ${apiKey}`).toString('base64')])(
  'does not repeat what a server echoes: %s',
  async (echo) => {
    leadterra()
      .post('/v1/campaigns/camp_7/start')
      .reply(400, { message: `No: ${echo}` }, { 'x-request-id': echo });
    const failed = await failure(runCreate('start_campaign', { campaign }));
    expect(failed['message']).toEqual(containing('[redacted]'));
    expect(JSON.stringify(failed)).not.toContain(apiKey);
    expect(JSON.stringify(failed)).not.toContain(Buffer.from(apiKey).toString('base64').slice(4, 20));
    expect(JSON.stringify(failed)).not.toContain(
      Buffer.from(`Bearer ${apiKey}`).toString('base64').slice(12, 30),
    );
  },
);

test('reads no endless answer, and hangs up on it', async () => {
  const chunk = Buffer.alloc(maxResponseBytes / 5);
  let hungUp: Promise<unknown> = Promise.resolve();
  const endless = send((response) => {
    const write = () => {
      while (response.write(chunk));
    };
    hungUp = once(response, 'close');
    response.on('drain', write);
    write();
  });
  await expect(endless).rejects.toThrow('over limit');
  await hungUp;
});

test('escapes what is special in an ID', async () => {
  leadterra().post('/v1/campaigns/a%2Fb%20%7B%7Bc%7D%7D/start').reply(200, { status: 'running' });
  await expect(runCreate('start_campaign', { campaign: ' a/b {{c}} ' })).resolves.toEqual({
    id: 'a/b {{c}}',
    status: 'running',
    startedAt: null,
  });
});

describe('the base URL', () => {
  afterEach(() => {
    delete process.env['LEADTERRA_BASE_URL'];
  });

  test('can be another one by an environment variable of the app', async () => {
    process.env['LEADTERRA_BASE_URL'] = 'http://127.0.0.1:9/never/';
    expect(await failure(run(App.authentication?.test))).toMatchObject({
      name: 'AppError',
      message: containing('the connection to Leadterra failed'),
    });
  });

  test('is refused where the key could be read on the way', async () => {
    process.env['LEADTERRA_BASE_URL'] = 'http://leadterra.example';
    expect(await failure(run(App.authentication?.test))).toMatchObject({
      name: 'AppError',
      message: containing('must start with https://'),
    });
  });
});
