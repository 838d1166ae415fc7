import { type Sandbox } from '@leadterra/sandbox';
import { containing, someText } from '@leadterra/testing/matchers';
import { type ReceivedRequest, type StandIn, startStandIn } from '@leadterra/testing/stand-in';
import { valueAt } from '@leadterra/testing/value-at';
import { type Subscription, type ZapierApp } from '@leadterra/testing/zapier';

import { closeConnected, connected, enrollList, newCampaign } from './support.ts';

const keysOf = (sample: unknown) =>
  typeof sample === 'object' && sample !== null ? Object.keys(sample) : [];

const triggers = ['campaign_started', 'message_sent', 'message_bounced', 'reply_received'];

describe.each(['reference', 'guide', 'concept'] as const)(
  'the built triggers on the %s dialect',
  (dialect) => {
    let sandbox: Sandbox;
    let zapier: ZapierApp;
    let receiver: StandIn;
    let campaign: string;
    const subscriptions = new Map<string, Subscription>();

    beforeAll(async () => {
      ({ sandbox, zapier } = await connected({ dialect }));
      receiver = await startStandIn();
      for (const trigger of triggers)
        subscriptions.set(trigger, await zapier.subscribe(trigger, `${receiver.url}/${trigger}`));

      campaign = await newCampaign(zapier, 'T');
      await enrollList(zapier, campaign, [
        { email: 'hard-bounce@example.com' },
        { email: 'replies@example.com' },
      ]);
      await zapier.create('start_campaign', { campaign });
      await sandbox.settled();
    });
    afterAll(closeConnected);

    /** Another Zap, that has not seen these deliveries. */
    const another = (trigger: string) => ({
      ...subscriptions.get(trigger),
      id: `wh_another_${trigger}`,
    });

    const deliveriesOf = (trigger: string): ReceivedRequest[] =>
      receiver.requests.filter(({ body }) => body.includes(`"${trigger.replace('_', '.')}"`));

    test.each([
      ['campaign_started', [{ event: 'campaign.started' }]],
      ['message_sent', [{ event: 'message.sent' }, { event: 'message.sent' }]],
      [
        'message_bounced',
        [{ event: 'message.bounced', email: 'hard-bounce@example.com', bounceType: 'hard' }],
      ],
      [
        'reply_received',
        [
          { event: 'reply.received', email: 'replies@example.com', classification: 'interested' },
          { event: 'reply.received', email: 'hard-bounce@example.com', classification: 'bounce' },
        ],
      ],
    ])('%s starts a Zap with each event, once however often it is delivered', async (trigger, events) => {
      const started: Record<string, unknown>[] = [];
      for (const { body, headers } of deliveriesOf(trigger)) {
        const once = await zapier.hook(trigger, body, headers, subscriptions.get(trigger));
        const again = await zapier.hook(trigger, body, headers, subscriptions.get(trigger));
        expect(once).toHaveLength(1);
        expect(again).toEqual([]);
        started.push(...once);
      }
      expect(started).toHaveLength(events.length);
      for (const event of events)
        expect(started).toContainEqual(
          expect.objectContaining({ id: someText, campaignId: campaign, ...event }),
        );
      expect(new Set(started.map(({ id }) => id)).size).toBe(started.length);
    });

    test.each(triggers)('%s refuses a delivery that was forged', async (trigger) => {
      const [delivery] = deliveriesOf(trigger);
      const forged = delivery?.body.replace(campaign, 'camp_forged') ?? '';
      await expect(
        zapier.hook(trigger, forged, delivery?.headers ?? {}, subscriptions.get(trigger)),
      ).rejects.toMatchObject({
        kind: 'HaltedError',
        message: containing('signature does not match'),
      });
    });

    test.each(triggers)(
      '%s shows the Zap editor events of the shape that deliveries have',
      async (trigger) => {
        const sample = valueAt(await zapier.definition(), 'triggers', trigger, 'operation', 'sample');
        const events = await zapier.performList(trigger);
        for (const { body, headers } of deliveriesOf(trigger))
          events.push(...(await zapier.hook(trigger, body, headers, another(trigger))));
        expect(events.length).toBeGreaterThan(0);
        for (const event of events)
          expect(Object.keys(event)).toEqual(expect.arrayContaining(keysOf(sample)));
      },
    );

    test('filters let through what was chosen, in deliveries and in the Zap editor', async () => {
      const inputData = { classification: 'interested', campaign };
      const started: unknown[] = await zapier.performList('reply_received', inputData);
      for (const { body, headers } of deliveriesOf('reply_received')) {
        const subscription = { ...another('reply_received'), id: 'wh_filtered' };
        started.push(...(await zapier.hook('reply_received', body, headers, subscription, inputData)));
      }
      expect(started).toHaveLength(2);
      for (const event of started)
        expect(event).toMatchObject({ email: 'replies@example.com', campaignId: campaign });
    });

    test('removes the webhook at the end, also when it is gone already', async () => {
      for (const outcome of ['deleted', 'gone']) {
        const subscription = subscriptions.get('message_sent') ?? { id: '' };
        await expect(zapier.unsubscribe('message_sent', subscription)).resolves.toMatchObject({ outcome });
      }
    });
  },
);

test('checks the secret of the connection where Leadterra answers none, in every encoding', async () => {
  for (const signatureEncoding of ['hex', 'base64', 'sha256=hex', 'sha256=base64'] as const) {
    const signingSecret = 'whsec_endtoend01';
    const options = { webhookSecret: 'hidden', signingSecret, signatureEncoding } as const;
    const { sandbox, zapier } = await connected(options, { signingSecret });
    const receiver = await startStandIn();
    try {
      const subscription = await zapier.subscribe('campaign_started', receiver.url);
      expect(subscription).toEqual({ id: subscription.id });
      const campaign = await newCampaign(zapier, 'S');
      await zapier.create('enroll_lead', { campaign, email: 'ava@example.com' });
      await zapier.create('start_campaign', { campaign });
      await sandbox.settled();
      const [delivery] = receiver.requests;
      await expect(
        zapier.hook('campaign_started', delivery?.body ?? '', delivery?.headers ?? {}, subscription),
      ).resolves.toEqual([expect.objectContaining({ campaignId: campaign })]);
    } finally {
      await closeConnected();
    }
  }
});

test('leaves a webhook that the API cannot delete', async () => {
  const { zapier } = await connected({ webhookDelete: 'not-allowed' });
  try {
    const subscription = await zapier.subscribe('message_sent', 'https://hooks.example.com/1');
    await expect(zapier.unsubscribe('message_sent', subscription)).resolves.toEqual({
      id: subscription.id,
      outcome: 'unsupported',
    });
  } finally {
    await closeConnected();
  }
});
