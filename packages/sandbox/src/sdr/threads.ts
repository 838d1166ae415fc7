import { type DatabaseSync } from 'node:sqlite';

import { integer, type Row, text } from '../database/rows';
import { ApiError } from '../http/api-error';

/** The documented states of a thread. */
export const threadStatuses = [
  'new',
  'awaiting_reply',
  'needs_followup',
  'replied',
  'meeting_booked',
  'won',
  'lost_not_interested',
  'lost_timing',
  'lost_competitor',
  'archived',
] as const;

export const categories = ['A', 'B', 'C'] as const;

/** A conversation of an SDR with a lead, made of a reply that was assigned. */
export type Thread = {
  id: string;
  replyId: string;
  sdrId: string;
  contactEmail: string;
  contactName: string;
  subject: string;
  status: string;
  category: string;
  priorityScore: number;
  createdAt: number;
  lastMessageAt: number;
};

export type ThreadFilter = {
  statuses: string[];
  category: string | null;
  search: string | null;
  snoozed: boolean | null;
  orderBy: keyof typeof orders;
};

const orders = {
  priority: 'priority_score DESC',
  lastMessage: 'last_message_at DESC',
  created: 'created_at DESC',
} as const;

/** Times are epoch milliseconds in sandbox time. */
export const threadTables = `
CREATE TABLE IF NOT EXISTS threads (
  id TEXT PRIMARY KEY, reply_id TEXT NOT NULL UNIQUE REFERENCES replies, sdr_id TEXT NOT NULL,
  contact_email TEXT NOT NULL, contact_name TEXT NOT NULL, subject TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN (${threadStatuses.map((status) => `'${status}'`).join(', ')})),
  category TEXT NOT NULL CHECK (category IN ('A', 'B', 'C')), priority_score INTEGER NOT NULL,
  created_at INTEGER NOT NULL, last_message_at INTEGER NOT NULL, snoozed INTEGER NOT NULL DEFAULT 0
) STRICT;
`;

export function threadStore(database: DatabaseSync) {
  const insert = database.prepare(
    `INSERT INTO threads (id, reply_id, sdr_id, contact_email, contact_name, subject, status, category, priority_score,
      created_at, last_message_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byReply = database.prepare('SELECT * FROM threads WHERE reply_id = ?');
  const bySdr = database.prepare('SELECT * FROM threads WHERE id = ? AND sdr_id = ?');
  const handOver = database.prepare('UPDATE threads SET sdr_id = ?, category = ? WHERE id = ?');
  const answer = database.prepare(
    `UPDATE threads SET status = 'awaiting_reply', last_message_at = ? WHERE id = ?`,
  );

  return {
    add(thread: Thread): void {
      const { id, replyId, sdrId, contactEmail, contactName, subject } = thread;
      const { status, category, priorityScore, createdAt, lastMessageAt } = thread;
      insert.run(
        ...[id, replyId, sdrId, contactEmail, contactName, subject],
        ...[status, category, priorityScore, createdAt, lastMessageAt],
      );
    },
    ofReply(replyId: string): Thread | null {
      const row = byReply.get(replyId);
      return row === undefined ? null : toThread(row);
    },
    /** The thread in an SDR's inbox. Throws a 404 where it is not there. */
    ofSdr(id: string, sdrId: string): Thread {
      const row = bySdr.get(id, sdrId);
      if (row === undefined) throw new ApiError(404, 'thread_not_found', `There is no thread "${id}".`);
      return toThread(row);
    },
    handOver(id: string, sdrId: string, category: string): void {
      handOver.run(sdrId, category, id);
    },
    setAnswered(id: string, at: number): void {
      answer.run(at, id);
    },
    /** An SDR's threads that the filter lets through, in its order. */
    list(sdrId: string, { statuses, category, search, snoozed, orderBy }: ThreadFilter): Thread[] {
      const select = database.prepare(
        `SELECT * FROM threads WHERE sdr_id = $sdr
          AND ($statuses = '[]' OR status IN (SELECT value FROM json_each($statuses)))
          AND ($category IS NULL OR category = $category)
          AND ($snoozed IS NULL OR snoozed = $snoozed)
          AND ($search IS NULL OR instr(lower(contact_email || ' ' || contact_name || ' ' || subject), lower($search)) > 0)
          ORDER BY ${orders[orderBy]}, rowid`,
      );
      const found = select.all({
        $sdr: sdrId,
        $statuses: JSON.stringify(statuses),
        $category: category,
        $snoozed: snoozed === null ? null : Number(snoozed),
        $search: search,
      });
      return found.map(toThread);
    },
  };
}

function toThread(row: Row): Thread {
  return {
    id: text(row, 'id'),
    replyId: text(row, 'reply_id'),
    sdrId: text(row, 'sdr_id'),
    contactEmail: text(row, 'contact_email'),
    contactName: text(row, 'contact_name'),
    subject: text(row, 'subject'),
    status: text(row, 'status'),
    category: text(row, 'category'),
    priorityScore: integer(row, 'priority_score'),
    createdAt: integer(row, 'created_at'),
    lastMessageAt: integer(row, 'last_message_at'),
  };
}
