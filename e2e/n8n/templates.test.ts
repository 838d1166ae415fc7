import { type Sandbox } from '@leadterra/sandbox';
import {
  callLeadterra,
  column,
  count,
  createCampaign,
  onlyWebhook,
  post,
  rows,
} from '@leadterra/testing/leadterra';
import { campaignById, node, readTemplate, type WorkflowNode } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';
import { valueAt } from '@leadterra/testing/value-at';

import { useN8n } from './support.ts';

// Each template as its notes say to set it up; the services that it works with are stand-ins here.

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;
let path = 0;

beforeEach(async () => {
  sandbox = await startLeadterra();
});

/** In the place of a trigger: something that the test can pull. */
function start(name: string): WorkflowNode {
  return node(name, 'n8n-nodes-base.webhook', 2.1, {
    httpMethod: 'POST',
    path: `start-${path++}`,
    options: {},
  });
}

/** In the place of a node of a service: the same, by HTTP, to a stand-in of it. */
function service(name: string, url: string, body?: string): WorkflowNode {
  const sending = body === undefined ? {} : { sendBody: true, specifyBody: 'json', jsonBody: body };
  return node(name, 'n8n-nodes-base.httpRequest', 4.2, {
    ...{ method: body === undefined ? 'GET' : 'POST', url, options: {} },
    ...sending,
  });
}

function settings(name: string, value: string, type = 'string'): object {
  return { assignments: { assignments: [{ id: name, name, type, value }] } };
}

/** Imports and activates a workflow; runs it as often as asked, and gives its last run. */
async function runner(exported: Awaited<ReturnType<typeof readTemplate>>, starting: WorkflowNode) {
  const id = await n8n().importWorkflow(exported);
  await n8n().activate(id);
  const path = String(valueAt(starting, 'parameters', 'path'));
  let runs = 0;
  return async () => {
    await n8n().callWebhook(path, {});
    const executions = await n8n().waitForExecutions(id, ++runs);
    const last = executions.at(-1);
    if (!last) throw new Error('There is no run.');
    return last;
  };
}

const bulks = () => count(sandbox, "SELECT count(*) FROM requests WHERE path LIKE '%bulk' AND status < 300");
const statusOf = (id: string) => column(sandbox, 'SELECT status FROM campaigns WHERE id = ?', id)[0];
const enrolled = () =>
  column(sandbox, 'SELECT email FROM leads JOIN enrollments ON lead_id = leads.id ORDER BY email');

describe('crm-contacts-to-campaign', () => {
  const contact = (email: string | null, properties: object = {}) => ({
    id: `id of ${String(email)}`,
    properties: { email, firstname: 'Ada', company: 'Alpha', ...properties },
  });
  const contacts = [
    contact('ada@alpha.example'),
    contact('ben@beta.example'),
    contact('cleo@gamma.example', { hs_email_optout: 'true' }),
    contact(null),
  ];

  async function setUp(isApproved: boolean) {
    const campaignId = await createCampaign(sandbox, 'Spring');
    const hubspot = await startStandIn((response) => response.end(JSON.stringify(contacts)));
    const approval = {
      mode: 'raw',
      jsonOutput: JSON.stringify({ data: { approved: isApproved } }),
      options: {},
    };
    const starting = start('Start');
    const others = [
      starting,
      service('Get Contacts', hubspot.url),
      node('Ask for Approval', 'n8n-nodes-base.set', 3.4, approval),
    ];
    const values = { Settings: settings('campaign', campaignId) };
    const template = await readTemplate('crm-contacts-to-campaign', values, others);
    return { campaignId, run: await runner(template, starting) };
  }

  test('enrolls who may be mailed and starts the campaign; again, it mails nobody twice', async () => {
    const { campaignId, run } = await setUp(true);
    const { status } = await run();
    expect(status).toBe('success');
    expect(enrolled()).toEqual(['ada@alpha.example', 'ben@beta.example']);
    expect(statusOf(campaignId)).toBe('running');
    await sandbox.settled();
    expect((await run()).status).toBe('success');
    await sandbox.settled();
    expect(count(sandbox, 'SELECT count(*) FROM messages')).toBe(2);
    expect(count(sandbox, 'SELECT count(*) FROM campaigns')).toBe(1);
  });

  test('does nothing without approval, and nobody starts it from outside', async () => {
    const { campaignId, run } = await setUp(false);
    await run();
    expect(enrolled()).toEqual([]);
    expect(statusOf(campaignId)).toBe('draft');
    const { nodes } = await readTemplate('crm-contacts-to-campaign');
    expect(nodes.map(({ type }) => type)).not.toContain('n8n-nodes-base.webhook');
  });

  test.each(['status-503', 'key-revoked:0'])(
    'fails where Leadterra answers with %s, and catches up',
    async (fault) => {
      const { campaignId, run } = await setUp(true);
      sandbox.setFaults({ always: [fault] });
      expect((await run()).status).toBe('error');
      expect(statusOf(campaignId)).toBe('draft');
      sandbox.setFaults({});
      expect((await run()).status).toBe('success');
      expect(enrolled()).toHaveLength(2);
      expect(statusOf(campaignId)).toBe('running');
    },
  );
});

