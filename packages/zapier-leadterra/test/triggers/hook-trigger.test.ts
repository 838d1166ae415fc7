import { createHmac } from 'node:crypto';

import { containing } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, operationOf, run } from '../support/app';

isolateNetwork();

const bounced = operationOf('message_bounced');
const replied = operationOf('reply_received');
const sent = operationOf('message_sent');
const started = operationOf('campaign_started');
const secret = 'whsec_unittest1';

const body = JSON.stringify({
  event: 'message.bounced',
  timestamp: '2026-03-03T10:22:31Z',
  data: {
    messageId: 'msg_5',
    bounceType: 'hard',
    bounceReason: '550',
    campaignId: 'camp_7',
    email: 'ava@example.com',
  },
});
const event = {
  id: 'message.bounced:msg_5',
  event: 'message.bounced',
  timestamp: '2026-03-03T10:22:31Z',
  campaignId: 'camp_7',
  email: 'ava@example.com',
  messageId: 'msg_5',
  bounceType: 'hard',
  bounceReason: '550',
};

function deliver(
  content: string,
  {
    signature,
    subscribeData,
    trigger = bounced,
    ...auth
  }: {
    signature?: string;
    subscribeData?: { id: string; secret?: string };
    trigger?: Record<string, unknown>;
    signingSecret?: string;
  } = {},
) {
  const headers: Record<string, string> =
    signature === undefined ? {} : { 'Http-X-Leadterra-Signature': signature };
  return run(trigger['perform'], {
    rawRequest: { method: 'POST', content, headers },
    cleanedRequest: {},
    ...(subscribeData && { subscribeData }),
    authData: { apiKey: 'sk_test_4Zq8unittest', ...auth },
  });
}

const sign = (content: string, key = secret) => createHmac('sha256', key).update(content).digest('hex');

describe('a delivery', () => {
  test('starts the Zap with a flat event whose ID is the same at every repetition', async () => {
    await expect(deliver(body)).resolves.toEqual([event]);
  });

  test('is checked with the secret of the subscription', async () => {
    const subscribeData = { id: 'wh_1', secret };
    await expect(deliver(body, { subscribeData, signature: sign(body) })).resolves.toEqual([event]);
  });

  test('is checked with the secret of the connection where the subscription has none', async () => {
    const options = { subscribeData: { id: 'wh_1' }, signingSecret: secret };
    await expect(deliver(body, { ...options, signature: `sha256=${sign(body)}` })).resolves.toEqual([event]);
    expect(await failure(deliver(body, { ...options, signature: sign(body, 'other') }))).toMatchObject({
      name: 'HaltedError',
    });
  });

  test.each([undefined, '', 'rubbish', sign(`${body} `)])(
    'with the signature %j starts nothing, and tells why without telling the secret',
    async (signature) => {
      const failed = await failure(deliver(body, { subscribeData: { id: 'wh_1', secret }, signature }));
      expect(failed).toEqual({
        name: 'HaltedError',
        message:
          'A delivery was ignored because its signature does not match. If Leadterra sent it, correct the Webhook Signing Secret of the connected account.',
      });
    },
  );

  test.each([{}, { rawRequest: { method: 'POST' as const, content: body } }])(
    'without a signature and its header starts nothing: %j',
    async (bundle) => {
      const authData = { apiKey: 'sk_test_4Zq8unittest', signingSecret: secret };
      expect(await failure(run(bounced['perform'], { ...bundle, authData }))).toMatchObject({
        name: 'HaltedError',
        message: containing('signature does not match'),
      });
    },
  );

  test.each(['', 'no JSON', '[]', '{"data":{}}'])('of %j starts nothing', async (content) => {
    expect(await failure(deliver(content))).toMatchObject({
      name: 'HaltedError',
      message: containing('The delivery is no Leadterra event'),
    });
  });

  test('of another event starts nothing', async () => {
    await expect(deliver(body, { trigger: replied })).resolves.toEqual([]);
    await expect(deliver(JSON.stringify({ event: 'message.opened', data: {} }))).resolves.toEqual([]);
  });
});

