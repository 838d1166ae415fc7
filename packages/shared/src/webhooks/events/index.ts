import { createHash } from 'node:crypto';

import { invalidInput } from '../../error';
import { isRecord } from '../../json';
import { campaignStarted } from './campaign-started';
import { readDelivery, text } from './delivery';
import { type CommonFields, commonFields } from './event';
import { messageBounced } from './message-bounced';
import { messageSent } from './message-sent';
import { replyReceived } from './reply-received';

/** The events that a webhook can be registered for, as the API reference lists them. */
export const webhookEvents = [messageBounced, messageSent, replyReceived, campaignStarted] as const;

type KnownEvent = (typeof webhookEvents)[number];

export type WebhookEventName = KnownEvent['event'];

/**
 * A delivery in one flat shape. What the delivery does not hold is absent. Switch over `event` once `known` is
 * true; an event that this version does not know keeps its name and its data.
 */
export type WebhookEvent =
  ReturnType<KnownEvent['read']> | (CommonFields & { known: false; event: string; data: unknown });

/**
 * Reads the parsed JSON body of a delivery.
 * @throws LeadterraError (`invalid_input`) when it is no object with an `event` name
 */
export function parseWebhookEvent(body: unknown): WebhookEvent {
  const event = isRecord(body) ? body['event'] : undefined;
  if (!isRecord(body) || typeof event !== 'string' || event === '') {
    throw invalidInput(
      'The delivery is no Leadterra event: it has no "event" name.',
      'Check that only Leadterra calls this URL.',
    );
  }
  const delivery = readDelivery(body);
  const known = webhookEvents.find((one) => one.event === event);
  return known?.read(delivery) ?? { known: false, event, ...commonFields(delivery), data: body['data'] };
}

/**
 * What two deliveries of one event have in common, and of two events have not: the event's name with the ID of the
 * message or reply that it is about (one email's `message.sent` and `message.bounced` may share it), else with a hash
 * of the raw body.
 */
export function webhookEventKey(event: WebhookEvent, rawBody: string | Uint8Array): string {
  // Another ID may be among the fields that pass through: several messages may belong to one reply.
  const ownId = webhookEvents.find((one) => one.event === event.event)?.id;
  const id = ownId && text(Reflect.get(event, ownId));
  return `${event.event}:${id ?? createHash('sha256').update(rawBody).digest('hex')}`;
}

/** An event of each kind with all that it can tell, and the key that it would have. */
export const sampleEvents = webhookEvents.map((one) => ({
  event: one.event,
  ...one.sample,
  eventKey: `${one.event}:${one.id === undefined ? 'f4b2' : String(Reflect.get(one.sample, one.id))}`,
}));
