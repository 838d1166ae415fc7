/**
 * `npm run simulate -- [--seeds N] [--from S] [--verbose]` plays N histories and checks each against the contract.
 *
 * A history is what a run of the engine may meet, made from one seed: an input of leads with duplicates and nonsense, a
 * Leadterra in one of its documented dialects that refuses, leaves out, limits and fails before, while and after acting,
 * a clock that is set, a deadline, an abort at any point, a host that dies, a second run. Time is virtual, so an hour of
 * waiting costs nothing, and the same seed gives the same history to the last request. The model of Leadterra in
 * enrollment/leadterra is written from the documentation and knows who is really in the campaign; the checks in
 * enrollment/checks hold what the engine said and did against it. The part in trigger/ does the same for deliveries of
 * events and the memory that keeps one event from starting a workflow twice.
 *
 * A seed that fails is printed with the command that replays it alone, and shrinks to a small history in plain words.
 * defects/ holds deliberate bugs; defects.test.ts shows that the checks find every one of them.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

import { parts } from './parts.ts';
import { bundleSubject, loadSubject } from './subject.ts';
// Only its types: to load it is to begin work.
import type { Failure, Result, Share } from './worker.ts';

const seedsPerShare = 500;
const mostExplained = 8;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20000' },
    from: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isSafeInteger(seeds) || !Number.isSafeInteger(from) || seeds < 1)
  throw new Error('--seeds and --from are whole numbers, e.g. --seeds 20000 --from 1.');

const code = await bundleSubject(process.cwd());
const startedAt = performance.now();
const failures = await simulateAll();
const seconds = (performance.now() - startedAt) / 1000;
say(
  `${seeds} histories of each part (${parts.map(({ name }) => name).join(', ')}) in ${seconds.toFixed(1)} s, ${Math.round(seeds / seconds)} a second: ${failures.length} violations in ${new Set(failures.map(({ seed }) => seed)).size} histories.`,
);
await explain();
process.exitCode = failures.length > 0 ? 1 : 0;

/** Shares the seeds out among a worker per core. */
async function simulateAll(): Promise<Failure[]> {
  const found: Failure[] = [];
  let next = from;
  let done = 0;
  const nextShare = (): Share | undefined => {
    const share = { from: next, seeds: Math.min(seedsPerShare, from + seeds - next) };
    next += share.seeds;
    return share.seeds > 0 ? share : undefined;
  };
  const count = Math.min(availableParallelism(), Math.ceil(seeds / seedsPerShare));
  await Promise.all(Array.from({ length: count }, () => workThrough()));
  return found.sort((one, other) => one.seed - other.seed);

  function workThrough(): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: code });
      const goOn = () => {
        const share = nextShare();
        if (share) worker.postMessage(share);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('error', reject);
      worker.on('message', (result: Result) => {
        for (const failure of result.failures) found.push(failure);
        done += result.seeds;
        if (process.stderr.isTTY)
          process.stderr.write(`\r${done} of ${seeds} histories, ${found.length} violations `);
        goOn();
      });
      goOn();
    });
  }
}

/** Prints the first history that fails each check, as small as it gets. */
async function explain(): Promise<void> {
  const byCheck = new Map<string, Failure[]>();
  for (const failure of failures) {
    const title = `${failure.part}: ${failure.check}`;
    byCheck.set(title, [...(byCheck.get(title) ?? []), failure]);
  }
  const subject = loadSubject(code);
  for (const [title, all] of [...byCheck].slice(0, mostExplained)) {
    const first = all[0];
    if (!first) continue;
    say(
      `\n${title} failed in ${new Set(all.map(({ seed }) => seed)).size} histories. Seed ${first.seed}: ${first.what}`,
    );
    say(`  npm run simulate -- --seeds 1 --from ${first.seed} --verbose`);
    if (!values.verbose) continue;
    const lines = await parts
      .find(({ name }) => name === first.part)
      ?.explain(subject, first.seed, first.check);
    for (const line of lines ?? []) say(`  ${line}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
