import { type Sandbox } from '@leadterra/sandbox';
import { count, createCampaign, rows } from '@leadterra/testing/leadterra';
import { readTemplate } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';

import { useN8n } from '../support.ts';
import {
  approval,
  bulks,
  enrolled,
  jsonOf,
  parameterOf,
  refusals,
  runner,
  service,
  settings,
  start,
  statusOf,
} from './parts.ts';

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startLeadterra();
});

const messages = () => count(sandbox, 'SELECT count(*) FROM messages');
const yes = { data: { approved: true } };
const no = { data: { approved: false } };

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

  async function setUp(answer: object, found = contacts) {
    const campaignId = await createCampaign(sandbox, 'Spring');
    const hubspot = await startStandIn((response) => response.end(JSON.stringify(found)));
    const slack = await startStandIn();
    const starting = start('Start');
    const read = await readTemplate('crm-contacts-to-campaign');
    const asking = parameterOf(read, 'Ask for Approval', 'message');
    const telling = parameterOf(read, 'Tell the Channel', 'text');
    const others = [
      starting,
      service('Get Contacts', hubspot.url),
      approval('Ask for Approval', asking, answer),
      service('Tell the Channel', slack.url, jsonOf({ text: telling })),
    ];
    const values = { Settings: settings('campaign', campaignId) };
    const template = await readTemplate('crm-contacts-to-campaign', values, others);
    return { campaignId, slack, run: await runner(n8n(), template, starting) };
  }

  test('enrolls who may be mailed and starts the campaign; again, it mails nobody twice', async () => {
    const { campaignId, slack, run } = await setUp(yes);
    const execution = await run();
    expect(execution.status).toBe('success');
    const asked = JSON.stringify(execution.data.resultData.runData['Ask for Approval']);
    expect(asked).toContain('2 ready, 1 without an address, 1 opted out.');
    expect(enrolled(sandbox)).toEqual(['ada@alpha.example', 'ben@beta.example']);
    expect(statusOf(sandbox, campaignId)).toBe('running');
    expect(slack.requests[0]?.body).toContain(
      `Started the Leadterra campaign ${campaignId}: 2 contacts enrolled.`,
    );
    await sandbox.settled();
    expect((await run()).status).toBe('success');
    await sandbox.settled();
    expect(messages()).toBe(2);
    expect(bulks(sandbox)).toBe(1);
    expect(count(sandbox, 'SELECT count(*) FROM campaigns')).toBe(1);
  });

  test.each([
    ['somebody declines', no],
    ['nobody answers for a day', { ready: 2 }],
  ])('does nothing where %s', async (_what, answer) => {
    const { campaignId, run } = await setUp(answer);
    expect((await run()).status).toBe('success');
    expect(bulks(sandbox)).toBe(0);
    expect(statusOf(sandbox, campaignId)).toBe('draft');
  });

  test('asks nobody where there is nobody to enroll', async () => {
    const { run } = await setUp(yes, contacts.slice(2));
    const execution = await run();
    expect(execution.status).toBe('success');
    expect(execution.data.resultData.runData).not.toHaveProperty('Ask for Approval');
  });

  test.each(refusals)('fails where Leadterra answers with %s, and catches up', async (fault) => {
    const { campaignId, run } = await setUp(yes);
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('error');
    expect(statusOf(sandbox, campaignId)).toBe('draft');
    sandbox.setFaults({});
    expect((await run()).status).toBe('success');
    expect(enrolled(sandbox)).toHaveLength(2);
    expect(statusOf(sandbox, campaignId)).toBe('running');
  });

  test('starts nothing while a lead failed, and goes on later', async () => {
    const { campaignId, slack, run } = await setUp(yes);
    sandbox.setFaults({ next: Array(6).fill('status-503') });
    const failed = await run();
    expect(failed.data.resultData.error?.message).toMatch(
      /^The campaign was not started\. .*Run Enroll again/,
    );
    expect(statusOf(sandbox, campaignId)).toBe('draft');
    expect(slack.requests).toEqual([]);
    sandbox.setFaults({});
    expect((await run()).status).toBe('success');
    expect(statusOf(sandbox, campaignId)).toBe('running');
  });

  test('starts for the others where Leadterra refuses one, and says so', async () => {
    const { campaignId, slack, run } = await setUp(yes, [...contacts, contact('rejected@beta.example')]);
    expect((await run()).status).toBe('success');
    expect(enrolled(sandbox)).toHaveLength(2);
    expect(statusOf(sandbox, campaignId)).toBe('running');
    expect(slack.requests[0]?.body).toContain('1 lead is refused by Leadterra.');
  });
});

