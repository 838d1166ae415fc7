import { type Sandbox } from '@leadterra/sandbox';
import { outputsOf } from '../harness/n8n.ts';
import { leadterra, rows, template, useN8n } from './support.ts';

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startLeadterra();
});

test('crm-contacts-to-campaign creates a campaign, enrolls everyone who can be and starts it', async () => {
  const id = await n8n().importWorkflow(await template('crm-contacts-to-campaign'));
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
        { email: 'ada@alpha.example', status: 'accepted', verdict: 'created', campaignId, source: 'hubspot' },
        {
          email: 'ben@beta.example',
          status: 'accepted',
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
  const id = await n8n().importWorkflow(await template('bounce-guard'));
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

async function startedCampaign({
  sent,
  hard,
  soft,
}: {
  sent: number;
  hard: number;
  soft: number;
}): Promise<string> {
  const sequenceSteps = [{ subject: 'Hello', bodyHtml: '<p>Hello</p>' }];
  await leadterra(sandbox, 'POST', '/v1/campaigns', { name: `Sends ${sent}`, sequenceSteps });
  const [campaign] = rows(sandbox, 'SELECT id FROM campaigns WHERE name = ?', `Sends ${sent}`);
  const id = String(campaign?.['id']);
  const leads = Array.from({ length: sent }, (_, index) => ({
    email: `${index < hard ? 'hard-bounce' : index < hard + soft ? 'soft-bounce' : 'lead'}${index}.of${sent}@acme.example`,
  }));
  await leadterra(sandbox, 'POST', `/v1/campaigns/${id}/leads/bulk`, { leads });
  await leadterra(sandbox, 'POST', `/v1/campaigns/${id}/start`);
  return id;
}
