// Workflows in real n8n that wait for signed deliveries: behind our trigger, and behind two of n8n's own nodes.
import { type Sandbox } from '@leadterra/sandbox';
import { hmac, onlyWebhook, post } from '@leadterra/testing/leadterra';
import { type N8n } from '@leadterra/testing/n8n';
import { listener, node, trigger, type WorkflowNode } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';
import { valueAt } from '@leadterra/testing/value-at';

import { doNothingTriggerType } from './do-nothing-trigger.ts';

/** An active workflow, and the headers with which it takes a delivery. */
export type Listener = {
  name: string;
  workflowId: string;
  url: string;
  headers: (body: string) => Record<string, string>;
};

export async function leadterraTrigger(n8n: N8n, settings: object, sandbox: Sandbox): Promise<Listener> {
  await n8n.connect(sandbox);
  const workflowId = await activated(n8n, settings, trigger());
  const { url, secret } = onlyWebhook(sandbox);
  return {
    name: 'Leadterra Trigger',
    workflowId,
    url,
    headers: (body) => ({ 'x-leadterra-signature': hmac(secret, body) }),
  };
}

/** A trigger with the same registration as ours that starts the workflow with whatever comes. */
export async function doNothingTrigger(n8n: N8n, settings: object): Promise<Listener> {
  const webhookId = 'do-nothing';
  const workflowId = await activated(
    n8n,
    settings,
    node('Trigger', doNothingTriggerType, 1, {}, { webhookId }),
  );
  const url = `${n8n.url}/webhook/${webhookId}/webhook`;
  return { name: 'a trigger that does nothing', workflowId, url, headers: () => ({}) };
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
  const github = await startStandIn((response) => response.end(registered));
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

async function activated(n8n: N8n, settings: object, start: WorkflowNode): Promise<string> {
  const id = await n8n.importWorkflow(listener(start, settings));
  await n8n.activate(id);
  return id;
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
      const status = await post(url, body, headers);
      onAnswer(status, performance.now() - began);
    }
  }
  await Promise.all(Array.from({ length: atATime }, work));
}
