import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';

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
      expect.objectContaining({ ...taken, email: 'ada@alpha.example', source: 'hubspot' }),
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
    resource: 'Reply',
    operation: 'Get Many',
    campaign: 'running',
    fill: async (panel, { campaignId }) => {
      await panel.toggle('returnAll');
      await panel.addField('Add Filter', 'Campaign');
      await panel.type('campaignId', campaignId);
      await panel.addField('Add Filter', 'Classification');
      await panel.type('classification', 'interested');
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
