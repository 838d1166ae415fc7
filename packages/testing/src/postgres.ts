import { execFile, execFileSync } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { getRandomPort } from 'get-port-please';

import { needProgram } from './find-program.ts';
import { Program } from './program.ts';
import { type Service } from './redis.ts';

const run = promisify(execFile);

/** A PostgreSQL cluster of its own on loopback, removed at the end: user and database are `postgres`, without a password. */
export async function startPostgres(): Promise<Service> {
  const folder = await mkdtemp(path.join(tmpdir(), 'leadterra-postgres-'));
  const uid = postgresUser();
  if (uid !== undefined) await chown(folder, uid, -1);
  await run(needProgram('initdb'), ['-D', folder, '-U', 'postgres', '--auth=trust', '--no-sync'], { uid });
  const port = await getRandomPort('127.0.0.1');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    // Nobody reads the data after a power cut.
    fsync: 'off',
    full_page_writes: 'off',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const postgres = await Program.start(needProgram('postgres'), ['-D', folder, '-p', String(port), ...args], {
    ready: 'ready to accept connections',
    uid,
  });
  return {
    port,
    stop: async () => {
      await postgres.stop('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: root runs it as the user whom its package makes. Throws if there is none. */
export function postgresUser(): number | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return Number(execFileSync('id', ['-u', 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
}