describe('spreadsheet-rows-to-campaign', () => {
  async function setUp() {
    const campaignId = await createCampaign(sandbox, 'Sheet');
    const sheet: Record<string, unknown>[] = [
      {
        row_number: 2,
        Vorname: 'Ada',
        'E-Mail': 'ada@sheet.example',
        Industry: 'Steel',
        'Leadterra status': '',
      },
      {
        row_number: 3,
        Vorname: 'Ben',
        'E-Mail': 'ben@sheet.example',
        Industry: 'Glass',
        'Leadterra status': '',
      },
      { row_number: 4, Vorname: 'Nobody', 'E-Mail': '', Industry: '', 'Leadterra status': '' },
    ];
    const google = await startStandIn((response, { method, body }) => {
      if (method === 'POST') {
        const given: unknown = JSON.parse(body);
        const marked = sheet.find((row) => row['row_number'] === valueAt(given, 'row_number'));
        Object.assign(marked ?? {}, given);
      }
      response.end(JSON.stringify(sheet));
    });
    const { nodes } = await readTemplate('spreadsheet-rows-to-campaign');
    const marking = nodes.find(({ name }) => name === 'Mark Rows')?.parameters;
    const values = valueAt(marking, 'columns', 'value') ?? {};
    const cells = Object.entries(values).map(
      ([key, cell]) => `"${key}": ${String(cell).replace(/^=\{\{|\}\}$/g, '')}`,
    );
    const starting = start('Every Hour');
    const others = [
      starting,
      service('Read Rows', google.url),
      service('Mark Rows', google.url, `={{ {${cells.join(', ')}} }}`),
    ];
    const chosen = { 'Enroll New Rows': { campaign: campaignById(campaignId) } };
    const template = await readTemplate('spreadsheet-rows-to-campaign', chosen, others);
    const marks = () => sheet.map((row) => String(row['Leadterra status']).split(':')[0]);
    return { sheet, marks, run: await runner(template, starting) };
  }

  test('enrolls each row once, marks what became of it, and takes up new rows', async () => {
    const { sheet, marks, run } = await setUp();
    expect((await run()).status).toBe('success');
    expect(marks()).toEqual(['enrolled', 'enrolled', 'invalid']);
    expect(rows(sandbox, 'SELECT first_name, custom_fields FROM leads ORDER BY email')).toMatchObject([
      { first_name: 'Ada', custom_fields: '{"Industry":"Steel"}' },
      { first_name: 'Ben', custom_fields: '{"Industry":"Glass"}' },
    ]);
    expect((await run()).status).toBe('success');
    expect(bulks()).toBe(1);
    sheet.push({ row_number: 5, 'E-Mail': 'cleo@sheet.example', 'Leadterra status': '' });
    await run();
    expect(enrolled()).toHaveLength(3);
    expect(bulks()).toBe(2);
  });

  test.each(['status-503', 'key-revoked:0'])(
    'marks nothing and fails at %s, and loses nobody',
    async (fault) => {
      const { marks, run } = await setUp();
      sandbox.setFaults({ always: [fault] });
      expect((await run()).status).toBe('error');
      expect(marks().slice(0, 2)).toEqual(['', '']);
      sandbox.setFaults({});
      expect((await run()).status).toBe('success');
      expect(marks()).toEqual(['enrolled', 'enrolled', 'invalid']);
      expect(enrolled()).toHaveLength(2);
    },
  );
});

/** Has a new campaign mail so many, of whom some bounce. */
async function startedCampaign({
  sent,
  hard,
  soft,
}: {
  sent: number;
  hard: number;
  soft: number;
}): Promise<string> {
  const id = await createCampaign(sandbox, `Sends ${sent}`);
  const leads = Array.from({ length: sent }, (_, index) => ({
    email: `${index < hard ? 'hard-bounce' : index < hard + soft ? 'soft-bounce' : 'lead'}${index}.of${sent}@acme.example`,
  }));
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${id}/leads/bulk`, { leads });
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${id}/start`);
  return id;
}

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

