// Builds build.zip, what Zapier runs, and source.zip in .stage/: a folder that holds the bundled app and nothing
// else but zapier-platform-core, flat as npm would install it. Uploading from there needs no workspace.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { rolldown } from 'rolldown';

import { onFirstCall } from '../../scripts/on-first-call.mjs';
import { thirdPartyLicenses } from '../../scripts/third-party-licenses.mjs';

const { version, description, license, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const lockfile = readFileSync('../../pnpm-lock.yaml');

/** By file, what no start of the app needs, as every start has to compile what it reads. */
const whenNeeded = {
  client: ['src/client.ts'],
  // The words of 38 languages and lists of domains come with it.
  leads: [
    'src/leads/enroll-many.ts',
    'src/leads/enroll-one.ts',
    'src/leads/preview-one.ts',
    '../shared/src/copy/copy-check.ts',
    '../shared/src/copy/style.ts',
    '../shared/src/mapping/warnings.ts',
  ],
};

/** The files of the app by name: index.js, which reads app.js, and what is read when it is needed. */
async function bundle() {
  const app = await rolldown({
    input: { index: 'src/index.ts' },
    plugins: [onFirstCall(whenNeeded)],
    platform: 'node',
    external: ['zapier-platform-core'],
    tsconfig: '../../tsconfig.json',
  });
  // Every cold start reads and compiles it anew, and a short text sooner. Zapier loads apps by `require`.
  const { output } = await app.generate({
    format: 'cjs',
    minify: true,
    comments: false,
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [{ name: 'app', test: /src\/index\.ts$/ }] },
  });
  const licenses = thirdPartyLicenses(output.flatMap(({ moduleIds }) => moduleIds));
  return output.map(({ fileName, code }) => [fileName, fileName === 'index.js' ? code + licenses : code]);
}

/** Runs a command without a word, unless it fails. */
function run(command, args, cwd) {
  const env = { ...process.env, DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' };
  try {
    execFileSync(command, args, { cwd, env, stdio: 'pipe' });
  } catch (error) {
    console.error(
      `${error.stdout ?? ''}${error.stderr ?? ''}\n"${command} ${args.join(' ')}" failed: ${error.message}`,
    );
    process.exit(1);
  }
}

/** What the bundle is made of, and where a reader finds it. */
const sources = {
  src: 'zapier-leadterra/src',
  'README.md': 'zapier-leadterra/README.md',
  'build.mjs': 'zapier-leadterra/build.mjs',
  '../shared/src': 'shared/src',
};

function stampIs(file, stamp) {
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

function hash(...parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex');
}

const files = await bundle();
const manifest = JSON.stringify(
  { name: 'zapier-leadterra', version, private: true, description, license, main: 'index.js', dependencies },
  null,
  2,
);
const installed = hash(lockfile, JSON.stringify(dependencies));
const built = hash(installed, ...files.flat(), manifest, readFileSync('build.mjs'));

if (!stampIs('.stage/.installed', installed)) {
  rmSync('.stage', { recursive: true, force: true });
  const deploy = [
    '--filter',
    'zapier-leadterra',
    '--config.node-linker=hoisted',
    'deploy',
    '--prod',
    '--offline',
  ];
  run('pnpm', [...deploy, 'packages/zapier-leadterra/.stage'], '../..');
  writeFileSync('.stage/.installed', installed);
}
if (!existsSync('build.zip') || !stampIs('.stage/.built', built)) {
  rmSync('build.zip', { force: true });
  for (const [name, code] of files) writeFileSync(`.stage/${name}`, code);
  // Zapier's reviewers read source.zip, and index.js is made for machines. What runs needs none of it.
  rmSync('.stage/sources', { recursive: true, force: true });
  for (const [from, to] of Object.entries(sources)) cpSync(from, `.stage/sources/${to}`, { recursive: true });
  writeFileSync('.stage/package.json', manifest);
  writeFileSync('.stage/.gitignore', 'node_modules\nbuild\n.env\n.installed\n.built\n');
  if (existsSync('.zapierapprc')) copyFileSync('.zapierapprc', '.stage/.zapierapprc');
  // Both skipped steps need the network: an install of its own, and style checks made by zapier.com.
  run(
    path.resolve('node_modules/.bin/zapier-platform'),
    ['build', '--skip-npm-install', '--skip-validation'],
    '.stage',
  );
  copyFileSync('.stage/build/build.zip', 'build.zip');
  writeFileSync('.stage/.built', built);
}
