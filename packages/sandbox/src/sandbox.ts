import { type EventEmitter } from 'node:events';
import { type DatabaseSync } from 'node:sqlite';

import { apiEndpoints } from './endpoints';
import { type FaultPlan } from './faults/plan';
import { defaultHost } from './http/private-host';
import { buildServer } from './http/server';
import { openWorkspace } from './open-workspace';
import { type SandboxOptions } from './options';
import { advance, type SandboxEvents, settled } from './workspace';

export type Sandbox = {
  /** Base URL, such as `http://127.0.0.1:4010`. */
  url: string;
  apiKey: string;
  /** The database itself, for tests to query. */
  database: DatabaseSync;
  /** What tests wait for instead of milliseconds. */
  events: EventEmitter<SandboxEvents>;
  /** Resolves when neither a send nor a webhook delivery is due or under way. */
  settled(): Promise<void>;
  /** Moves the clock forward by milliseconds; resolves when all that fell due on the way is done. */
  advance(ms: number): Promise<void>;
  /** Replaces the plan of faults; `{}` ends them. Throws for a fault that does not exist. */
  setFaults(plan: FaultPlan): void;
  /** Stops listening, cuts what is open and closes the database. */
  close(): Promise<void>;
};

/** Starts a Leadterra, on 127.0.0.1 unless told otherwise. Rejects when the port is taken, the file is no database or a fault is unknown. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const workspace = openWorkspace(
    options,
    apiEndpoints.flatMap(({ tables }) => tables ?? []),
  );
  const { app, faults } = await buildServer(workspace);
  const url = await app.listen({ host: workspace.options.host ?? defaultHost, port: options.port ?? 0 });
  // A database file may hold work that fell due while nobody ran it.
  workspace.sends.nudge();
  workspace.webhookDeliveries.nudge();
  return {
    url,
    apiKey: workspace.apiKey,
    database: workspace.database,
    events: workspace.events,
    settled: () => settled(workspace),
    advance: (ms) => advance(workspace, ms),
    setFaults: (plan) => faults.setPlan(plan),
    close: async () => {
      const stopped = [workspace.sends.close(), workspace.webhookDeliveries.close()];
      workspace.closing.abort();
      await app.close();
      await Promise.all(stopped);
      workspace.database.close();
    },
  };
}