describe('bounce-guard', () => {
  test('suppresses hard bounces and pauses a campaign that bounces too much', async () => {
    const id = await n8n().importWorkflow(await readTemplate('bounce-guard'));
    await n8n().activate(id);
    await expectOnlyLeadterraIn();
    const campaignId = await startedCampaign({ sent: 60, hard: 2, soft: 2 });
    const executions = await n8n().waitForExecutions(id, 4);
    expect(executions.map(({ status }) => status)).toEqual(Array(4).fill('success'));
    expect(suppressed()).toBe(2);
    expect(statusOf(campaignId)).toBe('paused');
    await n8n().deactivate(id);
  });

  test('leaves a campaign alone before it has sent enough', async () => {
    const id = await n8n().importWorkflow(await readTemplate('bounce-guard'));
    await n8n().activate(id);
    const campaignId = await startedCampaign({ sent: 19, hard: 2, soft: 0 });
    await n8n().waitForExecutions(id, 2);
    expect(statusOf(campaignId)).toBe('running');
    await n8n().deactivate(id);
  });

  test('outlasts an outage', async () => {
    const id = await n8n().importWorkflow(await readTemplate('bounce-guard'));
    await n8n().activate(id);
    const campaignId = await startedCampaign({ sent: 20, hard: 1, soft: 0 });
    sandbox.setFaults({ next: Array(4).fill('status-503') });
    const [execution] = await n8n().waitForExecutions(id);
    expect(execution?.status).toBe('success');
    expect(suppressed()).toBe(1);
    expect(statusOf(campaignId)).toBe('paused');
    await n8n().deactivate(id);
  });
});

test('bounce-guard: what failed for a revoked key is done when its run is retried', async () => {
  const id = await n8n().importWorkflow(await readTemplate('bounce-guard'));
  await n8n().activate(id);
  const campaignId = await startedCampaign({ sent: 20, hard: 1, soft: 0 });
  sandbox.setFaults({ always: ['key-revoked:0'] });
  const [failed] = await n8n().waitForExecutions(id);
  expect(failed?.status).toBe('error');
  expect(suppressed()).toBe(0);
  sandbox.setFaults({});
  await n8n().api.editor('POST', `/executions/${failed?.id ?? ''}/retry`, { loadWorkflow: false });
  await n8n().waitForExecutions(id, 2);
  expect(suppressed()).toBe(1);
  expect(statusOf(campaignId)).toBe('paused');
  await n8n().deactivate(id);
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
    const id = await n8n().importWorkflow(template);
    await n8n().activate(id);
    return { crm, id };
  }

  test('suppresses the address and creates a task at the contact', async () => {
    const { crm, id } = await setUp((path) => ({
      status: 200,
      body: path === '/search' ? '[{"id":"501"}]' : '{}',
    }));
    await expectOnlyLeadterraIn();
    await startedCampaign({ sent: 3, hard: 1, soft: 1 });
    const [execution] = await n8n().waitForExecutions(id);
    expect(execution?.status).toBe('success');
    expect(suppressed()).toBe(1);
    expect(crm.requests.map(({ path, body }) => [path, body])).toEqual([
      ['/search', '{"email":"hard-bounce0.of3@acme.example"}'],
      ['/tasks', '{"contact":"501"}'],
    ]);
    await n8n().deactivate(id);
  });

  test('suppresses an address that the CRM does not know, or cannot tell of', async () => {
    const unknown = await setUp(() => ({ status: 200, body: '[]' }));
    await startedCampaign({ sent: 3, hard: 1, soft: 0 });
    const [execution] = await n8n().waitForExecutions(unknown.id);
    expect(execution?.status).toBe('success');
    expect(unknown.crm.requests).toHaveLength(1);
    expect(suppressed()).toBe(1);
    await n8n().deactivate(unknown.id);
  });
});

describe('weekly-report', () => {
  test('posts what is new since the last report that was posted', async () => {
    const campaignId = await startedCampaign({ sent: 10, hard: 0, soft: 0 });
    await sandbox.settled();
    let isDown = false;
    const slack = await startStandIn((response) => response.writeHead(isDown ? 500 : 200).end('{}'));
    const starting = start('Monday at Eight');
    const template = await readTemplate(
      'weekly-report',
      { Settings: settings('campaignIds', JSON.stringify([campaignId]), 'array') },
      [starting, service('Post Report', slack.url, '={{ $json }}')],
    );
    const run = await runner(template, starting);
    const last = () => valueAt(JSON.parse(slack.requests.at(-1)?.body ?? ''), 'text');
    const saying = (sent: number) =>
      `Leadterra since the last report\n${campaignId}: ${sent} sent, 0 bounced${sent > 0 ? ' (0.0 %)' : ''}, 0 replied`;
    await run();
    expect(last()).toBe(saying(10));
    const leads = [{ email: 'late@acme.example' }];
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaignId}/leads/bulk`, { leads });
    await sandbox.settled();
    isDown = true;
    expect((await run()).status).toBe('error');
    isDown = false;
    await run();
    expect(last()).toBe(saying(1));
    await run();
    expect(last()).toBe(saying(0));
  });
});
