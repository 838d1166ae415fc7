/** How much a bench measures: `short` is what tests can afford, `full` what a report needs. */
export type Size = 'full' | 'short';

/** A bar that a value is held against. */
export type Bar = { atMost: number } | { atLeast: number } | { exactly: number };

/** One side of a comparison, with one value for each run. */
type Side = { name: string; values: number[] };

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
  /** What a reader has to know to read the ratio right. */
  note?: string;
  /** Where the ratio is beyond its bar, the cause lies outside this project, as the note says: nothing fails. */
  outside?: boolean;
};

/** A single number that is held against a bar by itself. */
export type Figure = { what: string; value: number; unit: string; bar?: Bar };

/** What was counted of several ways of doing the same: a row for each way, with one value per run in each cell. */
export type Measurements = {
  what: string;
  columns: { name: string; unit: string }[];
  rows: { name: string; cells: number[][] }[];
};

export type BenchResult = {
  title: string;
  comparisons: Comparison[];
  figures?: Figure[];
  measurements?: Measurements[];
};

/** How much the noise of a shared machine may push a ratio over its bar in a short run. */
export const noise = 0.1;

export function isWithin(value: number, bar: Bar | undefined, allowance = 0): boolean {
  if (!bar) return true;
  if ('exactly' in bar) return value === bar.exactly;
  return 'atMost' in bar ? value <= bar.atMost * (1 + allowance) : value >= bar.atLeast * (1 - allowance);
}

/** What is beyond its bar by more than the allowance, and not for a reason outside this project. */
export function behind({ title, comparisons, figures = [] }: BenchResult, allowance: number): string[] {
  return [
    ...comparisons.filter(({ ratio, bar, outside }) => !outside && !isWithin(ratio, bar, allowance)),
    ...figures.filter(({ value, bar }) => !isWithin(value, bar, allowance)),
  ].map(({ what }) => `${title}: ${what}`);
}

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** The value below which such a part of all values lies, between the two nearest ones where it falls between them. */
export function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [low = NaN, high = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
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
