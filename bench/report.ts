import Table from 'cli-table3';

import {
  type Bar,
  type BenchResult,
  type Goal,
  isWithin,
  median,
  type Parts,
  type Profile,
  type Question,
  ratio,
  type Side,
  valueFor,
} from './compare.ts';

export function number(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = Math.abs(value) < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 };
  return value.toLocaleString('en', digits);
}

/** A ratio far below 1 says more the other way round: 1/40 is 40 times as fast. */
export function ratioText(value: number): string {
  return value > 0 && value < 0.2 ? `1/${number(1 / value)}` : number(value);
}

export function barText(bar: Bar): string {
  if ('exactly' in bar) return number(bar.exactly);
  return 'atMost' in bar ? `at most ${ratioText(bar.atMost)}` : `at least ${number(bar.atLeast)}`;
}

export const head = ['', 'Median', 'Lowest – highest', 'Runs', 'Of the floor', 'Ours to it', 'Goal'];

/** The sides of a question, the floor first, as cells under `head`. */
export function rowsOf(question: Question): string[][] {
  const { ours, floor, peers = [], unit, goals = [] } = question;
  const goalText = (own: Goal[]) =>
    own.flatMap((goal) => (goal.bar ? [`${mark(question, goal)} ${barText(goal.bar)}`] : [])).join(', ');
  const row = (side: Side) => [
    side === ours ? `**${side.name}**` : side.name,
    `${number(median(side.values))} ${unit}`.trim(),
    spread(side),
    String(side.values.length),
    floor ? (side === floor ? '1' : ratioText(ratio(side, floor))) : '',
    side === ours ? '' : ratioText(ratio(ours, side)),
    goalText(goals.filter(({ against }) => against === (side === ours ? undefined : side.name))),
  ];
  return [...(floor ? [floor] : []), ours, ...peers].map(row);
}

export function mark(question: Question, goal: Goal): string {
  return isWithin(valueFor(question, goal), goal.bar) ? '✓' : '✗';
}

function spread({ values }: Side): string {
  const [low, high] = [number(Math.min(...values)), number(Math.max(...values))];
  return low === high ? '' : `${low} – ${high}`;
}

/** What took less than this part of the time of every way is told as one. */
const leastShare = 0.03;

/** A profile as rows of cells: a head, and what took time, the most of it in the first way first. */
export function profileRows({ ways }: Profile): string[][] {
  const together = (parts: Parts) => Object.values(parts).reduce((sum, ms) => sum + ms, 0);
  const names = [...new Set(ways.flatMap(({ parts }) => Object.keys(parts)))].filter((name) =>
    ways.some(({ parts }) => (parts[name] ?? 0) >= leastShare * together(parts)),
  );
  const [first] = ways;
  names.sort((a, b) => (first?.parts[b] ?? 0) - (first?.parts[a] ?? 0));
  const row = (name: string, msOf: (parts: Parts) => number) => [
    name,
    ...ways.map(({ parts }) => `${number(msOf(parts))} ms`),
  ];
  const unnamed = (parts: Parts) =>
    together(Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name))));
  return [
    ['', ...ways.map(({ name }) => name)],
    ...names.map((name) => row(name, (parts) => parts[name] ?? 0)),
    row('the rest', unnamed),
    row('**together**', together),
  ];
}

/** A result for a terminal. */
export function asTable({ title, questions, profiles = [] }: BenchResult): string {
  const table = new Table({
    head: [title, ...head.slice(1)],
    style: { head: [], border: [], compact: true },
  });
  for (const question of questions) {
    table.push([{ colSpan: head.length, content: question.what }]);
    table.push(
      ...rowsOf(question).map(([name = '', ...cells]) => [`  ${name.replaceAll('**', '')}`, ...cells]),
    );
  }
  for (const profile of profiles) {
    table.push([{ colSpan: head.length, content: profile.what }]);
    table.push(
      ...profileRows(profile).map(([name = '', ...cells]) => [`  ${name.replaceAll('**', '')}`, ...cells]),
    );
  }
  return `\n${table.toString()}`;
}
