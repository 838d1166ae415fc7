import { type Sandbox } from '@leadterra/sandbox';
import { callLeadterra, rows } from '@leadterra/testing/leadterra';
import { valueAt } from '@leadterra/testing/value-at';

import { type Panel } from './editor.ts';

/** What is there before: a campaign with four leads, of which one replies and one bounces once it is started. */
export type Scene = { sandbox: Sandbox; campaignId: string; domain: string };

export type OperationCase = {
  /** The labels of the two menus. */
  resource: string;
  operation: string;
  /** What sets it apart from another entry of the same operation. */
  variant?: string;
  /** Default: `draft`. */
  campaign?: 'draft' | 'running';
  /** The items that the node gets. Default: an empty one. */
  input?: object[];
  /** Fills in what the operation asks for, as a user does. */
  fill?: (panel: Panel, scene: Scene) => Promise<void>;
  /** Expects what the panel shows, and what the sandbox has stored. */
  check: (output: unknown, scene: Scene) => void;
};

const someReply: unknown = expect.stringMatching(/^Re: /);

/** Puts the reply of the scene into the hands of the SDR of the key. */
async function assign({ sandbox, campaignId }: Scene): Promise<void> {
  const reply = rows(sandbox, 'SELECT id FROM replies WHERE campaign_id = ?', campaignId)[0]?.['id'];
  const sdrs = await callLeadterra(sandbox, 'GET', '/v1/sdrs');
  const body = { sdrId: valueAt(sdrs, 'data', '0', 'id'), skipIcpCheck: true };
  await callLeadterra(sandbox, 'POST', `/v1/replies/${String(reply)}/assign`, body);
}

/** The follow-ups of the scene's thread, the oldest first. */
function followUps({ sandbox, domain }: Scene) {
  const query = `SELECT f.* FROM follow_ups f JOIN threads t ON t.id = f.thread_id WHERE contact_email = ? ORDER BY f.rowid`;
  return rows(sandbox, query, `replies@${domain}`);
}

/** Assigns the reply, and chooses the follow-up that it makes. */
async function chooseFollowUp(panel: Panel, scene: Scene): Promise<void> {
  await assign(scene);
  await panel.chooseFromList('followUp', String(followUps(scene)[0]?.['thread_id']));
}

async function chooseThread(panel: Panel, scene: Scene): Promise<void> {
  await assign(scene);
  await panel.chooseFromList('thread', `replies@${scene.domain}`);
}

async function chooseCampaign(panel: Panel, { campaignId }: Scene): Promise<void> {
  await panel.type('campaign', campaignId);
}

function statusOf({ sandbox, campaignId }: Scene): unknown {
  return rows(sandbox, 'SELECT status FROM campaigns WHERE id = ?', campaignId)[0]?.['status'];
}

/** Contacts of several CRMs, of which some are taken and some are not. */
export const mixedContacts = [
  { id: '501', properties: { email: 'ada@alpha.example', firstname: 'Ada', company: 'Alpha' } },
  { attributes: { type: 'Lead' }, Id: '00Q1', Email: 'ben@beta.example', FirstName: 'Ben', Company: 'Beta' },
  { attributes: { type: 'Lead' }, Id: '00Q2', Email: 'olga@omega.example', HasOptedOutOfEmail: true },
  { id: '502', properties: { email: 'sue@sigma.example', firstname: 'Sue', company: 'Sigma' } },
  { 'E-Mail': 'Ada@Alpha.example', Vorname: 'Ada', Firma: 'Alpha GmbH' },
];

