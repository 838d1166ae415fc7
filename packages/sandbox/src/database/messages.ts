import { type DatabaseSync } from 'node:sqlite';

import { type BounceType, type Message } from '../domain';

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
  };
}
