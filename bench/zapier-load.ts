// How much heavier the built Zapier app is than one with nothing but zapier-platform-core: the size of its zip, and
// the time until a cold process has loaded it. After the build: `node bench/zapier-load.ts`, from the root.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { median } from './compare.ts';

const RUNS = 21;
const home = path.resolve('packages/zapier-leadterra');
const folder = mkdtempSync(path.join(tmpdir(), 'zapier-load-'));

/** The zip that Zapier's own tool makes of an app without a single trigger or action. */
function bareZip(): string {
  const bare = path.join(folder, 'bare');
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

function unzip(zip: string, name: string): string {
  const target = path.join(folder, name);
  for (const [file, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    const to = path.join(target, file);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  return target;
}

// The wrapper itself waits for the first event before it loads the app.
const load = `const began = performance.now();
require('./zapierwrapper.js');
require('./index.js');
process.stdout.write(String(performance.now() - began));`;

function loadMs(app: string): number {
  return Number(execFileSync(process.execPath, ['--eval', load], { cwd: app, encoding: 'utf8' }));
}

try {
  const zips = { ours: path.join(home, 'build.zip'), bare: bareZip() };
  const apps = { ours: unzip(zips.ours, 'ours'), bare: unzip(zips.bare, 'unzipped-bare') };
  const times = { ours: new Array<number>(), bare: new Array<number>() };
  for (let run = -1; run < RUNS; run++) {
    for (const side of run % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const ms = loadMs(apps[side]);
      if (run >= 0) times[side].push(ms);
    }
  }
  const bytes = { ours: statSync(zips.ours).size, bare: statSync(zips.bare).size };
  const report = {
    loadMs: { ours: Math.round(median(times.ours)), bare: Math.round(median(times.bare)) },
    loadRatio: Number(median(times.ours.map((ms, run) => ms / (times.bare[run] ?? NaN))).toFixed(3)),
    loadRatioAtMost: 1.1,
    zipBytes: bytes,
    zipRatio: Number((bytes.ours / bytes.bare).toFixed(3)),
    zipRatioAtMost: 1.15,
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
