import { type Sandbox } from '@leadterra/sandbox';
import { z } from 'zod';

import { type Execution, type N8n, outputsOf } from '../harness/n8n.ts';
import { type N8nProcess } from '../harness/n8n-process.ts';
import { until } from '../harness/n8n-wait.ts';
import { campaignById, chain, leadterraNode, node, rows } from '../n8n/support.ts';
import { bounce, deliver, onlyWebhook } from '../n8n/trigger-support.ts';

/** A workflow that enrolls the contacts that are posted to it, as many in one request as there are in a batch. */
export function enrollingWorkflow(path: string, campaignId: string, batchSize: number): object {
  return chain(path, [
    node(
      'Contacts',
      'n8n-nodes-base.webhook',
      2.1,
      { httpMethod: 'POST', path, options: {} },
      { webhookId: path },
    ),
    node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.contacts', options: {} }),
    leadterraNode('Enroll', {
      resource: 'lead',
      operation: 'enroll',
      campaign: campaignById(campaignId),
      leadSource: 'hubspot',
      options: { batchSize, output: 'summary' },
    }),
  ]);
}

/** Contacts as HubSpot has them. */
export function contacts(from: number, count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    properties: {
      email: `lead${from + index}@acme.example`,
      firstname: `Ava${from + index}`,
      company: 'Acme',
    },
  }));
}

/** What enrolling these contacts is to leave in the database. */
export function expectedEnrollments(from: number, count: number, campaignId: string): object[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `lead${from + index}@acme.example`,
    first_name: `Ava${from + index}`,
    company: 'Acme',
    campaign_id: campaignId,
    state: 'queued',
    next_step: 0,
  }));
}

/** What the database holds, in the order in which the addresses are numbered. */
export function enrollments(sandbox: Sandbox, campaignId: string): object[] {
  const columns = 'email, first_name, company, campaign_id, state, next_step';
  const sql = `SELECT ${columns} FROM enrollments JOIN leads ON lead_id = leads.id WHERE campaign_id = ?
    ORDER BY length(email), email`;
  return rows(sandbox, sql, campaignId).map((row) => ({ ...row }));
}

/** Posts JSON and returns the answer's status. */
export async function post(url: string, body: object): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.body?.cancel();
  return answer.status;
}

/** A workflow that a bounce starts. */
export function listeningWorkflow(name: string): object {
  const credentials = { leadterraApi: {} };
  const parameters = { events: ['message.bounced'] };
  return chain(name, [
    node('Trigger', 'n8n-nodes-leadterra.leadterraTrigger', 1, parameters, { credentials, webhookId: name }),
    node('Then', 'n8n-nodes-base.noOp', 1, {}),
  ]);
}

/**
 * Delivers a bounce to this webhook processor, as Leadterra and a load balancer would. Where n8n has lost its database
 * for a moment, as on a machine with too much to do, it answers 503, and the delivery is repeated.
 */
export async function deliverBounce(sandbox: Sandbox, to: N8nProcess, messageId: string): Promise<number> {
  const { url, secret } = onlyWebhook(sandbox);
  const { pathname, search } = new URL(url);
  return await until('n8n takes a delivery', async () => {
    const status = await deliver(to.url + pathname + search, secret, bounce(messageId));
    return status === 503 ? undefined : status;
  });
}

/** How many runs of a workflow there are, those included that wait for a worker. */
export async function countRuns(n8n: N8n, workflowId: string): Promise<number> {
  const page = await n8n.api('GET', `/executions?workflowId=${workflowId}&limit=250`);
  return z.object({ data: z.array(z.unknown()) }).parse(page).data.length;
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
