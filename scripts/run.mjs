// Runs one of the project's tasks after setting up all that it needs: `node scripts/run.mjs TASK [ARGUMENTS]`.
// Set-up happens before any package is there, so this file uses nothing but Node itself.
// A step is one line on the terminal; what it printed is shown only when it fails.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));
// n8n 2.41 needs Node 24; the lockfiles are pnpm 12's.
const nodeVersion = read('.node-version').trim();
const [, pnpmVersion] = JSON.parse(read('package.json')).packageManager.split('@');

const tools = path.join(root, '.tools', 'node_modules');
const nodePackage = `node-${process.platform}-${process.arch}`;
const pinnedNode = path.join(tools, nodePackage);
const machineHasNode = major(process.versions.node) >= major(nodeVersion);
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

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

function major(version) {
  return Number(version.split('.')[0]);
}

function isFetched(name, version) {
  const manifest = path.join('.tools', 'node_modules', name, 'package.json');
  return existsSync(path.join(root, manifest)) && JSON.parse(read(manifest)).version === version;
}

function isThere(program) {
  const debianPostgres = '/usr/lib/postgresql';
  const versions = existsSync(debianPostgres) ? readdirSync(debianPostgres) : [];
  const folders = [
    ...process.env.PATH.split(path.delimiter),
    ...versions.map((version) => path.join(debianPostgres, version, 'bin')),
  ];
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

const sources = ['packages', 'e2e', 'bench', 'simulator'].filter((folder) =>
  existsSync(path.join(root, folder)),
);

const steps = {
  tools: {
    label: `Fetch Node ${nodeVersion} and pnpm ${pnpmVersion} into .tools/`,
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
      `pnpm@${pnpmVersion}`,
      ...(machineHasNode ? [] : [`${nodePackage}@${nodeVersion}`]),
    ],
    done: () => isFetched('pnpm', pnpmVersion) && (machineHasNode || isFetched(nodePackage, nodeVersion)),
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
  formatting: { label: 'Check formatting', run: ['pnpm', 'exec', 'prettier', '--check', '.'] },
  code: { label: 'Lint', run: ['pnpm', 'exec', 'eslint', '--max-warnings=0', '.'] },
  walls: { label: 'Check who imports whom', run: ['pnpm', 'exec', 'depcruise', ...sources] },
  unused: { label: 'Look for what nobody uses', run: ['pnpm', 'exec', 'knip'] },
  typecheck: { label: 'Check types', run: ['pnpm', 'exec', 'tsc', '--noEmit'] },
};

// Node runs TypeScript as it is; the packages it belongs to are CommonJS, which it would remark on.
const typescript = ['node', '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
const unitTests = ['pnpm', 'exec', 'jest'];
const endToEndTests = ['pnpm', 'exec', 'jest', '--config', 'e2e/jest.config.mjs'];
const publishingChecks = ['pnpm', '--filter', 'zapier-leadterra', 'run', 'check'];

const workspace = ['tools', 'packages'];
const withN8n = [...workspace, 'n8n'];
const lint = ['formatting', 'code', 'walls', 'unused'];

/** What each task needs first, and the commands whose output is the task's own; arguments go to the last one. */
const tasks = {
  setup: { needs: [...withN8n, 'system'], run: [] },
  build: { needs: [...workspace, 'build'], run: [] },
  format: { needs: workspace, run: [['pnpm', 'exec', 'prettier', '--write', '--log-level=warn', '.']] },
  lint: { needs: [...withN8n, ...lint], run: [] },
  typecheck: { needs: [...withN8n, 'typecheck'], run: [] },
  sandbox: { needs: [...workspace, 'build'], run: [['node', 'packages/sandbox/dist/cli.js']] },
  demo: { needs: [...withN8n, 'build'], run: [[...typescript, 'e2e/demo/demo.ts']] },
  bench: { needs: [...withN8n, 'build'], run: [[...typescript, 'bench/index.ts']] },
  soak: { needs: [...workspace, 'build'], run: [[...typescript, 'bench/soak.ts']] },
  simulate: { needs: workspace, run: [[...typescript, 'simulator/index.ts']] },
  mutation: { needs: workspace, run: [['pnpm', 'exec', 'stryker', 'run']] },
  coverage: { needs: workspace, run: [[...unitTests, '--coverage']] },
  'test:unit': { needs: workspace, run: [unitTests] },
  'test:e2e': { needs: [...withN8n, 'system', 'build'], run: [endToEndTests] },
  'check:zapier': { needs: [...workspace, 'build'], run: [publishingChecks] },
  test: {
    needs: [...withN8n, 'system', ...lint, 'typecheck', 'build'],
    run: [unitTests, publishingChecks, endToEndTests],
  },
  changeset: { needs: workspace, run: [['pnpm', 'exec', 'changeset']] },
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
