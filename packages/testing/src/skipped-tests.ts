// Says which end-to-end tests cannot run on this machine, and what brings what they need:
// `node packages/testing/src/skipped-tests.ts`, from the repository's root.
import { findBrowser } from './browser.ts';
import { findProgram, missingForQueueMode } from './find-program.ts';

/** What installs a program, by the installer that is here. */
const installers = [
  { installer: 'apt-get', command: 'npm run setup as root, or sudo apt-get install', names: {} },
  {
    installer: 'brew',
    command: 'brew install',
    names: { 'redis-server': 'redis', initdb: 'postgresql', chromium: '--cask chromium' },
  },
];

function wayTo(programs: string[]): string {
  const found = installers.find(({ installer }) => findProgram(installer) !== undefined);
  if (found === undefined) return `install ${programs.join(', ')}`;
  const names = new Map<string, string>(Object.entries(found.names));
  return `${found.command} ${programs.map((program) => names.get(program) ?? program).join(' ')}`;
}

const groups = [
  { tests: 'n8n in queue mode (e2e/queue)', missing: missingForQueueMode() },
  {
    tests: "n8n's editor and the sandbox's page (e2e/browser)",
    missing: findBrowser() === undefined ? ['chromium'] : [],
  },
].filter(({ missing }) => missing.length > 0);

if (groups.length > 0) {
  const rows = groups.map(({ tests, missing }) => [tests, `no ${missing.join(', no ')}`, wayTo(missing)]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  process.stderr.write(`\nNot run on this machine:\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
