/** How much a bench measures: `short` is what CI can afford, `full` what a report needs. */
export type Size = 'full' | 'short';

/** A bar that a value is held against. */
export type Bar = { atMost: number } | { atLeast: number } | { exactly: number };

/** One way of doing something, with one value for each run. */
export type Side = { name: string; values: number[] };

/**
 * Several ways of doing the same, measured in turn in one run: on a machine that others use as well, only their ratios
 * mean something.
 */
export type Question = {
  what: string;
  /** Of the values: `ms`, `kB`, `MB`, `/s` … */
  unit: string;
  ours: Side;
  /** The least that any solution has to pay. */
  floor?: Side;
  /** What people would use instead. */
  peers?: Side[];
  goals?: Goal[];
  /** What a reader has to know to read the values right, in Markdown. */
  note?: string;
  /** The plot that it is drawn in, with others of the same name. */
  plot?: string;
};

export type Goal = {
  /** The name of the side that ours is a ratio to, run by run. Without, it is about our own median. */
  against?: string;
  /** What the project has set itself. */
  bar?: Bar;
  /** What no change may spoil: beyond it, the bench fails. As wide as the noise of a shared machine in a short run. */
  guard?: Bar;
  /** Why the bar is missed where it is, as a profile shows it. */
  why?: string;
};

/** Milliseconds of processor time by what took them. */
export type Parts = Record<string, number>;

/** Where the time of some ways goes, as V8's profiler saw it. */
export type Profile = { what: string; ways: { name: string; parts: Parts }[] };

export type BenchResult = {
  title: string;
  /** What is measured and how, in Markdown. */
  about: string;
  questions: Question[];
  profiles?: Profile[];
};

export function isWithin(value: number, bar: Bar | undefined): boolean {
  if (!bar) return true;
  if ('exactly' in bar) return value === bar.exactly;
  return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast;
}

/** What a goal is about: a ratio, or our own median; any run that is off where all must be exact. NaN without such a side. */
export function valueFor({ ours, floor, peers = [] }: Question, { against, bar }: Goal): number {
  if (against === undefined) {
    if (!bar || !('exactly' in bar)) return median(ours.values);
    return ours.values.find((value) => value !== bar.exactly) ?? bar.exactly;
  }
  const other = [floor, ...peers].find((side) => side?.name === against);
  return other ? ratio(ours, other) : NaN;
}

/** What is beyond a bar, or beyond a guard. */
export function behind(results: BenchResult[], which: 'bar' | 'guard'): string[] {
  return results.flatMap(({ title, questions }) =>
    questions.flatMap((question) =>
      (question.goals ?? [])
        .filter((goal) => !isWithin(valueFor(question, goal), goal[which]))
        .map(({ against }) => `${title}: ${question.what}${against === undefined ? '' : `, to ${against}`}`),
    ),
  );
}

/** Median of one / other, run by run where they ran side by side. */
export function ratio(one: Side, other: Side): number {
  if (one.values.length !== other.values.length) return median(one.values) / median(other.values);
  return median(one.values.map((value, run) => value / (other.values[run] ?? NaN)));
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
