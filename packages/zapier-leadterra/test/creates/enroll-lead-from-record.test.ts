import { containing, matching } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, runCreate, runInZap } from '../support/app';

isolateNetwork();

const campaign = 'camp_7';
const enroll = (inputData: Record<string, unknown>) =>
  runCreate('enroll_lead_from_record', { campaign, ...inputData });
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

describe('a record', () => {
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

  test('is recognized without a source, and its address gives way to the one that is filled in', async () => {
    bulk({ ...mapped, email: 'avy@example.com' }).reply(200, taken);
    await enroll({ record: hubspotContact, source: '', email: 'avy@example.com' });
  });

  test('comes from a Code step as JSON', async () => {
    bulk(mapped).reply(200, taken);
    const filled = { campaign, record: '{{code.contact}}', source: 'hubspot' };
    await runInZap('enroll_lead_from_record', filled, { code: { contact: hubspotContact } });
    await expect(runInZap('enroll_lead_from_record', { campaign })).rejects.toThrow(
      'Required field "Record (JSON)"',
    );
  });

  test('with several addresses is enrolled by the first, and says so', async () => {
    bulk({ email: 'ava@example.com' }).reply(200, taken);
    await expect(enroll({ record: { email: 'ava@example.com; ava@other.example' } })).resolves.toMatchObject({
      notes: 'The record has 2 email addresses; ava@example.com is used.',
    });
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

  test('of a person who has opted out ends the run, whatever is filled in', async () => {
    const record = { properties: { ...hubspotContact.properties, hs_email_optout: 'true' } };
    expect(await failure(enroll({ record, email: 'ava@example.com' }))).toEqual({
      name: 'HaltedError',
      message: matching(/^Could not enroll ava@example\.com in campaign "camp_7": .*must not be mailed/),
    });
  });

  test.each([
    [[], 'The record is no object with named fields. Map the JSON of one contact to Record'],
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

test('refuses a source that there is not', async () => {
  expect(await failure(enroll({ record: hubspotContact, source: 'excel' }))).toMatchObject({
    message: containing('"Source CRM" is "excel", which is none of its choices.'),
  });
});
