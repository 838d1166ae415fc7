// Runs one of the project's tasks after setting up all that it needs: `node scripts/run.mjs TASK [ARGUMENTS]`.
// Set-up happens before any package is there, so the files of this folder use nothing but Node 20 itself.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { hasFetchedPrograms, nodePackages, platform, programPackages, root } from './platforms.mjs';
import {
  isThere,
  whyNoPort,
  whyNoRegistry,
  whyNoSpace,
  whyNoSqlite,
  whyNotHere,
  whyNoWriting,
} from './preflight.mjs';
import { ended, runStep, start } from './steps.mjs';

// n8n 2.41 needs Node 24; the lockfiles are pnpm 12's.
const machineHasNode = major(process.versions.node) >= major(read('.node-version').trim());
const pnpmPackage = JSON.parse(read('package.json')).packageManager;
const nodePackage = nodePackages[platform];
const toolPackages = [
  pnpmPackage,
  ...(machineHasNode || nodePackage === undefined ? [] : [`${nodePackage.name}@${nodePackage.version}`]),
];

const tools = path.join(root, '.tools', 'node_modules');
const pinnedNode = path.join(tools, nodePackage?.name ?? '');
const env = {
  ...process.env,
  PATH: [
    ...(machineHasNode ? [] : [path.join(pinnedNode, 'bin')]),
    path.join(tools, '.bin'),
    process.env.PATH,
  ].join(path.delimiter),
  // Native add-ons are compiled against these headers; node-gyp would look for them on nodejs.org.
  npm_config_nodedir: machineHasNode ? path.dirname(path.dirname(process.execPath)) : pinnedNode,
};

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

function major(version) {
  return Number(version.split('.')[0]);
}

function isFetched(wanted) {
  const [, name, version] = /^(.+)@(.+)$/.exec(wanted);
  const manifest = path.join('.tools', 'node_modules', name, 'package.json');
  return existsSync(path.join(root, manifest)) && JSON.parse(read(manifest)).version === version;
}

/** A step that is done as long as these files stay as they were; `mark` is where that is kept, in what the step makes. */
function onceFor(mark, files) {
  const state = () => {
    const hash = createHash('sha256').update(`${process.version} ${platform}`);
    for (const file of files()) hash.update(file).update(read(file));
    return hash.digest('hex');
  };
  return {
    done: () => existsSync(path.join(root, mark)) && read(mark) === state(),
    finish: () => writeFileSync(path.join(root, mark), state()),
  };
}

