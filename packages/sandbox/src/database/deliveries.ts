import { type DatabaseSync } from 'node:sqlite';

import { integer, optionalInteger, type Row, text } from './rows';

/** A webhook delivery that is due. */
export type Delivery = {
  id: number;
  webhookId: string;
  url: string;
  secret: string;
  event: string;
  body: string;
  /** How many tries there were before this one. */
  attempts: number;
};

/** How a try ended: the status that came back, or why none did. */
export type AttemptOutcome = { status: number } | { error: string };

export type DeliveryStore = ReturnType<typeof deliveryStore>;

export function deliveryStore(database: DatabaseSync) {
  const insert = database.prepare(
    `INSERT INTO deliveries (webhook_id, event, body, state, attempts, next_attempt_at) VALUES (?, ?, ?, 'pending', 0, ?)`,
  );
  const insertAttempt = database.prepare('INSERT INTO delivery_attempts VALUES (?, ?, ?, ?, ?)');
  const settle = database.prepare(
    'UPDATE deliveries SET state = ?, attempts = ?, next_attempt_at = ? WHERE id = ?',
  );
  const pending = `FROM deliveries d JOIN webhooks w ON w.id = d.webhook_id
    WHERE d.state = 'pending' AND w.deleted_at IS NULL`;
  const earliest = database.prepare(
    `SELECT d.next_attempt_at AS at ${pending} ORDER BY d.next_attempt_at LIMIT 1`,
  );
  const due = database.prepare(
    `SELECT d.*, w.url, w.secret ${pending} AND d.next_attempt_at <= ? ORDER BY d.next_attempt_at, d.id LIMIT ?`,
  );

  return {
    add(webhookId: string, event: string, body: string, at: number): void {
      insert.run(webhookId, event, body, at);
    },
    nextDue(): number | null {
      const row = earliest.get();
      return row === undefined ? null : optionalInteger(row, 'at');
    },
    due(now: number, limit: number): Delivery[] {
      return due.all(now, limit).map(toDelivery);
    },
    /** Records a try. `state` says what becomes of the delivery; `nextAttemptAt` is for a pending one. */
    record(
      delivery: Delivery,
      at: number,
      outcome: AttemptOutcome,
      state: 'pending' | 'delivered' | 'failed',
      nextAttemptAt: number | null,
    ): void {
      const attempt = delivery.attempts + 1;
      const status = 'status' in outcome ? outcome.status : null;
      const error = 'error' in outcome ? outcome.error : null;
      // After a reset in mid-flight there is no such delivery any more, and nothing to record.
      if (settle.run(state, attempt, nextAttemptAt, delivery.id).changes === 0) return;
      insertAttempt.run(delivery.id, attempt, at, status, error);
    },
  };
}

function toDelivery(row: Row): Delivery {
  return {
    id: integer(row, 'id'),
    webhookId: text(row, 'webhook_id'),
    url: text(row, 'url'),
    secret: text(row, 'secret'),
    event: text(row, 'event'),
    body: text(row, 'body'),
    attempts: integer(row, 'attempts'),
  };
}
