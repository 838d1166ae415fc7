import { Type } from '@sinclair/typebox';

import { newId } from '../chance';
import { integer, type Row, text } from '../database/rows';
import { wholeAnswer } from '../dialects/answer';
import { ApiError } from '../http/api-error';
import { time } from '../shapes';
import { type Workspace } from '../workspace';

type FollowUpStatus = 'pending' | 'completed' | 'skipped';
export type FollowUp = { id: string; threadId: string; sdrId: string; status: string; dueAt: number };

/** When a follow-up falls due where nobody says: the rules of a workspace are not documented. */
const defaultDelayMs = 3 * 24 * 60 * 60 * 1000;

export const followUpTables = `
CREATE TABLE IF NOT EXISTS follow_ups (
  id TEXT PRIMARY KEY, thread_id TEXT NOT NULL REFERENCES threads, sdr_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'completed', 'skipped')), due_at INTEGER NOT NULL, reason TEXT
) STRICT;
`;

export const followUpShape = Type.Object({
  id: Type.String(),
  threadId: Type.String(),
  sdrId: Type.String(),
  status: Type.String(),
  dueAt: time,
});

export const followUpBody = (followUp: FollowUp) => ({
  ...followUp,
  dueAt: new Date(followUp.dueAt).toISOString(),
});

/** What acting on a follow-up answers. A guess: no page shows it. */
export const followUpAnswer = wholeAnswer(Type.Object({ data: followUpShape }), (followUp: FollowUp) => ({
  data: followUpBody(followUp),
}));

export function followUpStore({ database, clock, random }: Workspace) {
  const insert = database.prepare('INSERT INTO follow_ups VALUES (?, ?, ?, ?, ?, NULL)');
  const select = database.prepare('SELECT * FROM follow_ups WHERE id = ? AND sdr_id = ?');
  const settle = database.prepare('UPDATE follow_ups SET status = ?, reason = ? WHERE id = ?');
  const move = database.prepare('UPDATE follow_ups SET due_at = ? WHERE id = ?');
  const pending = database.prepare(
    `SELECT * FROM follow_ups WHERE sdr_id = ? AND status = 'pending' AND due_at <= ? ORDER BY due_at, rowid LIMIT ?`,
  );
  const ofSdr = (id: string, sdrId: string): FollowUp => {
    const row = select.get(id, sdrId);
    if (row === undefined) throw new ApiError(404, 'followup_not_found', `There is no follow-up "${id}".`);
    return toFollowUp(row);
  };
  const refuseSettled = ({ id, status }: FollowUp) => {
    if (status !== 'pending')
      throw new ApiError(409, 'followup_not_pending', `The follow-up "${id}" is ${status}.`);
  };

  return {
    schedule(threadId: string, sdrId: string, dueAt = clock.now() + defaultDelayMs): FollowUp {
      const id = newId('followup', random);
      insert.run(id, threadId, sdrId, 'pending', dueAt);
      return { id, threadId, sdrId, status: 'pending', dueAt };
    },
    /** Pending ones that fall due up to a time, the first one first. */
    due(sdrId: string, upTo: number, limit: number): FollowUp[] {
      return pending.all(sdrId, upTo, limit).map(toFollowUp);
    },
    /** Done a second time, it changes nothing. */
    settle(id: string, sdrId: string, status: FollowUpStatus, reason: string | null = null): FollowUp {
      const before = ofSdr(id, sdrId);
      if (before.status === status) return before;
      refuseSettled(before);
      settle.run(status, reason, id);
      return ofSdr(id, sdrId);
    },
    reschedule(id: string, sdrId: string, dueAt: number): FollowUp {
      refuseSettled(ofSdr(id, sdrId));
      move.run(dueAt, id);
      return ofSdr(id, sdrId);
    },
  };
}

function toFollowUp(row: Row): FollowUp {
  return {
    id: text(row, 'id'),
    threadId: text(row, 'thread_id'),
    sdrId: text(row, 'sdr_id'),
    status: text(row, 'status'),
    dueAt: integer(row, 'due_at'),
  };
}
