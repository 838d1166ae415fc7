// How heavy the published n8n package is: the size of its tarball, and the time until a cold process has required all
// that n8n requires of it. n8n-workflow is loaded before, as it is in n8n.
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { packNode } from '@leadterra/testing/n8n-install';

import { loadCold, profileLoads } from './cold-load.ts';
import { type BenchResult, type Size } from './compare.ts';
import { doNothingTriggerFile } from './do-nothing-trigger.ts';
import { inTurn } from './in-turn.ts';

const n8nModules = path.resolve('e2e/node_modules');

export async function n8nLoad(size: Size): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'n8n-load-'));
  try {
    const tarball = await packNode(folder);
    execFileSync('tar', ['-xzf', tarball, '-C', folder]);
    // n8n gives its own n8n-workflow to every package that it loads.
    mkdirSync(path.join(folder, 'node_modules'));
    const workflow = path.join(n8nModules, 'n8n-workflow');
    symlinkSync(workflow, path.join(folder, 'node_modules/n8n-workflow'));
    const files = {
      'this package': filesLike('dist/{nodes/*,credentials}/*.js', path.join(folder, 'package')),
      'n8n’s Lemlist nodes': filesLike(
        'dist/{nodes/Lemlist,credentials}/Lemlist*.js',
        path.join(n8nModules, 'n8n-nodes-base'),
      ),
      'a node that does nothing': [doNothingTriggerFile],
    };
    const [ours, peer, floor] = ['this package', 'n8n’s Lemlist nodes', 'a node that does nothing'] as const;
    const sides = await inTurn(
      size === 'full' ? 31 : 15,
      [ours, peer, floor].map((name) => ({
        name,
        measure: () => loadCold(files[name], { before: workflow }),
      })),
    );
    const [own, lemlist] = [sides(ours, 'ms'), sides(peer, 'ms')];
    const more = own.values.map((value, run) => value - (lemlist.values[run] ?? NaN));
    return {
      title: 'The n8n package',
      about:
        'What n8n pays for the package at every start: a cold process requires all entry points of the published package, after n8n-workflow. The peer is n8n’s own Lemlist nodes, which also are about cold outreach; the floor is one node that does nothing.',
      questions: [
        {
          what: 'Requiring it in a cold process',
          unit: 'ms',
          ours: own,
          floor: sides(floor, 'ms'),
          peers: [lemlist],
        },
        {
          what: 'Requiring it, processor time',
          unit: 'ms',
          ours: sides(ours, 'cpuMs'),
          floor: sides(floor, 'cpuMs'),
          peers: [sides(peer, 'cpuMs')],
          goals: [{ against: peer, guard: { atMost: 12 } }],
        },
        {
          what: 'Time more than for Lemlist',
          unit: 'ms',
          ours: { name: ours, values: more },
          goals: [{ bar: { atMost: 15 }, why: loadProfile }],
        },
        {
          what: 'Size of the tarball',
          unit: 'kB',
          ours: { name: ours, values: [statSync(tarball).size / 1000] },
          goals: [{ bar: { atMost: 190 }, guard: { atMost: 190 } }],
        },
      ],
      profiles: [
        {
          what: 'Where the time of requiring it goes',
          ways: profileLoads(
            [ours, peer, floor].map((name) => ({ name, files: files[name], how: { before: workflow } })),
          ),
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

const loadProfile =
  'in the profile below nearly half is to compile `core.js`, and a third to run it, which makes the fields of all operations and the schemas of zod. Lemlist’s nodes have fewer operations, and no schemas. The API and the mapping, with its words of 38 languages, are in files of their own and read when a node runs.';
