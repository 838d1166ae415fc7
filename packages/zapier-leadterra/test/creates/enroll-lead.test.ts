import { leadSources } from '@leadterra/shared';
import { containing } from '@leadterra/testing/matchers';

import App from '../../src';
import { failure, inputFields, isolateNetwork, keysOf, leadterra, runCreate, runInZap } from '../support/app';

// Waits for a repeated request take no time here.
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

isolateNetwork();

const campaign = 'camp_7';
const enroll = (inputData: Record<string, unknown>) => runCreate('enroll_lead', { campaign, ...inputData });
const bulk = (lead: Record<string, string>) =>
  leadterra().post('/v1/campaigns/camp_7/leads/bulk', { leads: [lead] });
const taken = { enrolled: 1, updated: 0, total: 1 };

const none = { firstName: null, lastName: null, company: null, jobTitle: null };

test('enrolls what is typed, with custom fields beside the standard ones and braces as they are', async () => {
  bulk({
    useCase: 'Saves {{hours}}',
    email: 'ava@example.com',
    firstName: 'Ava',
    company: 'Example Robotics',
  }).reply(200, taken);
  await expect(
    enroll({
      email: ' Ava@Example.com ',
      firstName: 'Ava',
      lastName: '',
      company: 'Example Robotics',
      customFields: { useCase: 'Saves {{hours}}', empty: '', none: null },
    }),
  ).resolves.toEqual({
    id: 'ava@example.com',
    status: 'created',
    campaignId: campaign,
    ...none,
    email: 'ava@example.com',
    firstName: 'Ava',
    company: 'Example Robotics',
    customFields: { useCase: 'Saves {{hours}}' },
    notes: '',
  });
});

test('gives the same keys whatever is known, and those of the sample', async () => {
  bulk({ email: 'ava@example.com' }).reply(200, taken);
  const enrolled = await enroll({ email: 'ava@example.com' });
  expect(enrolled).toMatchObject({ ...none, customFields: {} });
  const { given, inSample } = keysOf('enroll_lead', enrolled);
  expect(given).toEqual(inSample);
});

test('enrolls whom one should think about first, and says so in the notes', async () => {
  bulk({ email: 'info@gmail.com' }).reply(200, taken);
  const enrolled = await enroll({ email: 'info@gmail.com' });
  expect(enrolled).toMatchObject({ status: 'created' });
  expect(enrolled).toHaveProperty('notes', expect.stringContaining('a mailbox for everybody there'));
  expect(enrolled).toHaveProperty('notes', expect.stringContaining('likely a private address'));
});

test('takes a full name apart, also where one part of it is given', async () => {
  bulk({ email: 'ava@example.com', firstName: 'Ava', lastName: 'Patel' }).reply(200, taken);
  await enroll({ email: 'ava@example.com', fullName: 'Ava Patel' });
  bulk({ email: 'ben@example.com', firstName: 'Ben', lastName: 'Okoro' }).reply(200, taken);
  await enroll({ email: 'ben@example.com', fullName: 'Ben Okoro', firstName: 'Ben' });
});

test('is known by the person, not by a custom field that is called like one of theirs', async () => {
  bulk({ title: 'CTO', unsubscribed: 'yes', email: 'ava@example.com' }).reply(200, taken);
  await enroll({ email: 'ava@example.com', customFields: { title: 'CTO', unsubscribed: 'yes' } });
});

describe('a lead that is not enrolled', () => {
  const lead = { email: 'ava@example.com', firstName: 'Ava' };
  const cases = {
    opted_out: { fields: { optedOut: 'yes' }, answer: undefined, why: 'must not be mailed' },
    incomplete: {
      fields: { placeholders: 'company' },
      answer: undefined,
      why: 'It would leave [[company]] blank.',
    },
    left_out: {
      fields: {},
      answer: { status: 200, body: { enrolled: 0, updated: 0, skipped: 1 } },
      why: 'Leadterra left it out',
    },
    rejected: {
      fields: {},
      answer: { status: 422, body: { errors: [{ index: 0, message: 'A role address' }] } },
      why: 'A role address',
    },
  };

  test.each(Object.entries(cases))(
    '%s ends the run, without a word of success',
    async (_, { fields, answer, why }) => {
      if (answer) bulk(lead).reply(answer.status, answer.body);
      const { name, message } = await failure(enroll({ ...lead, ...fields }));
      expect(name).toBe('HaltedError');
      expect(message).toMatch(/^Could not enroll ava@example\.com in campaign "camp_7": /);
      expect(message).toContain(why);
    },
  );

  test.each(Object.entries(cases))(
    '%s is told if the run is to go on',
    async (status, { fields, answer, why }) => {
      if (answer) bulk(lead).reply(answer.status, answer.body);
      await expect(enroll({ ...lead, ...fields, ifNotEnrolled: 'continue' })).resolves.toMatchObject({
        id: 'ava@example.com',
        status,
        firstName: 'Ava',
        notes: containing(why),
      });
    },
  );
});

