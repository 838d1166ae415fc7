import { timestamp } from '../domain';
import { type Workspace } from '../workspace';
import { type WebhookEventName } from './events';
import { type WebhookEvent } from './events/event';

/**
 * Queues the event for every webhook that subscribed to it; `subject` is what its `data` tell of. The caller nudges
 * the deliveries when it is done.
 */
export function announce<Subject>(
  { webhooks, deliveries, dialect, clock }: Pick<Workspace, 'webhooks' | 'deliveries' | 'dialect' | 'clock'>,
  event: WebhookEvent<WebhookEventName, Subject>,
  subject: Subject,
): void {
  const subscribed = webhooks.subscribedTo(event.name);
  if (subscribed.length === 0) return;
  const now = clock.now();
  const body = JSON.stringify({
    event: event.name,
    timestamp: timestamp(now),
    data: dialect.choose(event.data)(subject),
  });
  for (const webhook of subscribed) deliveries.add(webhook.id, event.name, body, now);
}
