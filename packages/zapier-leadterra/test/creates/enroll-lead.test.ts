import { leadSources } from '@leadterra/shared';
import { containing, matching } from '@leadterra/testing/matchers';
import * as z from 'zod/mini';

import App from '../../src';
import { failure, isolateNetwork, leadterra, run, runCreate } from '../support/app';

// Waits for a repeated request take no time here.
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

isolateNetwork();

const campaign = 'camp_7';
const enroll = (inputData: Record<string, unknown>) => runCreate('enroll_lead', { campaign, ...inputData });
const bulk = (lead: Record<string, string>) =>
  leadterra().post('/v1/campaigns/camp_7/leads/bulk', { leads: [lead] });
const taken = { enrolled: 1, updated: 0, total: 1 };

const hubspotContact = {
  id: '512',
  properties: {
    email: 'ava@example.com',
    firstname: 'Ava',
    lastname: 'Patel',
    company: 'Example Robotics',
    jobtitle: 'Head of Sales',
  },
};

test('enrolls what is typed, with custom fields beside the standard ones and braces as they are', async () => {
  bulk({
    useCase: 'Saves {{hours}}',
    email: 'ava@example.com',
    firstName: 'Ava',
    company: '{{bundle.inputData.company}}',
  }).reply(200, taken);
  await expect(
    enroll({
      email: ' Ava@Example.com ',
      firstName: 'Ava',
      lastName: '',
      company: '{{bundle.inputData.company}}',
      customFields: { useCase: 'Saves {{hours}}', empty: '', none: null },
    }),
  ).resolves.toEqual({
    id: 'ava@example.com',
    status: 'created',
    campaignId: campaign,
    email: 'ava@example.com',
    firstName: 'Ava',
    company: '{{bundle.inputData.company}}',
    customFields: { useCase: 'Saves {{hours}}' },
    notes: '',
  });
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

test.each([
  { enrolled: 0, updated: 0, skipped: 1 },
  { enrolled: 0, updated: 0, total: 0 },
])('halts for a lead that Leadterra left out: %j', async (answer) => {
  bulk({ email: 'ava@example.com' }).reply(200, answer);
  expect(await failure(enroll({ email: 'ava@example.com' }))).toMatchObject({
    name: 'HaltedError',
    message: containing('Leadterra left it out'),
  });
});

test('tells which custom field was left out', async () => {
  bulk({ email: 'ava@example.com' }).reply(200, taken);
  await expect(
    enroll({ email: 'ava@example.com', customFields: { email: 'x@example.com' } }),
  ).resolves.toMatchObject({ notes: containing('the custom field "email"') });
});

describe('a whole record', () => {
  const mapped = {
    email: 'ava@example.com',
    firstName: 'Ava',
    lastName: 'Patel',
    company: 'Example Robotics',
    jobTitle: 'Head of Sales',
  };

  test.each([hubspotContact, JSON.stringify(hubspotContact), ` ${JSON.stringify([hubspotContact])} `])(
    'is mapped from %j',
    async (record) => {
      bulk(mapped).reply(200, taken);
      await expect(enroll({ record, source: 'hubspot' })).resolves.toMatchObject(mapped);
    },
  );

  test('is recognized without a source, and gives way to what is typed', async () => {
    bulk({ ...mapped, firstName: 'Avy' }).reply(200, taken);
    await enroll({ record: hubspotContact, source: '', firstName: 'Avy' });
  });

  test('without an address is enrolled under the typed one', async () => {
    bulk({ email: 'ben@example.com', firstName: 'Ben', jobTitle: 'CTO' }).reply(200, taken);
    await enroll({
      record: { properties: { firstname: 'Ben', jobtitle: 'CTO' } },
      source: 'hubspot',
      email: 'Ben@example.com ',
    });
  });

  test('gives the custom fields that are named, and gives way to those that are typed', async () => {
    const properties = { ...hubspotContact.properties, industry: 'Robots', city: 'Lyon', plan: 'Basic' };
    bulk({ ...mapped, industry: 'Robots', city: 'Nice' }).reply(200, taken);
    await expect(
      enroll({
        record: { properties },
        recordCustomFields: ['properties.industry', ' ', 'properties.city', 'properties.none'],
        customFields: { city: 'Nice' },
      }),
    ).resolves.toMatchObject({ customFields: { industry: 'Robots', city: 'Nice' } });
  });

  test('of a person who opted out halts the Zap, whatever is typed', async () => {
    const record = { properties: { ...hubspotContact.properties, hs_email_optout: 'true' } };
    expect(await failure(enroll({ record, email: 'ava@example.com' }))).toEqual({
      name: 'HaltedError',
      message: matching(/^ava@example\.com must not be mailed: .* The lead was not enrolled\.$/),
    });
  });

  test.each([
    [[], 'The record is no object with named fields. Map the JSON of one contact to Whole Record'],
    [{ properties: { email: 'ben@' } }, '"ben@" is no email address.'],
    ['no JSON', 'The record is no object with named fields.'],
    [{ properties: { firstname: 'Ben' } }, 'The record has no email address (read as HubSpot).'],
    [[{ email: 'a@example.com' }, { email: 'b@example.com' }], 'The record is a list of 2 records.'],
  ])('is refused as %j', async (record, message) => {
    expect(await failure(enroll({ record }))).toMatchObject({
      name: 'AppError',
      code: 'invalid_input',
      message: containing(message),
    });
  });
});

test.each([
  [{}, 'There is no e-mail address. Map Email'],
  [{ email: 'ava@' }, '"ava@" is no email address. Map Email from another field'],
  [{ email: 'ava@example.com', whenMissing: 'ask' }, 'is "ask", which is none of its choices.'],
  [{ email: 'ava@example.com', customFields: 'useCase' }, 'A field holds something of another kind.'],
  [{ email: ['ava@example.com'] }, 'A field holds something that is no text.'],
  [{ email: 'ava@example.com', source: 'excel' }, 'Source CRM is "excel", which is none of its choices.'],
])('refuses %j and sends nothing', async (inputData, message) => {
  expect(await failure(enroll(inputData))).toMatchObject({
    name: 'AppError',
    code: 'invalid_input',
    message: containing(message),
  });
});

test('tells why Leadterra refuses the lead', async () => {
  bulk({ email: 'ava@example.com' }).reply(422, {
    errors: [{ index: 0, message: 'Mailbox is a role address' }],
  });
  expect(await failure(enroll({ email: 'ava@example.com' }))).toMatchObject({
    message: containing('Mailbox is a role address'),
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

describe('a lead with nothing for a placeholder of the e-mails', () => {
  const incomplete = { email: 'ava@example.com', firstName: 'Ava', placeholders: 'firstName, useCase,' };

  test.each([undefined, '', 'skip'])(
    'is left out at the choice %j, and the Zap goes on',
    async (whenMissing) => {
      await expect(enroll({ ...incomplete, whenMissing })).resolves.toMatchObject({
        id: 'ava@example.com',
        status: 'incomplete',
        notes: 'It would leave [[useCase]] blank.',
      });
    },
  );

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
      message: containing('ava@example.com, cannot be enrolled: it would leave {{useCase}} blank.'),
    });
  });

  test('is found by the copy itself as well as by names', async () => {
    await expect(
      enroll({ ...incomplete, placeholders: '<p>Hi [[firstName]], about {{ useCase }}</p>' }),
    ).resolves.toMatchObject({ status: 'incomplete' });
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

describe('the help of the fields', () => {
  const helpFor = async (source?: string) => {
    const dynamic = App.creates.enroll_lead.operation.inputFields?.filter(
      (field) => typeof field === 'function',
    );
    const resolved = await Promise.all((dynamic ?? []).map((field) => run(field, { inputData: { source } })));
    return Object.fromEntries(
      z
        .array(z.object({ key: z.string(), helpText: z.string() }))
        .parse(resolved.flat())
        .map(({ key, helpText }) => [key, helpText]),
    );
  };

  test('names the fields of the chosen CRM', async () => {
    expect(await helpFor('salesforce')).toEqual({
      email: 'From Salesforce, pick *Email* (`Email`) or *Person Email* (`PersonEmail`).',
      firstName: 'From Salesforce, pick *First Name* (`FirstName`).',
      lastName: 'From Salesforce, pick *Last Name* (`LastName`).',
      company: 'From Salesforce, pick *Company* (`Company`) or *Account Name* (`Account.Name`).',
      jobTitle: 'From Salesforce, pick *Title* (`Title`) or *Person Title* (`PersonTitle`).',
      record: containing('A contact or lead of Salesforce as JSON'),
    });
  });

  test('says so where a CRM has no such field', async () => {
    const close = await helpFor('close');
    expect(close['firstName']).toBe(
      'Close keeps the name in one piece, *Name* (`name`): map *Whole Record* instead, which takes it apart.',
    );
    expect(close['company']).toBe(
      'Close gives none with a person: map it from another step, or leave it empty.',
    );
    expect((await helpFor('highlevel'))['jobTitle']).toBe(
      'HighLevel gives none with a person: map it from another step, or leave it empty.',
    );
  });

  test.each(leadSources)('names a field that can be read, for $label', async ({ source }) => {
    const texts = Object.values(await helpFor(source));
    expect(texts).toHaveLength(6);
    for (const text of texts) {
      expect(text).toMatch(/^[^[\]]{20,200}\.$/);
      expect(text).not.toContain('undefined');
    }
  });

  test.each([undefined, 'auto', 'spreadsheet'])('is general for %j', async (source) => {
    const help = await helpFor(source);
    expect(help['email']).toBe('What the campaign writes to: at best the work address.');
    expect(help['record']).toMatch(/^A contact or lead of (your CRM|Spreadsheet, CSV or Other) as JSON/);
  });
});
