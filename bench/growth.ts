// How time and memory grow from a thousand to a million leads, streamed from a generator into the sandbox. Each run
// has a process of its own, with V8's own settings.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { valueAt } from '@leadterra/testing/value-at';

import { type BenchResult, median, type Question, type Side, type Size } from './compare.ts';
import { inTurn, type Values } from './in-turn.ts';
import { number } from './report.ts';
import { startSandboxProcess } from './sandbox-process.ts';

const sizes: Record<Size, { counts: number[]; runs: number }> = {
  full: { counts: [1_000, 10_000, 100_000, 1_000_000], runs: 2 },
  short: { counts: [1_000, 10_000], runs: 1 },
};

const hows = { streamEnrollment: 'engine', 'bare loop': 'loop' } as const;
const [ours, floor] = ['streamEnrollment', 'bare loop'] as const;

async function run(leads: number, way: keyof typeof hows): Promise<Values> {
  const { url, apiKey, stop } = await startSandboxProcess();
  try {
    const args = [...process.execArgv, 'bench/streamed-run.ts', String(leads), hows[way], url, apiKey];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const printed: unknown = JSON.parse(stdout);
    return { ms: Number(valueAt(printed, 'ms')), peakMb: Number(valueAt(printed, 'peakMb')) };
  } finally {
    stop();
  }
}

/** The exponent of a power law through the points: the slope of a line through their logarithms. */
function exponent(points: { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(logs.map(({ x }) => x)), mean(logs.map(({ y }) => y))];
  const covariance = mean(logs.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return covariance / mean(logs.map(({ x }) => (x - meanX) ** 2));
}

export async function growth(size: Size): Promise<BenchResult> {
  const { counts, runs } = sizes[size];
  const measured: { leads: number; time: Question; memory: Question }[] = [];
  for (const leads of counts) {
    const sides = await inTurn(
      runs,
      [ours, floor].map((name) => ({ name, measure: () => run(leads, name) })),
      { warmUp: false },
    );
    const what = `${number(leads)} leads`;
    measured.push({
      leads,
      time: { what, unit: 'ms', ours: sides(ours, 'ms'), floor: sides(floor, 'ms') },
      memory: {
        what: `${what}, peak memory above the idle process`,
        unit: 'MB',
        ours: sides(ours, 'peakMb'),
        floor: sides(floor, 'peakMb'),
        goals: [{ bar: { atMost: 150 }, why: memoryProfile }],
        plot: 'growth',
      },
    });
  }
  const exponents: Side = {
    name: ours,
    values: [exponent(measured.map(({ leads, time }) => ({ x: leads, y: median(time.ours.values) })))],
  };
  return {
    title: 'A million leads',
    about:
      'A script streams leads from a generator into the sandbox with `streamEnrollment`, in a process of its own with V8’s own settings. The floor takes leads from the same generator, sends them in batches, as many requests at a time, and keeps nothing.',
    questions: [
      ...measured.flatMap(({ time, memory }) => [time, memory]),
      {
        what: 'How the time grows: the exponent of the number of leads',
        unit: '',
        ours: exponents,
        goals: [{ bar: { atMost: 1.05 } }],
      },
    ],
  };
}

const memoryProfile =
  'at the peak V8 holds 134 MB for its young generation, where short-lived garbage waits and which grows with the machine’s memory; that is in the floor too. Some 30 MB are for what lives longer. What is the engine’s is the table of addresses, which finds duplicates: 32 MB for a million, and 16 more while it grows to that.';
