// Bounces delivered to our trigger in real n8n, many of them twice and some of them forged: how many start a run.
import { startSandbox } from '@leadterra/sandbox';
import { bounce } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';

import { type BenchResult, type Size } from './compare.ts';
import { deliver, leadterraTrigger } from './listeners.ts';
import { number } from './report.ts';

const counts: Record<Size, { fresh: number; repeated: number; forged: number }> = {
  full: { fresh: 6000, repeated: 3000, forged: 1000 },
  short: { fresh: 120, repeated: 60, forged: 20 },
};

export async function deliveries(size: Size): Promise<BenchResult> {
  const { fresh, repeated, forged } = counts[size];
  const sandbox = await startSandbox();
  const n8n = await N8n.start({
    env: { EXECUTIONS_DATA_PRUNE: 'false', DB_PING_TIMEOUT_MS: '600000' },
  });
  try {
    const { workflowId, url, headers } = await leadterraTrigger(n8n, sandbox, {});
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
    return {
      title: `${number(all.length)} deliveries to our trigger, ${number(repeated)} of them repeated and ${number(forged)} forged`,
      comparisons: [],
      figures: [
        { what: 'started runs', value: executions, unit: '', bar: { exactly: fresh } },
        { what: 'answered with 200', value: count(200), unit: '', bar: { exactly: fresh + repeated } },
        { what: 'answered with 401', value: count(401), unit: '', bar: { exactly: forged } },
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
