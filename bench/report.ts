import Table from 'cli-table3';

import { type Bar, type BenchResult, isWithin, type Measurements, median } from './compare.ts';

export function number(value: number): string {
  const digits = Math.abs(value) < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 };
  return value.toLocaleString('en', digits);
}

/** A ratio far below 1 says more the other way round: 1/40 is 40 times as fast. */
function ratioText(ratio: number): string {
  return ratio < 0.2 ? `1/${number(1 / ratio)}` : number(ratio);
}

function barText(bar: Bar | undefined, value: number, outside = false): string {
  if (!bar) return '';
  const sign = isWithin(value, bar) ? '✓' : outside ? '–' : '✗';
  if ('exactly' in bar) return `${sign} exactly ${number(bar.exactly)}`;
  return 'atMost' in bar
    ? `${sign} at most ${ratioText(bar.atMost)}`
    : `${sign} at least ${number(bar.atLeast)}`;
}

/** The median of all runs with the lowest and the highest value. */
function spread(values: number[], unit: string): string {
  const [low, high] = [number(Math.min(...values)), number(Math.max(...values))];
  const middle = `${number(median(values))} ${unit}`.trim();
  return low === high ? middle : `${middle} (${low}–${high})`;
}

/** What was held against what or against a bar, with a number in brackets where there is a note. */
function comparisonTable({ comparisons, figures = [] }: BenchResult): string[][] {
  const noted = comparisons.filter(({ note }) => note !== undefined);
  return [
    ['', 'ours', 'theirs', 'ratio', 'bar', ''],
    ...comparisons.map((comparison) => {
      const { what, unit, ours, theirs, ratio, bar, outside } = comparison;
      return [
        what,
        `${ours.name}: ${spread(ours.values, unit)}`,
        `${theirs.name}: ${spread(theirs.values, unit)}`,
        ratioText(ratio),
        barText(bar, ratio, outside),
        noted.includes(comparison) ? `[${noted.indexOf(comparison) + 1}]` : '',
      ];
    }),
    ...figures.map(({ what, value, unit, bar }) => [
      what,
      `${number(value)} ${unit}`.trim(),
      '',
      '',
      barText(bar, value),
      '',
    ]),
  ];
}

function notes({ comparisons }: BenchResult): string[] {
  return comparisons.flatMap(({ note }) => note ?? []).map((note, index) => `[${index + 1}] ${note}`);
}

function measurementTable({ what, columns, rows }: Measurements): string[][] {
  return [
    [what, ...columns.map(({ name }) => name)],
    ...rows.map(({ name, cells }) => [
      name,
      ...cells.map((values, i) => spread(values, columns[i]?.unit ?? '')),
    ]),
  ];
}

function drawn([head = [], ...rows]: string[][]): string {
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  table.push(...rows);
  return table.toString();
}

/** A result for a terminal. */
export function asTable(result: BenchResult): string {
  const { title, measurements = [] } = result;
  return [
    '',
    title,
    drawn(comparisonTable(result)),
    ...notes(result),
    ...measurements.map((one) => `\n${drawn(measurementTable(one))}`),
  ].join('\n');
}
