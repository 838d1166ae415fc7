import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Debian keeps each version of PostgreSQL in a folder of its own, which is not on the PATH. */
const debianPostgres = '/usr/lib/postgresql';

/** The path of a program of this machine; undefined if it is not there. */
export function findProgram(name: string): string | undefined {
  const versions = existsSync(debianPostgres) ? readdirSync(debianPostgres) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    ...versions.map((version) => path.join(debianPostgres, version, 'bin')),
  ];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** The path of a program. Throws if it is not there. */
export function needProgram(name: string): string {
  const found = findProgram(name);
  if (found === undefined) throw new Error(`There is no ${name} on this machine.`);
  return found;
}
