// How much heavier the built Zapier app is than one with nothing but zapier-platform-core: the size of its zip, and
// the time until a cold process has loaded it, as it happens when Zapier starts one for the app.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { unzip } from '@leadterra/testing/unzip';

import { loadCold, profileLoads } from './cold-load.ts';
import { type BenchResult, type Size } from './compare.ts';
import { inTurn } from './in-turn.ts';

const home = path.resolve('packages/zapier-leadterra');

export async function zapierLoad(size: Size): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zapier-load-'));
  try {
    const ours = path.join(home, 'build.zip');
    const bare = bareZip(path.join(folder, 'bare'));
    const kilobytes = (zip: string) => [statSync(zip).size / 1000];
    const [app, core] = ['this app', 'core alone'] as const;
    const apps = { [app]: path.join(folder, 'ours'), [core]: path.join(folder, 'unzipped') };
    unzip(ours, apps[app]);
    unzip(bare, apps[core]);
    const sides = await inTurn(
      size === 'full' ? 41 : 15,
      [app, core].map((name) => ({ name, measure: () => loadCold(entries, { cwd: apps[name] }) })),
    );
    return {
      title: 'The Zapier app',
      about:
        'What Zapier pays for the app whenever it starts a process for it. The floor is an app without a single trigger or action: nothing but zapier-platform-core, zipped by Zapier’s own tool.',
      questions: [
        {
          what: 'Loading it in a cold process',
          unit: 'ms',
          ours: sides(app, 'ms'),
          floor: sides(core, 'ms'),
          goals: [{ against: core, bar: { atMost: 1.06 }, why: loadProfile }],
        },
        {
          what: 'Loading it, processor time',
          unit: 'ms',
          ours: sides(app, 'cpuMs'),
          floor: sides(core, 'cpuMs'),
          goals: [{ against: core, guard: { atMost: 1.25 } }],
        },
        {
          what: 'Size of the zip',
          unit: 'kB',
          ours: { name: app, values: kilobytes(ours) },
          floor: { name: core, values: kilobytes(bare) },
          goals: [{ against: core, bar: { atMost: 1.06 }, guard: { atMost: 1.2 }, why: sizeProfile }],
        },
      ],
      profiles: [
        {
          what: 'Where the time of requiring it goes',
          ways: profileLoads([app, core].map((name) => ({ name, files: entries, how: { cwd: apps[name] } }))),
        },
      ],
    };
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
const entries = ['./zapierwrapper.js', './index.js'];

const loadProfile =
  'in the profile below, what comes on top of the core is to compile `app.js`, and to run it, which makes the fields, samples and schemas of all steps. The API and the mapping are in files of their own and read when a step runs.';
const sizeProfile =
  'the bundle above, zipped, is all that is more than the core; its largest parts are the mapping’s lists of words and zod.';
