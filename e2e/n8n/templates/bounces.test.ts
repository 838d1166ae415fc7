import { type Sandbox } from '@leadterra/sandbox';
import { count, deliver, onlyWebhook, post, rows } from '@leadterra/testing/leadterra';
import { readTemplate } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';

import { useN8n } from '../support.ts';
import { retry, service, startedCampaign, statusOf } from './parts.ts';

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startLeadterra();
});

/** Refuses whoever is not Leadterra: no token, or no signature. */
async function expectOnlyLeadterraIn(): Promise<void> {
  const { url } = onlyWebhook(sandbox);
  const body = JSON.stringify({
    event: 'message.bounced',
    data: { email: 'eve@evil.example', bounceType: 'hard' },
  });
  expect(await post(url, body)).toBe(401);
  expect(await post(url.replace(/\?.*/, ''), body)).toBe(401);
  expect(rows(sandbox, "SELECT * FROM suppressions WHERE email LIKE '%evil%'")).toEqual([]);
}

/** What our node has asked for: the sandbox suppresses hard bounces by itself, too. */
const suppressed = () =>
  count(sandbox, "SELECT count(*) FROM requests WHERE path = '/v1/suppression-list' AND status < 300");

/** Leadterra delivers the last event once more. */
async function deliverAgain(): Promise<void> {
  const { url, secret } = onlyWebhook(sandbox);
  const [delivery] = rows(sandbox, 'SELECT body FROM deliveries ORDER BY rowid DESC LIMIT 1');
  expect(await deliver(url, secret, String(delivery?.['body']))).toBe(200);
}

async function activated(template: Awaited<ReturnType<typeof readTemplate>>): Promise<string> {
  const id = await n8n().importWorkflow(template);
  await n8n().activate(id);
  return id;
}

describe('bounce-guard', () => {
  test('suppresses hard bounces and pauses a campaign that bounces too much', async () => {
    const id = await activated(await readTemplate('bounce-guard'));
    await expectOnlyLeadterraIn();
    const campaignId = await startedCampaign(sandbox, { sent: 60, hard: 2, soft: 2 });
    const executions = await n8n().waitForExecutions(id, 4);
    expect(executions.map(({ status }) => status)).toEqual(Array(4).fill('success'));
    expect(suppressed()).toBe(2);
    expect(statusOf(sandbox, campaignId)).toBe('paused');
    await deliverAgain();
    await n8n().idle();
    expect(await n8n().executions(id)).toHaveLength(4);
    await n8n().deactivate(id);
  });

  test('leaves a campaign alone before it has sent enough', async () => {
    const id = await activated(await readTemplate('bounce-guard'));
    const campaignId = await startedCampaign(sandbox, { sent: 19, hard: 2 });
    await n8n().waitForExecutions(id, 2);
    expect(statusOf(sandbox, campaignId)).toBe('running');
    await n8n().deactivate(id);
  });

  test('outlasts an outage', async () => {
    const id = await activated(await readTemplate('bounce-guard'));
    const campaignId = await startedCampaign(sandbox, { sent: 20, hard: 1 });
    sandbox.setFaults({ next: Array(4).fill('status-503') });
    const [execution] = await n8n().waitForExecutions(id);
    expect(execution?.status).toBe('success');
    expect(suppressed()).toBe(1);
    expect(statusOf(sandbox, campaignId)).toBe('paused');
    await n8n().deactivate(id);
  });

  test('what failed for a revoked key is done when its run is retried', async () => {
    const id = await activated(await readTemplate('bounce-guard'));
    const campaignId = await startedCampaign(sandbox, { sent: 20, hard: 1 });
    sandbox.setFaults({ always: ['key-revoked:0'] });
    const [failed] = await n8n().waitForExecutions(id);
    if (!failed) throw new Error('There is no run.');
    expect(failed.status).toBe('error');
    expect(suppressed()).toBe(0);
    sandbox.setFaults({});
    expect((await retry(n8n(), id, failed)).status).toBe('success');
    expect(suppressed()).toBe(1);
    expect(statusOf(sandbox, campaignId)).toBe('paused');
    await n8n().deactivate(id);
  });
});

describe('bounce-to-crm-task', () => {
  async function setUp(answer: (path: string) => { status: number; body: string }) {
    const crm = await startStandIn((response, { path }) => {
      const { status, body } = answer(path);
      response.writeHead(status).end(body);
    });
    const template = await readTemplate('bounce-to-crm-task', {}, [
      service('Find Contact', `${crm.url}/search`, "={{ { email: $('Hard Bounce').item.json.email } }}"),
      service('Create Task', `${crm.url}/tasks`, '={{ { contact: $json.id } }}'),
    ]);
    const id = await activated(template);
    const tasks = () => crm.requests.filter(({ path }) => path === '/tasks');
    return { crm, id, tasks };
  }
  const known = (path: string) => ({ status: 200, body: path === '/search' ? '[{"id":"501"}]' : '{}' });

  test('suppresses the address and creates a task at the contact, one for each event', async () => {
    const { crm, id } = await setUp(known);
    await expectOnlyLeadterraIn();
    await startedCampaign(sandbox, { sent: 3, hard: 1, soft: 1 });
    const [execution] = await n8n().waitForExecutions(id);
    expect(execution?.status).toBe('success');
    expect(suppressed()).toBe(1);
    const asked = [
      ['/search', '{"email":"hard-bounce0.of3@acme.example"}'],
      ['/tasks', '{"contact":"501"}'],
    ];
    expect(crm.requests.map(({ path, body }) => [path, body])).toEqual(asked);
    await deliverAgain();
    await n8n().idle();
    expect(crm.requests).toHaveLength(2);
    await n8n().deactivate(id);
  });

  test('suppresses an address that the CRM does not know', async () => {
    const { crm, id } = await setUp(() => ({ status: 200, body: '[]' }));
    await startedCampaign(sandbox, { sent: 3, hard: 1 });
    const [execution] = await n8n().waitForExecutions(id);
    expect(execution?.status).toBe('success');
    expect(crm.requests).toHaveLength(1);
    expect(suppressed()).toBe(1);
    await n8n().deactivate(id);
  });

  test('outlasts an outage', async () => {
    const { id, tasks } = await setUp(known);
    await startedCampaign(sandbox, { sent: 3, hard: 1 });
    sandbox.setFaults({ next: Array(4).fill('status-503') });
    const [execution] = await n8n().waitForExecutions(id);
    expect(execution?.status).toBe('success');
    expect([suppressed(), tasks().length]).toEqual([1, 1]);
    await n8n().deactivate(id);
  });

  test('what failed for a revoked key, or in HubSpot, is done once when its run is retried', async () => {
    let isDown = true;
    const { id, tasks } = await setUp((path) =>
      isDown && path === '/tasks' ? { status: 500, body: '{}' } : known(path),
    );
    await startedCampaign(sandbox, { sent: 3, hard: 1 });
    sandbox.setFaults({ always: ['key-revoked:0'] });
    const [failed] = await n8n().waitForExecutions(id);
    if (!failed) throw new Error('There is no run.');
    expect([failed.status, suppressed(), tasks().length]).toEqual(['error', 0, 0]);
    sandbox.setFaults({});
    const inHubspot = await retry(n8n(), id, failed);
    expect([inHubspot.status, suppressed(), tasks().length]).toEqual(['error', 1, 1]);
    isDown = false;
    const done = await retry(n8n(), id, inHubspot);
    expect([done.status, suppressed(), tasks().length]).toEqual(['success', 1, 2]);
    await n8n().deactivate(id);
  });
});
