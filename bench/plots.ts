// Bars as SVG, by Observable Plot. It is small beside its peers, draws without a browser, given any document, and is kept
// by the people who keep D3; linkedom is the smallest document that is alive.
import { valueAt } from '@leadterra/testing/value-at';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

import { type BenchResult, median, type Question } from './compare.ts';
import { number } from './report.ts';

const width = 860;

type Bar = { what: string; name: string; middle: number; low: number; high: number; kind: Kind };
type Kind = 'ours' | 'floor' | 'peer';

const colors: Record<Kind, string> = { ours: '#2563eb', floor: '#94a3b8', peer: '#d4d4d8' };

/** The plots of a run, by their names. */
export function plotsOf(results: BenchResult[]): Map<string, string> {
  const questions = results.flatMap((result) => result.questions);
  const names = [...new Set(questions.flatMap(({ plot }) => plot ?? []))];
  return new Map(names.map((name) => [name, drawn(questions.filter(({ plot }) => plot === name))]));
}

function barsOf({ what, ours, floor, peers = [] }: Question): Bar[] {
  const sides = [
    ...(floor ? [{ side: floor, kind: 'floor' as const }] : []),
    { side: ours, kind: 'ours' as const },
    ...peers.map((side) => ({ side, kind: 'peer' as const })),
  ];
  return sides.map(({ side: { name, values }, kind }) => ({
    what,
    name,
    middle: median(values),
    low: Math.min(...values),
    high: Math.max(...values),
    kind,
  }));
}

/** Questions of the same unit below each other: a bar up to the median, a line from the lowest value to the highest. */
function drawn(questions: Question[]): string {
  const all = questions.flatMap(barsOf);
  const middles = all.map(({ middle }) => middle);
  const isWide = Math.max(...middles) > 20 * Math.min(...middles);
  const start = isWide ? 10 ** Math.floor(Math.log10(Math.min(...all.map(({ low }) => low)) / 2)) : 0;
  const x = {
    type: isWide ? ('log' as const) : ('linear' as const),
    domain: [start, Math.max(...all.map(({ high }) => high))],
    axis: null,
  };
  let top = 0;
  const parts = questions.map((question) => {
    const bars = barsOf(question);
    const height = 26 + 22 * bars.length;
    const plot: unknown = Plot.plot({
      ...documentOf(),
      width,
      height,
      marginLeft: 270,
      marginRight: 90,
      marginTop: 22,
      marginBottom: 4,
      x,
      y: { label: null, domain: bars.map(({ name }) => name) },
      marks: [
        Plot.axisY({ label: null, tickSize: 0, fontSize: 12 }),
        Plot.barX(bars, { x1: () => start, x2: 'middle', y: 'name', fill: ({ kind }: Bar) => colors[kind] }),
        Plot.ruleY(bars, { x1: 'low', x2: 'high', y: 'name', stroke: '#475569' }),
        Plot.text(bars, {
          x: 'high',
          y: 'name',
          text: ({ middle }: Bar) => `${number(middle)} ${question.unit}`,
          textAnchor: 'start',
          dx: 6,
          fontSize: 12,
        }),
      ],
    });
    const svg = String(valueAt(plot, 'outerHTML')).replace('<svg', `<svg y="${top}"`);
    const title = `<text x="8" y="${top + 14}" font-weight="600">${question.what}</text>`;
    top += height;
    return svg + title;
  });
  const scale = `<text x="${width - 8}" y="14" text-anchor="end" fill="#64748b">logarithmic</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" font-family="system-ui, sans-serif" font-size="13" fill="#0f172a" color="#0f172a">`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    ...parts,
    isWide ? scale : '',
    '</svg>\n',
  ].join('');
}

/** A document to draw in; the types of a browser's are not known here. */
function documentOf(): object {
  const window: unknown = parseHTML('<!doctype html><html><body></body></html>');
  return { document: valueAt(window, 'document') };
}
