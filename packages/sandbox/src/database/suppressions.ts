import { type DatabaseSync } from 'node:sqlite';

export type SuppressionStore = ReturnType<typeof suppressionStore>;

export function suppressionStore(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO suppressions VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const select = database.prepare('SELECT 1 FROM suppressions WHERE email = ?');

  return {
    /** False when the address was on the list before. */
    add(email: string, reason: 'api' | 'hard_bounce', at: number): boolean {
      return insert.run(email.toLowerCase(), reason, at).changes === 1;
    },
    has(email: string): boolean {
      return select.get(email) !== undefined;
    },
  };
}
