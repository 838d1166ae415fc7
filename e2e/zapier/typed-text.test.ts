import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';
import { type ZapierApp } from '@leadterra/testing/zapier';
import { mappedList } from '@leadterra/testing/zapier-editor';

import { closeConnected, connected } from './support.ts';

// All that Zapier's own templating reads, or would take out of a request.
const inBraces = 'Hi {{firstName}}, {{ bundle.inputData.x }} & {{process.env.HOME}} {{curlies';
const typed = `${inBraces} [[company]] [[ useCase ]]`;
const asCopy = `${inBraces} {{company}} {{useCase}}`;

let sandbox: Sandbox;
let zapier: ZapierApp;
let campaign: string;

beforeAll(async () => {
  ({ sandbox, zapier } = await connected());
  const { filled, steps } = mappedList([
    { subject: `1 ${typed}`, bodyHtml: `<p>1 ${typed}</p>\n` },
    { subject: `2 ${typed}`, bodyHtml: ` 2 ${typed}`, delayDays: 2 },
  ]);
  const given = { ...steps, text: { typed } };
  const created = await zapier.createInZap('create_campaign', { name: '{{text.typed}}', ...filled }, given);
  campaign = String(created['id']);
});
afterAll(closeConnected);

const leadOf = (email: string) => {
  const [lead] = rows(
    sandbox,
    'SELECT first_name, last_name, company, job_title, custom_fields FROM leads WHERE email = ?',
    email,
  );
  const custom: unknown = JSON.parse(String(lead?.['custom_fields']));
  return { ...lead, custom_fields: custom };
};

// A template that nobody filled in is no name to greet somebody by.
const nameless = { first_name: null, last_name: null, company: null, job_title: null };
const fields = { firstName: typed, lastName: typed, company: typed, jobTitle: typed };

describe('what a user types is what Leadterra stores', () => {
  test('in the name of a campaign, and in its copy, where double brackets become its braces', () => {
    expect(rows(sandbox, 'SELECT name FROM campaigns WHERE id = ?', campaign)).toEqual([{ name: typed }]);
    expect(
      rows(
        sandbox,
        'SELECT subject, body_html FROM sequence_steps WHERE campaign_id = ? ORDER BY step_index',
        campaign,
      ),
    ).toEqual([
      { subject: `1 ${asCopy}`, body_html: `<p>1 ${asCopy}</p>\n` },
      { subject: `2 ${asCopy}`, body_html: ` 2 ${asCopy}` },
    ]);
  });

  test('in every custom field of one lead, but not in its name', async () => {
    await zapier.create('enroll_lead', {
      ...{ campaign, email: 'ava@example.com', ...fields },
      customFields: { useCase: typed },
    });
    expect(leadOf('ava@example.com')).toEqual({ ...nameless, custom_fields: { useCase: typed } });
  });

  test.each(['as JSON', 'as an object'])(
    'in every custom field of a whole record %s, but not in its name',
    async (form) => {
      const record = {
        properties: {
          email: 'ben@example.com',
          ...{ firstname: typed, lastname: typed, company: typed, jobtitle: typed },
          use_case: typed,
        },
      };
      await zapier.create('enroll_lead_from_record', {
        campaign,
        record: form === 'as JSON' ? JSON.stringify(record) : record,
        recordCustomFields: ['properties.use_case'],
      });
      expect(leadOf('ben@example.com')).toEqual({ ...nameless, custom_fields: { use_case: typed } });
    },
  );

  test('in every custom field of line items, but not in their names', async () => {
    const { filled, steps } = mappedList([
      { email: 'cy@example.com', ...fields, custom1: typed, custom5: `5 ${typed}` },
      { email: 'dee@example.com' },
    ]);
    const customFieldNames = ['useCase', '', '', '', 'plan'];
    const customFields = { everywhere: '{{text.typed}}' };
    await zapier.createInZap(
      'enroll_leads',
      { campaign, ...filled, customFieldNames, customFields },
      { ...steps, text: { typed } },
    );
    expect(leadOf('cy@example.com')).toEqual({
      ...nameless,
      custom_fields: { useCase: typed, plan: `5 ${typed}`, everywhere: typed },
    });
    expect(leadOf('dee@example.com')).toMatchObject({ custom_fields: { everywhere: typed } });
  });
});
