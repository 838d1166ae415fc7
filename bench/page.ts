import { type BenchResult, median, type Side } from './compare.ts';
import { comparisonTable, measurementTable, notes, number, type Table } from './report.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

function htmlTable([header = [], ...rows]: Table): string {
  const cells = (row: string[], tag: string) =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');
  return `<table><tr>${cells(header, 'th')}</tr>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</table>`;
}

type Plot = { what: string; unit: string; sides: Map<string, Side & { isOurs: boolean }> };

/** All that was compared in the same setting, in one plot. */
function plots({ comparisons }: BenchResult): Plot[] {
  const found = new Map<string, Plot>();
  for (const { what, unit, ours, theirs } of comparisons) {
    const plot = found.get(what) ?? { what, unit, sides: new Map() };
    found.set(what, plot);
    plot.sides.set(ours.name, { ...ours, isOurs: true }).set(theirs.name, { ...theirs, isOurs: false });
  }
  return [...found.values()];
}

const [left, length, row] = [270, 460, 24];

/** A bar as long as the median is large, with a thin line from the lowest value to the highest. */
function drawn({ what, unit, sides }: Plot): string {
  const ordered = [...sides.values()].sort((a, b) => Number(b.isOurs) - Number(a.isOurs));
  const longest = Math.max(...ordered.flatMap(({ values }) => values));
  const x = (value: number) => (left + (length * value) / longest).toFixed(1);
  const bars = ordered.map(({ name, values, isOurs }, index) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const [top, middle] = [row * index + 3, row * index + 11];
    return `<text x="${left - 8}" y="${middle + 4}" text-anchor="end">${escaped(name)}</text>
      <rect x="${left}" y="${top}" width="${((length * median(values)) / longest).toFixed(1)}" height="16" class="${isOurs ? 'ours' : 'theirs'}"/>
      <path d="M${x(low)} ${middle}H${x(high)}M${x(low)} ${top + 4}v8M${x(high)} ${top + 4}v8"/>
      <text x="${Number(x(high)) + 8}" y="${middle + 4}">${number(median(values))} ${unit}</text>`;
  });
  return `<h3>${escaped(what)}</h3>
    <svg width="860" height="${row * ordered.length}">${bars.join('\n')}</svg>`;
}

const style = `
  body { font: 15px/1.5 system-ui, sans-serif; color: #1d2530; max-width: 78rem; margin: 2rem auto; padding: 0 1rem }
  h2 { margin: 3rem 0 0.5rem; border-bottom: 1px solid #d5dbe3 }
  h3 { margin: 1.2rem 0 0.3rem; font-size: 15px }
  table { border-collapse: collapse; margin: 1rem 0 }
  th, td { padding: 0.25rem 0.9rem 0.25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #eaeef2 }
  td { font-variant-numeric: tabular-nums }
  td:nth-child(n + 4) { white-space: nowrap }
  .note { color: #4d5866; margin: 0.2rem 0 }
  svg { font-size: 13px; display: block }
  .ours { fill: #2f6fde } .theirs { fill: #b9c2cf } path { stroke: #1d2530; fill: none }`;

/** All results as one page with plots. */
export function asPage(results: BenchResult[]): string {
  const sections = results.map((result) =>
    [
      `<h2>${escaped(result.title)}</h2>`,
      ...plots(result).map(drawn),
      htmlTable(comparisonTable(result)),
      ...notes(result).map((note) => `<p class="note">${escaped(note)}</p>`),
      ...(result.measurements ?? []).map((one) => htmlTable(measurementTable(one))),
    ].join('\n'),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmarks</title><style>${style}</style>
    <h1>Benchmarks</h1>
    <p>Bars are medians, thin lines go from the lowest run to the highest. Both sides of a comparison took turns; a
    ratio is the median of ours / theirs, run by run. ✓ within its bar, ✗ behind it, – behind it for a reason outside
    this project.</p>
    ${sections.join('\n')}</html>\n`;
}
