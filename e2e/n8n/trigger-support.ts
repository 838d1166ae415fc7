import { createHmac } from 'node:crypto';

import { type Sandbox } from '@leadterra/sandbox';

import { chain, node, rows, type WorkflowNode } from './support.ts';

/** A trigger of ours, with a webhook path of its own. */
export function trigger(parameters: object = {}, name = 'Trigger'): WorkflowNode {
  return node(
    name,
    'n8n-nodes-leadterra.leadterraTrigger',
    1,
    { events: ['message.bounced'], ...parameters },
    { id: name, credentials: { leadterraApi: {} }, webhookId: `hook-${hooks++}` },
  );
}
let hooks = 0;

/** A workflow that starts with a trigger; any further ones are there but lead nowhere. */
export function workflow(start: WorkflowNode, ...others: WorkflowNode[]): object {
  const listener = chain('Listener', [start, node('Then', 'n8n-nodes-base.noOp', 1, {})]);
  return { ...listener, nodes: [...listener.nodes, ...others] };
}

/** The webhooks that Leadterra has for us, with the secrets that only it knows. */
export function webhooks(sandbox: Sandbox) {
  return rows(sandbox, 'SELECT id, url, events, secret FROM webhooks WHERE deleted_at IS NULL').map(
    (row) => ({
      id: String(row['id']),
      url: String(row['url']),
      events: String(row['events']).split(/[ ,]/),
      secret: String(row['secret']),
    }),
  );
}

/** The one webhook that there is; throws if there is none or another. */
export function onlyWebhook(sandbox: Sandbox) {
  const [webhook, ...others] = webhooks(sandbox);
  if (!webhook || others.length > 0)
    throw new Error(`There are ${others.length + (webhook ? 1 : 0)} webhooks.`);
  return webhook;
}

/** The body of a bounce event. */
export function bounce(messageId: string, data: object = {}): string {
  const fields = {
    messageId,
    bounceType: 'hard',
    bounceReason: '550 no such user',
    campaignId: 'camp_1',
    email: 'ada@alpha.example',
  };
  return JSON.stringify({
    event: 'message.bounced',
    timestamp: '2026-03-01T10:00:00Z',
    data: { ...fields, ...data },
  });
}

/** Delivers an event as Leadterra does, and returns the status of the answer. Rejects once `patience` aborts. */
export async function deliver(
  url: string,
  secret: string,
  body: string,
  patience?: AbortSignal,
): Promise<number> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-leadterra-signature': signature };
  const answer = await fetch(url, { method: 'POST', headers, body, signal: patience });
  await answer.body?.cancel();
  return answer.status;
}
