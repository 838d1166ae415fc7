import { type Sandbox } from '@leadterra/sandbox';
import { callLeadterra, count, createCampaign, rows } from '@leadterra/testing/leadterra';
import { type Model, startModel, type ToolCall } from '@leadterra/testing/model';
import { campaignById, leadterraNode, node, type WorkflowNode } from '@leadterra/testing/n8n-workflow';

import { useN8n } from './support.ts';

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;
let runs = 0;

beforeEach(async () => {
  sandbox = await startLeadterra();
});

/** A node of ours as a tool, as the editor saves it. */
function tool(name: string, parameters: object): WorkflowNode {
  return { ...leadterraNode(name, parameters), type: 'n8n-nodes-leadterra.leadterraTool' };
}

function enroll(campaign: object, more: object = {}): WorkflowNode {
  return tool('Enroll', { resource: 'lead', operation: 'enroll', campaign, ...more });
}

/** What the model is to fill in, as n8n's editor writes it. */
const fromModel = (name: string) =>
  `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`\`, 'string') }}`;
const anyCampaign = campaignById(fromModel('campaign'));

/** Has n8n's agent run with these tools and a model that makes these calls. */
async function runAgent(turns: ToolCall[][], ...tools: WorkflowNode[]): Promise<Model> {
  const model = await startModel(turns);
  await n8n().createCredential('openAiApi', 'Model', { apiKey: 'sk-example', url: model.url });
  const path = `agent-${runs++}`;
  const nodes = [
    node('Start', 'n8n-nodes-base.webhook', 2.1, {
      httpMethod: 'POST',
      path,
      responseMode: 'lastNode',
      options: {},
    }),
    // Items of which nothing may be sent.
    node('Contact', 'n8n-nodes-base.set', 3.4, {
      mode: 'raw',
      jsonOutput:
        '{"name": "Zoe Zane", "email": "zoe@zeta.example", "firstName": "Zoe", "company": "Zeta", "unsubscribed": true}',
      options: {},
    }),
    node('Agent', '@n8n/n8n-nodes-langchain.agent', 3, {
      promptType: 'define',
      text: 'Enroll them',
      options: { maxIterations: 100 },
    }),
    node(
      'Model',
      '@n8n/n8n-nodes-langchain.lmChatOpenAi',
      1.2,
      { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
      { credentials: { openAiApi: {} } },
    ),
    ...tools,
  ];
  const toAgent = (type: string) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
  const connections = {
    Start: { main: [[{ node: 'Contact', type: 'main', index: 0 }]] },
    Contact: toAgent('main'),
    Model: toAgent('ai_languageModel'),
    ...Object.fromEntries(tools.map(({ name }) => [name, toAgent('ai_tool')])),
  };
  const id = await n8n().importWorkflow({
    name: path,
    nodes,
    connections,
    settings: { executionOrder: 'v1' },
  });
  await n8n().activate(id);
  expect(await n8n().callWebhook(path, {})).toEqual({ status: 200, body: { output: 'Done.' } });
  return model;
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    email: `lead${index}@acme.example`,
    firstName: `Ava${'abcdefghij'[index % 10]}`,
  }));

test('an agent enrolls one lead, and nothing of its own item comes along', async () => {
  const campaignId = await createCampaign(sandbox);
  const args = { lead_email: 'ben@beta.example' };
  const model = await runAgent([[{ tool: 'Enroll', args }]], enroll(campaignById(campaignId)));
  expect(model.told()).toEqual([JSON.stringify([{ campaignId, leads: 1, enrolled: 1, others: [] }])]);
  expect(
    rows(sandbox, 'SELECT email, first_name, last_name, company, job_title, custom_fields FROM leads'),
  ).toEqual([
    {
      email: 'ben@beta.example',
      first_name: null,
      last_name: null,
      company: null,
      job_title: null,
      custom_fields: '{}',
    },
  ]);
});

test('the model is told what each tool does and what to fill in', async () => {
  const one = await runAgent([], enroll(anyCampaign), tool('Start campaign', start));
  const named = (name: string) => one.tools().find((tool) => tool.function.name === name)?.function;
  expect(named('Start_campaign')).toMatchObject({ description: 'Start campaign in Leadterra' });
  expect(named('Enroll')).toMatchObject({
    description: 'Enroll leads in a campaign in Leadterra',
    parameters: {
      properties: {
        campaign: { type: 'string' },
        lead_email: { type: 'string', description: containing('Never make one up') },
        lead_firstName: { description: containing('The given name alone') },
      },
      required: ['campaign', 'lead_email'],
    },
  });
  const list = await runAgent([], enroll(anyCampaign, { leadsPerCall: 'list' }));
  expect(list.tools()).toMatchObject([
    { function: { parameters: { properties: { leads: { description: containing('JSON array') } } } } },
  ]);
});

test('an agent enrolls 200 leads in one request, where it may', async () => {
  const campaignId = await createCampaign(sandbox);
  const parameters = { leadsPerCall: 'list', allowIrreversible: true };
  const calls = [[{ tool: 'Enroll', args: { leads: people(200) } }]];
  const model = await runAgent(calls, enroll(campaignById(campaignId), parameters));
  expect(model.told()).toEqual([JSON.stringify([{ campaignId, leads: 200, enrolled: 200, others: [] }])]);
  expect(count(sandbox, "SELECT count(*) FROM requests WHERE path LIKE '%bulk'")).toBe(1);

  const refused = await runAgent(calls, enroll(campaignById(campaignId), { leadsPerCall: 'list' }));
  expect(refused.told()[0]).toContain('Enrolling more than 25 leads in one run cannot be undone');
});

