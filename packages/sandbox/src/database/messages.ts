import { type DatabaseSync } from 'node:sqlite';

import { type BounceType, type Message } from '../domain';
import { integer, oneOf, optionalText, type Row, text } from './rows';

export type SentMessage = {
  campaignId: string;
  leadId: number;
  bodyHtml: string;
  sentAt: number;
  bounce: { type: BounceType; reason: string } | null;
  opened: boolean;
} & Message;

export type MessageStore = ReturnType<typeof messageStore>;

export function messageStore(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare(
    'SELECT m.*, l.email FROM messages m JOIN leads l ON l.id = m.lead_id WHERE m.id = ?',
  );
  const setBounce = database.prepare(
    'UPDATE messages SET bounce_type = ?, bounce_reason = ?, opened = 0 WHERE id = ?',
  );
  const setOpened = database.prepare('UPDATE messages SET opened = 1 WHERE id = ?');

  return {
    add(message: SentMessage): void {
      insert.run(
        message.id,
        message.campaignId,
        message.leadId,
        message.stepIndex,
        message.subject,
        message.bodyHtml,
        message.sentAt,
        message.bounce?.type ?? null,
        message.bounce?.reason ?? null,
        message.opened ? 1 : 0,
      );
    },
    find(id: string): SentMessage | null {
      const row = select.get(id);
      return row === undefined ? null : toMessage(row);
    },
    setBounce(id: string, { type, reason }: { type: BounceType; reason: string }): void {
      setBounce.run(type, reason, id);
    },
    setOpened(id: string): void {
      setOpened.run(id);
    },
  };
}

function toMessage(row: Row): SentMessage {
  const reason = optionalText(row, 'bounce_reason');
  return {
    id: text(row, 'id'),
    email: text(row, 'email'),
    campaignId: text(row, 'campaign_id'),
    leadId: integer(row, 'lead_id'),
    stepIndex: integer(row, 'step_index'),
    subject: text(row, 'subject'),
    bodyHtml: text(row, 'body_html'),
    sentAt: integer(row, 'sent_at'),
    bounce: reason === null ? null : { type: oneOf(row, 'bounce_type', ['hard', 'soft']), reason },
    opened: integer(row, 'opened') === 1,
  };
}
