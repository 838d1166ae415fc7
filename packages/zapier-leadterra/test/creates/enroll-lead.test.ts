import App from '../../src';
import { failure, isolateNetwork, leadterra, run, runCreate } from '../support/app';
import { containing, matching } from '../support/matchers';

isolateNetwork();

const campaign = 'camp_7';
const enroll = (inputData: Record<string, unknown>) => runCreate('enroll_lead', { campaign, ...inputData });
const bulk = (lead: Record<string, string>) =>
  leadterra().post('/v1/campaigns/camp_7/leads/bulk', { leads: [lead] });

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

it('enrolls what is typed, with custom fields beside the standard ones and braces as they are', async () => {
  bulk({
    useCase: 'Saves {{hours}}',
    email: 'ava@example.com',
    firstName: 'Ava',
    company: '{{bundle.inputData.company}}',
  }).reply(200, { enrolled: 1, updated: 0, total: 1 });
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

it.each([
  [{ data: { created: 0, updated: 1, enrolled: 1, errors: [] } }, 'updated'],
  [{ enrolled: 0, updated: 0, skipped: 1 }, 'skipped'],
  [{ enrolled: 0, updated: 0, total: 0 }, 'accepted'],
])('reads the answer %j', async (answer, status) => {
  bulk({ email: 'ava@example.com' }).reply(200, answer);
  await expect(enroll({ email: 'ava@example.com' })).resolves.toMatchObject({ status });
});

it('tells which custom field was left out', async () => {
  bulk({ email: 'ava@example.com' }).reply(200, { enrolled: 1, updated: 0, total: 1 });
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

  it.each([hubspotContact, JSON.stringify(hubspotContact), ` ${JSON.stringify([hubspotContact])} `])(
    'is mapped from %j',
    async (record) => {
      bulk(mapped).reply(200, { enrolled: 1, updated: 0, total: 1 });
      await expect(enroll({ record, source: 'hubspot' })).resolves.toMatchObject(mapped);
    },
  );

  it('is recognized without a source, and gives way to what is typed', async () => {
    bulk({ ...mapped, firstName: 'Avy' }).reply(200, { enrolled: 1, updated: 0, total: 1 });
    await enroll({ record: hubspotContact, source: '', firstName: 'Avy' });
  });

  it('without an address leaves the typed one', async () => {
    bulk({ email: 'ben@example.com' }).reply(200, { enrolled: 1, updated: 0, total: 1 });
    await enroll({
      record: { properties: { firstname: 'Ben' } },
      source: 'hubspot',
      email: 'ben@example.com',
    });
  });

  it('of a person who opted out halts the Zap, whatever is typed', async () => {
    const record = { properties: { ...hubspotContact.properties, hs_email_optout: 'true' } };
    expect(await failure(enroll({ record, email: 'ava@example.com' }))).toEqual({
      name: 'HaltedError',
      message: matching(/^ava@example\.com must not be mailed: .* The lead was not enrolled\.$/),
    });
  });

  it.each([
    [[], 'Whole Record gives no lead: '],
    [{ properties: { email: 'ben@' } }, '"ben@" is no email address.'],
    ['no JSON', 'Whole Record gives no lead: it is no JSON object.'],
    [{ properties: { firstname: 'Ben' } }, 'Whole Record gives no lead: The record has no email address'],
    [
      [{ email: 'a@example.com' }, { email: 'b@example.com' }],
      'Whole Record gives no lead: it is a list of several records.',
    ],
  ])('is refused as %j', async (record, message) => {
    expect(await failure(enroll({ record }))).toMatchObject({
      name: 'AppError',
      code: 'invalid_input',
      message: containing(message),
    });
  });
});

it.each([
  [{}, 'There is no e-mail address. Map E-mail Address'],
  [{ email: 'ava@' }, 'Could not enroll ava@ in campaign "camp_7": "ava@" is not an e-mail address.'],
  [{ email: ['ava@example.com'] }, 'A field holds something that is no text.'],
  [{ email: 'ava@example.com', source: 'excel' }, 'Source CRM is "excel", which is none of its choices.'],
])('refuses %j and sends nothing', async (inputData, message) => {
  expect(await failure(enroll(inputData))).toMatchObject({
    name: 'AppError',
    code: 'invalid_input',
    message: containing(message),
  });
});

it('tells why Leadterra refuses the lead', async () => {
  bulk({ email: 'ava@example.com' }).reply(422, {
    errors: [{ index: 0, message: 'Mailbox is a role address' }],
  });
  expect(await failure(enroll({ email: 'ava@example.com' }))).toMatchObject({
    message: containing('Could not enroll ava@example.com in campaign "camp_7": Mailbox is a role address'),
  });
});

it.each([
  [404, 'AppError', 'Could not enroll ava@example.com in campaign "camp_7": Leadterra does not know it'],
  [429, 'ThrottledError', 'Leadterra is receiving too many requests'],
  [401, 'ExpiredAuthError', 'Leadterra did not accept the API key'],
])('fails at %d as %s', async (status, name, message) => {
  bulk({ email: 'ava@example.com' }).reply(status);
  expect(await failure(enroll({ email: 'ava@example.com' }))).toMatchObject({
    name,
    message: containing(message),
  });
});

describe('the field for a whole record', () => {
  const helpFor = async (source?: string) => {
    const fields = App.creates.enroll_lead.operation.inputFields?.filter(
      (field) => typeof field === 'function',
    );
    return JSON.stringify(await run(fields?.[0], { inputData: { source } }));
  };

  it('says which CRM its record is of', async () => {
    expect(await helpFor('pipedrive')).toContain('A contact or lead of Pipedrive as JSON');
    expect(await helpFor('auto')).toContain('A contact or lead of your CRM as JSON');
    expect(await helpFor()).toContain('A contact or lead of your CRM as JSON');
  });
});
