import { type Sandbox, startSandbox } from '@leadterra/sandbox';

import { callHook, type HookRun } from './n8n-stand-in';

let sandbox: Sandbox;
let staticData: Record<string, unknown>;

beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
  staticData = {};
});

afterEach(async () => {
  await sandbox.close();
});

const production = { mode: 'trigger', url: 'https://n8n.example/webhook/1/webhook' } as const;
const editor = { mode: 'manual', url: 'https://n8n.example/webhook-test/1/webhook' } as const;

async function call(
  method: HookRun['method'],
  where: Pick<HookRun, 'mode' | 'url'>,
  more: Partial<HookRun> = {},
) {
  const events = ['message.bounced'];
  // At the end n8n does not say whether it was a test.
  const mode = method === 'delete' ? 'internal' : where.mode;
  return await callHook({ sandbox, method, events, staticData, ...where, mode, ...more });
}

function registeredUrls(): string[] {
  const sql = 'SELECT url FROM webhooks WHERE deleted_at IS NULL ORDER BY url';
  return sandbox.database
    .prepare(sql)
    .all()
    .map(({ url }) => String(url).replace(/\?token=[\w-]{32}$/, ''));
}

test('a test from the editor registers beside the active workflow and removes only its own', async () => {
  await call('create', production);
  expect(await call('checkExists', editor)).toBe(false);
  await call('create', editor);
  expect(registeredUrls()).toEqual([production.url, editor.url].sort());
  await call('delete', editor);
  expect(registeredUrls()).toEqual([production.url]);
  expect(await call('checkExists', production)).toBe(true);
});

// n8n hands a test nothing of what an earlier one has kept.
async function listen() {
  const test = { staticData: {} };
  if (!(await call('checkExists', editor, test))) await call('create', editor, test);
  return test;
}

test('a test that is begun again before its end has one webhook', async () => {
  await listen();
  const test = await listen();
  expect(registeredUrls()).toEqual([editor.url]);
  expect(test.staticData).toHaveProperty('test');
  await call('delete', editor, test);
  expect(registeredUrls()).toEqual([]);
});

test('where Leadterra cannot delete, tests from the editor share one webhook', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ timeScale: 0, webhookDelete: 'not-allowed' });
  for (let round = 0; round < 3; round++) await call('delete', editor, await listen());
  expect(registeredUrls()).toEqual([editor.url]);
});

test('a webhook whose removal fails is still known', async () => {
  await call('create', production);
  sandbox.setFaults({ always: ['key-revoked:0'] });
  await expect(call('delete', production)).rejects.toThrow('did not accept the API key');
  expect(await call('checkExists', production)).toBe(true);
});

test('the same events in another order are the same registration, fewer events are not', async () => {
  await call('create', production, { events: ['message.bounced', 'reply.received'] });
  expect(await call('checkExists', production, { events: ['reply.received', 'message.bounced'] })).toBe(true);
  expect(await call('checkExists', production, { events: ['reply.received'] })).toBe(false);
});

test('another address or another API key means a new registration in the place of the old one', async () => {
  await call('create', production);
  const moved = { mode: 'trigger', url: 'https://moved.example/webhook/1/webhook' } as const;
  expect(await call('checkExists', moved)).toBe(false);
  await call('create', moved);
  expect(registeredUrls()).toEqual([moved.url]);
  const rotated = { sandbox: { url: sandbox.url, apiKey: 'sk_test_another' } };
  expect(await call('checkExists', moved, rotated)).toBe(false);
});

test('a webhook of somebody else is never touched', async () => {
  await fetch(`${sandbox.url}/v1/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://somebody.example/else', events: ['message.bounced'] }),
  });
  await call('delete', production);
  await call('create', production);
  await call('delete', production);
  expect(registeredUrls()).toEqual(['https://somebody.example/else']);
});

test('nothing that is kept between runs is a secret', async () => {
  await call('create', production);
  const [webhook] = sandbox.database.prepare('SELECT url, secret FROM webhooks').all();
  const kept = JSON.stringify(staticData);
  expect(kept).not.toContain(String(webhook?.['secret']));
  expect(kept).not.toContain(new URL(String(webhook?.['url'])).searchParams.get('token'));
  expect(kept).not.toContain(sandbox.apiKey);
});

test('an address that Leadterra cannot reach is refused, with the name of the setting', async () => {
  const local = { url: 'http://localhost:5678/webhook/1/webhook', mode: 'trigger' } as const;
  const elsewhere = { url: 'https://leadterra.example', apiKey: sandbox.apiKey };
  const error = await call('create', local, { sandbox: elsewhere }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    message:
      'Leadterra cannot deliver events to http://localhost:5678: it needs a public address that begins with https://.',
  });
  expect(Reflect.get(Object(error), 'description')).toContain('WEBHOOK_URL');
});
