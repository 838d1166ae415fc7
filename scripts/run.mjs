// Runs one of the project's tasks after setting up all that it needs: `node scripts/run.mjs TASK [ARGUMENTS]`.
// Set-up happens before any package is there, so this file uses nothing but Node itself.
// A step is one line on the terminal; what it printed is shown only when it fails.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

// n8n 2.41 needs Node 24; the lockfiles are pnpm 12's.
const NODE = '24.21.0';
const PNPM = '12.21.0';

const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));
const tools = path.join(root, '.tools', 'node_modules');
const pinnedNode = path.join(tools, `node-${process.platform}-${process.arch}`);
const machineHasNode = Number(process.versions.node.split('.')[0]) >= 24;
const env = {
  ...process.env,
  DEBIAN_FRONTEND: 'noninteractive',
  PATH: [
    ...(machineHasNode ? [] : [path.join(pinnedNode, 'bin')]),
    path.join(tools, '.bin'),
    process.env.PATH,
  ].join(path.delimiter),
  // Native add-ons are compiled against these headers; node-gyp would look for them on nodejs.org.
  npm_config_nodedir: machineHasNode ? path.dirname(path.dirname(process.execPath)) : pinnedNode,
};

// What the tests of queue mode and of n8n's editor run beside n8n: any of these programs, and the Debian packages that
// bring one. Where it is missing and may not be installed, the tests that need it say so and are skipped.
const systemPrograms = [
  { anyOf: ['redis-server'], packages: ['redis-server'] },
  { anyOf: ['initdb'], packages: ['postgresql'] },
  {
    anyOf: ['chromium', 'chromium-browser', 'google-chrome'],
    packages: ['chromium', 'fonts-dejavu-core'],
  },
];
const missingPackages = systemPrograms.flatMap(({ anyOf, packages }) =>
  anyOf.some(isThere) ? [] : packages,
);

function isThere(program) {
  const debianPostgres = '/usr/lib/postgresql';
  const versions = existsSync(debianPostgres) ? readdirSync(debianPostgres) : [];
  const folders = [
    ...process.env.PATH.split(path.delimiter),
    ...versions.map((version) => path.join(debianPostgres, version, 'bin')),
  ];
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

const steps = {
  tools: {
    label: `Fetch Node ${NODE} and pnpm ${PNPM} into .tools/`,
    run: [
      'npm',
      'install',
      '--prefix',
      '.tools',
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `pnpm@${PNPM}`,
      ...(machineHasNode ? [] : [`${path.basename(pinnedNode)}@${NODE}`]),
    ],
    done: () => existsSync(path.join(tools, 'pnpm')) && (machineHasNode || existsSync(pinnedNode)),
  },
  packages: { label: 'Install packages', run: ['pnpm', 'install', '--frozen-lockfile'] },
  n8n: {
    label: 'Install n8n (the first time compiles SQLite: some minutes)',
    run: ['pnpm', '--dir', 'e2e', 'install', '--frozen-lockfile'],
  },
  system: {
    label: `Install ${missingPackages.join(', ')}`,
    // One by one: a package that this system does not have is no reason to go without the others.
    run: [
      'sh',
      '-c',
      'apt-get update; for name; do apt-get install -y --no-install-recommends "$name" || failed=1; done; exit ${failed:-0}',
      'sh',
      ...missingPackages,
    ],
    done: () => missingPackages.length === 0 || process.getuid?.() !== 0 || !isThere('apt-get'),
    optional: true,
  },
  build: { label: 'Build packages', run: ['pnpm', '--recursive', '--stream', 'run', 'build'] },
  format: { label: 'Check formatting', run: ['pnpm', 'exec', 'prettier', '--check', '.'] },
  lint: { label: 'Lint', run: ['pnpm', 'exec', 'eslint', '--max-warnings=0', '.'] },
  typecheck: { label: 'Check types', run: ['pnpm', 'exec', 'tsc', '--noEmit'] },
};

// Node runs TypeScript as it is; the packages it belongs to are CommonJS, which it would remark on.
const quietTypes = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
const unitTests = ['pnpm', 'exec', 'jest'];
const endToEndTests = ['pnpm', 'exec', 'jest', '--config', 'e2e/jest.config.mjs'];

/** What each task needs first, and the commands whose output is the task's own; arguments go to the last one. */
const tasks = {
  setup: { needs: ['tools', 'packages', 'n8n', 'system'], run: [] },
  build: { needs: ['tools', 'packages', 'build'], run: [] },
  lint: { needs: ['tools', 'packages', 'n8n', 'format', 'lint'], run: [] },
  typecheck: { needs: ['tools', 'packages', 'n8n', 'typecheck'], run: [] },
  sandbox: { needs: ['tools', 'packages', 'build'], run: [['node', 'packages/sandbox/dist/cli.js']] },
  bench: { needs: ['tools', 'packages', 'n8n', 'build'], run: [['node', ...quietTypes, 'bench/index.ts']] },
  soak: { needs: ['tools', 'packages', 'build'], run: [['node', ...quietTypes, 'bench/soak.ts']] },
  demo: { needs: ['tools', 'packages', 'n8n', 'build'], run: [['node', ...quietTypes, 'e2e/demo/demo.ts']] },
  'test:unit': { needs: ['tools', 'packages'], run: [unitTests] },
  'test:e2e': { needs: ['tools', 'packages', 'n8n', 'system', 'build'], run: [endToEndTests] },
  'check:zapier': {
    needs: ['tools', 'packages', 'build'],
    run: [['pnpm', '--filter', 'zapier-leadterra', 'run', 'check']],
  },
  test: {
    needs: ['tools', 'packages', 'n8n', 'system', 'format', 'lint', 'typecheck', 'build'],
    run: [unitTests, ['pnpm', '--filter', 'zapier-leadterra', 'run', 'check'], endToEndTests],
  },
};

function start([command, ...args], stdio) {
  return spawn(command, args, { cwd: root, env, stdio });
}

function ended(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, note: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, note: signal ?? '' }));
  });
}

async function quietly({ label, run, done, optional }) {
  if (done?.()) return;
  const began = Date.now();
  const child = start(run, ['ignore', 'pipe', 'pipe']);
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const { code, note } = await ended(child);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.error(`${code === 0 ? '✓' : '✗'} ${label} (${seconds} s)`);
  if (code === 0 || optional) return;
  process.stderr.write(Buffer.concat(output));
  console.error(`\n«${run.join(' ')}» failed (${note || `exit status ${code}`}).`);
  process.exit(code);
}

async function main([name, ...args]) {
  const task = tasks[name];
  if (!task) {
    console.error(`There is no task «${name ?? ''}». The tasks are: ${Object.keys(tasks).join(', ')}.`);
    process.exit(2);
  }
  for (const need of task.needs) await quietly(steps[need]);
  // Ctrl-C reaches the child too, from the terminal; waiting for it lets it stop cleanly.
  process.on('SIGINT', () => {});
  for (const command of task.run) {
    const last = command === task.run.at(-1);
    const child = start(last ? [...command, ...args] : command, 'inherit');
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    const { code } = await ended(child);
    if (code !== 0) process.exit(code);
  }
}

await main(process.argv.slice(2));
