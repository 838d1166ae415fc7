import { bounce, callLeadterra, deliver, onlyWebhook, webhooks } from '@leadterra/testing/leadterra';
import { listener, trigger } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';
import { until } from '@leadterra/testing/until';
import { valueAt } from '@leadterra/testing/value-at';

import { useN8n } from './support.ts';

const { n8n, startLeadterra } = useN8n();

test('activation registers one webhook and deactivation removes it, again and again', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(listener(trigger()));
  for (let round = 0; round < 2; round++) {
    await n8n().activate(id);
    const { url, events } = onlyWebhook(sandbox);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/webhook\/hook-\d+\/webhook\?token=[\w-]{32}$/);
    expect(events).toEqual(['message.bounced']);
    await n8n().deactivate(id);
    expect(webhooks(sandbox)).toEqual([]);
  }
});

test('other events mean a new registration in the place of the old one', async () => {
  const sandbox = await startLeadterra();
  const start = trigger();
  const id = await n8n().importWorkflow(listener(start));
  await n8n().activate(id);
  const first = onlyWebhook(sandbox);
  const events = ['message.bounced', 'reply.received'];
  await n8n().updateWorkflow(id, listener({ ...start, parameters: { events } }));
  await n8n().activate(id);
  const second = onlyWebhook(sandbox);
  expect(second.id).not.toBe(first.id);
  expect(second.events).toEqual(events);
});

test('where the API cannot delete, the registration is kept and used again', async () => {
  const sandbox = await startLeadterra({ webhookDelete: 'not-allowed' });
  const start = trigger();
  const id = await n8n().importWorkflow(listener(start));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  await n8n().deactivate(id);
  await n8n().activate(id);
  expect(onlyWebhook(sandbox).url).toBe(url);
  expect(await deliver(url, secret, bounce('msg_1'))).toBe(200);
  expect(await n8n().waitForExecutions(id, 1)).toHaveLength(1);

  await n8n().deactivate(id);
  await n8n().updateWorkflow(id, listener({ ...start, parameters: { events: ['reply.received'] } }));
  await expect(n8n().activate(id)).rejects.toThrow(
    /Leadterra cannot delete webhook wh_\w+, which this node registered for message.bounced/,
  );
  expect(onlyWebhook(sandbox).url).toBe(url);
});

test('a copy that carries the registration of its original along leaves that alone', async () => {
  const sandbox = await startLeadterra();
  const original = await n8n().importWorkflow(listener(trigger()));
  await n8n().activate(original);
  const { id: webhookId, url, secret } = onlyWebhook(sandbox);
  const staticData = valueAt(await n8n().api.public('GET', `/workflows/${original}`), 'staticData');
  expect(JSON.stringify(staticData)).toContain(webhookId);

  const copy = await n8n().importWorkflow(listener(trigger()), staticData);
  await n8n().activate(copy);
  expect(webhooks(sandbox)).toHaveLength(2);
  await n8n().deactivate(copy);
  expect(onlyWebhook(sandbox).id).toBe(webhookId);
  expect(await deliver(url, secret, bounce('msg_1'))).toBe(200);
  expect(await n8n().waitForExecutions(original, 1)).toHaveLength(1);
});

test('a rotated API key stops no event', async () => {
  const sandbox = await startLeadterra();
  const { apiKey, url: baseUrl } = sandbox;
  const rotating = { type: 'leadterraApi', name: 'Rotating' };
  const credential = await n8n().createCredential(rotating.type, rotating.name, { apiKey, baseUrl });
  const id = await n8n().importWorkflow(listener(trigger()));
  await n8n().activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  const data = { apiKey: 'sk_test_rotated', baseUrl, webhookSigningSecret: '' };
  await n8n().api.editor('PATCH', `/credentials/${credential}`, { ...rotating, data });
  expect(await deliver(url, secret, bounce('msg_1'))).toBe(200);
  expect(await deliver(url, 'another secret', bounce('msg_2'))).toBe(401);
  expect(await n8n().waitForExecutions(id, 1)).toHaveLength(1);
});

test('a webhook that is gone upstream is registered anew after a deactivation', async () => {
  const sandbox = await startLeadterra();
  const id = await n8n().importWorkflow(listener(trigger()));
  await n8n().activate(id);
  const { id: webhookId } = onlyWebhook(sandbox);
  await callLeadterra(sandbox, 'DELETE', `/v1/webhooks/${webhookId}`);
  await n8n().deactivate(id);
  await n8n().activate(id);
  expect(onlyWebhook(sandbox).id).not.toBe(webhookId);
});

