/** One side of a comparison. */
type Contender = { name: string; run: () => Promise<void> | void };

/** Two ways of doing the same, timed in turn in one run: on a noisy machine only the ratio means something. */
export type Comparison = {
  name: string;
  ours: { name: string; ms: number[] };
  theirs: { name: string; ms: number[] };
  /** Median of ours / theirs, pair by pair. */
  ratio: number;
  /** The bar: the ratio should be no more than this. */
  atMost: number;
};

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** Runs both sides `runs` times after a warm-up, changing which one goes first. */
export async function alternate(input: {
  name: string;
  ours: Contender;
  theirs: Contender;
  atMost: number;
  runs: number;
}): Promise<Comparison> {
  const { name, ours, theirs, atMost, runs } = input;
  const times = { ours: new Array<number>(), theirs: new Array<number>() };
  for (let run = -1; run < runs; run++) {
    const order = run % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) {
      const began = performance.now();
      await (side === 'ours' ? ours : theirs).run();
      if (run >= 0) times[side].push(performance.now() - began);
    }
  }
  const ratio = median(times.ours.map((ms, i) => ms / (times.theirs[i] ?? NaN)));
  return {
    name,
    ours: { name: ours.name, ms: times.ours },
    theirs: { name: theirs.name, ms: times.theirs },
    ratio,
    atMost,
  };
}
