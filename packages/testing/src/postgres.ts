import { execFile } from 'node:child_process';
import { chown, cp, mkdtemp, rm } from 'node:fs/promises';
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
  const data = path.join(folder, 'data');
  const { bin, uid } = await programsFor(folder);
  const env = { LC_ALL: 'C', LD_LIBRARY_PATH: path.join(bin, '..', 'lib') };
  await run(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync'], {
    uid,
    env,
  });
  const port = await getRandomPort('127.0.0.1');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    // Nobody reads the data after a power cut.
    fsync: 'off',
    full_page_writes: 'off',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const postgres = await Program.start(
    path.join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...args],
    {
      ready: 'ready to accept connections',
      uid,
      env,
    },
  );
  return {
    port,
    stop: async () => {
      await postgres.stop('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The folder of PostgreSQL's programs, and who is to run them. PostgreSQL refuses to run as root: root runs a copy of it
 * as nobody, who may not be let into the repository.
 */
async function programsFor(folder: string): Promise<{ bin: string; uid?: number }> {
  const bin = path.dirname(needProgram('initdb'));
  if (process.getuid?.() !== 0) return { bin };
  const uid = Number((await run('id', ['-u', 'nobody'])).stdout);
  await chown(folder, uid, -1);
  if (!bin.includes('.tools')) return { bin, uid };
  await cp(path.dirname(bin), path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return { bin: path.join(folder, 'native', 'bin'), uid };
}
