import {
  type LeadterraClient,
  parseJsonOrText,
  parseWebhookEvent,
  signatureHeader,
  verifyWebhookSignature,
  type WebhookEvent,
  webhookEventKey,
  type WebhookEventName,
} from '@leadterra/shared';
import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';

import { halted, messageOf } from '../errors';
import { noInput, withLeadterra } from '../perform';

type EventOf<Name> = Extract<WebhookEvent, { known: true; event: Name }>;
type OutputOf<Name> = { id: string } & Omit<EventOf<Name>, 'known'>;
type OutputField = { key: string; label: string; type?: 'integer' | 'datetime' };

/** What the triggers of the four events differ in. */
type HookTrigger<Name> = {
  noun: string;
  label: string;
  /** Begins with "Triggers when" and ends with a full stop, as Zapier asks. */
  description: string;
  /** An event as Zapier gets it, with every field that one can have. */
  sample: OutputOf<Name>;
  /** The fields of this event that the others do not have. */
  outputFields: OutputField[];
  /** Recent events for the Zap editor, newest first; none where the API cannot tell of any. */
  recent: (client: LeadterraClient, deadline: number) => Promise<OutputOf<Name>[]>;
};

/** For events that no call of the API tells of. */
export const noneRecent = () => Promise.resolve([]);

/** A trigger that registers a webhook for one event when a Zap is switched on, and removes it when it is switched off. */
export function hookTrigger<Name extends WebhookEventName>(
  name: Name,
  { noun, label, description, sample, outputFields, recent }: HookTrigger<Name>,
) {
  return defineTrigger({
    key: name.replace('.', '_'),
    noun,
    display: { label, description },
    operation: {
      type: 'hook',
      performSubscribe: withLeadterra(noInput, async ({ client, deadline, bundle }) => {
        const { targetUrl: url } = subscribing.parse(bundle);
        const { id, secret } = await client.registerWebhook({ url, events: [name] }, { deadline });
        return { id, ...(secret !== undefined && { secret }) };
      }),
      // `gone` is as good as deleted; where the API cannot delete, Zapier answers its deliveries with 410.
      performUnsubscribe: withLeadterra(noInput, async ({ client, deadline, bundle }) => {
        const { id } = subscription.parse(bundle.subscribeData);
        return { id, outcome: await client.deleteWebhook(id, { deadline }) };
      }),
      perform: (z: ZObject, bundle: Bundle) => {
        const { known, ...delivery } = readDelivery(z, bundle);
        return known && delivery.event === name ? [delivery] : [];
      },
      performList: withLeadterra(noInput, async ({ client, deadline }) => {
        const found = await recent(client, deadline);
        return found.length > 0 ? found : [sample];
      }),
      sample,
      outputFields: [
        { key: 'id', label: 'Event ID' },
        { key: 'event', label: 'Event' },
        { key: 'timestamp', label: 'Time', type: 'datetime' },
        { key: 'campaignId', label: 'Campaign ID' },
        ...outputFields,
      ],
    },
  });
}

const subscribing = zod.object({ targetUrl: zod.string() });
const secret = zod.catch(zod.optional(zod.string()), undefined);
const subscription = zod.object({ id: zod.string(), secret });
/** A delivery as Zapier hands it on. What is missing cannot bear a valid signature. */
const received = zod.object({
  rawRequest: zod.catch(
    zod.object({ content: zod.string(), headers: zod.record(zod.string(), zod.string()) }),
    { content: '', headers: {} },
  ),
  subscribeData: zod.catch(zod.object({ secret }), {}),
  authData: zod.object({ signingSecret: secret }),
});

/**
 * The event of a delivery, with the key that Zapier recognises a repeated one by. What is forged, or no event at
 * all, halts the run: nothing is started, the owner can read why, and whoever sends it cannot get the Zap turned off.
 */
function readDelivery(z: ZObject, bundle: Bundle) {
  const { rawRequest, subscribeData, authData } = received.parse(bundle);
  const { content: rawBody, headers } = rawRequest;
  const secrets = [subscribeData.secret, authData.signingSecret]
    .map((text = '') => text.trim())
    .filter((text) => text !== '');
  if (secrets.length > 0 && !verifyWebhookSignature({ rawBody, signature: signatureIn(headers), secrets })) {
    throw halted(
      z,
      'A delivery was ignored because its signature does not match. If Leadterra sent it, correct the Webhook Signing Secret of the connected account.',
    );
  }
  try {
    const event = parseWebhookEvent(parseJsonOrText(rawBody));
    return { id: webhookEventKey(event, rawBody), ...event };
  } catch (thrown) {
    throw halted(z, messageOf(thrown));
  }
}

/** Zapier writes `X-Leadterra-Signature` as `Http-X-Leadterra-Signature`. */
function signatureIn(headers: Record<string, string>): string | undefined {
  const found = Object.entries(headers).find(
    ([header]) => header.toLowerCase().replace(/^http-/, '') === signatureHeader,
  );
  return found?.[1];
}
