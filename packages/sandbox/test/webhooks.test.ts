import { createHmac } from 'node:crypto';
import { once } from 'node:events';

import { containing, someText } from '@leadterra/testing/matchers';
import { closeStandIns, startStandIn } from '@leadterra/testing/stand-in';

import { webhookEventNames } from '../src';
import { type Caller, campaign, dayMs, enroll, idIn, parsed, running, start } from './support/sandbox';

const all = ['campaign.started', 'message.sent', 'message.bounced', 'reply.received'];
const minute = 60_000;
const hour = 60 * minute;

afterEach(closeStandIns);

async function register(caller: Caller, url: string, events: string[] = all): Promise<string> {
  return idIn((await caller.call('POST', '/v1/webhooks', { url, events })).body);
}

const hmac = (body: string, secret: string, encoding: 'hex' | 'base64') =>
  createHmac('sha256', secret).update(body).digest(encoding);

test('the list of events has what the documentation has', () => {
  expect(webhookEventNames).toEqual(all);
});

describe('a delivery', () => {
  test.each([
    ['hex', (body: string) => hmac(body, 'whsec_of_ours', 'hex')],
    ['base64', (body: string) => hmac(body, 'whsec_of_ours', 'base64')],
    ['sha256=hex', (body: string) => `sha256=${hmac(body, 'whsec_of_ours', 'hex')}`],
    ['sha256=base64', (body: string) => `sha256=${hmac(body, 'whsec_of_ours', 'base64')}`],
  ] as const)('is signed over its raw body as %s', async (signatureEncoding, expected) => {
    const caller = await start({ signatureEncoding, signingSecret: 'whsec_of_ours' });
    const { url, requests } = await startStandIn();
    await register(caller, url, ['message.sent']);
    await running(caller, ['ava@example.com']);
    expect(requests).toHaveLength(1);
    for (const { headers, body } of requests) {
      expect(headers['content-type']).toBe('application/json');
      expect(headers['x-leadterra-signature']).toBe(expected(body));
    }
  });

  test('is signed with a secret of its own for each webhook, which the registration answers', async () => {
    const caller = await start();
    const receivers = [await startStandIn(), await startStandIn()];
    for (const { url } of receivers) {
      const answer = await caller.call('POST', '/v1/webhooks', { url, events: all });
      expect(answer.body).toMatchObject({ secret: containing('whsec_') });
    }
    await running(caller, ['ava@example.com']);
    const secrets = caller.rows('SELECT secret FROM webhooks');
    expect(secrets[0]).not.toEqual(secrets[1]);
    expect(
      new Set(
        receivers.flatMap(({ requests }) => requests.map(({ headers }) => headers['x-leadterra-signature'])),
      ).size,
    ).toBe(4);
  });

  test('goes to those who subscribed to the event only', async () => {
    const caller = await start();
    const bounces = await startStandIn();
    const starts = await startStandIn();
    await register(caller, bounces.url, ['message.bounced']);
    await register(caller, starts.url, ['campaign.started']);
    const id = await running(caller, ['hard-bounce@example.com', 'ava@example.com']);
    await caller.call('POST', `/v1/campaigns/${id}/pause`);
    await caller.call('POST', `/v1/campaigns/${id}/start`);
    await caller.sandbox.settled();
    expect(bounces.requests.map(({ body }) => parsed(body))).toMatchObject([{ event: 'message.bounced' }]);
    expect(starts.requests.map(({ body }) => parsed(body))).toMatchObject([{ event: 'campaign.started' }]);
  });

  test('ends with the webhook', async () => {
    const caller = await start();
    const { url, requests } = await startStandIn();
    const id = await register(caller, url);
    expect((await caller.call('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
    expect((await caller.call('DELETE', `/v1/webhooks/${id}`)).status).toBe(404);
    await running(caller, ['ava@example.com']);
    expect(requests).toEqual([]);
  });
});

const time = '2026-03-02T08:00:00Z';
const reply = {
  id: someText,
  email: 'replies@example.com',
  campaignId: someText,
  classification: 'interested',
  receivedAt: time,
  threadSnippet: someText,
};

const payloads = {
  reference: {
    'campaign.started': { campaignId: someText, name: 'Spring', status: 'running', startedAt: time },
    'message.sent': {
      messageId: someText,
      campaignId: someText,
      email: 'hard-bounce@example.com',
      sequenceStep: 0,
    },
    'message.bounced': {
      messageId: someText,
      campaignId: someText,
      email: 'hard-bounce@example.com',
      sequenceStep: 0,
      bounceType: 'hard',
      bounceReason: someText,
    },
    'reply.received': reply,
  },
  guide: {
    'campaign.started': { campaign: { id: someText, name: 'Spring', status: 'running', startedAt: time } },
    'message.sent': {
      messageId: someText,
      message: { id: someText, subject: 'Hello ', sequenceStep: 0 },
      lead: { email: 'hard-bounce@example.com' },
      campaign: { id: someText, name: 'Spring' },
    },
    'message.bounced': {
      messageId: someText,
      message: {
        id: someText,
        subject: 'Hello ',
        sequenceStep: 0,
        bounceType: 'hard',
        bounceReason: someText,
      },
      lead: { email: 'hard-bounce@example.com' },
      campaign: { id: someText, name: 'Spring' },
    },
    'reply.received': {
      reply,
      lead: { email: 'replies@example.com' },
      campaign: { id: someText, name: 'Spring' },
    },
  },
  concept: {
    'campaign.started': { campaign: { id: someText, name: 'Spring', status: 'running', startedAt: time } },
    'message.sent': {
      message: { messageId: someText, subject: 'Hello ', sequenceStep: 0 },
      lead: { email: 'hard-bounce@example.com' },
      campaign: { id: someText },
    },
    'message.bounced': {
      message: {
        messageId: someText,
        subject: 'Hello ',
        sequenceStep: 0,
        bounceType: 'hard',
        bounceReason: someText,
      },
      lead: { email: 'hard-bounce@example.com' },
      campaign: { id: someText },
    },
    'reply.received': { reply, campaign: { id: someText } },
  },
};

describe.each(['reference', 'guide', 'concept'] as const)('the payloads of the %s dialect', (dialect) => {
  test.each(['campaign.started', 'message.sent', 'message.bounced', 'reply.received'] as const)(
    'tell of %s',
    async (event) => {
      const caller = await start({ dialect, now: () => Date.parse(time) });
      const { url, requests } = await startStandIn();
      await register(caller, url, [event]);
      await running(
        caller,
        event === 'reply.received' ? ['replies@example.com'] : ['hard-bounce@example.com'],
      );
      expect(requests.map(({ body }) => parsed(body))).toEqual([
        { event, timestamp: time, data: payloads[dialect][event] },
      ]);
    },
  );
});

describe('a delivery that fails', () => {
  test('is tried again after 1 min, 5 min, 30 min, 2 h and 8 h, and then given up', async () => {
    const caller = await start();
    const { url, requests } = await startStandIn((response) => response.writeHead(500).end());
    await register(caller, url, ['message.sent']);
    await running(caller, ['ava@example.com'], [{ subject: 'S', bodyHtml: 'B' }]);
    await caller.sandbox.advance(2 * dayMs);

    const attempts =
      'SELECT attempt, at - (SELECT min(at) FROM delivery_attempts) AS after, status FROM delivery_attempts';
    const schedule = [0, minute, 6 * minute, 36 * minute, 2 * hour + 36 * minute, 10 * hour + 36 * minute];
    expect(caller.rows(attempts)).toEqual(
      schedule.map((after, index) => ({ attempt: index + 1, after, status: 500 })),
    );
    expect(caller.rows('SELECT state, attempts FROM deliveries')).toEqual([{ state: 'failed', attempts: 6 }]);
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
  });

  test('is over as soon as a retry is answered with 2xx', async () => {
    const caller = await start();
    const { url, requests } = await startStandIn((response) =>
      response.writeHead(requests.length === 1 ? 302 : 204).end(),
    );
    await register(caller, url, ['message.sent']);
    await running(caller, ['ava@example.com'], [{ subject: 'S', bodyHtml: 'B' }]);
    await caller.sandbox.advance(dayMs);
    expect(requests).toHaveLength(2);
    expect(caller.rows('SELECT state, attempts FROM deliveries')).toEqual([
      { state: 'delivered', attempts: 2 },
    ]);
  });

  test('says why, when nobody listens', async () => {
    const caller = await start();
    await register(caller, 'http://127.0.0.1:9/hook', ['message.sent']);
    await running(caller, ['ava@example.com']);
    expect(caller.rows('SELECT status, error FROM delivery_attempts')).toEqual([
      { status: null, error: someText },
    ]);
  });

  test('is one that is not answered in time', async () => {
    const caller = await start({ timeScale: 60 });
    const { url } = await startStandIn(() => undefined);
    await register(caller, url, ['message.sent']);
    const attempt = once(caller.sandbox.events, 'attempt');
    const id = await campaign(caller);
    await enroll(caller, id, [{ email: 'ava@example.com' }]);
    await caller.call('POST', `/v1/campaigns/${id}/start`);
    expect(await attempt).toMatchObject([{ attempt: 1, outcome: { error: containing('timeout') } }]);
  });

  test('does not keep the sandbox from closing', async () => {
    const caller = await start();
    const { url, first } = await startStandIn(() => undefined);
    await register(caller, url, ['campaign.started']);
    const id = await campaign(caller);
    await enroll(caller, id, [{ email: 'ava@example.com' }]);
    await caller.call('POST', `/v1/campaigns/${id}/start`);
    await first;
    await caller.sandbox.close();
    expect(caller.sandbox.database.isOpen).toBe(false);
  });
});

describe('the options of webhooks', () => {
  test('hide the secret', async () => {
    const { call } = await start({ webhookSecret: 'hidden' });
    const answer = await call('POST', '/v1/webhooks', { url: 'https://hooks.example.com/a', events: all });
    expect(answer.body).not.toHaveProperty('secret');
  });

  test('take deleting away', async () => {
    const caller = await start({ webhookDelete: 'not-allowed' });
    const id = await register(caller, 'https://hooks.example.com/a');
    const answer = await caller.call('DELETE', `/v1/webhooks/${id}`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  test.each(['http://localhost:4000/a', 'http://127.0.0.1/a', 'http://[::1]/a'])(
    'allow plain HTTP to this machine: %s',
    async (url) => {
      const { call } = await start();
      expect((await call('POST', '/v1/webhooks', { url, events: all })).status).toBe(201);
    },
  );
});
