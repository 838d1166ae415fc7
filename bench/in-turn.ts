import { type Side } from './compare.ts';

/** What one run of a way gives, by what was measured: `ms`, `cpuMs`, `requests` … */
export type Values = Record<string, number>;

/** A way of doing something that is measured. */
export type Way = { name: string; measure: () => Values | Promise<Values> };

/** Finds the values of a way. */
export type Sides = (way: string, metric: string) => Side;

/** Measures all ways `runs` times after a warm-up of each, in turn and every other time in reverse order. */
export async function inTurn(runs: number, ways: Way[], { warmUp = true } = {}): Promise<Sides> {
  const measured = new Map<string, Values[]>(ways.map(({ name }) => [name, []]));
  for (let run = warmUp ? -1 : 0; run < runs; run++) {
    for (const { name, measure } of run % 2 === 0 ? ways : ways.toReversed()) {
      const values = await measure();
      if (run >= 0) measured.get(name)?.push(values);
    }
  }
  return (way, metric) => ({
    name: way,
    values: (measured.get(way) ?? []).map((values) => values[metric] ?? NaN),
  });
}

/** Milliseconds that some work takes by the clock, and of this process's time on all processors. */
export async function timed(work: () => unknown): Promise<{ ms: number; cpuMs: number }> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpuMs: (user + system) / 1000 };
}
