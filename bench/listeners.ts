// Workflows in real n8n that wait for signed deliveries: behind our trigger, and behind two of n8n's own nodes.
import { createHmac } from 'node:crypto';

import { type Sandbox } from '@leadterra/sandbox';

import { type N8n } from '../e2e/harness/n8n.ts';
import { until } from '../e2e/harness/n8n-wait.ts';
import { chain, node, rows, startStandIn, type WorkflowNode } from '../e2e/n8n/support.ts';
import { valueAt } from './json.ts';

/** An active workflow, and the headers with which it takes a delivery. */
export type Listener = {
  name: string;
  workflowId: string;
  url: string;
  headers: (body: string) => Record<string, string>;
};

export async function leadterraTrigger(n8n: N8n, sandbox: Sandbox, settings: object): Promise<Listener> {
  const { apiKey, url: baseUrl } = sandbox;
  await n8n.createCredential('leadterraApi', 'Leadterra account', { apiKey, baseUrl });
  const workflowId = await activated(n8n, settings, {
    ...node('Trigger', 'n8n-nodes-leadterra.leadterraTrigger', 1, { events: ['message.bounced'] }),
    credentials: { leadterraApi: {} },
  });
  const [webhook] = rows(sandbox, 'SELECT url, secret FROM webhooks WHERE deleted_at IS NULL');
  const secret = String(webhook?.['secret']);
  return {
    name: 'Leadterra Trigger',
    workflowId,
    url: String(webhook?.['url']),
    headers: (body) => ({ 'x-leadterra-signature': hmac(secret, body) }),
  };
}

/** n8n's Webhook node, which answers at once as our trigger does, and checks no signature. */
export async function webhookNode(n8n: N8n, settings: object): Promise<Listener> {
  const parameters = { httpMethod: 'POST', path: 'bench', responseMode: 'onReceived', options: {} };
  const workflowId = await activated(
    n8n,
    settings,
    node('Trigger', 'n8n-nodes-base.webhook', 2.1, parameters),
  );
  return { name: 'n8n’s Webhook node', workflowId, url: `${n8n.url}/webhook/bench`, headers: () => ({}) };
}

/** n8n's GitHub Trigger, which checks signatures as ours does; a stand-in for GitHub takes its registration. */
export async function githubTrigger(n8n: N8n, settings: object): Promise<Listener> {
  const registered = JSON.stringify({ id: 1, active: true, events: ['push'] });
  const github = await startStandIn(() => ({ body: registered }));
  await n8n.createCredential('githubApi', 'GitHub', {
    server: github.url,
    user: 'bench',
    accessToken: 'none',
  });
  const workflowId = await activated(n8n, settings, {
    ...node('Trigger', 'n8n-nodes-base.githubTrigger', 1, {
      owner: { __rl: true, mode: 'name', value: 'bench' },
      repository: { __rl: true, mode: 'name', value: 'bench' },
      events: ['push'],
      options: {},
    }),
    credentials: { githubApi: {} },
  });
  const asked: unknown = JSON.parse(github.requests.at(-1)?.body ?? '');
  const secret = String(valueAt(asked, 'config', 'secret'));
  return {
    name: 'n8n’s GitHub Trigger',
    workflowId,
    url: String(valueAt(asked, 'config', 'url')),
    headers: (body) => ({ 'x-hub-signature-256': `sha256=${hmac(secret, body)}` }),
  };
}

async function activated(n8n: N8n, settings: object, trigger: WorkflowNode): Promise<string> {
  const workflow = chain('Listener', [trigger, node('Then', 'n8n-nodes-base.noOp', 1, {})]);
  const id = await n8n.importWorkflow({ ...workflow, settings: { executionOrder: 'v1', ...settings } });
  await n8n.activate(id);
  return id;
}

function hmac(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Delivers, so many at a time, and calls back with each answer's status and its milliseconds. */
export async function deliver(
  deliveries: { url: string; headers: Record<string, string>; body: string }[],
  atATime: number,
  onAnswer: (status: number, ms: number) => void,
): Promise<void> {
  let next = 0;
  async function work(): Promise<void> {
    for (let one = deliveries[next++]; one; one = deliveries[next++]) {
      const { url, headers, body } = one;
      const began = performance.now();
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      await answer.arrayBuffer();
      onAnswer(answer.status, performance.now() - began);
    }
  }
  await Promise.all(Array.from({ length: atATime }, work));
}

/** Waits until n8n has ended all runs. */
export async function untilIdle(n8n: N8n): Promise<void> {
  const isIdle = async () => {
    const running = await n8n.api('GET', '/executions?status=running&limit=1');
    return valueAt(running, 'data', 'length') === 0 ? true : undefined;
  };
  await until('all runs have ended', isIdle, 600_000);
}
