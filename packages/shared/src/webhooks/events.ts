import { createHash } from 'node:crypto';
import { LeadterraError } from '../api/errors';
import { isRecord } from '../api/json';

/** The events that a webhook can be registered for, as the API reference lists them. */
export const webhookEvents = [
  { event: 'message.bounced', label: 'Message Bounced', description: 'An e-mail could not be delivered' },
  {
    event: 'message.sent',
    label: 'Message Sent',
    description: 'An e-mail of a sequence step was handed over for delivery',
  },
  {
    event: 'reply.received',
    label: 'Reply Received',
    description: 'A lead replied, and the reply was classified',
  },
  { event: 'campaign.started', label: 'Campaign Started', description: 'A campaign began to send' },
] as const;

export type WebhookEventName = (typeof webhookEvents)[number]['event'];

type Common = {
  /** ISO 8601. */
  timestamp?: string;
  campaignId?: string;
  /** The lead's address. */
  email?: string;
};

/**
 * A delivery in one flat shape. What the delivery does not hold is absent. Switch over `event` once `known` is
 * true; an event that this version does not know keeps its name and its data.
 */
export type WebhookEvent =
  | (Common & {
      known: true;
      event: 'message.bounced';
      messageId?: string;
      /** `hard` only where Leadterra says so: suppression cannot be undone, so anything unclear is `soft`. */
      bounceType: 'hard' | 'soft';
      bounceReason?: string;
    })
  | (Common & { known: true; event: 'message.sent'; messageId?: string; sequenceStep?: number })
  | (Common & {
      known: true;
      event: 'reply.received';
      replyId?: string;
      classification?: string;
      threadSnippet?: string;
      receivedAt?: string;
    })
  | (Common & { known: true; event: 'campaign.started'; campaignName?: string })
  | (Common & { known: false; event: string; data: unknown });

/**
 * Reads the parsed JSON body of a delivery. Its `data` may be flat or hold `message`, `lead`, `campaign` or `reply`
 * objects: the documentation shows both.
 * @throws LeadterraError (`invalid_input`) when it is no object with an `event` name
 */
export function parseWebhookEvent(body: unknown): WebhookEvent {
  const event = isRecord(body) ? body['event'] : undefined;
  if (!isRecord(body) || typeof event !== 'string' || event === '') {
    throw new LeadterraError({
      kind: 'invalid_input',
      summary: 'The delivery is no Leadterra event: it has no "event" name.',
      advice: 'Check that only Leadterra calls this URL.',
    });
  }
  const data = isRecord(body['data']) ? body['data'] : {};
  const inside = (name: string) => (isRecord(data[name]) ? data[name] : {});
  const [message, lead, campaign, reply] = [
    inside('message'),
    inside('lead'),
    inside('campaign'),
    inside('reply'),
  ];

  const common = present({
    timestamp: text(body['timestamp']),
    campaignId: text(
      data['campaignId'],
      campaign['id'],
      message['campaignId'],
      reply['campaignId'],
      lead['campaignId'],
    ),
    email: text(
      data['email'],
      lead['email'],
      reply['email'],
      message['email'],
      message['to'],
      data['leadEmail'],
    ),
  });
  const messageId = text(data['messageId'], message['id'], message['messageId']);

  switch (event) {
    case 'message.bounced': {
      const bounceType =
        text(data['bounceType'], message['bounceType'])?.toLowerCase() === 'hard' ? 'hard' : 'soft';
      const bounceReason = text(data['bounceReason'], message['bounceReason']);
      return { known: true, event, ...common, bounceType, ...present({ messageId, bounceReason }) };
    }
    case 'message.sent': {
      const sequenceStep = [data['sequenceStep'], message['sequenceStep']].find(
        (step) => typeof step === 'number',
      );
      return { known: true, event, ...common, ...present({ messageId, sequenceStep }) };
    }
    case 'reply.received': {
      const source = isRecord(data['reply']) ? reply : data;
      return {
        known: true,
        event,
        ...common,
        ...present({
          replyId: text(source['id'], data['replyId']),
          classification: text(source['classification']),
          threadSnippet: text(source['threadSnippet']),
          receivedAt: text(source['receivedAt']),
        }),
      };
    }
    case 'campaign.started': {
      const campaignId = common.campaignId ?? text(data['id']);
      const campaignName = text(campaign['name'], data['name'], data['campaignName']);
      return { known: true, event, ...common, ...present({ campaignId, campaignName }) };
    }
    default:
      return { known: false, event, ...common, data: body['data'] };
  }
}

/**
 * What two deliveries of one event have in common, and of two events have not: the event's name with its message or
 * reply ID (one e-mail's `message.sent` and `message.bounced` may share the ID), else with a hash of the raw body.
 */
export function webhookEventKey(event: WebhookEvent, rawBody: string | Uint8Array): string {
  const id = 'messageId' in event ? event.messageId : 'replyId' in event ? event.replyId : undefined;
  return `${event.event}:${id ?? createHash('sha256').update(rawBody).digest('hex')}`;
}

function text(...candidates: unknown[]): string | undefined {
  return candidates.find((value): value is string => typeof value === 'string' && value !== '');
}

function present<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> };
function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
