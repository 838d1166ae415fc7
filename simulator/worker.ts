import { parentPort, workerData } from 'node:worker_threads';

import { parts } from './parts.ts';
import { loadSubject } from './subject.ts';

/** So many seeds, from the first on. */
export type Share = { from: number; seeds: number };

/** A seed's history that failed a check. */
export type Failure = { seed: number; part: string; check: string; what: string };

/** The failures among the seeds of a share. */
export type Result = { seeds: number; failures: Failure[] };

const subject = loadSubject(String(workerData));

async function simulate({ from, seeds }: Share): Promise<Result> {
  const failures: Failure[] = [];
  for (let seed = from; seed < from + seeds; seed++) {
    for (const { name, violations } of parts)
      for (const { check, what } of await violations(subject, seed))
        failures.push({ seed, part: name, check, what });
  }
  return { seeds, failures };
}

parentPort?.on('message', (share: Share) => {
  void simulate(share).then((result) => parentPort?.postMessage(result));
});