test.each([
  'ava@example.com,ben@example.com',
  'ava@example.com; ben@example.com',
  'ava@example.com\nben@example.com',
  'ava@example.com ben@example.com',
  'ava@example.com,ben@',
])('refuses the list %j and names the action for lists', async (email) => {
  const told = { code: 'invalid_input', message: containing('for a list, use Enroll Leads.') };
  expect(await failure(enroll({ email }))).toMatchObject(told);
  const steps = { sheet: { rows: email.split(/[,; \n]+/).map((address) => ({ address })) } };
  const filled = { campaign, email: '{{sheet.rows[].address}}' };
  expect(await failure(runInZap('enroll_lead', filled, steps))).toMatchObject(told);
});

test('cannot be run from the editor without an address', async () => {
  await expect(runInZap('enroll_lead', { campaign, firstName: 'Ava' })).rejects.toThrow(
    'Required field "Email"',
  );
});

test.each([
  [{ data: { created: 0, updated: 1, enrolled: 1, errors: [] } }, 'updated'],
  [{ enrolled: 1, updated: 0, total: 1 }, 'created'],
  [{ total: 1 }, 'enrolled'],
  [{ errors: [] }, 'unconfirmed'],
])('reads the answer %j', async (answer, status) => {
  bulk({ email: 'ava@example.com' }).reply(200, answer);
  await expect(enroll({ email: 'ava@example.com' })).resolves.toMatchObject({ status });
});

test('tells which custom field was left out', async () => {
  bulk({ email: 'ava@example.com' }).reply(200, taken);
  await expect(
    enroll({ email: 'ava@example.com', customFields: { email: 'x@example.com' } }),
  ).resolves.toMatchObject({ notes: containing('the custom field "email"') });
});

test.each([
  [{}, '"Email" is empty.'],
  [{ email: ' ' }, '"Email" is empty.'],
  [{ email: 'ava@' }, '"ava@" is no email address. Map Email to the field'],
  [{ email: 'ava@example.com', whenMissing: 'ask' }, 'is "ask", which is none of its choices.'],
  [{ email: 'ava@example.com', ifNotEnrolled: 'ask' }, 'is "ask", which is none of its choices.'],
  [{ email: 'ava@example.com', customFields: 'useCase' }, 'A field holds something of another kind.'],
  [{ email: 'ava@example.com', company: ['A', 'B'] }, 'A field holds something that is not text.'],
])('refuses %j and sends nothing', async (inputData, message) => {
  expect(await failure(enroll(inputData))).toMatchObject({
    name: 'AppError',
    code: 'invalid_input',
    message: containing(message),
  });
});

test.each([
  [404, 'AppError', 'Could not enroll ava@example.com in campaign "camp_7": Leadterra does not know it'],
  [429, 'ThrottledError', 'Leadterra is receiving too many requests'],
  [401, 'ExpiredAuthError', 'Leadterra did not accept the API key'],
])('fails at %d as %s', async (status, name, message) => {
  bulk({ email: 'ava@example.com' }).reply(status, {}, { 'retry-after': '60' });
  expect(await failure(enroll({ email: 'ava@example.com' }))).toMatchObject({
    name,
    message: containing(message),
  });
});

