// What a machine must have for set-up, checked before anything takes long. What is missing is told in a sentence with
// what to do about it.
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { nodePackages, platform, root } from './platforms.mjs';

const giga = 1e9;
const patienceMs = 5_000;
const isRoot = process.getuid?.() === 0;

/** Whether a program is on the PATH, or at a path. */
export function isThere(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.resolve(folder, program)));
}

/** Why this system cannot be set up at all; undefined if it can. */
export function whyNotHere(machineHasNode) {
  if (process.platform === 'win32')
    return 'Windows is supported through WSL: install it with «wsl --install», clone the repository there, and run the command there.';
  if (machineHasNode || nodePackages[platform] !== undefined) return undefined;
  return `npm has no Node 24 for ${platform}. Install Node 24 yourself (https://nodejs.org/en/download), then run the command again.`;
}

export function whyNoWriting() {
  try {
    accessSync(root, constants.W_OK);
    return undefined;
  } catch {
    return `You may not write to ${root}, where everything is installed. Clone the repository to a folder of your own.`;
  }
}

/** @param needed in bytes */
export function whyNoSpace(needed) {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize >= needed) return undefined;
  const gigabytes = (bytes) => (bytes / giga).toFixed(1);
  return `Set-up needs ${gigabytes(needed)} GB on the disk of ${root}, and ${gigabytes(bavail * bsize)} GB are free. Free some space.`;
}

/** @param wanted a package of the registry, as `name@version` */
export async function whyNoRegistry(wanted) {
  // A cache of its own: from its usual one, npm would answer without any network.
  const cache = mkdtempSync(path.join(tmpdir(), 'leadterra-npm-'));
  const args = [
    'view',
    wanted,
    'version',
    `--cache=${cache}`,
    '--fetch-retries=0',
    `--fetch-timeout=${patienceMs}`,
  ];
  const complaint = await new Promise((resolve) => {
    execFile('npm', args, { timeout: 2 * patienceMs }, (error, _stdout, stderr) =>
      resolve(error === null ? undefined : (/npm error code (\S+)/.exec(stderr)?.[1] ?? 'no answer')),
    );
  });
  rmSync(cache, { recursive: true, force: true });
  if (complaint === undefined) return undefined;
  return `npm cannot reach its registry (${complaint}), from which everything is installed. Check the network and, behind a proxy, «npm config get proxy registry».`;
}

/** Programs by which node-gyp compiles, and what brings them. */
const compilers = [
  { what: 'C++ compiler', isHere: () => ['c++', 'g++', 'clang++', process.env.CXX ?? 'c++'].some(isThere) },
  { what: 'make', isHere: () => isThere('make') },
  { what: 'Python', isHere: () => ['python3', 'python', process.env.PYTHON ?? 'python3'].some(isThere) },
];

const installers = [
  { program: 'apt-get', command: 'sudo apt-get install -y g++ make python3' },
  { program: 'dnf', command: 'sudo dnf install -y gcc-c++ make python3' },
  { program: 'apk', command: 'sudo apk add g++ make python3' },
  { program: 'pacman', command: 'sudo pacman -S --needed gcc make python' },
  { program: 'xcode-select', command: 'xcode-select --install' },
];

/** n8n's SQLite comes from GitHub, prebuilt, or is compiled. Undefined where one of both can be. */
export async function whyNoSqlite() {
  const missing = compilers.filter(({ isHere }) => !isHere()).map(({ what }) => what);
  if (missing.length === 0 || (await reachesGitHub())) return undefined;
  const installer = installers.find(({ program }) => isThere(program));
  const how =
    installer === undefined
      ? '.'
      : `: ${isRoot ? installer.command.replace('sudo ', '') : installer.command}`;
  return `n8n's SQLite must be compiled here, as github.com, where prebuilt ones are, does not answer; and there is no ${missing.join(', no ')}. Install what is missing${how}`;
}

async function reachesGitHub() {
  try {
    await fetch('https://github.com', { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    return true;
  } catch {
    return false;
  }
}

/** Whether nobody listens at a port of this machine, as the flags of `npm run sandbox` name one. */
export async function whyNoPort(flags) {
  const text = /(?:^|\s)--port[= ](\d+)/.exec(flags.join(' '))?.[1];
  const port = Number(text ?? 4010);
  const host = /(?:^|\s)--host[= ](\S+)/.exec(flags.join(' '))?.[1] ?? '127.0.0.1';
  const code = await new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code !== 'EADDRINUSE') return undefined;
  return `Port ${port} is taken. Choose another one, or any that is free: npm run sandbox -- --port 0`;
}
