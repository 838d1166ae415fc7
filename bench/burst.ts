// Events that all come at once: what n8n takes to get through them, and which of its settings help.
import { startSandbox } from '@leadterra/sandbox';
import { bounce } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';

import { type BenchResult, type Question, type Size } from './compare.ts';
import { customNodes } from './do-nothing-trigger.ts';
import { inTurn, timed, type Values } from './in-turn.ts';
import { deliver, doNothingTrigger, leadterraTrigger } from './listeners.ts';
import { cpuMs, peakMb, resetPeak } from './process-use.ts';
import { number } from './report.ts';

const events: Record<Size, number> = { full: 200, short: 50 };

const [ours, floor] = ['Leadterra Trigger', 'a trigger that does nothing'] as const;

// n8n 2.41, @n8n/config: configs/expression-engine.config.js and executions.config.js.
const settings = {
  N8N_CONCURRENCY_PRODUCTION_LIMIT: '20',
  N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
  N8N_EXPRESSION_ENGINE: 'legacy',
};
const withSettings = Object.entries(settings).map(([key, value]) => ({
  name: `${ours}, with ${key}=${value}`,
  env: { [key]: value },
}));

export async function burst(size: Size): Promise<BenchResult> {
  const count = events[size];
  const sides = await inTurn(
    1,
    [
      { name: ours, measure: () => burstAt(leadterraTrigger, count, {}) },
      { name: floor, measure: () => burstAt(doNothingTrigger, count, {}) },
      ...withSettings.map(({ name, env }) => ({
        name,
        measure: () => burstAt(leadterraTrigger, count, env),
      })),
    ],
    { warmUp: false },
  );
  const question = (what: string, unit: string, metric: string): Question => ({
    what,
    unit,
    ours: sides(ours, metric),
    floor: sides(floor, metric),
    peers: withSettings.map(({ name }) => sides(name, metric)),
  });
  return {
    title: 'A burst of events',
    about: `${number(count)} signed bounce events come at the same moment to an active workflow that does nothing else, in an n8n of its own for each run: with n8n’s settings as they come, and with one that helps.`,
    questions: [
      {
        ...question('The most memory above idle', 'MB', 'mb'),
        note: 'Most of it are V8 isolates for expressions, one for each event that is under way: see [the issue](upstream-n8n.md), and [which setting to choose](scaling.md#many-events-at-once).',
      },
      question('Processor time until all runs have ended', 'ms', 'cpuMs'),
      question('The last answer after', 'ms', 'ms'),
    ],
  };
}

async function burstAt(
  listen: typeof leadterraTrigger,
  count: number,
  env: Record<string, string>,
): Promise<Values> {
  const sandbox = await startSandbox();
  const n8n = await N8n.start({ env: { N8N_CUSTOM_EXTENSIONS: customNodes, ...env } });
  try {
    const { url, headers } = await listen(n8n, {}, sandbox);
    const signed = (body: string) => ({ url, headers: headers(body), body });
    // The first delivery loads what all of them need.
    await deliver([signed(bounce('first'))], 1, () => {});
    await n8n.idle();
    resetPeak(n8n.pid);
    const [idle, used] = [peakMb(n8n.pid), cpuMs(n8n.pid)];
    const all = Array.from({ length: count }, (_, index) => signed(bounce(`msg_${index}`)));
    const { ms } = await timed(() => deliver(all, count, () => {}));
    await n8n.idle();
    return { ms, cpuMs: cpuMs(n8n.pid) - used, mb: peakMb(n8n.pid) - idle };
  } finally {
    await n8n.stop();
    await sandbox.close();
  }
}