describe('switching a Zap on and off', () => {
  const targetUrl = 'https://hooks.zapier.com/hooks/standard/1/a/';

  test('registers a webhook for the one event and keeps its ID and secret', async () => {
    leadterra()
      .post('/v1/webhooks', { url: targetUrl, events: ['message.bounced'] })
      .reply(201, { webhook: { id: 'wh_1', url: targetUrl, signingSecret: secret } });
    await expect(run(bounced['performSubscribe'], { targetUrl })).resolves.toEqual({
      id: 'wh_1',
      secret,
    });
  });

  test('keeps the ID alone where the answer has no secret', async () => {
    leadterra().post('/v1/webhooks').reply(201, { id: 'wh_2' });
    await expect(run(bounced['performSubscribe'], { targetUrl })).resolves.toEqual({ id: 'wh_2' });
  });

  test.each([
    [204, 'deleted'],
    [404, 'gone'],
    [410, 'gone'],
    [405, 'unsupported'],
    [501, 'unsupported'],
  ])('takes %d at the end for %s', async (status, outcome) => {
    leadterra().delete('/v1/webhooks/wh_1').reply(status);
    await expect(run(bounced['performUnsubscribe'], { subscribeData: { id: 'wh_1' } })).resolves.toEqual({
      id: 'wh_1',
      outcome,
    });
  });

  test('fails at the end without telling the secret', async () => {
    leadterra().delete('/v1/webhooks/wh_1').reply(401);
    const failed = await failure(
      run(bounced['performUnsubscribe'], { subscribeData: Object.assign({ id: 'wh_1' }, { secret }) }),
    );
    expect(failed).toMatchObject({ name: 'ExpiredAuthError' });
    expect(JSON.stringify(failed)).not.toContain(secret);
  });
});

describe('what the Zap editor shows', () => {
  const replies = [
    {
      id: 'rpl_2',
      email: 'ben@example.com',
      campaignId: 'camp_7',
      classification: 'bounce',
      receivedAt: '2026-03-04T10:00:00Z',
      threadSnippet: '550 no such user',
    },
    {
      id: 'rpl_1',
      email: 'ava@example.com',
      campaignId: 'camp_7',
      classification: 'interested',
      receivedAt: '2026-03-04T09:00:00Z',
      threadSnippet: 'Tell me more',
    },
  ];

  test('are real replies', async () => {
    leadterra().get('/v1/replies').reply(200, { replies });
    await expect(run(replied['performList'])).resolves.toEqual([
      expect.objectContaining({ id: 'reply.received:rpl_2', replyId: 'rpl_2', classification: 'bounce' }),
      {
        id: 'reply.received:rpl_1',
        event: 'reply.received',
        timestamp: '2026-03-04T09:00:00Z',
        campaignId: 'camp_7',
        email: 'ava@example.com',
        replyId: 'rpl_1',
        classification: 'interested',
        threadSnippet: 'Tell me more',
        receivedAt: '2026-03-04T09:00:00Z',
      },
    ]);
  });

  test('are real bounces, which come back as replies', async () => {
    leadterra().get('/v1/replies').reply(200, replies);
    await expect(run(bounced['performList'])).resolves.toEqual([
      {
        id: 'message.bounced:rpl_2',
        event: 'message.bounced',
        timestamp: '2026-03-04T10:00:00Z',
        campaignId: 'camp_7',
        email: 'ben@example.com',
        bounceType: 'soft',
        bounceReason: '550 no such user',
      },
    ]);
  });

  test('is the sample where there is nothing yet', async () => {
    leadterra().get('/v1/replies').twice().reply(200, []);
    await expect(run(replied['performList'])).resolves.toEqual([replied['sample']]);
    await expect(run(bounced['performList'])).resolves.toEqual([bounced['sample']]);
  });

  test('is the sample where the API has no list', async () => {
    await expect(run(sent['performList'])).resolves.toEqual([sent['sample']]);
    await expect(run(started['performList'])).resolves.toEqual([started['sample']]);
  });
});
