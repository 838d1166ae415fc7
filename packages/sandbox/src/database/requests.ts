import { type DatabaseSync } from 'node:sqlite';

export type LoggedRequest = {
  id: string;
  method: string;
  /** Without the query. */
  path: string;
  /** Null where no answer left: the connection was reset. */
  status: number | null;
  /** The faults that were applied, with commas between them. */
  fault: string | null;
};

export type RequestStore = ReturnType<typeof requestStore>;

export function requestStore(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO requests VALUES (?, ?, ?, ?, ?, ?)');

  return {
    add(request: LoggedRequest, at: number): void {
      insert.run(request.id, request.method, request.path, request.status, request.fault, at);
    },
  };
}
