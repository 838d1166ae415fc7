import { createHmac } from 'node:crypto';

import { type Sandbox, type SandboxOptions, startSandbox } from '@leadterra/sandbox';
import { callLeadterra, column, createCampaign } from '@leadterra/testing/leadterra';

import { callHook, callPoll, callWebhook, type TriggerPlace } from './trigger-stand-in';

let sandbox: Sandbox;
let staticData: Record<string, unknown>;
let workflowId: string;
let workflows = 0;

async function open(options: SandboxOptions = {}) {
  sandbox = await startSandbox({ timeScale: 0, seed: 1, ...options });
  staticData = {};
  workflowId = `replies-${++workflows}`;
}

afterEach(async () => {
  await sandbox.close();
});

const url = 'https://n8n.example/webhook/1/webhook';

async function poll(more: Partial<TriggerPlace> = {}, mode: 'manual' | 'trigger' = 'trigger') {
  const parameters = { filters: {} };
  const items = await callPoll({ sandbox, url, staticData, parameters, workflowId, mode, ...more });
  return items.map(({ json }) => json);
}

/** Has leads of a new campaign answer, or bounce, as their addresses say. Resolves with the campaign. */
async function write(...people: string[]): Promise<string> {
  const campaign = await createCampaign(sandbox, people.join(' '));
  const leads = people.map((who) => ({ email: `${who}@alpha.example` }));
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaign}/leads/bulk`, { leads });
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaign}/start`);
  await sandbox.settled();
  return campaign;
}

const emails = (found: Record<string, unknown>[]) => found.map(({ email }) => email);

describe.each(['reference', 'guide', 'concept'] as const)('in the %s dialect', (dialect) => {
  test('each reply after the activation starts the workflow once', async () => {
    await open({ dialect });
    await write('replies-before');
    expect(await poll()).toEqual([]);
    await sandbox.advance(1000);
    await write('replies-a', 'hard-bounce-b', 'silent-c');
    const found = await poll();
    expect(emails(found).toSorted()).toEqual(['hard-bounce-b@alpha.example', 'replies-a@alpha.example']);
    expect(found).toContainEqual(
      expect.objectContaining({
        event: 'reply.received',
        classification: 'interested',
        eventKey: `reply.received:${String(found.find(({ email }) => email === 'replies-a@alpha.example')?.['replyId'])}`,
      }),
    );
    expect(await poll()).toEqual([]);
  });

  test('after a day offline all of more than a page do, the oldest first', async () => {
    await open({ dialect });
    await write('replies-before');
    await poll();
    const many = Array.from({ length: 130 }, (_, i) => `replies${i}`);
    await sandbox.advance(1000);
    await write(...many);
    await sandbox.advance(24 * 60 * 60 * 1000);
    await write('replies-last');
    const found = emails(await poll());
    expect(new Set(found).size).toBe(131);
    expect(found.at(-1)).toBe('replies-last@alpha.example');
    // Eight letters for each, kept for the time after a restart.
    expect(JSON.stringify(staticData['polled']).replace(/.*"hashes":"|"}]$/g, '')).toHaveLength(131 * 8);
    expect(await poll()).toEqual([]);
  });
});

test('of more replies than it remembers, none is found anew', async () => {
  await open();
  await write('replies-before');
  sandbox.database.exec(`
    INSERT INTO replies (id, campaign_id, lead_id, classification, received_at, thread_snippet)
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10100)
    SELECT 'rpl_old' || n, campaign_id, lead_id, classification, received_at - n, thread_snippet
    FROM replies, numbers`);
  expect(await poll()).toEqual([]);
  await sandbox.advance(1000);
  await write('replies-new');
  expect(emails(await poll())).toEqual(['replies-new@alpha.example']);
});

test('filters let through what they name, and a new campaign begins anew', async () => {
  await open();
  const filtered = (filters: object) => poll({ parameters: { filters } });
  const classification = 'unsubscribe';
  await filtered({ classification });
  const campaign = await write('replies-unsubscribe', 'replies-not-interested');
  await sandbox.advance(1000);
  expect(emails(await filtered({ classification }))).toEqual(['replies-unsubscribe@alpha.example']);
  // What was passed over is known, too.
  expect(await filtered({})).toEqual([]);
  expect(await filtered({ campaign })).toEqual([]);
  await write('replies-elsewhere');
  expect(await filtered({ campaign })).toEqual([]);
});

test('a test in the editor gets the newest reply that the filters let through, and changes nothing', async () => {
  await open();
  await expect(poll({}, 'manual')).rejects.toThrow('There is no reply yet to test with.');
  await write('replies-unsubscribe');
  await sandbox.advance(1000);
  await write('replies-newest');
  expect(emails(await poll({}, 'manual'))).toEqual(['replies-newest@alpha.example']);
  const parameters = { filters: { classification: 'unsubscribe' } };
  expect(emails(await poll({ parameters }, 'manual'))).toEqual(['replies-unsubscribe@alpha.example']);
  expect(staticData).toEqual({});
});

describe('beside a Leadterra Trigger in the same workflow', () => {
  const webhookData: Record<string, unknown> = {};
  const place = () => ({
    ...{ sandbox, url, workflowId, nodeId: 'webhook', staticData: webhookData },
    parameters: { events: ['reply.received'] },
  });

  async function listen() {
    await open();
    await poll();
    await callHook({ ...place(), method: 'create', mode: 'trigger', activation: 'init' });
    const [registered = ''] = column(sandbox, 'SELECT url FROM webhooks');
    const token = new URL(registered).searchParams.get('token') ?? '';
    await write('replies-a');
    const [body = ''] = column(sandbox, 'SELECT body FROM deliveries');
    const [secret = ''] = column(sandbox, 'SELECT secret FROM webhooks');
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return async () => {
      const { response, item } = await callWebhook({ ...place(), body, token, signature });
      response.end();
      return item;
    };
  }

  test('a reply that was delivered is not found again', async () => {
    const deliver = await listen();
    expect(await deliver()).toMatchObject({ email: 'replies-a@alpha.example' });
    expect(await poll()).toEqual([]);
  });

  test('a reply that was found does not start the workflow when it is delivered later', async () => {
    const deliver = await listen();
    expect(await poll()).toHaveLength(1);
    expect(await deliver()).toBeUndefined();
  });
});
