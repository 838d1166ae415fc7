import { maxResponseBytes } from '@leadterra/shared';
import { containing } from '@leadterra/testing/matchers';
import { startStandIn } from '@leadterra/testing/stand-in';
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

test('reads no endless answer, and hangs up on it', async () => {
  const chunk = Buffer.alloc(maxResponseBytes / 5);
  let hangUp: () => void;
  const hungUp = new Promise<void>((resolve) => (hangUp = resolve));
  const server = await startStandIn((response) => {
    const write = () => {
      while (response.write(chunk));
    };
    response.on('drain', write).on('close', hangUp);
    write();
  });
  nock.enableNetConnect('127.0.0.1');
  try {
    const endless = run((zapier: ZObject) =>
      zapierTransport(zapier, server.url, apiKey)({ method: 'GET', path: '/v1/endless' }),
    );
    await expect(endless).rejects.toMatchObject({ type: 'max-size' });
    await hungUp;
  } finally {
    nock.disableNetConnect();
    await server.close();
  }
});

test('escapes what is special in an ID', async () => {
  leadterra().post('/v1/campaigns/a%2Fb%20%7B%7Bc%7D%7D/start').reply(200, { status: 'running' });
  await expect(runCreate('start_campaign', { campaign: ' a/b {{c}} ' })).resolves.toEqual({
    id: 'a/b {{c}}',
    status: 'running',
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
