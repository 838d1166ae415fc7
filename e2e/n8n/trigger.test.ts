import { bounce, deliver, onlyWebhook } from '@leadterra/testing/leadterra';
import { outputsOf } from '@leadterra/testing/n8n-execution';
import { listener, trigger } from '@leadterra/testing/n8n-workflow';
import { until } from '@leadterra/testing/until';

import { useN8n } from './support.ts';

const { n8n, startLeadterra } = useN8n();

test('an event starts the workflow once, in one flat shape, however often it is delivered', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(listener(trigger({ options: { rawBody: true } })));
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
  expect(await n8n().countExecutions(id, 3)).toBe(3);
});

// nodes/LeadterraTrigger/once.ts needs `context.workflow`, which a new version of n8n may take away or change.
test('n8n still has the private part by which the trigger stores which events have started the workflow', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(listener(trigger()));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  expect(await deliver(url, secret, bounce('msg_stored'))).toBe(200);
  await n8n().waitForExecutions(id);
  expect(n8n().log).not.toContain('does not let the Leadterra Trigger store');
  const stored = await n8n().api.public('GET', `/workflows/${id}`);
  expect(stored).toHaveProperty(['staticData', 'node:Trigger', 'seen', 0, 'hashes']);
});

test('what is not from Leadterra or cannot be read is refused, logged once, and starts nothing', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(listener(trigger()));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  const refusals = () => n8n().log.split('"Trigger" refused a delivery').length - 1;
  const before = refusals();
  expect(await deliver(url.replace(/token=.*/, 'token=guess'), secret, bounce('msg_1'))).toBe(401);
  expect(await deliver(url.replace(/\?.*/, ''), secret, bounce('msg_1'))).toBe(401);
  expect(await deliver(url, 'another secret', bounce('msg_1'))).toBe(401);
  expect(await deliver(url, secret, '{"event":""}')).toBe(400);
  // n8n itself refuses what is no JSON.
  expect(await deliver(url, secret, 'event=message.bounced')).toBe(422);
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
  const id = await n8n().importWorkflow(listener(trigger({ filters })));
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

test('of 200 deliveries at once, 60 of them repeated and 20 forged, exactly 120 start a run', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(listener(trigger()));
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

test('of 40 events at once whose sender hangs up and delivers them again, each starts one run', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(listener(trigger()));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  const bodies = Array.from({ length: 40 }, (_, index) => bounce(`msg_${index}`));
  const patience = new AbortController();
  const attempts = bodies.map(async (body) => {
    const status = await deliver(url, secret, body, patience.signal).catch(() => 'hung up');
    // Now the others are everywhere between their arrival and their answer.
    patience.abort();
    return status;
  });
  expect(await Promise.all(attempts)).toContain('hung up');
  for (const body of bodies) {
    await until(
      'n8n, which loses its database for a moment when it has much to do, takes a delivery',
      async () => {
        const status = await deliver(url, secret, body);
        return status === 200;
      },
    );
  }
  expect(await n8n().countExecutions(id, 40)).toBe(40);
});