describe('airtable-brief-to-campaign', () => {
  async function setUp(answer: object = yes) {
    const brief: Record<string, unknown> = {
      ...{ id: 'recC3', Name: 'Spring', Subject: 'Hello [[firstName|there]]' },
      Body: 'Hi [[firstName|there]],\n\nhow is [[company]]? R&D?\n\nReply "no" to hear no more.\nExample Ltd., 1 Example Street, Exampletown',
    };
    const leads = [
      { id: 'rec1', Email: 'ada@air.example', 'First Name': 'Ada', Company: 'Alpha' },
      { id: 'rec2', Email: 'ben@air.example', Company: 'Beta' },
      { id: 'rec3', Email: 'cleo@air.example', 'First Name': 'Cleo' },
    ];
    const airtable = await startStandIn((response, { method, path, body }) => {
      if (method === 'POST') Object.assign(brief, JSON.parse(body));
      response.end(JSON.stringify(path === '/leads' ? leads : brief));
    });
    const slack = await startStandIn();
    const starting = start('Start');
    const read = await readTemplate('airtable-brief-to-campaign');
    const others = [
      starting,
      service('Get Brief', `${airtable.url}/brief`),
      service(
        'Save Campaign ID',
        `${airtable.url}/brief`,
        jsonOf(parameterOf(read, 'Save Campaign ID', 'columns', 'value')),
      ),
      service('Get Leads', `${airtable.url}/leads`),
      approval('Ask for Approval', parameterOf(read, 'Ask for Approval', 'message'), answer),
      service('Tell the Channel', slack.url, jsonOf({ text: parameterOf(read, 'Tell the Channel', 'text') })),
    ];
    const template = await readTemplate('airtable-brief-to-campaign', {}, others);
    return { brief, slack, run: await runner(n8n(), template, starting) };
  }
  const campaigns = () => rows(sandbox, 'SELECT name, status FROM campaigns');

  test('makes one campaign of the brief, and mails each lead once', async () => {
    const { brief, slack, run } = await setUp();
    const execution = await run();
    expect(execution.data.resultData.error).toBeUndefined();
    const asked = JSON.stringify(execution.data.resultData.runData['Ask for Approval']);
    expect(asked).toContain('2 ready, 1 left out for a gap in the copy');
    expect(campaigns()).toEqual([{ name: 'Spring', status: 'running' }]);
    expect(statusOf(sandbox, String(brief['Campaign ID']))).toBe('running');
    expect(slack.requests[0]?.body).toContain('2 leads enrolled.');
    await sandbox.settled();
    expect(rows(sandbox, 'SELECT subject FROM messages ORDER BY subject')).toEqual([
      { subject: 'Hello Ada' },
      { subject: 'Hello there' },
    ]);
    expect((await run()).status).toBe('success');
    await sandbox.settled();
    expect(messages()).toBe(2);
    expect(campaigns()).toHaveLength(1);
  });

  test('leaves a draft without leads where somebody declines', async () => {
    const { run } = await setUp(no);
    expect((await run()).status).toBe('success');
    expect(campaigns()).toEqual([{ name: 'Spring', status: 'draft' }]);
    expect(bulks(sandbox)).toBe(0);
  });

  test.each(refusals)('makes nothing at %s, and catches up', async (fault) => {
    const { run } = await setUp();
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('error');
    expect(campaigns()).toEqual([]);
    sandbox.setFaults({});
    expect((await run()).status).toBe('success');
    expect(campaigns()).toEqual([{ name: 'Spring', status: 'running' }]);
    expect(enrolled(sandbox)).toEqual(['ada@air.example', 'ben@air.example']);
  });
});
