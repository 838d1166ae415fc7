import { type Sandbox, startSandbox } from '@leadterra/sandbox';

import { callHook, type HookRun } from './trigger-stand-in';

let sandbox: Sandbox;
let staticData: Record<string, unknown>;
let log: string[];

beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
  staticData = {};
  log = [];
});

afterEach(async () => {
  await sandbox.close();
});

const production = { mode: 'trigger', url: 'https://n8n.example/webhook/1/webhook' } as const;
const editor = { mode: 'manual', url: 'https://n8n.example/webhook-test/1/webhook' } as const;

type Place = Pick<HookRun, 'mode' | 'url'>;
type Differences = Partial<HookRun> & { events?: string[] };

async function call(
  method: HookRun['method'],
  where: Place,
  { events = ['message.bounced'], ...more }: Differences = {},
) {
  // At the end n8n does not say whether it was a test.
  const mode = method === 'delete' ? 'internal' : where.mode;
  const activation = where.mode === 'manual' ? 'manual' : 'init';
  const parameters = { events };
  return await callHook({
    sandbox,
    method,
    parameters,
    staticData,
    log,
    activation,
    ...where,
    mode,
    ...more,
  });
}

/** What n8n does when a person activates a workflow. */
async function activate(where: Place, more: Differences = {}): Promise<void> {
  const differences: Differences = { activation: where.mode === 'manual' ? 'manual' : 'activate', ...more };
  if (!(await call('checkExists', where, differences))) await call('create', where, differences);
}

function registered(): { id: string; url: string }[] {
  const sql = 'SELECT id, url FROM webhooks WHERE deleted_at IS NULL ORDER BY url';
  return sandbox.database
    .prepare(sql)
    .all()
    .map(({ id, url }) => ({ id: String(id), url: String(url).replace(/\?token=[\w-]{32}$/, '') }));
}

const registeredUrls = () => registered().map(({ url }) => url);

/** Removes all webhooks at Leadterra behind the node's back. */
async function forgetWebhooks(): Promise<void> {
  for (const { id } of registered()) {
    await fetch(`${sandbox.url}/v1/webhooks/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${sandbox.apiKey}` },
    });
  }
}

/** Puts a Leadterra in the place of the sandbox that cannot delete webhooks. */
async function startWithoutDelete(): Promise<void> {
  await sandbox.close();
  sandbox = await startSandbox({ timeScale: 0, webhookDelete: 'not-allowed' });
}

const rotated = () => ({ sandbox: { url: sandbox.url, apiKey: 'sk_test_rotated' } });

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
  await activate(editor, test);
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
  await startWithoutDelete();
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

test('a restart of n8n makes no new webhook', async () => {
  await activate(production);
  const before = registered();
  expect(await call('checkExists', production)).toBe(true);
  expect(await call('checkExists', production, { activation: 'leadershipChange' })).toBe(true);
  expect(registered()).toEqual(before);
});

test('a registration from a backup, of which Leadterra knows nothing, is made anew when a person activates', async () => {
  await activate(production);
  await forgetWebhooks();
  await activate(production);
  expect(registeredUrls()).toEqual([production.url]);
});

test.each([
  ['of another workflow', { workflowId: 'copy' }],
  ['of another node', { nodeId: 'copy' }],
  ['of another n8n', { instanceId: 'n8n-2' }],
  ['with another address', { url: 'https://elsewhere.example/webhook/1/webhook' }],
])('a copy %s that carries the registration along leaves the webhook alone', async (_, copy) => {
  await activate(production);
  const original = registered();
  const copied = { staticData: structuredClone(staticData), ...copy };
  await call('delete', production, copied);
  expect(registered()).toEqual(original);
  expect(await call('checkExists', production, copied)).toBe(false);
  await activate(production, { url: 'https://n8n.example/webhook/2/webhook', ...copied });
  expect(registered()).toHaveLength(2);
  expect(registered()).toEqual(expect.arrayContaining(original));
});

test('a node with a new address names the webhook that it leaves behind', async () => {
  await activate(production);
  const [left] = registered();
  await activate({ mode: 'trigger', url: 'https://moved.example/webhook/1/webhook' });
  expect(log).toEqual([expect.stringContaining(`${production.url} any more, delete webhook ${left?.id}`)]);
});

test('a rotated API key means a new registration in the place of the old one', async () => {
  await activate(production);
  const before = registered();
  expect(await call('checkExists', production, rotated())).toBe(false);
  // The sandbox knows one key only, so this one stands for the same account.
  Object.assign(Object(staticData['production']), { keyHash: 'of the old key' });
  await call('create', production);
  expect(registeredUrls()).toEqual([production.url]);
  expect(registered()).not.toEqual(before);
});

test('where Leadterra cannot delete, a rotated API key goes on with the same webhook', async () => {
  await startWithoutDelete();
  await activate(production);
  const before = registered();
  Object.assign(Object(staticData['production']), { keyHash: 'of the old key' });
  await call('delete', production);
  await activate(production);
  expect(registered()).toEqual(before);
  expect(log.at(-1)).toContain('registered with another API key');
  expect(await call('checkExists', production)).toBe(true);
  await expect(activate(production, { events: ['reply.received'] })).rejects.toThrow(
    /cannot delete webhook wh_\w+, which this node registered for message.bounced/,
  );
});

test('what n8n forgets to store is still known to the process that registered it', async () => {
  await activate(production, { staticData: {} });
  const before = registered();
  expect(staticData).toEqual({});
  expect(await call('checkExists', production)).toBe(true);
  expect(staticData).toHaveProperty('production');
  await call('delete', production);
  expect(before).toHaveLength(1);
  expect(registered()).toEqual([]);
});

test('a webhook of somebody else is never touched', async () => {
  await fetch(`${sandbox.url}/v1/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://somebody.example/else', events: ['message.bounced'] }),
  });
  await call('delete', production);
  await activate(production);
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
  const text =
    'Leadterra cannot deliver events to http://localhost:5678: it needs a public address that begins with https://. On your own n8n, set the environment variable WEBHOOK_URL to its public https address and restart it.';
  // Of the two, some versions of n8n show only the one, and some only the other.
  expect(error).toMatchObject({ message: text, description: text });
  expect(Reflect.get(Object(error), 'description')).toContain('WEBHOOK_URL');
});
