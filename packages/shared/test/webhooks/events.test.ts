import { parseWebhookEvent, sampleEvents, webhookEventKey, webhookEvents } from '@leadterra/shared';

import { rejection } from '../support/scripted';

const timestamp = '2026-06-11T09:14:32Z';
const bounced = { messageId: 'msg_1', bounceType: 'hard', bounceReason: '550 5.1.1 user unknown' };

describe('parseWebhookEvent', () => {
  test.each([
    ['flat', { ...bounced, campaignId: 'camp_1', email: 'ava@acme.example' }],
    ['nested', { ...bounced, campaign: { id: 'camp_1' }, lead: { email: 'ava@acme.example' } }],
    [
      'nested, with the bounce in words of its own',
      {
        message: { messageId: 'msg_1' },
        bounce: { bounceType: 'hard', bounceReason: bounced.bounceReason, campaignId: 'camp_1' },
        leadEmail: 'ava@acme.example',
      },
    ],
    [
      'in a bounce that is a word',
      { ...bounced, bounceType: ' ', bounce: 'hard', campaignId: 'camp_1', email: 'ava@acme.example' },
    ],
    [
      'in a message',
      {
        message: {
          id: 'msg_1',
          bounceType: 'hard',
          bounceReason: bounced.bounceReason,
          to: 'ava@acme.example',
          campaignId: 'camp_1',
        },
      },
    ],
    [
      'in a bounce, spelled otherwise',
      {
        message_id: 'msg_1',
        bounce: { type: ' Permanent ', reason: bounced.bounceReason, Email: 'ava@acme.example' },
        'campaign-ID': 'camp_1',
      },
    ],
  ])('gives one shape for a bounce whose data is %s', (_, data) => {
    expect(parseWebhookEvent({ event: 'message.bounced', timestamp, data })).toEqual({
      known: true,
      event: 'message.bounced',
      timestamp,
      campaignId: 'camp_1',
      email: 'ava@acme.example',
      ...bounced,
    });
  });

  test.each(['hard', ' Hard ', 'HARD_BOUNCE', 'hard bounced', 'permanent', 'hardBounce'])(
    'takes a bounce of type %j for a hard one',
    (bounceType) => {
      const event = parseWebhookEvent({ event: 'message.bounced', data: { bounceType } });
      expect(event).toMatchObject({ bounceType: 'hard' });
      expect(event).not.toHaveProperty('unclearBounceType');
    },
  );

  test.each([
    ['soft', undefined],
    ['transient', undefined],
    ['temporary', undefined],
    ['block', 'block'],
    ['hard or soft', 'hard or soft'],
    ['bounced hard', 'bounced hard'],
    ['bouncy hard', 'bouncy hard'],
    ['bouncehard', 'bouncehard'],
    ['hard!bounce', 'hard!bounce'],
    [' Bounce ', 'Bounce'],
    ['constructor', 'constructor'],
    ['', ''],
    [undefined, ''],
    [1, ''],
  ])('takes a bounce of type %j for a soft one, and tells whether that is clear', (bounceType, unclear) => {
    const event = parseWebhookEvent({ event: 'message.bounced', data: { bounceType } });
    expect(event).toEqual({
      known: true,
      event: 'message.bounced',
      bounceType: 'soft',
      ...(unclear !== undefined && { unclearBounceType: unclear }),
    });
  });

  const interested = { classification: 'interested', threadSnippet: 'Yes', receivedAt: timestamp };

  test.each([
    ['flat', { id: 'rpl_1', email: 'ava@acme.example', ...interested }],
    ['flat, with its ID in full', { replyId: 'rpl_1', email: 'ava@acme.example', ...interested }],
    ['nested', { reply: { id: 'rpl_1', email: 'ava@acme.example', ...interested } }],
    [
      'nested, with its ID beside it',
      { replyId: 'rpl_1', reply: { email: 'ava@acme.example', ...interested } },
    ],
    [
      'nested, in a delivery with an ID of its own',
      {
        id: 'dlv_1',
        classification: 'spam',
        reply: { id: 'rpl_1', email: 'ava@acme.example', ...interested },
      },
    ],
    ['beside an empty part', { reply: {}, id: 'rpl_1', lead: { email: 'ava@acme.example' }, ...interested }],
  ])('reads a reply that is %s', (_, data) => {
    expect(parseWebhookEvent({ event: 'reply.received', data })).toMatchObject({
      known: true,
      event: 'reply.received',
      replyId: 'rpl_1',
      email: 'ava@acme.example',
      ...interested,
    });
  });

  test.each([
    [{ messageId: 'msg_1', sequenceStep: 0 }],
    [{ message: { id: 'msg_1', sequenceStep: 0 } }],
    [{ message: { messageId: 'msg_1' }, sequenceStep: 0 }],
    [{ messageId: 'msg_1', sequenceStep: 'first', message: { id: 'msg_2', sequenceStep: 0 } }],
  ])('reads a message that was sent from %j', (data) => {
    expect(parseWebhookEvent({ event: 'message.sent', data })).toEqual({
      known: true,
      event: 'message.sent',
      messageId: 'msg_1',
      sequenceStep: 0,
    });
  });

  test('tells no step of a message that names none', () => {
    const data = { messageId: 'msg_1', sequenceStep: '2' };
    expect(parseWebhookEvent({ event: 'message.sent', data })).toEqual({
      known: true,
      event: 'message.sent',
      messageId: 'msg_1',
    });
  });

  test.each([
    [{ id: 'camp_1', name: 'VP Sales' }],
    [{ campaign: { id: 'camp_1', name: 'VP Sales' } }],
    [{ campaignId: 'camp_1', campaignName: 'VP Sales' }],
    [{ id: 'dlv_1', name: 'a delivery', campaign: { campaignId: 'camp_1', name: 'VP Sales' } }],
  ])('reads a campaign that started from %j', (data) => {
    expect(parseWebhookEvent({ event: 'campaign.started', data })).toMatchObject({
      known: true,
      event: 'campaign.started',
      campaignId: 'camp_1',
      campaignName: 'VP Sales',
    });
  });

  test.each([
    { campaignId: ' camp_1 ' },
    { Campaign_ID: 'camp_1' },
    { campaign: { id: 'camp_1' } },
    { campaign: { campaignId: 'camp_1' } },
    { message: { campaignId: 'camp_1' } },
    { reply: { campaignId: 'camp_1' } },
    { lead: { campaignId: 'camp_1' } },
    { bounce: { campaignId: 'camp_1' } },
    { campaignId: 7, campaign: { id: 'camp_1' } },
    { campaignId: 'camp_1', campaign_id: 'camp_2', campaign: { id: 'camp_2' } },
  ])('finds the campaign in %j', (data) => {
    expect(parseWebhookEvent({ event: 'other', data })).toEqual({
      known: false,
      event: 'other',
      campaignId: 'camp_1',
      data,
    });
  });

  test.each([
    { email: 'ava@acme.example' },
    { lead: { email: 'ava@acme.example' } },
    { reply: { email: 'ava@acme.example' } },
    { message: { email: 'ava@acme.example' } },
    { message: { to: 'ava@acme.example' } },
    { bounce: { email: 'ava@acme.example' } },
    { lead_email: 'ava@acme.example' },
    { email: '\t', message: { to: ['ben@acme.example'] }, lead: { email: 'ava@acme.example' } },
  ])('finds the address in %j', (data) => {
    expect(parseWebhookEvent({ event: 'other', data })).toEqual({
      known: false,
      event: 'other',
      email: 'ava@acme.example',
      data,
    });
  });

  test.each([undefined, null, 'text', [{ email: 'ava@acme.example' }]])(
    'finds nothing in data that is %j',
    (data) => {
      expect(parseWebhookEvent({ event: 'message.sent', timestamp: 7, data })).toEqual({
        known: true,
        event: 'message.sent',
      });
    },
  );

  test('passes an event on that it does not know', () => {
    const event = parseWebhookEvent({
      event: 'campaign.completed',
      timestamp,
      data: { campaignId: 'camp_1', x: 1 },
    });
    expect(event).toEqual({
      known: false,
      event: 'campaign.completed',
      timestamp,
      campaignId: 'camp_1',
      data: { campaignId: 'camp_1', x: 1 },
    });
  });

  test.each([undefined, null, 'text', 7, [], {}, { event: '' }, { event: 1 }])(
    'refuses %j with a clear error',
    async (body) => {
      const error = await rejection(Promise.resolve().then(() => parseWebhookEvent(body)));
      expect(error.message).toBe(
        'The delivery is no Leadterra event: it has no "event" name. Check that only Leadterra calls this URL.',
      );
    },
  );
});