function sourcesIn(folder) {
  const files = readdirSync(path.join(root, folder), { recursive: true }).map(String);
  return files
    .filter((file) => /[.]tsx?$/.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}

const browsers = ['chromium', 'chromium-browser', 'google-chrome'];

/** Debian's packages for the programs that npm has not for this system. */
const systemPackages = [
  ...(isThere('redis-server') ? [] : ['redis-server']),
  ...(programPackages.some((name) => name.includes('postgres')) || isThere('initdb') ? [] : ['postgresql']),
  ...(programPackages.some((name) => name.includes('chromium')) || browsers.some(isThere)
    ? []
    : ['chromium']),
];

const sources = ['packages', 'e2e', 'bench', 'simulator'];

const steps = {
  tools: {
    label: `Fetch ${toolPackages.join(' and ')}`,
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
      ...toolPackages,
    ],
    done: () => toolPackages.every(isFetched),
    fetches: true,
  },
  packages: {
    label: 'Install packages',
    run: ['pnpm', 'install', '--frozen-lockfile'],
    ...onceFor('node_modules/.set-up', () => ['pnpm-lock.yaml', 'pnpm-workspace.yaml']),
    fetches: true,
  },
  n8n: {
    label: 'Install n8n',
    run: ['pnpm', '--dir', 'e2e', 'install', '--frozen-lockfile'],
    ...onceFor('e2e/node_modules/.set-up', () => ['e2e/pnpm-lock.yaml', 'e2e/pnpm-workspace.yaml']),
    fetches: true,
  },
  programs: {
    label: `Fetch ${programPackages.join(' and ')} for the tests`,
    run: ['node', 'scripts/fetch-programs.mjs'],
    done: hasFetchedPrograms,
    fetches: true,
    // Without them, the tests that need them are skipped.
    isOptional: true,
  },
  system: {
    label: `Install ${systemPackages.join(', ')}`,
    run: [
      'sh',
      '-c',
      'export DEBIAN_FRONTEND=noninteractive; apt-get update && apt-get install -y --no-install-recommends "$@"',
      'sh',
      ...systemPackages,
    ],
    done: () => systemPackages.length === 0 || process.getuid?.() !== 0 || !isThere('apt-get'),
    isOptional: true,
  },
  build: {
    label: 'Build packages',
    run: ['pnpm', '--recursive', '--stream', 'run', 'build'],
    finish: () => steps.sandbox.finish(),
  },
  sandbox: {
    label: 'Build the sandbox',
    run: ['pnpm', '--filter', '@leadterra/sandbox', 'run', 'build'],
    ...onceFor('packages/sandbox/dist/.built', () => sourcesIn('packages/sandbox/src')),
  },
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
const skippedTests = [...typescript, 'packages/testing/src/skipped-tests.ts'];

const workspace = ['tools', 'packages'];
const withN8n = [...workspace, 'n8n'];
const lint = ['formatting', 'code', 'walls', 'unused'];

/**
 * What each task needs first, and the commands whose output is the task's own; arguments go to the last one. What is
 * said `atEnd` is said in any case.
 */
const tasks = {
  setup: { needs: [...withN8n, 'programs', 'system'], run: [], atEnd: skippedTests },
  build: { needs: [...workspace, 'build'], run: [] },
  format: { needs: workspace, run: [['pnpm', 'exec', 'prettier', '--write', '--log-level=warn', '.']] },
  lint: { needs: [...withN8n, ...lint], run: [] },
  typecheck: { needs: [...withN8n, 'typecheck'], run: [] },
  sandbox: { needs: [...workspace, 'sandbox'], run: [['node', 'packages/sandbox/dist/cli.js']] },
  demo: { needs: [...withN8n, 'build'], run: [[...typescript, 'e2e/demo/demo.ts']] },
  bench: { needs: [...withN8n, 'build'], run: [[...typescript, 'bench/index.ts']] },
  soak: { needs: [...workspace, 'build'], run: [[...typescript, 'bench/soak.ts']] },
  simulate: { needs: workspace, run: [[...typescript, 'simulator/index.ts']] },
  mutation: { needs: workspace, run: [['pnpm', 'exec', 'stryker', 'run']] },
  coverage: { needs: workspace, run: [[...unitTests, '--coverage']] },
  'test:unit': { needs: workspace, run: [unitTests] },
  'test:e2e': { needs: [...withN8n, 'programs', 'build'], run: [endToEndTests], atEnd: skippedTests },
  'test:versions': { needs: [...withN8n, 'build'], run: [['node', 'scripts/test-versions.mjs']] },
  'check:zapier': { needs: [...workspace, 'build'], run: [publishingChecks] },
  test: {
    needs: [...withN8n, 'programs', ...lint, 'typecheck', 'build'],
    run: [unitTests, publishingChecks, endToEndTests],
    atEnd: skippedTests,
  },
  changeset: { needs: workspace, run: [['pnpm', 'exec', 'changeset']] },
};

const spaceForAll = 4e9;
const spaceWithoutN8n = 1e9;

/** Ends this process with a sentence for each thing that the machine lacks for what is still to do. */
async function checkMachine(name, pending, args) {
  const fetches = pending.some((step) => steps[step].fetches);
  const complaints = await Promise.all([
    whyNotHere(machineHasNode),
    pending.length > 0 && whyNoWriting(),
    fetches && whyNoSpace(pending.includes('n8n') ? spaceForAll : spaceWithoutN8n),
    fetches && whyNoRegistry(pnpmPackage),
    pending.includes('n8n') && whyNoSqlite(),
    name === 'sandbox' && whyNoPort(args),
  ]);
  const sentences = complaints.filter((complaint) => typeof complaint === 'string');
  if (sentences.length === 0) return;
  console.error(sentences.join('\n'));
  process.exit(1);
}

/** Runs commands with their output as this process's own, until one fails. Returns the last status. */
async function runAll(commands, args) {
  for (const command of commands) {
    const last = command === commands.at(-1);
    const child = start(last ? [...command, ...args] : command, { cwd: root, env, stdio: 'inherit' });
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    const { code } = await ended(child);
    if (code !== 0) return code;
  }
  return 0;
}

async function main([name, ...args]) {
  const task = tasks[name];
  if (!task) {
    console.error(`There is no task «${name ?? ''}». The tasks are: ${Object.keys(tasks).join(', ')}.`);
    process.exit(2);
  }
  const pending = task.needs.filter((need) => !(steps[need].done?.() ?? false));
  await checkMachine(name, pending, args);
  for (const need of pending) await runStep(steps[need], { cwd: root, env });
  // Ctrl-C reaches the child too, from the terminal; waiting for it lets it stop cleanly.
  process.on('SIGINT', () => {});
  const code = await runAll(task.run, args);
  if (task.atEnd) await runAll([task.atEnd], []);
  process.exitCode = code;
}

await main(process.argv.slice(2));
