import { type Sandbox } from '@leadterra/sandbox';
import { bounce, deliver, onlyWebhook } from '@leadterra/testing/leadterra';
import { type N8n } from '@leadterra/testing/n8n';
import { type Execution, outputsOf } from '@leadterra/testing/n8n-execution';
import { type N8nProcess } from '@leadterra/testing/n8n-process';
import { until } from '@leadterra/testing/until';
import { valueAt } from '@leadterra/testing/value-at';

/**
 * Delivers a bounce to this webhook processor, as Leadterra and a load balancer would. Where n8n has lost its database
 * for a moment, as on a machine with too much to do, it answers 503, and the delivery is repeated.
 */
export async function deliverBounce(sandbox: Sandbox, to: N8nProcess, messageId: string): Promise<number> {
  const { url, secret } = onlyWebhook(sandbox);
  const { pathname, search } = new URL(url);
  return await until('n8n takes a delivery', async () => {
    const status = await deliver(to.url + pathname + search, secret, bounce(messageId));
    return status !== 503 && status;
  });
}

/** How many runs of a workflow there are, those included that wait for a worker. */
export async function countRuns(n8n: N8n, workflowId: string): Promise<number> {
  const page = await n8n.api.public('GET', `/executions?workflowId=${workflowId}&limit=250`);
  return Number(valueAt(page, 'data', 'length'));
}

/** How many runs each event has started. */
export function runsByEvent(executions: Execution[]): Map<string, number> {
  const runs = new Map<string, number>();
  for (const execution of executions) {
    for (const { eventKey } of outputsOf(execution, 'Trigger')[0] ?? [])
      runs.set(String(eventKey), (runs.get(String(eventKey)) ?? 0) + 1);
  }
  return runs;
}

/** The IDs of the executions that a worker has begun, as it logs them. */
export function begunBy({ log }: N8nProcess): string[] {
  return Array.from(log.matchAll(/Worker started execution (\d+)/g), ([, id = '']) => id);
}
