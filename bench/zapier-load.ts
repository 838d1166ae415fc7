// How much heavier the built Zapier app is than one with nothing but zapier-platform-core: the size of its zip, and
// the time until a cold process has loaded it, as it happens when Zapier starts one for the app.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { unzip } from '@leadterra/testing/unzip';

import { alternate, type BenchResult, compared, type Size } from './compare.ts';

const home = path.resolve('packages/zapier-leadterra');

export async function zapierLoad(size: Size): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zapier-load-'));
  try {
    const ours = path.join(home, 'build.zip');
    const bare = bareZip(path.join(folder, 'bare'));
    const kilobytes = (zip: string) => [statSync(zip).size / 1000];
    const zip = compared({
      what: 'Size of the zip',
      unit: 'kB',
      ours: { name: 'this app', values: kilobytes(ours) },
      theirs: { name: 'core alone', values: kilobytes(bare) },
      bar: { atMost: 1.15 },
    });
    const apps = { ours: path.join(folder, 'ours'), bare: path.join(folder, 'unzipped') };
    unzip(ours, apps.ours);
    unzip(bare, apps.bare);
    const load = await alternate({
      what: 'Loading it in a cold process',
      unit: 'ms',
      ours: { name: 'this app', measure: () => loadMs(apps.ours) },
      theirs: { name: 'core alone', measure: () => loadMs(apps.bare) },
      bar: { atMost: 1.1 },
      runs: size === 'full' ? 41 : 15,
    });
    return { title: 'The Zapier app, against zapier-platform-core alone', comparisons: [load, zip] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The zip that Zapier's own tool makes of an app without a single trigger or action. */
function bareZip(bare: string): string {
  cpSync(path.join(home, '.stage/node_modules'), path.join(bare, 'node_modules'), { recursive: true });
  cpSync(path.join(home, '.stage/package.json'), path.join(bare, 'package.json'));
  writeFileSync(
    path.join(bare, 'index.js'),
    `module.exports = { version: '1.0.0', platformVersion: require('zapier-platform-core').version };`,
  );
  writeFileSync(path.join(bare, '.gitignore'), 'node_modules\nbuild\n');
  execFileSync(
    path.join(home, 'node_modules/.bin/zapier-platform'),
    ['build', '--skip-npm-install', '--skip-validation'],
    { cwd: bare, stdio: 'pipe', env: { ...process.env, DISABLE_ZAPIER_ANALYTICS: '1' } },
  );
  return path.join(bare, 'build/build.zip');
}

// The wrapper itself waits for the first event before it loads the app.
const load = `const began = performance.now();
require('./zapierwrapper.js');
require('./index.js');
process.stdout.write(String(performance.now() - began));`;

function loadMs(app: string): number {
  return Number(execFileSync(process.execPath, ['--eval', load], { cwd: app, encoding: 'utf8' }));
}