export const enroll: OperationCase = {
  resource: 'Lead',
  operation: 'Enroll',
  input: [
    {
      id: '501',
      properties: {
        email: 'ada@alpha.example',
        firstname: 'Ada',
        lastname: 'Reed',
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
  ],
  fill: chooseCampaign,
  check: (output, { sandbox, campaignId }) => {
    const taken = { status: 'enrolled', campaignId };
    expect(output).toEqual([
      expect.objectContaining({
        ...taken,
        email: 'ada@alpha.example',
        jobTitle: 'CTO',
        recordId: '501',
        source: 'hubspot',
      }),
      expect.objectContaining({ ...taken, email: 'ben@beta.example', source: 'salesforce' }),
    ]);
    const enrolled = `SELECT first_name, job_title FROM leads JOIN enrollments ON lead_id = id
      WHERE campaign_id = ? AND email IN ('ada@alpha.example', 'ben@beta.example') ORDER BY email`;
    expect(rows(sandbox, enrolled, campaignId)).toMatchObject([
      { first_name: 'Ada', job_title: 'CTO' },
      { first_name: 'Ben', job_title: 'CEO' },
    ]);
  },
};

/** At least one entry per operation of the node. */
export const operations: OperationCase[] = [
  // First, as long as there is one campaign: the editor shows only the beginning of a long list.
  {
    resource: 'Campaign',
    operation: 'Get Many',
    check: (output, { campaignId }) =>
      expect(output).toEqual([expect.objectContaining({ id: campaignId, status: 'draft' })]),
  },
  {
    resource: 'Campaign',
    operation: 'Create',
    fill: async (panel) => {
      await panel.type('name', 'Logistics managers, spring');
      await panel.type('subject', 'Quick question, [[firstName]]');
      await panel.type('bodyHtml', '<p>Hi [[firstName]],</p><p>how does [[company]] plan its routes?</p>');
      await panel.addItem('sequenceSteps');
      await panel.type('subject', 'Routes at [[company]]', 1);
      await panel.type('bodyHtml', '<p>Any thoughts, [[firstName]]?</p>', 1);
      await panel.type('delayDays', '4', 1);
    },
    check: (output, { sandbox }) => {
      expect(output).toMatchObject([{ name: 'Logistics managers, spring', status: 'draft' }]);
      const steps = `SELECT subject, delay_days FROM sequence_steps JOIN campaigns ON id = campaign_id
        WHERE name = 'Logistics managers, spring' ORDER BY step_index`;
      expect(rows(sandbox, steps)).toMatchObject([
        { subject: 'Quick question, {{firstName}}' },
        { subject: 'Routes at {{company}}', delay_days: 4 },
      ]);
    },
  },
  {
    resource: 'Campaign',
    operation: 'Check Capacity',
    fill: chooseCampaign,
    check: (output, { campaignId }) =>
      expect(output).toMatchObject([{ campaignId, leads: 4, pools: 2, enough: true, missing: 0 }]),
  },
  {
    resource: 'Campaign',
    operation: 'Check Before Start',
    fill: chooseCampaign,
    check: (output, scene) => {
      expect(output).toMatchObject([
        { campaignId: scene.campaignId, ready: true, started: false, serious: [] },
      ]);
      expect(statusOf(scene)).toBe('draft');
    },
  },
  {
    resource: 'Campaign',
    operation: 'Start',
    fill: chooseCampaign,
    check: (output, scene) => {
      expect(output).toMatchObject([{ id: scene.campaignId, status: 'running' }]);
      expect(statusOf(scene)).toBe('running');
    },
  },
  {
    resource: 'Campaign',
    operation: 'Pause',
    campaign: 'running',
    fill: chooseCampaign,
    check: (output, scene) => {
      expect(output).toMatchObject([{ id: scene.campaignId, status: 'paused' }]);
      expect(statusOf(scene)).toBe('paused');
    },
  },
  {
    resource: 'Campaign',
    operation: 'Pause If Bounce Rate Is High',
    campaign: 'running',
    fill: async (panel, scene) => {
      await chooseCampaign(panel, scene);
      await panel.type('maxBounceRate', '10');
      await panel.type('minimumSent', '4');
    },
    check: (output, scene) => {
      const reason: unknown = expect.stringContaining('1 of 4 emails bounced');
      expect(output).toMatchObject([{ paused: true, sent: 4, bounced: 1, reason }]);
      expect(statusOf(scene)).toBe('paused');
    },
  },
  {
    resource: 'Campaign',
    operation: 'Get Statistics',
    campaign: 'running',
    fill: chooseCampaign,
    check: (output) => expect(output).toMatchObject([{ totalEnrolled: 4, sent: 4, bounced: 1, replied: 1 }]),
  },
  enroll,
  {
    resource: 'Lead',
    operation: 'Enroll',
    variant: 'mapped by hand',
    fill: async (panel, scene) => {
      await chooseCampaign(panel, scene);
      await panel.choose('leadSource', 'Map Each Field Below');
      await panel.type('email', 'eva@gamma.example');
      await panel.type('firstName', 'Eva');
    },
    check: (output, { sandbox }) => {
      expect(output).toMatchObject([{ email: 'eva@gamma.example', status: 'enrolled', source: 'manual' }]);
      const stored = "SELECT first_name FROM leads WHERE email = 'eva@gamma.example'";
      expect(rows(sandbox, stored)).toMatchObject([{ first_name: 'Eva' }]);
    },
  },
  {
    resource: 'Lead',
    operation: 'Preview',
    input: mixedContacts,
    fill: async (panel, scene) => {
      await chooseCampaign(panel, scene);
      await panel.choose('copy', 'Emails Entered Below');
      await panel.type('subject', 'Quick question, [[firstName]]');
      await panel.type('bodyHtml', '<p>Hi [[firstName]],</p><p>how does [[company]] plan its routes?</p>');
    },
    check: (output, { sandbox, campaignId }) => {
      const from = { email: 'properties.email', firstName: 'properties.firstname' };
      const emails = [{ subject: 'Quick question, Ada', blanks: [] }];
      expect(output).toMatchObject([
        { status: 'ready', suppressed: 'unknown', firstName: 'Ada', company: 'Alpha GmbH', from, emails },
        { status: 'ready', email: 'ben@beta.example' },
        { status: 'opted_out', email: 'olga@omega.example' },
        { status: 'ready', email: 'sue@sigma.example' },
        { status: 'duplicate', duplicateOfItem: 0 },
      ]);
      const sent = 'SELECT * FROM leads JOIN enrollments ON lead_id = id WHERE campaign_id = ?';
      expect(rows(sandbox, sent, campaignId)).toHaveLength(4);
    },
  },
  {
    resource: 'Reply',
    operation: 'Get Many',
    campaign: 'running',
    fill: async (panel, { sandbox, campaignId }) => {
      await panel.toggle('returnAll');
      const [{ name } = {}] = rows(sandbox, 'SELECT name FROM campaigns WHERE id = ?', campaignId);
      await panel.addField('Add Filter', 'Campaign');
      await panel.chooseFromList('campaignId', String(name));
      await panel.addField('Add Filter', 'Classification');
      await panel.chooseFromList('classification', 'Interested');
    },
    check: (output, { domain, campaignId }) =>
      expect(output).toEqual([
        expect.objectContaining({
          campaignId,
          email: `replies@${domain}`,
          classification: 'interested',
        }),
      ]),
  },
  {
    resource: 'Reply',
    operation: 'Get By Email',
    campaign: 'running',
    fill: async (panel, { domain }) => await panel.type('email', `replies@${domain}`),
    check: (output, { domain, campaignId }) =>
      expect(output).toMatchObject([{ campaignId, email: `replies@${domain}` }]),
  },
  {
    resource: 'Reply',
    operation: 'Assign To SDR',
    campaign: 'running',
    fill: async (panel, { domain }) => {
      await panel.chooseFromList('reply', `replies@${domain}`);
      await panel.chooseFromList('sdr', 'Jordan Lee');
      await panel.toggle('skipIcpCheck');
      await panel.addField('Add Field', 'Note');
      await panel.type('note', 'Wants to talk on Thursday.');
    },
    check: (output, { sandbox, domain }) => {
      expect(output).toMatchObject([{ status: 'assigned', reason: null }]);
      const thread = rows(sandbox, 'SELECT status FROM threads WHERE contact_email = ?', `replies@${domain}`);
      expect(thread).toMatchObject([{ status: 'new' }]);
    },
  },
  {
    resource: 'SDR',
    operation: 'Get Many',
    check: (output) => expect(output).toMatchObject([{ name: 'Jordan Lee' }, { name: 'Sam Ortiz' }]),
  },
  {
    resource: 'Inbox Thread',
    operation: 'Get Many',
    campaign: 'running',
    fill: async (panel, scene) => {
      await assign(scene);
      await panel.addField('Add Filter', 'Status');
      await panel.chooseAlso('statuses', 'New');
      await panel.addField('Add Filter', 'Search');
      await panel.type('search', scene.domain);
    },
    check: (output, { domain }) =>
      expect(output).toMatchObject([{ contactEmail: `replies@${domain}`, status: 'new' }]),
  },
  {
    resource: 'Inbox Thread',
    operation: 'Get By Email',
    campaign: 'running',
    fill: async (panel, scene) => {
      await assign(scene);
      await panel.type('email', `replies@${scene.domain}`);
    },
    check: (output, { domain }) => expect(output).toMatchObject([{ contactEmail: `replies@${domain}` }]),
  },
  {
    resource: 'Follow-Up',
    operation: 'Get Due',
    campaign: 'running',
    fill: async (panel, scene) => {
      await assign(scene);
      await panel.toggle('returnAll');
      await panel.toggle('includeUpcoming');
    },
    check: (output, scene) =>
      expect(output).toContainEqual(
        expect.objectContaining({ id: followUps(scene)[0]?.['id'], status: 'pending' }),
      ),
  },
  {
    resource: 'Follow-Up',
    operation: 'Complete',
    campaign: 'running',
    fill: chooseFollowUp,
    check: (output, scene) => {
      expect(output).toMatchObject([{ status: 'completed' }]);
      expect(followUps(scene)).toMatchObject([{ status: 'completed' }]);
    },
  },
  {
    resource: 'Follow-Up',
    operation: 'Skip',
    campaign: 'running',
    fill: chooseFollowUp,
    check: (output, scene) => {
      expect(output).toMatchObject([{ status: 'skipped' }]);
      expect(followUps(scene)).toMatchObject([{ status: 'skipped', reason: null }]);
    },
  },
  {
    resource: 'Follow-Up',
    operation: 'Reschedule',
    campaign: 'running',
    fill: async (panel, scene) => {
      await chooseFollowUp(panel, scene);
      await panel.type('dueAt', '2036-07-05T14:00:00');
    },
    check: (output, scene) => {
      expect(output).toMatchObject([{ status: 'pending', dueAt: '2036-07-05T14:00:00.000Z' }]);
      expect(followUps(scene)).toMatchObject([{ due_at: Date.parse('2036-07-05T14:00:00Z') }]);
    },
  },
  {
    resource: 'Follow-Up',
    operation: 'Schedule',
    campaign: 'running',
    fill: chooseThread,
    check: (output, scene) => {
      expect(output).toMatchObject([{ status: 'pending' }]);
      expect(followUps(scene)).toHaveLength(2);
    },
  },
  {
    resource: 'Draft',
    operation: 'Generate',
    campaign: 'running',
    fill: async (panel, scene) => {
      await chooseThread(panel, scene);
      await panel.addField('Add Field', 'Instructions');
      await panel.type('instructions', 'Offer a call on Thursday.');
    },
    check: (output) => expect(output).toMatchObject([{ approach: 'Direct answer', subject: someReply }]),
  },
  {
    resource: 'Draft',
    operation: 'Send',
    campaign: 'running',
    fill: async (panel, scene) => {
      await assign(scene);
      const { sandbox, domain } = scene;
      const thread = rows(sandbox, 'SELECT id FROM threads WHERE contact_email = ?', `replies@${domain}`);
      const threadId = thread[0]?.['id'];
      const written = await callLeadterra(sandbox, 'POST', '/v1/sdr/drafts/generate', { threadId });
      await panel.type('draft', String(valueAt(written, 'data', 'drafts', '0', 'id')));
    },
    check: (output, { sandbox }) => {
      expect(output).toMatchObject([{ overall: 0.92, issues: [] }]);
      expect(rows(sandbox, 'SELECT id FROM drafts WHERE sent_at IS NOT NULL')).toHaveLength(1);
    },
  },
  {
    resource: 'Gmail',
    operation: 'Get Status',
    check: (output) =>
      expect(output).toMatchObject([{ connected: true, healthState: 'active', needsAttention: false }]),
  },
  {
    resource: 'Sender Account',
    operation: 'Get Many',
    check: (output) => expect(output).toHaveLength(4),
  },
  {
    resource: 'Sender Pool',
    operation: 'Get Many',
    check: (output) => expect(output).toMatchObject([{ dailyCapacity: 2000 }, { dailyCapacity: 100 }]),
  },
  {
    resource: 'Suppression List',
    operation: 'Add',
    fill: async (panel) => await panel.type('emails', 'max@omega.example, eva@omega.example'),
    check: (output, { sandbox }) => {
      const emails = ['max@omega.example', 'eva@omega.example'];
      expect(output).toEqual([{ emails, requested: 2, suppressed: 2, alreadySuppressed: 0, refused: [] }]);
      const suppressed = "SELECT email FROM suppressions WHERE email LIKE '%@omega.example' ORDER BY email";
      expect(rows(sandbox, suppressed).map(({ email }) => email)).toEqual(emails.toReversed());
    },
  },
];
