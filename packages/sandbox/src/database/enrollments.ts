import { type DatabaseSync } from 'node:sqlite';

import { type Lead } from '../domain';
import { leadFromRow } from './leads';
import { integer, optionalInteger, type Row, text } from './rows';

export type EnrollmentState = 'queued' | 'finished' | 'replied' | 'bounced' | 'suppressed';

/** One enrolled lead whose next step is due. */
export type DueSend = {
  campaignId: string;
  leadId: number;
  stepIndex: number;
  lead: Lead;
};

export type EnrollmentStore = ReturnType<typeof enrollmentStore>;

export function enrollmentStore(database: DatabaseSync) {
  const insert = database.prepare(
    `INSERT INTO enrollments VALUES (?, ?, 'queued', 0, ?) ON CONFLICT DO NOTHING`,
  );
  const countAll = database.prepare('SELECT count(*) AS n FROM enrollments WHERE campaign_id = ?');
  const queueAll = database.prepare(
    `UPDATE enrollments SET next_send_at = ? WHERE campaign_id = ? AND state = 'queued' AND next_send_at IS NULL`,
  );
  const move = database.prepare(
    'UPDATE enrollments SET state = ?, next_step = ?, next_send_at = ? WHERE campaign_id = ? AND lead_id = ?',
  );
  const end = database.prepare(
    'UPDATE enrollments SET state = ?, next_send_at = NULL WHERE campaign_id = ? AND lead_id = ?',
  );
  // Per campaign, so that the index answers at once however many leads wait in paused campaigns.
  const earliest = database.prepare(
    `SELECT min((SELECT min(next_send_at) FROM enrollments WHERE campaign_id = campaigns.id AND state = 'queued')) AS at
      FROM campaigns WHERE status = 'running' AND deleted_at IS NULL`,
  );
  const due = database.prepare(
    `SELECT e.campaign_id, e.lead_id, e.next_step,
        l.email, l.first_name, l.last_name, l.company, l.job_title, l.custom_fields
      FROM campaigns c
      CROSS JOIN enrollments e ON e.campaign_id = c.id AND e.state = 'queued' AND e.next_send_at <= ?
      JOIN leads l ON l.id = e.lead_id
      WHERE c.status = 'running' AND c.deleted_at IS NULL LIMIT ?`,
  );

  return {
    /** False when the lead is enrolled already: its position is kept, whatever its state. */
    add(campaignId: string, leadId: number, nextSendAt: number | null): boolean {
      return insert.run(campaignId, leadId, nextSendAt).changes === 1;
    },
    count(campaignId: string): number {
      return integer(countAll.get(campaignId) ?? {}, 'n');
    },
    /** Queues step one for the leads that were enrolled while the campaign was a draft. */
    queueDrafted(campaignId: string, at: number): void {
      queueAll.run(at, campaignId);
    },
    nextDue(): number | null {
      return optionalInteger(earliest.get() ?? {}, 'at');
    },
    due(now: number, limit: number): DueSend[] {
      return due.all(now, limit).map(toDueSend);
    },
    /** Puts the lead before its next step, due at `nextSendAt`. */
    advance(send: DueSend, nextSendAt: number): void {
      move.run('queued', send.stepIndex + 1, nextSendAt, send.campaignId, send.leadId);
    },
    /** Takes the lead out of the sequence; `nextStep` tells how far it came. */
    leave(send: DueSend, state: Exclude<EnrollmentState, 'queued'>, nextStep: number): void {
      move.run(state, nextStep, null, send.campaignId, send.leadId);
    },
    /** Takes the lead out of the sequence where it stands. */
    end(campaignId: string, leadId: number, state: Exclude<EnrollmentState, 'queued'>): void {
      end.run(state, campaignId, leadId);
    },
  };
}

function toDueSend(row: Row): DueSend {
  return {
    campaignId: text(row, 'campaign_id'),
    leadId: integer(row, 'lead_id'),
    stepIndex: integer(row, 'next_step'),
    lead: leadFromRow(row),
  };
}
