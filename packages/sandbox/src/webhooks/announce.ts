import { timestamp, type WorkspaceEvent } from '../domain';
import { type Workspace } from '../workspace';

/** Queues the event for every webhook that subscribed to it. The caller nudges the deliveries when it is done. */
export function announce(
  { webhooks, deliveries, dialect, clock }: Pick<Workspace, 'webhooks' | 'deliveries' | 'dialect' | 'clock'>,
  event: WorkspaceEvent,
): void {
  const subscribed = webhooks.subscribedTo(event.name);
  if (subscribed.length === 0) return;
  const now = clock.now();
  const body = JSON.stringify({
    event: event.name,
    timestamp: timestamp(now),
    data: dialect.eventData(event),
  });
  for (const webhook of subscribed) deliveries.add(webhook.id, event.name, body, now);
}
