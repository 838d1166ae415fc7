import { isWithin, median, type Bar, type BenchResult } from './compare.ts';

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
}

function range(values: number[], unit: string): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${number(median(values))} ${unit} (${number(low)}–${number(high)})`;
}

function barText(bar: Bar | undefined): string {
  if (!bar) return '';
  return 'atMost' in bar ? `at most ${bar.atMost}` : `at least ${bar.atLeast}`;
}

type Line = { what: string; ours: string; theirs: string; ratio: string; bar: string; ok: boolean };

function lines({ comparisons, figures = [] }: BenchResult): Line[] {
  return [
    ...comparisons.map(({ what, unit, ours, theirs, ratio, bar }) => ({
      what,
      ours: `${ours.name}: ${range(ours.values, unit)}`,
      theirs: `${theirs.name}: ${range(theirs.values, unit)}`,
      ratio: number(ratio),
      bar: barText(bar),
      ok: isWithin(ratio, bar),
    })),
    ...figures.map(({ what, value, unit, bar }) => ({
      what,
      ours: `${number(value)} ${unit}`,
      theirs: '',
      ratio: '',
      bar: barText(bar),
      ok: isWithin(value, bar),
    })),
  ];
}

/** A result for a terminal: medians, with the lowest and highest value of all runs. */
export function asTable(result: BenchResult): string {
  const cells = lines(result).map(({ what, ours, theirs, ratio, bar, ok }) => [
    what,
    ours,
    theirs,
    ratio,
    bar && `${ok ? '✓' : '✗'} ${bar}`,
  ]);
  const header = ['', 'ours', 'theirs', 'ratio', 'bar'];
  const widths = header.map((name, column) =>
    Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const printed = [header, ...cells].map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
  );
  return ['', result.title, ...printed.map((line) => `  ${line.trimEnd()}`)].join('\n');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

/** Two bars, as long as the values are large. */
function plot({ comparisons }: BenchResult): string {
  const rows = comparisons.map(({ what, unit, ours, theirs }) => {
    const values = [median(ours.values), median(theirs.values)];
    const longest = Math.max(...values);
    const bars = [ours.name, theirs.name].map((name, i) => {
      const value = values[i] ?? 0;
      const y = 20 * i;
      return `<rect y="${y}" width="${(400 * value) / longest}" height="16" fill="${i === 0 ? '#2f6fde' : '#b9c2cf'}"/>
        <text x="${(400 * value) / longest + 6}" y="${y + 13}">${escaped(name)}: ${number(value)} ${unit}</text>`;
    });
    return `<h3>${escaped(what)}</h3><svg width="760" height="40" font-size="13">${bars.join('')}</svg>`;
  });
  return rows.join('\n');
}

/** All results as one page with plots. */
export function asPage(results: BenchResult[]): string {
  const sections = results.map((result) => {
    const rows = lines(result).map(
      ({ what, ours, theirs, ratio, bar, ok }) =>
        `<tr>${[what, ours, theirs, ratio, bar && `${ok ? '✓' : '✗'} ${bar}`].map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    );
    return `<h2>${escaped(result.title)}</h2>
      <table><tr><th></th><th>ours</th><th>theirs</th><th>ratio</th><th>bar</th></tr>${rows.join('\n')}</table>
      ${plot(result)}`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmarks</title>
    <style>body { font: 15px system-ui; max-width: 60rem; margin: 2rem auto } td, th { padding: 0.2rem 0.8rem; text-align: left }</style>
    <h1>Benchmarks</h1>${sections.join('\n')}</html>\n`;
}
