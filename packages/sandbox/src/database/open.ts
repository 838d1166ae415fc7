import { DatabaseSync } from 'node:sqlite';

import { text } from './rows';

/** Times are epoch milliseconds in sandbox time. A table keeps what happened: rows leave it only with a reset. */
const schema = `
CREATE TABLE IF NOT EXISTS campaigns (
  id TEXT PRIMARY KEY, name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'running', 'paused')),
  created_at INTEGER NOT NULL, started_at INTEGER, paused_at INTEGER, deleted_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS sequence_steps (
  campaign_id TEXT NOT NULL REFERENCES campaigns, step_index INTEGER NOT NULL,
  subject TEXT NOT NULL, body_html TEXT NOT NULL, delay_days INTEGER,
  PRIMARY KEY (campaign_id, step_index)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS leads (
  id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE,
  first_name TEXT, last_name TEXT, company TEXT, job_title TEXT,
  custom_fields TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS enrollments (
  campaign_id TEXT NOT NULL REFERENCES campaigns, lead_id INTEGER NOT NULL REFERENCES leads,
  state TEXT NOT NULL CHECK (state IN ('queued', 'finished', 'replied', 'bounced', 'suppressed')),
  next_step INTEGER NOT NULL, next_send_at INTEGER,
  PRIMARY KEY (campaign_id, lead_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS enrollments_due ON enrollments (campaign_id, state, next_send_at);
CREATE TABLE IF NOT EXISTS messages (
  id TEXT PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaigns, lead_id INTEGER NOT NULL REFERENCES leads,
  step_index INTEGER NOT NULL, subject TEXT NOT NULL, body_html TEXT NOT NULL, sent_at INTEGER NOT NULL,
  bounce_type TEXT CHECK (bounce_type IN ('hard', 'soft')), bounce_reason TEXT, opened INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS messages_by_campaign ON messages (campaign_id);
CREATE INDEX IF NOT EXISTS messages_by_time ON messages (sent_at);
CREATE TABLE IF NOT EXISTS replies (
  id TEXT PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaigns, lead_id INTEGER NOT NULL REFERENCES leads,
  classification TEXT NOT NULL, thread_snippet TEXT NOT NULL, received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS replies_by_campaign ON replies (campaign_id, received_at);
CREATE TABLE IF NOT EXISTS suppressions (
  email TEXT PRIMARY KEY, reason TEXT NOT NULL CHECK (reason IN ('api', 'hard_bounce')), created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS webhooks (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, events TEXT NOT NULL, secret TEXT NOT NULL,
  created_at INTEGER NOT NULL, deleted_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS deliveries (
  id INTEGER PRIMARY KEY, webhook_id TEXT NOT NULL REFERENCES webhooks, event TEXT NOT NULL, body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
  attempts INTEGER NOT NULL, next_attempt_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (next_attempt_at) WHERE state = 'pending';
CREATE TABLE IF NOT EXISTS delivery_attempts (
  delivery_id INTEGER NOT NULL REFERENCES deliveries, attempt INTEGER NOT NULL,
  at INTEGER NOT NULL, status INTEGER, error TEXT,
  PRIMARY KEY (delivery_id, attempt)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS requests (
  id TEXT PRIMARY KEY, method TEXT NOT NULL, path TEXT NOT NULL, status INTEGER, fault TEXT, at INTEGER NOT NULL
) STRICT;
`;

/**
 * Opens the database and makes the tables that are not there yet. `file` may be `:memory:`; `moreTables` is the SQL
 * of tables beside those that everything shares.
 */
export function openDatabase(file: string, moreTables: string[]): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  for (const tables of [schema, ...moreTables]) database.exec(tables);
  return database;
}

/** Deletes every row of every table. */
export function emptyDatabase(database: DatabaseSync): void {
  // The youngest first: they hold the references, and a row that nothing refers to goes without a search for such.
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid DESC`)
    .all();
  inTransaction(database, () => {
    // Foreign keys need to hold only at the end, when there are no rows at all.
    database.exec('PRAGMA defer_foreign_keys = ON');
    for (const table of tables) database.exec(`DELETE FROM "${text(table, 'name')}"`);
  });
}

/** Does `work` wholly or not at all: an error undoes it and is thrown on. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
