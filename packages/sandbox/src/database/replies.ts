import { type DatabaseSync } from 'node:sqlite';

import { type Reply } from '../domain';
import { integer, type Row, text } from './rows';

export type ReplyStore = ReturnType<typeof replyStore>;

export function replyStore(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO replies VALUES (?, ?, ?, ?, ?, ?)');
  const count = database.prepare(
    'SELECT count(*) AS n FROM replies WHERE $campaign IS NULL OR campaign_id = $campaign',
  );
  const select = database.prepare(
    `SELECT r.*, l.email FROM replies r JOIN leads l ON l.id = r.lead_id
      WHERE $campaign IS NULL OR r.campaign_id = $campaign
      ORDER BY r.received_at DESC, r.id LIMIT $limit OFFSET $offset`,
  );

  const byId = database.prepare(
    'SELECT r.*, l.email FROM replies r JOIN leads l ON l.id = r.lead_id WHERE r.id = ?',
  );

  return {
    find(id: string): Reply | null {
      const row = byId.get(id);
      return row === undefined ? null : toReply(row);
    },
    add(reply: Reply, leadId: number): void {
      insert.run(
        reply.id,
        reply.campaignId,
        leadId,
        reply.classification,
        reply.threadSnippet,
        reply.receivedAt,
      );
    },
    count(campaignId: string | null): number {
      return integer(count.get({ $campaign: campaignId }) ?? {}, 'n');
    },
    /** Newest first. `limit` -1 means all. */
    list(campaignId: string | null, limit: number, offset: number): Reply[] {
      return select.all({ $campaign: campaignId, $limit: limit, $offset: offset }).map(toReply);
    },
  };
}

function toReply(row: Row): Reply {
  return {
    id: text(row, 'id'),
    email: text(row, 'email'),
    campaignId: text(row, 'campaign_id'),
    classification: text(row, 'classification'),
    receivedAt: integer(row, 'received_at'),
    threadSnippet: text(row, 'thread_snippet'),
  };
}
