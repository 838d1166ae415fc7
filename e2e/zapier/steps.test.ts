import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';
import { containing, someNumber, someText } from '@leadterra/testing/matchers';
import { type ZapierApp } from '@leadterra/testing/zapier';

import { closeConnected, connected } from './support.ts';

const tokens = 'Hi {{firstName}}, {{ bundle.inputData.x }} & {{process.env.HOME}}';

describe.each(['reference', 'guide', 'concept'] as const)('the built app on the %s dialect', (dialect) => {
  let sandbox: Sandbox;
  let zapier: ZapierApp;
  let campaign: string;

  beforeAll(async () => {
    ({ sandbox, zapier } = await connected({ dialect }));
  });
  afterAll(closeConnected);

  const row = (query: string, ...values: string[]) => rows(sandbox, query, ...values)[0];

  test('has a valid definition', async () => {
    await expect(zapier.validate()).resolves.toEqual([]);
  });

  test('connects an account', async () => {
    await expect(zapier.authTest()).resolves.toMatchObject({
      workspace: containing('@'),
      senderAccounts: someNumber,
    });
  });

  test('creates a campaign with the copy as it was typed', async () => {
    const created = await zapier.create('create_campaign', {
      name: 'Zap {{firstName}}',
      steps: [
        { subject: 'A question, [[firstName]]', bodyHtml: tokens, delayDays: '' },
        { subject: 'Again', bodyHtml: '<p>[[useCase]]</p>', delayDays: '2' },
      ],
    });
    expect(created).toMatchObject({ id: someText, name: 'Zap {{firstName}}', status: 'draft' });
    campaign = String(created['id']);
    expect(row('SELECT name FROM campaigns WHERE id = ?', campaign)).toEqual({ name: 'Zap {{firstName}}' });
    const steps =
      'SELECT subject, body_html, delay_days FROM sequence_steps WHERE campaign_id = ? ORDER BY step_index';
    expect(rows(sandbox, steps, campaign)).toEqual([
      { subject: 'A question, {{firstName}}', body_html: tokens, delay_days: null },
      { subject: 'Again', body_html: '<p>{{useCase}}</p>', delay_days: 2 },
    ]);
  });

  test('enrolls a lead from typed fields', async () => {
    await expect(
      zapier.create('enroll_lead', {
        campaign,
        email: 'Ava@Example.com',
        firstName: 'Ava {{x}}',
        customFields: { useCase: 'routing {{y}}' },
      }),
    ).resolves.toMatchObject({ id: 'ava@example.com', status: 'created' });
    expect(row('SELECT first_name, custom_fields FROM leads WHERE email = ?', 'ava@example.com')).toEqual({
      first_name: 'Ava {{x}}',
      custom_fields: '{"useCase":"routing {{y}}"}',
    });
  });

  test('enrolls a lead from the record of a CRM', async () => {
    const record = {
      FirstName: 'Ben',
      LastName: 'Okoro',
      Email: 'ben@example.com',
      Title: 'CTO',
      attributes: { type: 'Contact' },
    };
    await expect(
      zapier.create('enroll_lead', { campaign, source: 'salesforce', record: JSON.stringify(record) }),
    ).resolves.toMatchObject({
      email: 'ben@example.com',
      firstName: 'Ben',
      jobTitle: 'CTO',
      status: 'created',
    });
  });

  test('shows fields that fit the chosen CRM', async () => {
    const fields = await zapier.inputFields('enroll_lead', { source: 'zoho' });
    const help = JSON.stringify(fields);
    expect(help).toContain('From Zoho CRM, pick *Designation* (`Designation`)');
    expect(help).toContain('A contact or lead of Zoho CRM');
  });

  test('leaves out and reports who would get an e-mail with a gap', async () => {
    const { id, placeholders, warnings } = await zapier.create('create_campaign', {
      name: 'No gaps',
      steps: { subject: 'For [[company]]', bodyHtml: 'Hi {{ useCase }}' },
    });
    expect({ placeholders, warnings }).toEqual({
      placeholders: 'company, useCase',
      warnings: containing('{{useCase}} stays blank'),
    });
    await expect(
      zapier.create('enroll_leads', {
        campaign: id,
        placeholders,
        leads: [
          { email: 'ida@example.com', company: 'Example Farms', custom1: 'routing' },
          { email: 'joe@example.com', company: 'Example Farms' },
        ],
        customFieldNames: ['useCase'],
      }),
    ).resolves.toMatchObject({
      enrolled: 1,
      notEnrolled: [{ email: 'joe@example.com', reason: 'It would leave [[useCase]] blank.' }],
    });
    await expect(
      zapier.create('enroll_lead', { campaign: id, placeholders, email: 'kim@example.com' }),
    ).resolves.toMatchObject({ status: 'incomplete' });
    expect(row('SELECT count(*) AS enrolled FROM enrollments WHERE campaign_id = ?', String(id))).toEqual({
      enrolled: 1,
    });
  });

  test('enrolls a list and tells of every lead that was not enrolled', async () => {
    await expect(
      zapier.create('enroll_leads', {
        campaign,
        leads: [
          { email: 'hard-bounce@example.com', firstName: 'Cy' },
          { email: 'replies@example.com' },
          { email: 'not an address' },
          { email: 'BEN@example.com', company: 'Example Farms' },
        ],
      }),
    ).resolves.toMatchObject({
      input: 4,
      enrolled: 3,
      created: 2,
      updated: 1,
      notEnrolled: [{ email: 'not an address', status: 'invalid' }],
    });
    await expect(
      zapier.create('enroll_leads', {
        campaign,
        email: 'dee@example.com,eli@example.com',
        firstName: 'Dee,Eli',
      }),
    ).resolves.toMatchObject({ enrolled: 2, created: 2 });
    expect(row('SELECT count(*) AS enrolled FROM enrollments WHERE campaign_id = ?', campaign)).toEqual({
      enrolled: 6,
    });
  });

  test('starts, measures and pauses the campaign', async () => {
    await expect(zapier.create('start_campaign', { campaign })).resolves.toMatchObject({
      id: campaign,
      status: 'running',
    });
    await sandbox.settled();
    await expect(zapier.search('find_campaign_statistics', { campaign })).resolves.toEqual([
      expect.objectContaining({ id: campaign, totalEnrolled: 6, sent: 6, bounced: 1, bounceRate: 1 / 6 }),
    ]);
    await expect(
      zapier.create('pause_campaign_if_bounce_rate_is_high', {
        campaign,
        highestPercent: 20,
        minimumSent: 1,
      }),
    ).resolves.toMatchObject({ paused: false, bouncePercent: 16.7 });
    await expect(
      zapier.create('pause_campaign_if_bounce_rate_is_high', { campaign, highestPercent: 5, minimumSent: 1 }),
    ).resolves.toMatchObject({ paused: true, status: 'paused' });
    expect(row('SELECT status FROM campaigns WHERE id = ?', campaign)).toEqual({ status: 'paused' });
    await zapier.create('start_campaign', { campaign });
    await expect(zapier.create('pause_campaign', { campaign })).resolves.toMatchObject({
      id: campaign,
      status: 'paused',
    });
  });

  test('compares the leads of a campaign with what may be sent today', async () => {
    await expect(zapier.search('find_sending_capacity', { campaign })).resolves.toEqual([
      expect.objectContaining({
        id: campaign,
        leads: 6,
        remainingToday: someNumber,
        enough: true,
        missing: 0,
      }),
    ]);
  });

  test('adds addresses to the suppression list', async () => {
    await expect(
      zapier.create('add_to_suppression_list', { emails: ['Fay@example.com, gil@example.com', 'nobody'] }),
    ).resolves.toMatchObject({ requested: 2, suppressed: 2, refused: 'nobody' });
    expect(row("SELECT count(*) AS suppressed FROM suppressions WHERE reason = 'api'")).toEqual({
      suppressed: 2,
    });
  });
});
