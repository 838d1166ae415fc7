// Runs the end-to-end tests of n8n on the older versions that we promise to work with, each installed from its lockfile
// in e2e/versions: `npm run test:versions -- 1.123.81 e2e/n8n/agent` takes one version and some of the tests.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { nodePackages, platform, root } from './platforms.mjs';

/** By version of n8n, the major of the Node that it runs on here. */
const versions = { '1.123.81': 22, '2.8.4': 20 };

/** Of the old majors that npm has for Linux; of 20 it has none that n8n takes. */
const olderNodes = { 22: '22.23.3' };

/** The Node of this major: the machine's own, or one that npm has; else the oldest that is there. */
function nodeOf(major) {
  const own = execFileSync('sh', ['-c', 'PATH=${PATH#*node_modules/.bin:} command -v node'], {
    encoding: 'utf8',
  }).trim();
  const ownVersion = execFileSync(own, ['--version'], { encoding: 'utf8' });
  if (ownVersion.startsWith(`v${major}.`)) return own;
  const version = olderNodes[major] ?? olderNodes[22];
  const folder = path.join(root, '.tools', `node-${version}`);
  const { name } = nodePackages[platform];
  if (!existsSync(folder)) {
    const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', '--prefix', folder, ...flags, `${name}@${version}`], {
      stdio: 'inherit',
    });
  }
  return path.join(folder, 'node_modules', name, 'bin', 'node');
}

const [first, ...rest] = process.argv.slice(2);
const isVersion = first !== undefined && first in versions;
const chosen = isVersion ? [first] : Object.keys(versions);
const paths = isVersion ? rest : process.argv.slice(2);
// The scanner is n8n's newest, whatever the n8n that is tested.
const tests =
  paths.length > 0 ? paths : ['e2e/n8n', '--testPathIgnorePatterns', 'verification', 'node_modules'];

let failed = 0;
for (const version of chosen) {
  const folder = path.join('e2e', 'versions', version);
  const node = nodeOf(versions[version]);
  const nodeVersion = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`n8n ${version} on Node ${nodeVersion}`);
  const env = {
    ...process.env,
    // node-gyp compiles SQLite against the headers of this very Node.
    npm_config_nodedir: path.dirname(path.dirname(node)),
    PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
  };
  const install = ['pnpm', '--dir', folder, 'install', '--frozen-lockfile'];
  const jest = ['pnpm', 'exec', 'jest', '--config', 'e2e/jest.config.mjs', ...tests];
  for (const [[command, ...args], settings] of [
    [install, env],
    [jest, { ...process.env, N8N_TEST_FOLDER: folder, N8N_TEST_NODE: node }],
  ]) {
    const { status } = spawnSync(command, args, { cwd: root, env: settings, stdio: 'inherit' });
    if (status !== 0) failed += 1;
  }
}
process.exitCode = failed > 0 ? 1 : 0;
