import { parseWebhookEvent, webhookEventKey } from '@leadterra/shared';

import { rejection } from '../support/scripted';

const timestamp = '2026-06-11T09:14:32Z';
const bounced = { messageId: 'msg_1', bounceType: 'hard', bounceReason: '550 5.1.1 user unknown' };

describe('parseWebhookEvent', () => {
  test.each([
    ['flat', { ...bounced, campaignId: 'camp_1', email: 'ava@acme.example' }],
    ['nested', { ...bounced, campaign: { id: 'camp_1' }, lead: { email: 'ava@acme.example' } }],
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
    ['block', 'block'],
    ['hard or soft', 'hard or soft'],
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

  test.each([
    ['flat', { id: 'rpl_1', email: 'ava@acme.example', classification: 'interested', threadSnippet: 'Yes' }],
    [
      'nested',
      {
        reply: { id: 'rpl_1', email: 'ava@acme.example', classification: 'interested', threadSnippet: 'Yes' },
      },
    ],
  ])('reads a reply that is %s', (_, data) => {
    expect(parseWebhookEvent({ event: 'reply.received', data })).toMatchObject({
      replyId: 'rpl_1',
      email: 'ava@acme.example',
      classification: 'interested',
      threadSnippet: 'Yes',
    });
  });

  test.each([[{ id: 'camp_1', name: 'VP Sales' }], [{ campaign: { id: 'camp_1', name: 'VP Sales' } }]])(
    'reads a campaign that started from %j',
    (data) => {
      const event = parseWebhookEvent({ event: 'campaign.started', data });
      expect(event).toMatchObject({ campaignId: 'camp_1', campaignName: 'VP Sales' });
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
      expect(error.message).toContain('no Leadterra event');
    },
  );
});

describe('webhookEventKey', () => {
  const keyOf = (body: object) => webhookEventKey(parseWebhookEvent(body), JSON.stringify(body));

  test('is the same for a redelivery and differs between the sending and the bounce of one message', () => {
    const bounce = { event: 'message.bounced', timestamp, data: bounced };
    expect(keyOf(bounce)).toBe(keyOf({ ...bounce }));
    expect(keyOf(bounce)).not.toBe(keyOf({ event: 'message.sent', timestamp, data: { messageId: 'msg_1' } }));
  });

  test('comes from the body where an event has no ID', () => {
    const started = { event: 'campaign.started', timestamp, data: { campaignId: 'camp_1' } };
    expect(keyOf(started)).toBe(keyOf({ ...started }));
    expect(keyOf(started)).not.toBe(keyOf({ ...started, timestamp: '2026-06-12T09:14:32Z' }));
  });
});
