import { execFileSync } from 'node:child_process';

import { valueAt } from '@leadterra/testing/value-at';

import { type Values } from './in-turn.ts';

const load = `const [before, ...files] = process.argv.slice(1);
if (before) require(before);
const began = performance.now();
const used = process.cpuUsage();
for (const file of files) require(file);
const { user, system } = process.cpuUsage(used);
process.stdout.write(JSON.stringify({ ms: performance.now() - began, cpuMs: (user + system) / 1000 }));`;

/** What it takes a cold process to require files, one after the other. */
export function loadCold(
  files: string[],
  { before = '', cwd }: { before?: string; cwd?: string } = {},
): Values {
  const args = ['--eval', load, before, ...files];
  const printed: unknown = JSON.parse(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }));
  return { ms: Number(valueAt(printed, 'ms')), cpuMs: Number(valueAt(printed, 'cpuMs')) };
}
