// Bounces delivered to our trigger in real n8n, many of them twice and some of them forged: how many start a run.
import { startSandbox } from '@leadterra/sandbox';
import { bounce } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';

import { type BenchResult, type Question, type Size } from './compare.ts';
import { deliver, leadterraTrigger } from './listeners.ts';
import { number } from './report.ts';

const counts: Record<Size, { fresh: number; repeated: number; forged: number }> = {
  full: { fresh: 1200, repeated: 600, forged: 200 },
  short: { fresh: 120, repeated: 60, forged: 20 },
};

export async function deliveries(size: Size): Promise<BenchResult> {
  const { fresh, repeated, forged } = counts[size];
  const sandbox = await startSandbox();
  const n8n = await N8n.start({
    env: { EXECUTIONS_DATA_PRUNE: 'false', DB_PING_TIMEOUT_MS: '600000' },
  });
  try {
    const { workflowId, url, headers } = await leadterraTrigger(n8n, {}, sandbox);
    const signed = (body: string) => ({ url, headers: headers(body), body });
    const all = [
      ...Array.from({ length: fresh }, (_, i) => signed(bounce(`msg_${i}`))),
      ...Array.from({ length: repeated }, (_, i) => signed(bounce(`msg_${i * 2}`))),
      ...Array.from({ length: forged }, (_, i) => ({
        ...signed(bounce(`msg_of_another_${i}`)),
        body: bounce(`forged_${i}`),
      })),
    ];
    const statuses: number[] = [];
    await deliver(mixed(all), 10, (status) => statuses.push(status));
    const count = (status: number) => statuses.filter((one) => one === status).length;
    await n8n.idle();
    const executions = await n8n.countExecutions(workflowId, fresh);
    const exact = (what: string, value: number, wanted: number): Question => ({
      what,
      unit: '',
      ours: { name: 'Leadterra Trigger', values: [value] },
      goals: [{ bar: { exactly: wanted }, guard: { exactly: wanted } }],
    });
    return {
      title: 'Deliveries, repeated and forged',
      about: `${number(all.length)} deliveries reach our trigger in real n8n, ten at a time and mixed: ${number(fresh)} events, of which ${number(repeated)} come a second time, and ${number(forged)} forgeries.`,
      questions: [
        exact('Started runs', executions, fresh),
        exact('Answered with 200', count(200), fresh + repeated),
        exact('Answered with 401', count(401), forged),
      ],
    };
  } finally {
    await n8n.stop();
    await sandbox.close();
  }
}

/** In an order that has nothing to do with the given one, and is always the same. */
function mixed<T>(list: T[]): T[] {
  const prime = 7919;
  return list.map((_, index) => list[(index * prime) % list.length]).flatMap((one) => one ?? []);
}
