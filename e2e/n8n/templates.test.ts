import { type Sandbox } from '@leadterra/sandbox';
import { callLeadterra, createCampaign, rows } from '@leadterra/testing/leadterra';
import { outputsOf } from '@leadterra/testing/n8n-execution';
import { campaignById, readTemplate } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';
import { until } from '@leadterra/testing/until';

import { useN8n } from './support.ts';

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startLeadterra();
});

test('crm-contacts-to-campaign creates a campaign, enrolls everyone who can be and starts it', async () => {
  const id = await n8n().importWorkflow(await readTemplate('crm-contacts-to-campaign'));
  await n8n().activate(id);
  const answer = await n8n().callWebhook('leadterra-contacts', {
    campaignName: 'Spring',
    contacts: [
      {
        properties: {
          hs_object_id: '501',
          email: 'ada@alpha.example',
          firstname: 'Ada',
          company: 'Alpha',
          jobtitle: 'CTO',
        },
      },
      {
        attributes: { type: 'Lead' },
        Id: '00Q1',
        Email: 'ben@beta.example',
        FirstName: 'Ben',
        Company: 'Beta',
        Title: 'CEO',
      },
      {
        attributes: { type: 'Lead' },
        Id: '00Q2',
        Email: 'cleo@gamma.example',
        LastName: 'C',
        HasOptedOutOfEmail: true,
      },
      { attributes: { type: 'Lead' }, Id: '00Q3', LastName: 'Nobody', Company: 'Delta' },
    ],
  });

  const [campaign] = rows(sandbox, "SELECT id, status FROM campaigns WHERE name = 'Spring'");
  const campaignId = campaign?.['id'];
  expect(answer).toEqual({
    status: 200,
    body: {
      campaignId,
      started: true,
      leads: [
        { email: 'ada@alpha.example', status: 'enrolled', verdict: 'created', campaignId, source: 'hubspot' },
        {
          email: 'ben@beta.example',
          status: 'enrolled',
          verdict: 'created',
          campaignId,
          source: 'salesforce',
        },
        expect.objectContaining({ status: 'opted_out', source: 'salesforce' }),
        expect.objectContaining({ status: 'invalid', source: 'salesforce' }),
      ],
    },
  });
  expect(campaign?.['status']).toBe('running');
  expect(rows(sandbox, 'SELECT subject, delay_days FROM sequence_steps ORDER BY step_index')).toMatchObject([
    { subject: '{{firstName}}, a question about {{company}}' },
    { delay_days: 3 },
    { delay_days: 5 },
  ]);
  await sandbox.settled();
  expect(rows(sandbox, 'SELECT subject FROM messages ORDER BY subject')).toMatchObject([
    { subject: 'Ada, a question about Alpha' },
    { subject: 'Ben, a question about Beta' },
  ]);
});

test('bounce-guard suppresses hard bounces and pauses a campaign that bounces too much', async () => {
  const id = await n8n().importWorkflow(await readTemplate('bounce-guard'));
  await n8n().activate(id);
  const campaignId = await startedCampaign({ sent: 60, hard: 4, soft: 2 });

  const executions = await n8n().waitForExecutions(id, 6);
  expect(executions.map(({ status }) => status)).toEqual(Array(6).fill('success'));
  expect(executions.flatMap((execution) => outputsOf(execution, 'Suppress Address')[0] ?? [])).toHaveLength(
    4,
  );
  expect(rows(sandbox, 'SELECT status FROM campaigns WHERE id = ?', campaignId)).toMatchObject([
    { status: 'paused' },
  ]);
});

test('bounce-guard leaves a campaign alone before it has sent enough', async () => {
  const campaignId = await startedCampaign({ sent: 20, hard: 2, soft: 0 });
  await sandbox.settled();
  expect(rows(sandbox, 'SELECT status FROM campaigns WHERE id = ?', campaignId)).toMatchObject([
    { status: 'running' },
  ]);
});