describe('a lead with nothing for a token of the emails', () => {
  const incomplete = { email: 'ava@example.com', firstName: 'Ava', placeholders: 'firstName, useCase,' };

  test.each([undefined, '', 'skip'])('is left out at the choice %j', async (whenMissing) => {
    expect(await failure(enroll({ ...incomplete, whenMissing }))).toMatchObject({
      name: 'HaltedError',
      message: containing('It would leave [[useCase]] blank.'),
    });
  });

  test('is enrolled if that is chosen', async () => {
    bulk({ email: 'ava@example.com', firstName: 'Ava' }).reply(200, taken);
    await expect(enroll({ ...incomplete, whenMissing: 'Send' })).resolves.toMatchObject({
      status: 'created',
    });
  });

  test('stops the step if that is chosen', async () => {
    expect(await failure(enroll({ ...incomplete, whenMissing: 'stop' }))).toMatchObject({
      name: 'AppError',
      code: 'invalid_input',
      message: containing('ava@example.com, cannot be enrolled: it would leave [[useCase]] blank.'),
    });
  });

  test('is found by the copy itself as well as by names', async () => {
    const placeholders = '<p>Hi [[firstName]], about {{ useCase }}</p>';
    expect(await failure(enroll({ ...incomplete, placeholders }))).toMatchObject({
      message: containing('[[useCase]]'),
    });
    bulk({ useCase: 'routing', email: 'ava@example.com', firstName: 'Ava' }).reply(200, taken);
    await expect(enroll({ ...incomplete, customFields: { useCase: 'routing' } })).resolves.toMatchObject({
      status: 'created',
    });
  });
});

test("takes the address of a campaign's page for its ID", async () => {
  bulk({ email: 'ava@example.com' }).reply(200, taken);
  await expect(
    enroll({
      campaign: ' https://app.leadterra.co/campaigns/camp_7/leads?page=2 ',
      email: 'ava@example.com',
    }),
  ).resolves.toMatchObject({ campaignId: campaign });
});

describe('the advice', () => {
  const adviceFor = async (source?: string) => {
    const fields = await inputFields('enroll_lead', { source });
    return fields.flatMap((field) => (field.key === 'advice' ? (field.helpText ?? '') : []));
  };

  test('names the fields of the chosen CRM as its API does', async () => {
    const [text] = await adviceFor('salesforce');
    expect(text?.split('\n')).toEqual([
      'What the fields are called in the API of Salesforce; Zapier may show them by other names.',
      '',
      '- **Email**: `Email` or `PersonEmail`',
      '- **First Name**: `FirstName`',
      '- **Last Name**: `LastName`',
      '- **Full Name**: `Name`',
      '- **Company**: `Company` or `Account.Name`',
      '- **Job Title**: `Title` or `PersonTitle`',
      expect.stringMatching(/^- \*\*Opted Out\*\*: `HasOptedOutOfEmail`/),
    ]);
    expect((await adviceFor('close'))[0]).toContain('- **Full Name**: `name`');
  });

  test('is not given on forms and tables, which have the fields of their authors', async () => {
    for (const source of ['airtable', 'jotform', 'notion', 'tally', 'typeform'])
      expect(await adviceFor(source)).toEqual([]);
  });

  const ofAuthors = ['spreadsheet', 'airtable', 'jotform', 'notion', 'tally', 'typeform'];
  test.each(leadSources.filter(({ source }) => !ofAuthors.includes(source)))(
    'can be read, for $label',
    async ({ source }) => {
      const [text = ''] = await adviceFor(source);
      expect(text).toContain('- **Email**: `');
      expect(text).not.toMatch(/undefined|[[\]]/);
    },
  );

  test.each([undefined, 'auto', 'spreadsheet'])('is not given for %j', async (source) => {
    expect(await adviceFor(source)).toEqual([]);
  });
});

test('has all its fields in the definition, but for the advice', () => {
  const fields = App.creates.enroll_lead.operation.inputFields ?? [];
  expect(fields.filter((field) => typeof field === 'function')).toHaveLength(1);
  const keys = fields.flatMap((field) => (typeof field === 'object' ? field.key : []));
  const ofPerson = [
    'email',
    'firstName',
    'lastName',
    'fullName',
    'company',
    'jobTitle',
    'optedOut',
    'customFields',
  ];
  expect(keys).toEqual(expect.arrayContaining(ofPerson));
});