test('every event says what it is called and what it tells', () => {
  expect(webhookEvents.map(({ event, label, description }) => [event, label, description])).toEqual([
    ['message.bounced', 'Message Bounced', 'An email could not be delivered'],
    ['message.sent', 'Message Sent', 'An email of a sequence step was handed over for delivery'],
    ['reply.received', 'Reply Received', 'A lead replied, and the reply was classified'],
    ['campaign.started', 'Campaign Started', 'A campaign began to send'],
  ]);
});

describe('webhookEventKey', () => {
  const keyOf = (body: object) => webhookEventKey(parseWebhookEvent(body), JSON.stringify(body));

  test('is the same for a redelivery and differs between the sending and the bounce of one message', () => {
    const bounce = { event: 'message.bounced', timestamp, data: bounced };
    expect(keyOf(bounce)).toBe(keyOf({ ...bounce }));
    expect(keyOf(bounce)).not.toBe(keyOf({ event: 'message.sent', timestamp, data: { messageId: 'msg_1' } }));
  });

  test.each([
    [{ event: 'message.bounced', data: bounced }, 'message.bounced:msg_1'],
    [{ event: 'message.sent', data: { messageId: 'msg_1' } }, 'message.sent:msg_1'],
    [{ event: 'reply.received', data: { id: 'rpl_1', messageId: 'msg_1' } }, 'reply.received:rpl_1'],
    // What `printf '{"event":"other"}' | sha256sum` says.
    [{ event: 'other' }, 'other:c3acd85cad9883e9cf82baaada90fbb7ed3d2ebd11250b9503b287ab59bc4d9b'],
  ])('of %j is %s', (body, key) => {
    expect(keyOf(body)).toBe(key);
  });

  test.each([
    ['message.sent', { messageId: 'msg_1', replyId: 'rpl_1' }, { messageId: 'msg_2', replyId: 'rpl_1' }],
    ['message.bounced', { messageId: 'msg_1', replyId: 'rpl_1' }, { messageId: 'msg_2', replyId: 'rpl_1' }],
    [
      'reply.received',
      { messageId: 'msg_1', threadSnippet: 'Yes' },
      { messageId: 'msg_1', threadSnippet: 'No' },
    ],
    [
      'campaign.started',
      { campaignId: 'camp_1', replyId: 'rpl_1' },
      { campaignId: 'camp_2', replyId: 'rpl_1' },
    ],
    ['other', { id: 1, replyId: 'rpl_1' }, { id: 2, replyId: 'rpl_1' }],
  ])('differs between two %s events that share an ID of something else', (event, one, another) => {
    expect(keyOf({ event, data: one })).not.toBe(keyOf({ event, data: another }));
  });

  test('comes from the body where what should be an ID is none', () => {
    const sent = { event: 'message.sent', messageId: { value: 'msg_1' } };
    expect(keyOf(sent)).not.toBe(keyOf({ ...sent, messageId: { value: 'msg_2' } }));
  });

  test('comes from the body where an event has no ID', () => {
    const started = { event: 'campaign.started', timestamp, data: { campaignId: 'camp_1' } };
    expect(keyOf(started)).toBe(keyOf({ ...started }));
    expect(keyOf(started)).not.toBe(keyOf({ ...started, timestamp: '2026-06-12T09:14:32Z' }));
  });
});

describe('sampleEvents', () => {
  test('has one of each event', () => {
    expect(sampleEvents.map(({ event }) => event)).toEqual(webhookEvents.map(({ event }) => event));
  });

  test.each(sampleEvents)('that of $event is what a delivery with its values is read as', (sample) => {
    const { event, timestamp, eventKey, ...data } = sample;
    const read = parseWebhookEvent({ event, timestamp, data });
    expect({ ...read, eventKey }).toEqual({ ...sample, known: true });
    // Only an event without an ID of its own is known by a hash, of which the sample shows the beginning.
    expect(eventKey).toBe(event === 'campaign.started' ? `${event}:f4b2` : webhookEventKey(read, ''));
    expect(Object.keys(data).length).toBeGreaterThan(1);
  });
});
