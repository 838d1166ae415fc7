import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';
import { containing, someNumber, someText } from '@leadterra/testing/matchers';
import { type ZapierApp } from '@leadterra/testing/zapier';
import { mappedList } from '@leadterra/testing/zapier-editor';

import { closeConnected, connected, enrollList, shown } from './support.ts';

const tokens = 'Hi {{firstName}}, {{ bundle.inputData.x }} & {{process.env.HOME}}';

describe.each(['reference', 'guide', 'concept'] as const)('the built app on the %s dialect', (dialect) => {
  let sandbox: Sandbox;
  let zapier: ZapierApp;
  let campaign: string;

  beforeAll(async () => {
    ({ sandbox, zapier } = await connected({ dialect, campaignList: 'works' }));
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
    const { filled, steps } = mappedList([{ subject: 'Third', bodyHtml: tokens }]);
    const created = await zapier.createInZap(
      'create_campaign',
      {
        name: '{{text.name}}',
        ...{ step1Subject: 'A question, [[firstName]]', step1BodyHtml: '{{text.tokens}}' },
        ...{ step2Subject: 'Again', step2BodyHtml: '<p>[[useCase]]</p>', step2DelayDays: '2' },
        ...filled,
      },
      { ...steps, text: { tokens, name: 'Zap {{firstName}}' } },
    );
    expect(created).toMatchObject({ id: someText, name: 'Zap {{firstName}}', status: 'draft' });
    campaign = String(created['id']);
    expect(row('SELECT name FROM campaigns WHERE id = ?', campaign)).toEqual({ name: 'Zap {{firstName}}' });
    const ofSteps =
      'SELECT subject, body_html, delay_days FROM sequence_steps WHERE campaign_id = ? ORDER BY step_index';
    expect(rows(sandbox, ofSteps, campaign)).toEqual([
      { subject: 'A question, {{firstName}}', body_html: tokens, delay_days: null },
      { subject: 'Again', body_html: '<p>{{useCase}}</p>', delay_days: 2 },
      { subject: 'Third', body_html: tokens, delay_days: null },
    ]);
  });

  test('enrolls a lead from typed fields', async () => {
    await expect(
      zapier.create('enroll_lead', {
        campaign,
        email: 'Ava@Example.com',
        firstName: 'Ava',
        customFields: { useCase: 'routing {{y}}' },
      }),
    ).resolves.toMatchObject({ id: 'ava@example.com', status: 'created' });
    expect(row('SELECT first_name, custom_fields FROM leads WHERE email = ?', 'ava@example.com')).toEqual({
      first_name: 'Ava',
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
      zapier.createInZap(
        'enroll_lead_from_record',
        { campaign, source: 'salesforce', record: '{{code.record}}' },
        { code: { record } },
      ),
    ).resolves.toMatchObject({
      email: 'ben@example.com',
      firstName: 'Ben',
      jobTitle: 'CTO',
      status: 'created',
    });
  });

  test('previews a lead and its email without a request', async () => {
    const requests = () => row('SELECT count(*) AS n FROM requests');
    const before = requests();
    const record = { properties: { email: 'Ivy@Example.com', firstname: 'Ivy' } };
    await expect(
      zapier.search('preview_lead', {
        record: JSON.stringify(record),
        subject: 'For [[company]]',
        bodyHtml: '<p>Hi [[firstName]]</p>',
      }),
    ).resolves.toMatchObject([
      {
        ...{ id: 'ivy@example.com', status: 'ready', suppressed: 'unknown' },
        from: { firstName: 'properties.firstname' },
        ...{ emailSubject: 'For [no company]', emailBodyHtml: '<p>Hi Ivy</p>', blanks: 'company' },
      },
    ]);
    expect(requests()).toEqual(before);
  });

  test('says which fields of the chosen CRM to map', async () => {
    const fields = await zapier.inputFields('enroll_lead', { source: 'zoho' });
    expect(JSON.stringify(fields)).toContain('**Job Title**: `Designation`');
  });

  test('leaves out and reports who would get an email with a gap', async () => {
    const { id, placeholders, warnings } = await zapier.createInZap('create_campaign', {
      name: 'No gaps',
      step1Subject: 'For [[company]]',
      step1BodyHtml: 'Hi [[useCase]]',
    });
    expect({ placeholders, warnings }).toEqual({
      placeholders: 'company, useCase',
      warnings: containing('[[useCase]] stays blank'),
    });
    await expect(
      enrollList(
        zapier,
        String(id),
        [
          { email: 'ida@example.com', company: 'Farms, Inc.', custom1: 'routing' },
          { email: 'joe@example.com', company: 'Farms, Inc.' },
        ],
        { placeholders: String(placeholders), customFieldNames: ['useCase'] },
      ),
    ).resolves.toMatchObject({
      enrolled: 1,
      notEnrolled: [{ email: 'joe@example.com', reason: 'It would leave [[useCase]] blank.' }],
    });
    const kim = { campaign: String(id), placeholders: String(placeholders), email: 'kim@example.com' };
    await expect(shown(zapier.createInZap('enroll_lead', kim))).resolves.toMatchObject({
      kind: 'HaltedError',
      message: containing('It would leave [[company]], [[useCase]] blank.'),
    });
    await expect(
      zapier.createInZap('enroll_lead', { ...kim, ifNotEnrolled: 'continue' }),
    ).resolves.toMatchObject({ status: 'incomplete' });
    expect(row('SELECT count(*) AS enrolled FROM enrollments WHERE campaign_id = ?', String(id))).toEqual({
      enrolled: 1,
    });
  });

  test('enrolls a list and tells of every lead that was not enrolled', async () => {
    await expect(
      enrollList(zapier, campaign, [
        { email: 'hard-bounce@example.com', firstName: 'Cy' },
        { email: 'replies@example.com' },
        { email: 'not an address' },
        { email: 'BEN@example.com', company: 'Farms, Inc.' },
      ]),
    ).resolves.toMatchObject({
      input: 4,
      enrolled: 3,
      created: 2,
      updated: 1,
      notEnrolled: [{ email: 'not an address', status: 'invalid' }],
    });
    await expect(
      zapier.createInZap(
        'enroll_leads',
        { campaign, email: '{{form.addresses}}', firstName: 'Dee,Eli' },
        { form: { addresses: 'dee@example.com,eli@example.com' } },
      ),
    ).resolves.toMatchObject({ enrolled: 2, created: 2 });
    expect(row('SELECT count(*) AS enrolled FROM enrollments WHERE campaign_id = ?', campaign)).toEqual({
      enrolled: 6,
    });
  });

  test('enrolls nobody who has opted out, and takes a full name apart', async () => {
    const fay = { campaign, email: 'fay@example.com', fullName: 'Fay Okoro' };
    await expect(
      shown(zapier.createInZap('enroll_lead', { ...fay, optedOut: 'yes' })),
    ).resolves.toMatchObject({
      kind: 'HaltedError',
      message: containing('must not be mailed'),
    });
    const other = await zapier.createInZap('create_campaign', {
      name: 'Names',
      step1Subject: 's',
      step1BodyHtml: 'b',
    });
    await expect(
      zapier.createInZap('enroll_lead', { ...fay, campaign: String(other['id']), optedOut: 'no' }),
    ).resolves.toMatchObject({ status: 'created', firstName: 'Fay', lastName: 'Okoro' });
  });

  test('finds a campaign by its name, and offers it', async () => {
    await expect(zapier.search('find_campaigns', { name: 'no gaps' })).resolves.toMatchObject([
      { name: 'No gaps' },
    ]);
    await expect(zapier.dropdown('campaigns')).resolves.toContainEqual({
      id: campaign,
      name: 'Zap {{firstName}} (draft)',
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
      zapier.search('find_reply_by_email', { email: 'Replies@example.com', campaign }),
    ).resolves.toMatchObject([{ email: 'replies@example.com', classification: 'interested' }]);
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
