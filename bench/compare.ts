/** A bar that a ratio is held against. */
export type Bar = { atMost: number } | { atLeast: number };

/** One side of a comparison, with one value for each run. */
export type Side = { name: string; values: number[] };

/**
 * Two ways of doing the same, measured in turn in one run: on a machine that others use as well, only the ratio
 * means something.
 */
export type Comparison = {
  what: string;
  /** Of the values: `ms`, `kB`, `MB`, `items/s` … */
  unit: string;
  ours: Side;
  theirs: Side;
  /** Median of ours / theirs, run by run. */
  ratio: number;
  bar?: Bar;
};

/** A single number that is held against a bar by itself. */
export type Figure = { what: string; value: number; unit: string; bar?: Bar };

export type BenchResult = { title: string; comparisons: Comparison[]; figures?: Figure[] };

/** How much the noise of a shared machine may push a ratio over its bar in a short run. */
export const noise = 0.1;

export function isWithin(value: number, bar: Bar | undefined, allowance = 0): boolean {
  if (!bar) return true;
  return 'atMost' in bar ? value <= bar.atMost * (1 + allowance) : value >= bar.atLeast * (1 - allowance);
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

export function compared(input: Omit<Comparison, 'ratio'>): Comparison {
  const { ours, theirs } = input;
  return { ...input, ratio: median(ours.values.map((value, run) => value / (theirs.values[run] ?? NaN))) };
}

/** Measures both sides `runs` times after a warm-up, changing which one goes first. A measurement returns its value. */
export async function alternate(input: {
  what: string;
  unit: string;
  ours: { name: string; measure: () => Promise<number> | number };
  theirs: { name: string; measure: () => Promise<number> | number };
  bar?: Bar;
  runs: number;
}): Promise<Comparison> {
  const { what, unit, bar, runs } = input;
  const ours: Side = { name: input.ours.name, values: [] };
  const theirs: Side = { name: input.theirs.name, values: [] };
  for (let run = -1; run < runs; run++) {
    const order = [
      { side: ours, measure: input.ours.measure },
      { side: theirs, measure: input.theirs.measure },
    ];
    for (const { side, measure } of run % 2 === 0 ? order : order.reverse()) {
      const value = await measure();
      if (run >= 0) side.values.push(value);
    }
  }
  return compared({ what, unit, ours, theirs, bar });
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
