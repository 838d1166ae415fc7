// How heavy the published n8n package is: the size of its tarball, and the time until a cold process has required all
// that n8n requires of it, against n8n's own Lemlist nodes. n8n-workflow is loaded before, as it is in n8n.
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { packNode } from '@leadterra/testing/n8n-install';

import { alternate, type BenchResult, median } from './compare.ts';

const n8nModules = path.resolve('e2e/node_modules');

export async function n8nLoad(): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'n8n-load-'));
  try {
    const tarball = await packNode(folder);
    execFileSync('tar', ['-xzf', tarball, '-C', folder]);
    // n8n gives its own n8n-workflow to every package that it loads.
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(path.join(n8nModules, 'n8n-workflow'), path.join(folder, 'node_modules/n8n-workflow'));
    const ours = filesLike('dist/{nodes/*,credentials}/*.js', path.join(folder, 'package'));
    const theirs = filesLike(
      'dist/{nodes/Lemlist,credentials}/Lemlist*.js',
      path.join(n8nModules, 'n8n-nodes-base'),
    );
    const load = await alternate({
      what: 'Requiring all entry points in a cold process',
      unit: 'ms',
      ours: { name: 'this package', measure: () => loadMs(ours) },
      theirs: { name: 'n8n’s Lemlist nodes', measure: () => loadMs(theirs) },
      runs: 31,
    });
    const more = load.ours.values.map((value, run) => value - (load.theirs.values[run] ?? NaN));
    return {
      title: 'The n8n package, against n8n’s own Lemlist nodes',
      comparisons: [load],
      figures: [
        { what: 'Time more than for Lemlist', value: median(more), unit: 'ms', bar: { atMost: 30 } },
        {
          what: 'Size of the tarball',
          value: statSync(tarball).size / 1000,
          unit: 'kB',
          bar: { atMost: 190 },
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesLike(pattern: string, home: string): string[] {
  return globSync(pattern, { cwd: home }).map((file) => path.join(home, file));
}

const load = `const [workflow, ...files] = process.argv.slice(1);
require(workflow);
const began = performance.now();
for (const file of files) require(file);
process.stdout.write(String(performance.now() - began));`;

function loadMs(files: string[]): number {
  const args = ['--eval', load, path.join(n8nModules, 'n8n-workflow'), ...files];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}