test('a registration whose answer is lost is not made again by n8n’s own retries', async () => {
  const sandbox = await startLeadterra();
  sandbox.setFaults({ next: ['reset-after-acting'] });
  const id = await n8n().importWorkflow(listener(trigger()));
  await expect(n8n().activate(id)).rejects.toThrow(/Could not register a webhook/);
  expect(webhooks(sandbox)).toHaveLength(1);
});

test('a registration that fails beside another one leaves nothing twice', async () => {
  const sandbox = await startLeadterra();
  const one = listener(trigger());
  const id = await n8n().importWorkflow({ ...one, nodes: [...one.nodes, trigger({}, 'Second')] });
  sandbox.setFaults({ next: ['none', 'workspace-not-found'] });
  // n8n 2 tries again by itself, n8n 1 tells what went wrong.
  await n8n()
    .activate(id)
    .catch(async () => await n8n().activate(id));
  const urls = webhooks(sandbox).map(({ url }) => new URL(url).pathname);
  expect(urls).toHaveLength(2);
  expect(new Set(urls).size).toBe(2);
  await n8n().deactivate(id);
  expect(webhooks(sandbox)).toEqual([]);
});

/** Presses "Listen for test event" in the editor. */
async function listen(id: string): Promise<void> {
  // n8n 1 wants the workflow itself, too.
  const workflowData = valueAt(await n8n().api.editor('GET', `/workflows/${id}`), 'data');
  const triggerToStartFrom = { name: 'Trigger' };
  const answer = await n8n().api.editor('POST', `/workflows/${id}/run`, { workflowData, triggerToStartFrom });
  expect(answer).toEqual({ data: { waitingForWebhook: true } });
}

test('listening in the editor has a webhook of its own, beside the active workflow and those of others', async () => {
  const sandbox = await startLeadterra();
  await callLeadterra(sandbox, 'POST', '/v1/webhooks', {
    url: 'https://somebody.example/else',
    events: ['message.bounced'],
  });
  const foreign = onlyWebhook(sandbox);
  const id = await n8n().importWorkflow(listener(trigger()));
  await n8n().activate(id);
  const production = webhooks(sandbox).filter(({ id }) => id !== foreign.id);
  expect(production).toHaveLength(1);
  const [{ url, secret } = { url: '', secret: '' }] = production;
  const testing = () => webhooks(sandbox).filter(({ url }) => url.includes('/webhook-test/'));

  await listen(id);
  const [test = { url: '', secret: '' }] = testing();
  expect(await deliver(url, secret, bounce('msg_1'))).toBe(200);
  expect(await deliver(test.url, secret, bounce('msg_1'))).toBe(401);
  await listen(id);
  expect(testing()).toHaveLength(1);

  // The event that it listens for ends the listening.
  const [again = { url: '', secret: '' }] = testing();
  expect(await deliver(again.url, again.secret, bounce('msg_1'))).toBe(200);
  await until('the test webhook is gone', () => testing().length === 0);
  expect(await n8n().waitForExecutions(id, 2)).toHaveLength(2);

  await listen(id);
  expect(testing()).toHaveLength(1);
  await n8n().api.editor('DELETE', `/test-webhook/${id}`);
  await until('the test webhook is gone', () => testing().length === 0);

  expect(webhooks(sandbox)).toEqual([foreign, ...production]);
  expect(await deliver(url, secret, bounce('msg_2'))).toBe(200);
  expect(await n8n().waitForExecutions(id, 3)).toHaveLength(3);
  await n8n().deactivate(id);
  expect(webhooks(sandbox)).toEqual([foreign]);
});

test('an API without a way to delete webhooks, which answers 404, is asked for one webhook only', async () => {
  const api = await startStandIn((response, { method, path }) => {
    if (method === 'DELETE')
      response.writeHead(404, { 'content-type': 'text/html' }).end(`<pre>Cannot DELETE ${path}</pre>`);
    else response.end('{"id":"wh_1","secret":"whsec_example"}');
  });
  await n8n().connect({ url: api.url, apiKey: 'sk_test_any' });
  const id = await n8n().importWorkflow(listener(trigger()));
  for (let round = 0; round < 2; round++) {
    await n8n().activate(id);
    await n8n().deactivate(id);
    await listen(id);
    await n8n().api.editor('DELETE', `/test-webhook/${id}`);
    const deletions = () => api.requests.filter(({ method }) => method === 'DELETE').length;
    // From the second round on, also at the beginning: what was kept may be gone.
    await until('both webhooks were to be deleted', () => deletions() === 2 + 4 * round);
  }
  const registrations = api.requests.filter(({ method }) => method === 'POST');
  expect(registrations.map(({ body }) => /webhook-test|webhook/.exec(body)?.[0])).toEqual([
    'webhook',
    'webhook-test',
  ]);
  expect(n8n().log).toContain('Leadterra cannot delete webhook wh_1.');
});
