import { type DatabaseSync } from 'node:sqlite';

import { type Campaign, type SequenceStep } from '../domain';
import { inTransaction } from './open';
import { integer, oneOf, optionalInteger, type Row, text } from './rows';

const statuses = ['draft', 'running', 'paused'] as const;

export type CampaignStore = ReturnType<typeof campaignStore>;

export function campaignStore(database: DatabaseSync) {
  const insert = database.prepare(
    `INSERT INTO campaigns (id, name, status, created_at) VALUES (?, ?, 'draft', ?)`,
  );
  const insertStep = database.prepare('INSERT INTO sequence_steps VALUES (?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM campaigns WHERE id = ? AND deleted_at IS NULL');
  const selectSteps = database.prepare(
    'SELECT * FROM sequence_steps WHERE campaign_id = ? ORDER BY step_index',
  );
  const selectIds = database.prepare('SELECT id FROM campaigns WHERE deleted_at IS NULL ORDER BY created_at');
  const setRunning = database.prepare(`UPDATE campaigns SET status = 'running', started_at = ? WHERE id = ?`);
  const setPaused = database.prepare(`UPDATE campaigns SET status = 'paused', paused_at = ? WHERE id = ?`);
  const setDeleted = database.prepare('UPDATE campaigns SET deleted_at = ? WHERE id = ?');

  function toCampaign(row: Row): Campaign {
    const id = text(row, 'id');
    return {
      id,
      name: text(row, 'name'),
      status: oneOf(row, 'status', statuses),
      createdAt: integer(row, 'created_at'),
      startedAt: optionalInteger(row, 'started_at'),
      pausedAt: optionalInteger(row, 'paused_at'),
      steps: selectSteps.all(id).map(toStep),
    };
  }

  return {
    add(campaign: Campaign): void {
      inTransaction(database, () => {
        insert.run(campaign.id, campaign.name, campaign.createdAt);
        for (const step of campaign.steps) {
          insertStep.run(campaign.id, step.stepIndex, step.subject, step.bodyHtml, step.delayDays);
        }
      });
    },
    find(id: string): Campaign | null {
      const row = select.get(id);
      return row === undefined ? null : toCampaign(row);
    },
    ids(): string[] {
      return selectIds.all().map((row) => text(row, 'id'));
    },
    setRunning(id: string, at: number): void {
      setRunning.run(at, id);
    },
    setPaused(id: string, at: number): void {
      setPaused.run(at, id);
    },
    remove(id: string, at: number): void {
      setDeleted.run(at, id);
    },
  };
}

function toStep(row: Row): SequenceStep {
  return {
    stepIndex: integer(row, 'step_index'),
    subject: text(row, 'subject'),
    bodyHtml: text(row, 'body_html'),
    delayDays: optionalInteger(row, 'delay_days'),
  };
}
