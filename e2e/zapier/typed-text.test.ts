import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';
import { type ZapierApp } from '@leadterra/testing/zapier';
import { type Filled, mappedList } from '@leadterra/testing/zapier-editor';

import { closeConnected, connected, shown } from './support.ts';

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
  const asTyped = { name: '{{text.typed}}', whenUnknown: 'warn', ...filled };
  const created = await zapier.createInZap('create_campaign', asTyped, given);
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

describe('a token', () => {
  const stepsOf = (id: unknown) =>
    rows(sandbox, 'SELECT subject, body_html FROM sequence_steps WHERE campaign_id = ?', String(id));
  const custom = { customFields: ['useCase'] };

  test.each<[typed: string, stored: string, more?: Filled]>([
    ['Hi {{firstName}} at {{ company }}', 'Hi {{firstName}} at {{company}}'],
    ['Hi [[firstName]] at [[ company ]]', 'Hi {{firstName}} at {{company}}'],
    ['On {{ useCase }}', 'On {{useCase}}', custom],
    ['On [[useCase]]', 'On {{useCase}}'],
    ['Hi [[firstName|there]]', 'Hi {{firstNameOrThere}}'],
    ['Hi {{ firstName | my friend }}', 'Hi {{firstNameOrMyFriend}}'],
  ])('typed as %j is stored as %j', async (typed, stored, more = {}) => {
    // Zapier's editor takes braces for its own fields; from a step before they arrive as they are.
    const step = { step1Subject: '{{text.typed}}', step1BodyHtml: '{{text.typed}}<br>' };
    const filled = { name: 'Meant', ...step, ...more };
    const { id } = await zapier.createInZap('create_campaign', filled, { text: { typed } });
    expect(stepsOf(id)).toEqual([{ subject: stored, body_html: `${stored}<br>` }]);
  });

  test.each<[typed: string, says: string, more?: Filled]>([
    ['Hi {{first_name}}', 'did you mean [[firstName]]?'],
    ['Hi [[First Name]]', 'did you mean [[firstName]]?'],
    ['Hi {{First Name}}', 'did you mean [[firstName]]?'],
    ['Hi [[firstName|]]', 'did you mean [[firstName|there]]?'],
    ['Hi {first_name}', 'did you mean [[firstName]]?'],
    ['Hi [[firstName, how are you?', 'is not closed: for a token, write [[firstName]]'],
    ['On [[Use Case]]', 'write [[useCase]]'],
    ['On [[Use Case]]', 'call it "useCase"', { customFields: ['Use Case'] }],
    ['On [[usecase]]', 'did you mean [[useCase]]?', custom],
  ])('typed as %j creates nothing, and the step says: %s', async (typed, says, more = {}) => {
    const before = rows(sandbox, 'SELECT id FROM campaigns');
    const filled = { name: 'Not meant', step1Subject: 'Hi', step1BodyHtml: '{{text.typed}}', ...more };
    const failed = await shown(zapier.createInZap('create_campaign', filled, { text: { typed } }));
    expect(failed).toMatchObject({ kind: 'AppError', code: 'invalid_input' });
    expect(JSON.stringify(failed)).toContain(JSON.stringify(says).slice(1, -1));
    expect(rows(sandbox, 'SELECT id FROM campaigns')).toEqual(before);
  });

  test('with a fallback says it to leads that lack the value', async () => {
    const step = { step1Subject: 'Hi [[firstName|there]]', step1BodyHtml: '<p>Hi</p>' };
    const { id, placeholders } = await zapier.createInZap('create_campaign', { name: 'Fallbacks', ...step });
    const filled = { campaign: String(id), placeholders: String(placeholders), whenMissing: 'send' };
    await zapier.createInZap('enroll_lead', { ...filled, email: 'gil@example.com', firstName: 'Gil' });
    await zapier.createInZap('enroll_lead', { ...filled, email: 'hey@example.com' });
    const people = mappedList([{ email: 'ian@example.com' }, { email: 'joy@example.com', firstName: 'Joy' }]);
    await zapier.createInZap('enroll_leads', { ...filled, ...people.filled }, people.steps);
    const greetings = ['gil', 'hey', 'ian', 'joy'].map(
      (name) => leadOf(`${name}@example.com`)['custom_fields'],
    );
    expect(greetings).toEqual(['Gil', 'there', 'there', 'Joy'].map((said) => ({ firstNameOrThere: said })));
  });
});
