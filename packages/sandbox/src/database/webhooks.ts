import { type DatabaseSync } from 'node:sqlite';

import { type WebhookEventName, webhookEventNames } from '../webhooks/events';
import { integer, type Row, text } from './rows';

export type Webhook = {
  id: string;
  url: string;
  events: WebhookEventName[];
  secret: string;
  createdAt: number;
};

export type WebhookStore = ReturnType<typeof webhookStore>;

export function webhookStore(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO webhooks VALUES (?, ?, ?, ?, ?, NULL)');
  const remove = database.prepare('UPDATE webhooks SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL');
  const select = database.prepare('SELECT * FROM webhooks WHERE deleted_at IS NULL ORDER BY created_at');

  return {
    add(webhook: Webhook): void {
      insert.run(webhook.id, webhook.url, webhook.events.join(' '), webhook.secret, webhook.createdAt);
    },
    /** False when there is no such webhook. What still waits for it is never delivered. */
    remove(id: string, at: number): boolean {
      return remove.run(at, id).changes === 1;
    },
    subscribedTo(event: WebhookEventName): Webhook[] {
      return select
        .all()
        .map(toWebhook)
        .filter((webhook) => webhook.events.includes(event));
    },
  };
}

function toWebhook(row: Row): Webhook {
  const names = text(row, 'events').split(' ');
  return {
    id: text(row, 'id'),
    url: text(row, 'url'),
    events: webhookEventNames.filter((name) => names.includes(name)),
    secret: text(row, 'secret'),
    createdAt: integer(row, 'created_at'),
  };
}
