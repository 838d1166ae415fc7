import { createHmac } from 'node:crypto';
import { type Sandbox } from '@leadterra/sandbox';
import { outputsOf } from '../harness/n8n.ts';
import { chain, node, rows, useN8n, type WorkflowNode } from './support.ts';

const { n8n, startLeadterra } = useN8n();

function trigger(parameters: object = {}): WorkflowNode {
  return node(
    'Trigger',
    'n8n-nodes-leadterra.leadterraTrigger',
    1,
    { events: ['message.bounced'], ...parameters },
    {
      id: 'trigger',
      credentials: { leadterraApi: {} },
      webhookId: `hook-${hooks++}`,
    },
  );
}
let hooks = 0;

function workflow(start: WorkflowNode): object {
  return chain('Listener', [start, node('Then', 'n8n-nodes-base.noOp', 1, {})]);
}

/** The webhooks that Leadterra has for us, with the secrets that only it knows. */
function webhooks(sandbox: Sandbox) {
  return rows(sandbox, 'SELECT id, url, events, secret FROM webhooks WHERE deleted_at IS NULL').map(
    (row) => ({
      id: String(row['id']),
      url: String(row['url']),
      events: String(row['events']).split(/[ ,]/),
      secret: String(row['secret']),
    }),
  );
}

function onlyWebhook(sandbox: Sandbox) {
  const [webhook, ...others] = webhooks(sandbox);
  if (!webhook || others.length > 0)
    throw new Error(`There are ${others.length + (webhook ? 1 : 0)} webhooks.`);
  return webhook;
}

function bounce(messageId: string, data: object = {}): string {
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

async function deliver(url: string, secret: string, body: string): Promise<number> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-leadterra-signature': signature };
  const answer = await fetch(url, { method: 'POST', headers, body });
  await answer.body?.cancel();
  return answer.status;
}

test('activation registers one webhook and deactivation removes it, again and again', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(workflow(trigger()));
  for (let round = 0; round < 2; round++) {
    await n8n().activate(id);
    const { url, events } = onlyWebhook(sandbox);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/webhook\/hook-\d+\/webhook\?token=[\w-]{32}$/);
    expect(events).toEqual(['message.bounced']);
    await n8n().deactivate(id);
    expect(webhooks(sandbox)).toEqual([]);
  }
});

test('an event starts the workflow once, in one flat shape, however often it is delivered', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(workflow(trigger({ options: { rawBody: true } })));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  const body = bounce('msg_1');
  expect(await Promise.all([1, 2, 3].map(async () => await deliver(url, secret, body)))).toEqual([
    200, 200, 200,
  ]);
  expect(await deliver(url, secret, bounce('msg_2'))).toBe(200);
  const executions = await n8n().waitForExecutions(id, 2);
  expect(executions).toHaveLength(2);
  expect(executions[0] && outputsOf(executions[0], 'Trigger')).toEqual([
    [
      {
        event: 'message.bounced',
        timestamp: '2026-03-01T10:00:00Z',
        campaignId: 'camp_1',
        email: 'ada@alpha.example',
        messageId: 'msg_1',
        bounceType: 'hard',
        bounceReason: '550 no such user',
        eventKey: 'message.bounced:msg_1',
        rawBody: body,
      },
    ],
  ]);

  // A power cut: the registration and what was seen outlive it.
  await n8n().restart('kill');
  expect(onlyWebhook(sandbox).url).toBe(url);
  expect(await deliver(url, secret, body)).toBe(200);
  expect(await deliver(url, secret, bounce('msg_3'))).toBe(200);
  expect(await n8n().waitForExecutions(id, 3)).toHaveLength(3);
});

test('what is not from Leadterra or cannot be read is refused, logged once, and starts nothing', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(workflow(trigger()));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  const refusals = () => n8n().log.split('"Trigger" refused a delivery').length - 1;
  const before = refusals();
  expect(await deliver(url.replace(/token=.*/, 'token=guess'), secret, bounce('msg_1'))).toBe(401);
  expect(await deliver(url.replace(/\?.*/, ''), secret, bounce('msg_1'))).toBe(401);
  expect(await deliver(url, 'another secret', bounce('msg_1'))).toBe(401);
  expect(await deliver(url, secret, '{"event":""}')).toBe(400);
  expect(await deliver(url, secret, bounce('msg_1', { filler: 'x'.repeat(1_000_000) }))).toBe(400);
  expect(refusals()).toBe(before + 5);
  // This one is good, so what came before it has been dealt with.
  expect(await deliver(url, secret, bounce('msg_1'))).toBe(200);
  expect(await n8n().waitForExecutions(id, 1)).toHaveLength(1);
  expect(n8n().log).not.toContain(secret);
  expect(n8n().log).not.toContain(new URL(url).searchParams.get('token'));
});

