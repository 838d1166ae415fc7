import { readdirSync } from 'node:fs';
import path from 'node:path';

import { type Sandbox } from '@leadterra/sandbox';
import { findBrowser } from '@leadterra/testing/browser';
import { callLeadterra, createCampaign, rows } from '@leadterra/testing/leadterra';
import { chain, leadterraNode, node, readTemplate, trigger } from '@leadterra/testing/n8n-workflow';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

import { useN8n } from '../n8n/support.ts';
import { image, type Look, looks, signIn } from './browser.ts';
import { Editor } from './editor.ts';
import { enroll, mixedContacts, type OperationCase, operations, type Scene } from './operations.ts';

const browserStart = findBrowser();

const workflows = 'packages/n8n-nodes-leadterra/workflows';
const templates = readdirSync(workflows).map((file) => path.basename(file, '.json'));

/** The credentials that the templates ask for beside ours. */
const ofOtherServices = {
  airtableTokenApi: { accessToken: 'example' },
  googleSheetsOAuth2Api: { clientId: 'example', clientSecret: 'example' },
  httpHeaderAuth: { name: 'Authorization', value: 'example' },
  hubspotAppToken: { appToken: 'example' },
  openAiApi: { apiKey: 'example' },
  pipedriveApi: { apiToken: 'example' },
  salesforceOAuth2Api: { clientId: 'example', clientSecret: 'example' },
  slackApi: { accessToken: 'example' },
};

