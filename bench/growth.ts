// How time and memory grow from a thousand to a million leads, streamed from a generator into the sandbox. Each run
// has a process of its own.
import { execFileSync } from 'node:child_process';

import { type BenchResult } from './compare.ts';
import { startSandboxProcess } from './sandbox-process.ts';

type Run = { leads: number; ms: number; peakMb: number };

/**
 * V8 lets its young generation, where short-lived garbage waits, grow with the machine's memory: to 128 MB and more
 * where there are 24 GB. With this flag what is measured is the engine and not V8's generosity.
 */
const smallYoungGeneration = '--max-semi-space-size=16';

async function run(leads: number): Promise<Run> {
  const { url, apiKey, stop } = await startSandboxProcess();
  try {
    const args = [
      smallYoungGeneration,
      ...process.execArgv,
      'bench/streamed-run.ts',
      String(leads),
      url,
      apiKey,
    ];
    const printed: unknown = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    if (!isRun(printed)) throw new Error(`Not all of ${leads} leads were enrolled.`);
    return printed;
  } finally {
    stop();
  }
}

function isRun(value: unknown): value is Run {
  return (
    typeof value === 'object' &&
    value !== null &&
    'leads' in value &&
    'enrolled' in value &&
    value.leads === value.enrolled
  );
}

/** The exponent of a power law through the points: the slope of a line through their logarithms. */
function exponent(points: { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(logs.map(({ x }) => x)), mean(logs.map(({ y }) => y))];
  const covariance = mean(logs.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return covariance / mean(logs.map(({ x }) => (x - meanX) ** 2));
}

export async function growth(): Promise<BenchResult> {
  const runs: Run[] = [];
  for (const leads of [1_000, 10_000, 100_000, 1_000_000]) runs.push(await run(leads));
  return {
    title: 'Growth of a streamed run',
    comparisons: [],
    figures: [
      ...runs.flatMap(({ leads, ms, peakMb }) => [
        { what: `${leads.toLocaleString('en')} leads`, value: ms, unit: 'ms' },
        {
          what: `${leads.toLocaleString('en')} leads, peak above the idle process`,
          value: peakMb,
          unit: 'MB',
          bar: { atMost: 150 },
        },
      ]),
      {
        what: 'exponent of the time',
        value: exponent(runs.map(({ leads, ms }) => ({ x: leads, y: ms }))),
        unit: '',
        bar: { atMost: 1.05 },
      },
    ],
  };
}
