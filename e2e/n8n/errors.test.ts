import { callLeadterra, createCampaign, rows } from '@leadterra/testing/leadterra';
import { type Execution } from '@leadterra/testing/n8n-execution';
import { campaignById, leadterraNode, type WorkflowNode } from '@leadterra/testing/n8n-workflow';

import { useN8n } from './support.ts';

const { n8n, startLeadterra, run } = useN8n();

/** What the user sees in red: the message, and below it the description. */
function shown({ data }: Execution): { message?: string; description?: string | null } {
  const { message, description } = data.resultData.error ?? {};
  return { message, description };
}

function onCampaign(operation: string, campaignId: string): WorkflowNode {
  return leadterraNode('Leadterra', { resource: 'campaign', operation, campaign: campaignById(campaignId) });
}

function enroll(campaignId: string, options: object = {}): WorkflowNode {
  const campaign = campaignById(campaignId);
  const parameters = { resource: 'lead', operation: 'enroll', campaign, leadSource: 'auto', options };
  return leadterraNode('Leadterra', parameters);
}

const listPools = () => leadterraNode('Leadterra', { resource: 'senderPool', operation: 'getMany' });

test('a wrong API key', async () => {
  const sandbox = await startLeadterra();
  const wrong = { apiKey: 'sk_test_not_the_right_one', baseUrl: sandbox.url };
  await n8n().createCredential('leadterraApi', 'Wrong', wrong);
  const { message, description } = shown(await run([{}], listPools()));
  expect(message).toContain(
    'Could not list the sender pools: Leadterra did not accept the API key (401 authentication_failed)',
  );
  expect(description).toMatch(/^Check the API key: copy it again from Leadterra under Settings → API Keys/);
});

test('an unknown campaign', async () => {
  await startLeadterra();
  const { message } = shown(await run([{}], onCampaign('start', 'camp_unknown')));
  expect(message).toContain(
    'Could not start campaign "camp_unknown": Leadterra does not know it (404 campaign_not_found)',
  );
});

test('a campaign without leads or without steps cannot be started', async () => {
  const sandbox = await startLeadterra();
  const campaignId = await createCampaign(sandbox);
  const withoutLeads = shown(await run([{}], onCampaign('start', campaignId)));
  expect(withoutLeads.message).toContain('no_leads_enrolled');
  expect(withoutLeads.description).toContain('Enroll at least one lead in the campaign, then start it.');
  await callLeadterra(sandbox, 'POST', '/v1/campaigns', { name: 'Empty' });
  const empty = String(rows(sandbox, "SELECT id FROM campaigns WHERE name = 'Empty'")[0]?.['id']);
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${empty}/leads/bulk`, {
    leads: [{ email: 'ada@alpha.example' }],
  });
  expect(shown(await run([{}], onCampaign('start', empty))).description).toContain(
    'Give the campaign at least one sequence step',
  );
});

test('a lead that Leadterra refuses is named, and the others are enrolled', async () => {
  const sandbox = await startLeadterra();
  const campaignId = await createCampaign(sandbox);
  const items = [{ email: 'ada@alpha.example' }, { email: 'rejected@alpha.example' }];
  const { message, description } = shown(await run(items, enroll(campaignId)));
  expect(message).toMatch(/^Leadterra did not take 1 of 2 leads: item 1 \(rejected@alpha.example\): /);
  expect(description).toBe(
    '1 of 2 items were enrolled, 1 were not. Running this again with the same items is safe.',
  );
  expect(rows(sandbox, 'SELECT email FROM leads')).toMatchObject([{ email: 'ada@alpha.example' }]);
});

test('a campaign that is gone in the middle: the error says how many leads were enrolled', async () => {
  const sandbox = await startLeadterra();
  const campaignId = await createCampaign(sandbox);
  sandbox.setFaults({ always: ['campaign-deleted:1'] });
  const items = Array.from({ length: 6 }, (_, index) => ({ email: `lead${index}@alpha.example` }));
  const { message, description } = shown(
    await run(items, enroll(campaignId, { batchSize: 2, concurrency: 1 })),
  );
  expect(message).toContain(`in campaign "${campaignId}": Leadterra does not know it (404`);
  expect(description).toContain(
    '2 of 6 items were enrolled, 4 were not. Running this again with the same items is safe.',
  );
});

test.each([
  ['an HTML page in the place of an answer', 'html-page', /the answer \(200\) cannot be understood/],
  ['an answer that breaks off', 'truncated-json', /cannot be understood|the connection to Leadterra failed/],
  ['a dropped connection', 'connection-closed', /the connection to Leadterra failed/],
])('%s', async (_, fault, message) => {
  const sandbox = await startLeadterra();
  sandbox.setFaults({ always: [fault] });
  // It may have been created: that is not tried again, so the test does not wait for retries.
  const create = leadterraNode('Leadterra', {
    resource: 'campaign',
    operation: 'create',
    name: 'Spring',
    sequenceSteps: { step: [{ subject: 'Hello', bodyHtml: '<p>Hello</p>', delayDays: 0 }] },
  });
  const seen = shown(await run([{}], create));
  expect(seen.message).toMatch(message);
  expect(seen.description).toContain(
    'look for "Spring" among the campaigns in Leadterra before you run this again',
  );
});

test('a base URL that would show the key is refused before anything is sent', async () => {
  await startLeadterra();
  const data = { apiKey: 'sk_test_secret', baseUrl: 'http://leadterra.example' };
  await n8n().createCredential('leadterraApi', 'Unsafe', data);
  expect(shown(await run([{}], listPools())).message).toContain('must start with https://');
});
