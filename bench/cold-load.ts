import { execFileSync } from 'node:child_process';

import { valueAt } from '@leadterra/testing/value-at';

import { type Parts, type Profile } from './compare.ts';
import { type Values } from './in-turn.ts';
import { type PartOf, partOfNode, partsOf } from './profile.ts';

const load = `const [before, ...files] = process.argv.slice(1);
if (before) require(before);
const began = performance.now();
const used = process.cpuUsage();
for (const file of files) require(file);
const { user, system } = process.cpuUsage(used);
process.stdout.write(JSON.stringify({ ms: performance.now() - began, cpuMs: (user + system) / 1000 }));`;

// Ten looks in a millisecond, as it takes only some.
const profiledLoad = `const [before, ...files] = process.argv.slice(1);
if (before) require(before);
const { Session } = require('node:inspector');
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 100 });
session.post('Profiler.start');
for (const file of files) require(file);
session.post('Profiler.stop', (error, { profile }) => process.stdout.write(JSON.stringify(profile)));`;

type How = { before?: string; cwd?: string };

/** What it takes a cold process to require files, one after the other. */
export function loadCold(files: string[], how?: How): Values {
  const printed = inColdProcess(load, files, how);
  return { ms: Number(valueAt(printed, 'ms')), cpuMs: Number(valueAt(printed, 'cpuMs')) };
}

/** Where the time goes in that, by way: a mean of some processes of each, which take a little more for being looked at. */
export function profileLoads(ways: { name: string; files: string[]; how?: How }[]): Profile['ways'] {
  const processes = 15;
  const means = ways.map(({ name, files, how }) => {
    const parts: Parts = {};
    return { name, parts, files, how };
  });
  // In turn, as the machine may be busier at one time than at another.
  for (let run = 0; run < processes; run++) {
    for (const { parts, files, how } of means) {
      const seen = partsOf(inColdProcess(profiledLoad, files, how), partOfLoad);
      for (const [part, ms] of Object.entries(seen)) parts[part] = (parts[part] ?? 0) + ms / processes;
    }
  }
  return means.map(({ name, parts }) => ({ name, parts }));
}

const partOfLoad: PartOf = (frame) => {
  // Node 24, lib/internal/modules/cjs/loader.js: this one calls V8's compiler.
  if (frame.functionName === 'wrapSafe') return 'compiling';
  return frame.url === '' || frame.url.startsWith('node:') ? partOfNode(frame) : 'running what was compiled';
};

function inColdProcess(script: string, files: string[], { before = '', cwd }: How = {}): unknown {
  const args = ['--eval', script, before, ...files];
  return JSON.parse(execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: Infinity }));
}