(browserStart === undefined ? describe.skip : describe)('in the editor of n8n', () => {
  const { n8n, startLeadterra } = useN8n();
  let sandbox: Sandbox;
  let browser: Browser;
  let context: BrowserContext;
  let campaigns = 0;

  beforeAll(async () => {
    sandbox = await startLeadterra({ seed: 1, campaignList: 'works' });
    for (const [type, data] of Object.entries(ofOtherServices)) {
      await n8n().createCredential(type, 'Example', data);
    }
    browser = await chromium.launch(browserStart);
    context = await signIn(browser, n8n());
  });

  afterAll(async () => {
    await browser.close();
  });

  async function open(workflow: object, look: Look): Promise<Editor> {
    const editor = await Editor.open(context, look, n8n().url, await n8n().importWorkflow(workflow));
    expect(await editor.theme()).toBe(look.theme);
    return editor;
  }

  async function campaign(name: string): Promise<Scene> {
    const domain = `acme${++campaigns}.example`;
    const campaignId = await createCampaign(sandbox, `${name} ${campaigns}`);
    const scene = { sandbox, campaignId, domain };
    await enrollLeads(scene, 'ada', 'ben', 'replies', 'hard-bounce');
    return scene;
  }

  async function enrollLeads({ campaignId, domain }: Scene, ...people: string[]): Promise<void> {
    const leads = people.map((who) => ({ email: `${who}@${domain}` }));
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaignId}/leads/bulk`, { leads });
    await sandbox.settled();
  }

  async function start({ campaignId }: Scene): Promise<void> {
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaignId}/start`);
    await sandbox.settled();
  }

  /** A workflow that gives these items to a new Leadterra node. */
  function workflowFor({ resource, operation, input }: Omit<OperationCase, 'check'>): object {
    const contacts = { mode: 'raw', jsonOutput: JSON.stringify({ contacts: input }), options: {} };
    return chain(`${resource}: ${operation}`, [
      node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
      ...(input
        ? [
            node('Contacts', 'n8n-nodes-base.set', 3.4, contacts),
            node('One Item per Contact', 'n8n-nodes-base.splitOut', 1, {
              fieldToSplitOut: 'contacts',
              options: {},
            }),
          ]
        : []),
      leadterraNode('Leadterra', {}),
    ]);
  }

  test('the table of operations holds all that the menus offer', async () => {
    const editor = await open(workflowFor(enroll), looks[0]);
    const panel = await editor.openNode('Leadterra');
    const offered: string[] = [];
    for (const resource of await panel.options('resource')) {
      await panel.choose('resource', resource);
      for (const operation of await panel.options('operation')) offered.push(`${resource}: ${operation}`);
    }
    const tested = operations.map(({ resource, operation }) => `${resource}: ${operation}`);
    expect(new Set(tested)).toEqual(new Set(offered));
    await editor.close();
  });

  const [wideLight, ...otherLooks] = looks;
  const cases = [
    ...operations.map((operation) => ({ ...operation, look: wideLight })),
    ...otherLooks.map((look) => ({ ...enroll, look })),
  ].map((one) => ({ variant: '', ...one }));

  test.each(cases)('$resource: $operation $variant ($look.name)', async ({ look, ...one }) => {
    const scene = await campaign(one.operation);
    if (one.campaign === 'running') await start(scene);
    const editor = await open(workflowFor(one), look);
    const panel = await editor.openNode('Leadterra');
    await panel.choose('resource', one.resource);
    await panel.choose('operation', one.operation);
    await one.fill?.(panel, scene);
    one.check(await panel.execute(), scene);
    const words = [one.resource, one.operation, one.variant, look.name];
    await panel.screenshot(image(...words.filter((word) => word !== '')));
    await editor.close();
  });

  test('the panel tells of a mistake and what to do about it', async () => {
    const editor = await open(workflowFor({ resource: 'Suppression List', operation: 'Add' }), wideLight);
    const panel = await editor.openNode('Leadterra');
    await panel.choose('resource', 'Suppression List');
    await panel.type('emails', 'nobody');
    await expect(panel.execute()).rejects.toThrow(/"nobody" is not an email address[^]*Correct it/);
    await panel.screenshot(image('error', wideLight.name));
    await editor.close();
  });

  test('a slip in the copy stops Create before there is a campaign', async () => {
    const editor = await open(workflowFor({ resource: 'Campaign', operation: 'Create' }), wideLight);
    const panel = await editor.openNode('Leadterra');
    await panel.choose('resource', 'Campaign');
    await panel.choose('operation', 'Create');
    await panel.type('name', 'Stopped');
    await panel.type('subject', 'Quick question, [[First Name]]');
    await panel.type('bodyHtml', '<p>Hi [[firstName]],</p>');
    await expect(panel.execute()).rejects.toThrow(/\[\[First Name\]\][^]*\[\[firstName\]\]/);
    expect(rows(sandbox, `SELECT name FROM campaigns WHERE name = 'Stopped'`)).toEqual([]);
    await panel.screenshot(image('campaign-create-stopped', wideLight.name));
    await editor.close();
  });

  test('the panel says before a run what is likely to be a mistake', async () => {
    const input = [{ email: 'ada@alpha.example' }, { email: 'ben@beta.example' }];
    const editor = await open(workflowFor({ resource: 'Lead', operation: 'Enroll', input }), wideLight);
    const panel = await editor.openNode('Leadterra');
    await panel.executePreviousNodes();
    await panel.addField('Add Option', 'Opted-Out Contacts');
    await panel.choose('optedOut', 'Enroll Anyway');
    expect(await panel.hints()).toEqual([expect.stringContaining('"Opted-Out Contacts"')]);
    await panel.choose('resource', 'Campaign');
    await panel.choose('operation', 'Create');
    await panel.choose('campaigns', 'One for Each Item');
    expect(await panel.hints()).toEqual([expect.stringContaining('One campaign is created for each item')]);
    await editor.close();
  });

  test('a run that enrolls nobody says so above its output', async () => {
    const input = [{ email: 'olga@omega.example', unsubscribed: true }];
    const scene = await campaign('Nobody');
    const editor = await open(workflowFor({ resource: 'Lead', operation: 'Enroll', input }), wideLight);
    const panel = await editor.openNode('Leadterra');
    await panel.type('campaign', scene.campaignId);
    await panel.startExecution();
    expect(await panel.hints()).toEqual([expect.stringContaining('0 of 1 enrolled: 1 opted out.')]);
    await editor.close();
  });

  test.each(looks)('the trigger takes a signed bounce ($name)', async (look) => {
    const scene = await campaign('Bounces');
    await start(scene);
    const editor = await open(chain('Bounces', [trigger({}, 'Leadterra Trigger')]), look);
    const panel = await editor.openNode('Leadterra Trigger');
    // Nobody has to copy the webhook's URL, which holds a token.
    expect(await panel.text()).not.toContain('Webhook URLs');
    await panel.chooseAlso('events', 'Campaign Started');
    await panel.addField('Add Filter', 'Bounce Type');
    await panel.addField('Add Filter', 'Campaign');
    await panel.type('campaignIds', scene.campaignId);
    await panel.startExecution();
    await panel.listening();
    await enrollLeads(scene, 'hard-bounce.dan');
    expect(await panel.items()).toEqual([
      expect.objectContaining({
        event: 'message.bounced',
        email: `hard-bounce.dan@${scene.domain}`,
        campaignId: scene.campaignId,
        bounceType: 'hard',
      }),
    ]);
    await panel.screenshot(image('trigger', look.name));
    await editor.close();
  });

  test('a test of the trigger that reads the list of replies gets a real one', async () => {
    const scene = await campaign('Replies');
    await start(scene);
    const polling = node(
      'Leadterra Reply Trigger',
      'n8n-nodes-leadterra.leadterraReplyTrigger',
      1,
      { pollTimes: { item: [{ mode: 'everyX', value: 15, unit: 'minutes' }] }, filters: {} },
      { credentials: { leadterraApi: {} } },
    );
    const editor = await open(chain('Replies', [polling]), wideLight);
    const panel = await editor.openNode('Leadterra Reply Trigger');
    await panel.addField('Add Filter', 'Classification');
    await panel.chooseFromList('classification', 'Interested');
    await panel.startExecution();
    expect(await panel.items()).toEqual([
      expect.objectContaining({
        event: 'reply.received',
        email: `replies@${scene.domain}`,
        classification: 'interested',
      }),
    ]);
    await panel.screenshot(image('reply-trigger', wideLight.name));
    await editor.close();
  });

  test('the canvas and the list of nodes say in words what the nodes do', async () => {
    const events = ['message.bounced', 'reply.received'];
    const many = { resource: 'senderAccount', operation: 'getMany' };
    const workflow = chain('Words', [trigger({ events }, 'Events'), leadterraNode('Accounts', many)]);
    const editor = await open(workflow, wideLight);
    expect(await editor.subtitle('Events')).toBe('Message Bounced, Reply Received');
    expect(await editor.subtitle('Accounts')).toBe('Sender Account: Get Many');
    expect(await editor.offered('Leadterra')).toContain('Enroll contacts in cold-outreach campaigns');
    await editor.close();
  });

  test('the panel of a tool shows what the model fills in, and what it may not do', async () => {
    const editor = await open(await readTemplate('agent-enrolls-leads'), wideLight);
    const panel = await editor.openNode('Enroll lead');
    const text = await panel.text();
    expect(text).toContain('Defined automatically by the model');
    expect(text).toContain('Allow Actions That Cannot Be Undone');
    await panel.screenshot(image('agent-tool', wideLight.name));
    await editor.close();
  });

  const views = [
    ...templates.map((name) => ({ name, look: wideLight })),
    ...otherLooks.map((look) => ({ name: 'bounce-guard', look })),
  ];

  test.each(views)('the template $name opens with our icons ($look.name)', async ({ name, look }) => {
    const editor = await open(await readTemplate(name), look);
    const icon = look.theme === 'dark' ? 'leadterra.dark.svg' : 'leadterra.svg';
    expect(new Set(await editor.icons('n8n-nodes-leadterra'))).toEqual(new Set([icon]));
    await editor.screenshot(image('template', name, look.name));
    await editor.close();
  });

  test('a table tells of each contact what became of it', async () => {
    // One that tells which campaign is a draft, where the node may find out who was left out. So it comes last.
    sandbox = await startLeadterra({ seed: 1, campaignStatusInStats: true });
    const scene = await campaign('Outcomes');
    await callLeadterra(sandbox, 'POST', '/v1/suppression-list', { emails: ['sue@sigma.example'] });
    // Nobody has chosen another view before.
    context = await signIn(browser, n8n());
    const editor = await open(workflowFor({ ...enroll, input: mixedContacts }), {
      ...wideLight,
      width: 2400,
    });
    const panel = await editor.openNode('Leadterra');
    await panel.choose('resource', enroll.resource);
    await panel.choose('operation', enroll.operation);
    await panel.type('campaign', scene.campaignId);
    await panel.startExecution();
    const rows = await panel.table(image('lead-enroll-outcomes', wideLight.name));
    expect(rows.map((row) => /enrolled|opted_out|left_out|duplicate/.exec(row)?.[0])).toEqual([
      'enrolled',
      'enrolled',
      'opted_out',
      'left_out',
      'duplicate',
    ]);
    await editor.close();
  });
});