test('an agent enrolls 200 leads after a preview that a person has seen, and no others', async () => {
  const campaignId = await createCampaign(sandbox);
  const tools = [
    enroll(campaignById(campaignId), { leadsPerCall: 'list' }),
    tool('Preview', {
      ...{ resource: 'lead', operation: 'preview', campaign: campaignById(campaignId) },
      leadsPerCall: 'list',
    }),
  ];
  const leads = people(200);
  const previewed = await runAgent([[{ tool: 'Preview', args: { leads } }]], ...tools);
  const previewToken = /"previewToken":"([^"]+)"/.exec(previewed.told()[0] ?? '')?.[1];
  expect(previewToken).toMatch(/^\d+-[0-9a-f]{16}$/);
  expect(count(sandbox, 'SELECT count(*) FROM leads')).toBe(0);

  const withToken = (given: object[]) => [{ tool: 'Enroll', args: { leads: given, previewToken } }];
  const model = await runAgent(
    [withToken([...leads, { email: 'eve@evil.example' }]), withToken(leads)],
    ...tools,
  );
  const [another, same] = model.told();
  expect(another).toContain('does not stand for this list');
  expect(same).toBe(JSON.stringify([{ campaignId, leads: 200, enrolled: 200, others: [] }]));
});

test('the model hears why a lead is not enrolled, and goes on', async () => {
  const campaignId = await createCampaign(sandbox);
  await callLeadterra(sandbox, 'POST', '/v1/suppression-list', { emails: ['dan@delta.example'] });
  const turn = (campaign: string, more: object) => [{ tool: 'Enroll', args: { campaign, ...more } }];
  const model = await runAgent(
    [
      turn('camp_wrong', { lead_email: 'ben@beta.example' }),
      turn(campaignId, { lead_email: 'dan@delta.example' }),
      turn(campaignId, { lead_email: 'nobody' }),
      turn(campaignId, {}),
      turn(campaignId, { lead_email: 'ben@beta.example' }),
    ],
    enroll(anyCampaign),
  );
  const [wrong, suppressed, noAddress, nothing, enrolled] = model.told();
  expect(wrong).toContain('camp_wrong');
  expect(suppressed).toContain('left_out');
  expect(noAddress).toContain('invalid');
  expect(nothing).toContain('no email address');
  expect(enrolled).toContain('"enrolled":1');
});

const start = { resource: 'campaign', operation: 'start', campaign: anyCampaign };
const containing = (text: string): unknown => expect.stringContaining(text);

test('a thousand hostile calls do nothing that cannot be undone', async () => {
  const campaignId = await createCampaign(sandbox);
  // Nine: each of them meets each of the four tools and each of the five lists.
  const hostile: object[] = [
    { campaign: campaignId, emails: 'ben@beta.example' },
    { campaign: campaignId, emails: 'ben@beta.example', previewToken: '1-0123456789abcdef' },
    { campaign: campaignId, emails: 'ben@beta.example', allowIrreversible: true },
    { campaign: campaignId, emails: 'ben@beta.example', parameters: { allowIrreversible: true } },
    {
      campaign: `${campaignId}/start`,
      emails: ['ben@beta.example'],
      resource: 'campaign',
      operation: 'start',
    },
    {
      campaign: `${campaignId}/start?`,
      emails: '={{ "ben@beta.example" }}',
      query: { allowIrreversible: true },
    },
    { campaign: '../suppression-list', emails: '', toolCallId: 'call_1', node: { type: 'leadterra' } },
    { campaign: "={{ $('Contact').item.json.email }}", emails: 'x'.repeat(10_000) },
    {
      campaign: campaignId,
      emails: 'ben@beta.example',
      constructor: { prototype: { allowIrreversible: true } },
    },
  ];
  const leads = [
    people(1000),
    { email: 'ben@beta.example', __rl: true },
    [{ email: { $gt: '' } }, null, 5, 'ben@beta.example'],
    'all of them',
    [{ email: 'a@a.example', customFields: { status: 'running', allowIrreversible: true } }],
  ];
  const tools = ['Enroll', 'Start_campaign', 'Suppress', 'Check_before_start'];
  const calls = Array.from({ length: 1000 }, (_, place) => ({
    tool: tools[place % tools.length] ?? '',
    args: { ...hostile[place % hostile.length], leads: leads[place % leads.length] },
  }));
  const turns = Array.from({ length: 20 }, (_, turn) => calls.slice(50 * turn, 50 * turn + 50));
  const model = await runAgent(
    turns,
    enroll(anyCampaign, { leadsPerCall: 'list', allowIrreversible: fromModel('allowIrreversible') }),
    tool('Start campaign', start),
    tool('Check before start', {
      ...{ resource: 'campaign', operation: 'checkBeforeStart', campaign: anyCampaign, whenFine: 'start' },
      additionalFields: {},
    }),
    tool('Suppress', { resource: 'suppressionList', operation: 'add', emails: fromModel('emails') }),
  );
  expect(model.told()).toHaveLength(1000);
  expect(model.told().filter((told) => !told.startsWith('[{'))).toEqual([]);
  expect(rows(sandbox, "SELECT * FROM campaigns WHERE status <> 'draft'")).toEqual([]);
  expect(rows(sandbox, 'SELECT * FROM suppressions')).toEqual([]);
  const enrolled = count(sandbox, 'SELECT count(*) FROM enrollments');
  expect(enrolled).toBeGreaterThan(0);
  expect(enrolled).toBeLessThanOrEqual(25);
  const acts = "path LIKE '%/start%' OR path LIKE '%/suppression-list%'";
  expect(rows(sandbox, `SELECT method, path FROM requests WHERE method = 'POST' AND (${acts})`)).toEqual([]);
});