test('filters let through only the wanted bounces of the wanted campaigns', async () => {
  const sandbox = await startLeadterra();
  const filters = { bounceType: 'hard', campaignIds: 'camp_1, camp_2' };
  const id = await n8n().importWorkflow(workflow(trigger({ filters })));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  const events = [
    bounce('msg_1', { bounceType: 'soft' }),
    bounce('msg_2', { campaignId: 'camp_3' }),
    JSON.stringify({ event: 'message.sent', data: { messageId: 'msg_3', campaignId: 'camp_1' } }),
    bounce('msg_4', { campaignId: 'camp_2' }),
  ];
  for (const body of events) expect(await deliver(url, secret, body)).toBe(200);
  const executions = await n8n().waitForExecutions(id, 1);
  expect(executions.flatMap((execution) => outputsOf(execution, 'Trigger')[0] ?? [])).toMatchObject([
    { messageId: 'msg_4' },
  ]);
});

test('other events mean a new registration in the place of the old one', async () => {
  const sandbox = await startLeadterra();
  const start = trigger();
  const id = await n8n().importWorkflow(workflow(start));
  await n8n().activate(id);
  const first = onlyWebhook(sandbox);
  const events = ['message.bounced', 'reply.received'];
  await n8n().updateWorkflow(id, workflow({ ...start, parameters: { events } }));
  await n8n().activate(id);
  const second = onlyWebhook(sandbox);
  expect(second.id).not.toBe(first.id);
  expect(second.events).toEqual(events);
});

test('where the API cannot delete, the registration is kept and used again', async () => {
  const sandbox = await startLeadterra({ webhookDelete: 'not-allowed' });
  const start = trigger();
  const id = await n8n().importWorkflow(workflow(start));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  await n8n().deactivate(id);
  await n8n().activate(id);
  expect(onlyWebhook(sandbox).url).toBe(url);
  expect(await deliver(url, secret, bounce('msg_1'))).toBe(200);
  expect(await n8n().waitForExecutions(id, 1)).toHaveLength(1);

  await n8n().deactivate(id);
  await n8n().updateWorkflow(id, workflow({ ...start, parameters: { events: ['reply.received'] } }));
  await expect(n8n().activate(id)).rejects.toThrow(
    /Leadterra cannot delete webhook wh_\w+, which this node registered for message.bounced/,
  );
  expect(onlyWebhook(sandbox).url).toBe(url);
});

test('a webhook that is gone upstream is registered anew after a deactivation', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(workflow(trigger()));
  await n8n().activate(id);
  const { id: webhookId } = onlyWebhook(sandbox);
  await fetch(`${sandbox.url}/v1/webhooks/${webhookId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${sandbox.apiKey}` },
  });
  await n8n().deactivate(id);
  await n8n().activate(id);
  expect(onlyWebhook(sandbox).id).not.toBe(webhookId);
});

test('a registration whose answer is lost is not made again by n8n’s own retries', async () => {
  const sandbox = await startLeadterra();
  sandbox.setFaults({ next: ['reset-after-acting'] });
  const id = await n8n().importWorkflow(workflow(trigger()));
  await expect(n8n().activate(id)).rejects.toThrow(/Could not register a webhook/);
  expect(webhooks(sandbox)).toHaveLength(1);
});

test('of 200 deliveries at once, 60 of them repeated and 20 forged, exactly 120 start a run', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(workflow(trigger()));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  const deliveries = [
    ...Array.from({ length: 120 }, (_, index) => ({ body: bounce(`msg_${index}`), secret })),
    ...Array.from({ length: 60 }, (_, index) => ({ body: bounce(`msg_${index * 2}`), secret })),
    ...Array.from({ length: 20 }, (_, index) => ({ body: bounce(`forged_${index}`), secret: 'guess' })),
  ];
  // In an order that has nothing to do with the above, and always the same.
  const mixed = deliveries
    .map((one, index) => ({ ...one, at: (index * 7919) % 211 }))
    .sort((a, b) => a.at - b.at);
  const statuses = new Map<number, number>();
  const senders = Array.from({ length: 10 }, async () => {
    for (let next = mixed.pop(); next; next = mixed.pop()) {
      const status = await deliver(url, next.secret, next.body);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  });
  await Promise.all(senders);
  expect(Object.fromEntries(statuses)).toEqual({ 200: 180, 401: 20 });
  expect(await n8n().countExecutions(id, 120)).toBe(120);
});
