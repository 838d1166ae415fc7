import { type DatabaseSync } from 'node:sqlite';

type Value = string | number | null;

/** The first column of a query's first row, as a number. */
export function count(database: DatabaseSync, sql: string, ...values: Value[]): number {
  const row = database.prepare(sql).get(...values) ?? {};
  return Number(Object.values(row)[0]);
}

/** The first column of all of a query's rows. */
export function column(database: DatabaseSync, sql: string, ...values: Value[]): string[] {
  return database
    .prepare(sql)
    .all(...values)
    .map((row) => String(Object.values(row)[0]));
}
