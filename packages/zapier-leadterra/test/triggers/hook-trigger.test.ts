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
    inputData = {},
    ...auth
  }: {
    signature?: string;
    subscribeData?: { id: string; secret?: string };
    trigger?: Record<string, unknown>;
    inputData?: Record<string, unknown>;
    signingSecret?: string;
  } = {},
) {
  const headers: Record<string, string> =
    signature === undefined ? {} : { 'Http-X-Leadterra-Signature': signature };
  return run(trigger['perform'], {
    rawRequest: { method: 'POST', content, headers },
    cleanedRequest: {},
    inputData,
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
    const subscribeData = { id: 'wh_2', secret };
    await expect(deliver(body, { subscribeData, signature: sign(body) })).resolves.toEqual([event]);
  });

  test('is checked with the secret of the connection where the subscription has none', async () => {
    const options = { subscribeData: { id: 'wh_3' }, signingSecret: secret };
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

  test('that is repeated starts the Zap once, and another Zap of its own', async () => {
    const subscribeData = { id: 'wh_4' };
    await expect(deliver(body, { subscribeData })).resolves.toEqual([event]);
    await expect(deliver(body, { subscribeData })).resolves.toEqual([]);
    await expect(deliver(body, { subscribeData: { id: 'wh_5' } })).resolves.toEqual([event]);
    const another = body.replace('msg_5', 'msg_6');
    await expect(deliver(another, { subscribeData })).resolves.toMatchObject([{ messageId: 'msg_6' }]);
  });

  test('of another event starts nothing', async () => {
    await expect(deliver(body, { trigger: replied })).resolves.toEqual([]);
    await expect(deliver(JSON.stringify({ event: 'message.opened', data: {} }))).resolves.toEqual([]);
  });
});

describe('an event', () => {
  const started = (data: object, more = {}) =>
    deliver(JSON.stringify({ event: 'message.bounced', timestamp: '2026-03-03T10:22:31', data, ...more }));

  test('has every field of the sample, null where nothing is said', async () => {
    await expect(started({})).resolves.toEqual([
      {
        id: containing('message.bounced:'),
        event: 'message.bounced',
        timestamp: '2026-03-03T10:22:31Z',
        ...{ campaignId: null, email: null, messageId: null, bounceType: null, bounceReason: null },
      },
    ]);
  });

  test('keeps what Leadterra says in words of its own', async () => {
    await expect(started({ bounceType: 'blocked' })).resolves.toMatchObject([{ bounceType: 'blocked' }]);
  });

  test('keeps fields that are not known, beside those that are', async () => {
    const data = {
      id: 'x',
      score: 7,
      lead: { email: 'ava@example.com', tags: ['a'] },
      message: { id: 'msg_9' },
    };
    await expect(started(data, { workspaceId: 'ws_1' })).resolves.toMatchObject([
      {
        id: 'message.bounced:msg_9',
        ...{
          email: 'ava@example.com',
          messageId: 'msg_9',
          score: 7,
          lead: { tags: ['a'] },
          workspaceId: 'ws_1',
        },
      },
    ]);
  });
});

describe('a filter', () => {
  const reply = (fields: object) =>
    JSON.stringify({ event: 'reply.received', data: { id: 'rpl_1', ...fields } });
  const bounce = (fields: object) => JSON.stringify({ event: 'message.bounced', data: fields });
  const page = 'https://app.leadterra.co/campaigns/camp_7';
  const unsubscribed = { trigger: replied, inputData: { classification: 'unsubscribe' } };

  test.each([
    ['a campaign', bounce({ campaignId: 'camp_7' }), { inputData: { campaign: page } }, 1],
    ['another campaign', bounce({ campaignId: 'camp_8' }), { inputData: { campaign: page } }, 0],
    ['a campaign that is not told', bounce({}), { inputData: { campaign: page } }, 1],
    ['a bounce type', bounce({ bounceType: 'permanent' }), { inputData: { bounceType: 'hard' } }, 1],
    ['another bounce type', bounce({ bounceType: 'soft' }), { inputData: { bounceType: 'hard' } }, 0],
    ['a classification', reply({ classification: 'Unsubscribe' }), unsubscribed, 1],
    ['another classification', reply({ classification: 'interested' }), unsubscribed, 0],
    ['no classification', reply({}), { trigger: replied, inputData: { classification: '' } }, 1],
  ])('by %s is heeded: %s', async (_, content, options, count) => {
    await expect(deliver(content, options)).resolves.toHaveLength(count);
  });

  test.each([
    ['a bounce type', bounce({}), { inputData: { bounceType: 'hard' } }, 'it does not say clearly whether'],
    ['a classification', reply({}), unsubscribed, 'it does not say how the reply is classified'],
  ])(
    'by %s that is not told passes over the event, and tells the owner',
    async (_, content, options, why) => {
      expect(await failure(deliver(content, options))).toEqual({
        name: 'HaltedError',
        message: containing(`An event was passed over because ${why}`),
      });
    },
  );

  test('that there is not is told', async () => {
    const running = deliver(bounce({}), { inputData: { bounceType: 'medium' } });
    expect(await failure(running)).toMatchObject({ message: containing('"Bounce Type" is "medium"') });
  });

  test('offers those who are interested, and those who have unsubscribed', () => {
    expect(JSON.stringify(replied['inputFields'])).toContain(
      '"choices":{"interested":"Interested","unsubscribe":"Unsubscribed"',
    );
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

  test('says so when Zapier has not kept the ID', async () => {
    expect(await failure(run(bounced['performUnsubscribe']))).toMatchObject({
      code: 'invalid_input',
      message: containing('Could not remove the webhook of Message Bounced: Zapier did not keep its ID.'),
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
        messageId: null,
        bounceType: null,
        bounceReason: '550 no such user',
      },
    ]);
  });

  test('is what the filters let through', async () => {
    leadterra().get('/v1/replies').times(2).reply(200, replies);
    const shown = (inputData: Record<string, unknown>) => run(replied['performList'], { inputData });
    await expect(shown({ classification: 'interested' })).resolves.toMatchObject([{ replyId: 'rpl_1' }]);
    await expect(shown({ campaign: 'camp_8' })).resolves.toEqual([]);
  });

  test('is nothing where there is nothing yet, or the API has no list: Zapier has the sample', async () => {
    leadterra().get('/v1/replies').twice().reply(200, []);
    for (const trigger of [replied, bounced, sent, started])
      await expect(run(trigger['performList'])).resolves.toEqual([]);
  });
});
