import { type Sandbox } from '@leadterra/sandbox';
import { callLeadterra, createCampaign, rows } from '@leadterra/testing/leadterra';
import { startModel } from '@leadterra/testing/model';
import { campaignById, readTemplate } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';
import { valueAt } from '@leadterra/testing/value-at';

import { useN8n } from '../support.ts';
import { enrolled, refusals, runner, service, settings, start, startedCampaign, statusOf } from './parts.ts';

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startLeadterra();
});

describe('weekly-report', () => {
  async function setUp() {
    const campaignId = await startedCampaign(sandbox, { sent: 10 });
    await sandbox.settled();
    const slackState = { isDown: false };
    const slack = await startStandIn((response) =>
      response.writeHead(slackState.isDown ? 500 : 200).end('{}'),
    );
    const starting = start('Monday at Eight');
    const template = await readTemplate(
      'weekly-report',
      { Settings: settings('campaignIds', JSON.stringify([campaignId]), 'array') },
      [starting, service('Post Report', slack.url, '={{ $json }}')],
    );
    const last = () => valueAt(JSON.parse(slack.requests.at(-1)?.body ?? ''), 'text');
    const saying = (sent: number) =>
      `Leadterra since the last report\n${campaignId}: ${sent} sent, 0 bounced${sent > 0 ? ' (0.0 %)' : ''}, 0 replied`;
    const mailOneMore = async () => {
      const leads = [{ email: 'late@acme.example' }];
      await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaignId}/leads/bulk`, { leads });
      await sandbox.settled();
    };
    return {
      slack,
      state: slackState,
      last,
      saying,
      mailOneMore,
      run: await runner(n8n(), template, starting),
    };
  }

  test('posts what is new since the last report that was posted', async () => {
    const { state, last, saying, mailOneMore, run } = await setUp();
    await run();
    expect(last()).toBe(saying(10));
    await mailOneMore();
    state.isDown = true;
    expect((await run()).status).toBe('error');
    state.isDown = false;
    await run();
    expect(last()).toBe(saying(1));
    await run();
    expect(last()).toBe(saying(0));
  });

  test.each(refusals)('posts nothing at %s, and nothing is missing from the next report', async (fault) => {
    const { slack, last, saying, mailOneMore, run } = await setUp();
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('error');
    expect(slack.requests).toEqual([]);
    sandbox.setFaults({});
    await run();
    expect(last()).toBe(saying(10));
    await mailOneMore();
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('error');
    sandbox.setFaults({});
    await run();
    expect(last()).toBe(saying(1));
  });
});

describe('agent-enrolls-leads', () => {
  const ava = { lead_email: 'ava@example.com', lead_firstName: 'Ava', lead_company: 'Example Robotics' };
  const call = [{ tool: 'Enroll_lead', args: ava }];

  /** The chat of n8n's editor is for those who can open the workflow; a webhook says here what a user would type. */
  async function setUp(turns: Parameters<typeof startModel>[0]) {
    const campaignId = await createCampaign(sandbox, 'Chat');
    const model = await startModel(turns);
    await n8n().createCredential('openAiApi', 'Model', { apiKey: 'sk-example', url: model.url });
    const starting = start('Chat');
    const campaign = campaignById(campaignId);
    const said = { promptType: 'define', text: 'Enroll Ava Patel of Example Robotics, ava@example.com' };
    const memory = { sessionIdType: 'customKey', sessionKey: campaignId };
    const template = await readTemplate(
      'agent-enrolls-leads',
      {
        'AI Agent': said,
        'Simple Memory': memory,
        'Enroll lead': { campaign },
        'Get campaign statistics': { campaign },
      },
      [starting],
    );
    return { campaignId, model, run: await runner(n8n(), template, starting) };
  }

  test('enrolls whom the user names, tells how it does, and finds replies; again, nobody comes twice', async () => {
    const others = [
      { tool: 'Get_campaign_statistics', args: {} },
      { tool: 'Find_replies', args: {} },
    ];
    const { campaignId, model, run } = await setUp([call, others, [], call]);
    expect((await run()).status).toBe('success');
    const [enrolling, statistics, replies] = model.told();
    expect(enrolling).toBe(JSON.stringify([{ campaignId, leads: 1, enrolled: 1, others: [] }]));
    expect(statistics).toContain('"totalEnrolled":1');
    expect(replies).toContain('results');
    expect((await run()).status).toBe('success');
    expect(rows(sandbox, 'SELECT email, first_name, company FROM leads')).toEqual([
      { email: 'ava@example.com', first_name: 'Ava', company: 'Example Robotics' },
    ]);
    expect(enrolled(sandbox)).toEqual(['ava@example.com']);
    expect(statusOf(sandbox, campaignId)).toBe('draft');
  });

  test('lets nobody chat who cannot open the workflow', async () => {
    const model = await startModel([call]);
    await n8n().createCredential('openAiApi', 'Model', { apiKey: 'sk-example', url: model.url });
    const template = await readTemplate('agent-enrolls-leads');
    const webhookId = template.nodes.find(({ name }) => name === 'Chat')?.['webhookId'];
    const id = await n8n().importWorkflow(template);
    await n8n().activate(id);
    const said = { action: 'sendMessage', sessionId: 's1', chatInput: 'Enroll eve@evil.example' };
    expect((await n8n().callWebhook(`${String(webhookId)}/chat`, said)).status).toBe(404);
    expect(model.requests).toEqual([]);
    await n8n().deactivate(id);
  });

  test.each(refusals)('tells the model of %s, and enrolls afterwards', async (fault) => {
    const { model, run } = await setUp([call, [], call]);
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('success');
    expect(model.told()[0]).toMatch(/"error":"|failed/);
    expect(enrolled(sandbox)).toEqual([]);
    sandbox.setFaults({});
    await run();
    expect(enrolled(sandbox)).toEqual(['ava@example.com']);
  });
});