test('spreadsheet-rows-to-campaign enrolls each row once, with its columns as custom fields', async () => {
  const campaignId = await createCampaign(sandbox, 'Sheet');
  let csv = 'Vorname,E-Mail,Branche\nAda,ada@sheet.example,Stahl\n';
  const sheet = await startStandIn((response) => response.setHeader('content-type', 'text/csv').end(csv));
  const id = await n8n().importWorkflow(
    await readTemplate('spreadsheet-rows-to-campaign', {
      'Every Hour': { rule: { interval: [{ field: 'seconds', secondsInterval: 1 }] } },
      'Read the Sheet': { url: sheet.url },
      'Enroll New Rows': { campaign: campaignById(campaignId) },
    }),
  );
  await n8n().activate(id);
  const [first] = await n8n().waitForExecutions(id);
  expect(first && outputsOf(first, 'Enroll New Rows')).toMatchObject([
    [{ email: 'ada@sheet.example', status: 'enrolled' }],
  ]);
  csv += 'Ben,ben@sheet.example,Glas\n';
  const sql =
    "SELECT email, first_name, custom_fields FROM leads WHERE email LIKE '%@sheet.example' ORDER BY email";
  await until('the second row is there', () => rows(sandbox, sql).length === 2);
  await n8n().deactivate(id);
  expect(rows(sandbox, sql)).toMatchObject([
    { email: 'ada@sheet.example', first_name: 'Ada', custom_fields: '{"Branche":"Stahl"}' },
    { email: 'ben@sheet.example', first_name: 'Ben', custom_fields: '{"Branche":"Glas"}' },
  ]);
  const path = `/v1/campaigns/${campaignId}/leads/bulk`;
  expect(rows(sandbox, 'SELECT id FROM requests WHERE path = ?', path)).toHaveLength(2);
});

test('bounce-to-crm-note suppresses the address and writes a note to the contact', async () => {
  const crm = await startStandIn((response, { path }) =>
    response.end(path.endsWith('search') ? '{"results":[{"id":"501"}]}' : '{}'),
  );
  await n8n().createCredential('httpHeaderAuth', 'HubSpot', {
    name: 'Authorization',
    value: 'Bearer example',
  });
  const assignments = [{ id: 'url', name: 'url', type: 'string', value: crm.url }];
  const id = await n8n().importWorkflow(
    await readTemplate('bounce-to-crm-note', { CRM: { assignments: { assignments } } }),
  );
  await n8n().activate(id);
  await startedCampaign({ sent: 3, hard: 1, soft: 1 });
  const [execution] = await n8n().waitForExecutions(id);
  expect(execution?.status).toBe('success');
  await n8n().deactivate(id);
  const [search, note] = crm.requests;
  expect(search?.path).toBe('/crm/v3/objects/contacts/search');
  expect(search?.body).toContain('hard-bounce0.of3@acme.example');
  expect(note?.path).toBe('/crm/v3/objects/notes');
  expect(note?.body).toMatch(/bounced: 550 .*"id":"501"/);
  expect(crm.requests).toHaveLength(2);
});

test('weekly-report posts the figures of each campaign', async () => {
  const campaignId = await startedCampaign({ sent: 10, hard: 0, soft: 0 });
  await sandbox.settled();
  const chat = await startStandIn((response) => response.setHeader('content-type', 'text/plain').end('ok'));
  const assignments = [
    { id: 'ids', name: 'campaignIds', type: 'array', value: JSON.stringify([campaignId]) },
    { id: 'url', name: 'chatUrl', type: 'string', value: chat.url },
  ];
  const id = await n8n().importWorkflow(
    await readTemplate('weekly-report', {
      'Monday at Eight': { rule: { interval: [{ field: 'seconds', secondsInterval: 1 }] } },
      Settings: { assignments: { assignments } },
    }),
  );
  await n8n().activate(id);
  await n8n().waitForExecutions(id);
  await n8n().deactivate(id);
  expect(JSON.parse(chat.requests[0]?.body ?? '')).toEqual({
    text: `Leadterra this week\n${campaignId}: 10 leads, 10 sent, 0 bounced (0.0 %), 0 replied`,
  });
});

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
