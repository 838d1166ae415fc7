import {
  LeadterraError,
  parseJsonOrText,
  parseWebhookEvent,
  signatureHeader,
  verifyWebhookSignature,
  webhookEventKey,
  webhookEvents,
  type LeadterraClient,
  type WebhookEvent,
  type WebhookEventName,
} from '@leadterra/shared';
import { defineTrigger, type Bundle, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { halted } from '../errors';
import { noInput, withLeadterra } from '../perform';

type EventOf<Name> = Extract<WebhookEvent, { known: true; event: Name }>;
type OutputOf<Name> = { id: string } & Omit<EventOf<Name>, 'known'>;
type OutputField = { key: string; label: string; type?: 'integer' | 'datetime' };

/** What the triggers of the four events differ in. */
type HookTrigger<Name> = {
  /** An event as Zapier gets it, with every field that one can have. */
  sample: OutputOf<Name>;
  /** The fields of this event that the others do not have. */
  outputFields: OutputField[];
  /** Recent events for the Zap editor, newest first, where the API can tell of any. */
  recent?: (client: LeadterraClient, deadline: number) => Promise<OutputOf<Name>[]>;
};

/** A trigger that registers a webhook for one event when a Zap is switched on, and removes it when it is switched off. */
export function hookTrigger<Name extends WebhookEventName>(
  name: Name,
  { sample, outputFields, recent }: HookTrigger<Name>,
) {
  const { label, description } = describe(name);
  return defineTrigger({
    key: name.replace('.', '_'),
    noun: label.split(' ')[0] ?? label,
    display: {
      label,
      description: `Triggers when ${description.charAt(0).toLowerCase()}${description.slice(1)}.`,
    },
    operation: {
      type: 'hook',
      performSubscribe: withLeadterra(noInput, async ({ client, deadline, bundle }) => {
        const { id, secret } = await client.registerWebhook(
          { url: bundle.targetUrl ?? '', events: [name] },
          { deadline },
        );
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
        const found = (await recent?.(client, deadline)) ?? [];
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

const subscription = zod.object({ id: zod.string(), secret: zod.string().optional().catch(undefined) });

function describe(name: WebhookEventName) {
  const found = webhookEvents.find(({ event }) => event === name);
  if (!found) throw new Error(`There is no event "${name}".`);
  return found;
}

/**
 * The event of a delivery, with the key that Zapier recognises a repeated one by. What is forged, or no event at
 * all, halts the run: nothing is started, the owner can read why, and whoever sends it cannot get the Zap turned off.
 */
function readDelivery(z: ZObject, bundle: Bundle) {
  const rawBody = bundle.rawRequest?.content ?? '';
  const subscribed = subscription.safeParse(bundle.subscribeData);
  const secrets = [subscribed.data?.secret, bundle.authData['signingSecret']]
    .map((secret) => secret?.trim() ?? '')
    .filter((secret) => secret !== '');
  if (secrets.length > 0 && !verifyWebhookSignature({ rawBody, signature: signatureOf(bundle), secrets })) {
    throw halted(
      z,
      'A delivery was ignored because its signature does not match. If Leadterra sent it, correct the Webhook Signing Secret of the connected account.',
    );
  }
  try {
    const event = parseWebhookEvent(parseJsonOrText(rawBody));
    return { id: webhookEventKey(event, rawBody), ...event };
  } catch (error) {
    throw error instanceof LeadterraError ? halted(z, error.message) : error;
  }
}

/** Zapier writes `X-Leadterra-Signature` as `Http-X-Leadterra-Signature`. */
function signatureOf(bundle: Bundle): string | undefined {
  const headers = Object.entries(bundle.rawRequest?.headers ?? {});
  return headers.find(([header]) => header.toLowerCase().replace(/^http-/, '') === signatureHeader)?.[1];
}
