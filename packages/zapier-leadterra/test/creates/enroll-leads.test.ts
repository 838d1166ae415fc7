import { containing, matching } from '@leadterra/testing/matchers';
import { type Filled, mappedList } from '@leadterra/testing/zapier-editor';

import { failure, isolateNetwork, keysOf, leadterra, runCreate, runInZap } from '../support/app';

// Waits for a repeated request take no time here.
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

isolateNetwork();

const campaign = 'camp_7';
const objectContaining = (row: object): unknown => expect.objectContaining(row);
const enroll = (inputData: Record<string, unknown>) => runCreate('enroll_leads', { campaign, ...inputData });
const bulk = (leads: Record<string, string>[]) =>
  leadterra().post('/v1/campaigns/camp_7/leads/bulk', { leads });

/** A run in which a list of people was mapped, column by column. */
function enrollList(people: Record<string, unknown>[], more: Filled = {}) {
  const { filled, steps } = mappedList(people);
  return runInZap('enroll_leads', { campaign, ...filled, ...more }, steps);
}

test('enrolls line items in one request and tells what became of the others', async () => {
  bulk([
    { source: 'fair', email: 'ava@example.com', firstName: 'Ava' },
    { source: 'fair', email: 'ben@example.com' },
  ]).reply(200, { data: { created: 1, updated: 1, enrolled: 2, errors: [] } });
  const enrolled = await enrollList(
    [
      { email: 'ava@example.com', firstName: 'Ava' },
      { email: 'ben@example.com', firstName: '' },
      { email: 'ben@' },
      { email: 'AVA@example.com' },
      { firstName: 'Nobody' },
    ],
    { customFields: { source: 'fair' } },
  );
  expect(enrolled).toEqual({
    id: campaign,
    input: 5,
    enrolled: 2,
    created: 1,
    updated: 1,
    leftOut: 0,
    unconfirmed: 0,
    duplicate: 1,
    incomplete: 0,
    optedOut: 0,
    rejected: 0,
    invalid: 2,
    leads: [
      { row: 1, email: 'ava@example.com', status: 'enrolled', firstName: 'Ava' },
      { row: 2, email: 'ben@example.com', status: 'enrolled', firstName: null },
      { row: 3, email: 'ben@', status: 'invalid' },
      { row: 4, email: 'ava@example.com', status: 'duplicate' },
      { row: 5, email: '', status: 'invalid', firstName: 'Nobody' },
    ].map(objectContaining),
    notEnrolled: [
      { row: 3, email: 'ben@', status: 'invalid', reason: containing('"ben@" is not an') },
      { row: 5, email: '', status: 'invalid', reason: matching(/^It has no e-?mail address\.$/) },
    ],
    notes: '',
  });
  const { given, inSample } = keysOf('enroll_leads', enrolled);
  expect(given).toEqual(inSample);
});

test('takes each line item once, with its commas, though the top level repeats them', async () => {
  bulk([
    { email: 'ava@example.com', company: 'Farms, Inc.' },
    { email: 'ben@example.com', company: 'Two' },
    { email: 'cy@example.com', company: 'Three' },
  ]).reply(200, { enrolled: 3, updated: 0, total: 3 });
  await enrollList([
    { email: 'ava@example.com', company: 'Farms, Inc.' },
    { email: 'ben@example.com', company: 'Two' },
    { email: 'cy@example.com', company: 'Three' },
  ]);
});

test('enrolls one lead that is typed into the fields of the line items', async () => {
  bulk([{ email: 'ava@example.com', company: 'Farms, Inc.' }]).reply(200, {
    enrolled: 1,
    updated: 0,
    total: 1,
  });
  await runInZap('enroll_leads', { campaign, email: 'ava@example.com', company: 'Farms, Inc.' });
});

test('tells of who was left out, and of who may be', async () => {
  bulk([{ email: 'ava@example.com' }]).reply(200, { enrolled: 0, updated: 0, skipped: 1 });
  await expect(enrollList([{ email: 'ava@example.com' }])).resolves.toMatchObject({
    leftOut: 1,
    notEnrolled: [{ email: 'ava@example.com', status: 'left_out', reason: containing('left it out') }],
  });
  bulk([{ email: 'ava@example.com' }, { email: 'ben@example.com' }]).reply(200, { errors: [] });
  await expect(
    enrollList([{ email: 'ava@example.com' }, { email: 'ben@example.com' }]),
  ).resolves.toMatchObject({
    unconfirmed: 2,
    created: null,
    updated: null,
    notEnrolled: [{ status: 'unconfirmed' }, { status: 'unconfirmed' }],
  });
});

test('leaves out who has opted out, by every line item with that address, and takes full names apart', async () => {
  bulk([{ email: 'cy@example.com', firstName: 'Cy', lastName: 'Roe' }]).reply(200, {
    enrolled: 1,
    updated: 0,
    total: 1,
  });
  const refused = { email: 'ava@example.com', status: 'opted_out', reason: containing('must not be mailed') };
  await expect(
    enrollList([
      { email: 'Ava@example.com', fullName: 'Ava Patel', optedOut: 'no' },
      { email: 'cy@example.com', fullName: 'Cy Roe', optedOut: '' },
      { email: 'ava@example.com', optedOut: 'true' },
    ]),
  ).resolves.toMatchObject({ input: 3, enrolled: 1, optedOut: 2, notEnrolled: [refused, refused] });
});

test('tells of a line item with several addresses which of them is used', async () => {
  bulk([{ email: 'ava@example.com' }]).reply(200, { enrolled: 1, updated: 0, total: 1 });
  await expect(enrollList([{ email: 'ava@example.com; ben@example.com' }])).resolves.toMatchObject({
    notes: containing('2 email addresses; ava@example.com is used.'),
  });
});

test('takes lists that are joined with commas, and a single lead, at the top level', async () => {
  bulk([
    { email: 'ava@example.com', firstName: 'Ava', company: 'Example Robotics' },
    { email: 'ben@example.com', company: 'Example Farms' },
  ]).reply(200, { enrolled: 2, updated: 0, total: 2 });
  await enroll({
    email: 'ava@example.com, ben@example.com',
    firstName: 'Ava,',
    company: 'Example Robotics,Example Farms',
    leads: '',
  });

  bulk([{ email: 'cy@example.com', company: 'Example, Inc.' }]).reply(200, {
    enrolled: 1,
    updated: 0,
    total: 1,
  });
  await enroll({ email: 'cy@example.com', company: 'Example, Inc.' });
});

describe('custom fields', () => {
  test('differ by line item in the numbered fields, and go before those for all', async () => {
    bulk([
      { useCase: 'routing, scoring', plan: 'Pro', email: 'ava@example.com' },
      { useCase: 'reports', plan: 'Basic', email: 'ben@example.com' },
      { plan: 'Basic', email: 'cy@example.com' },
    ]).reply(200, { enrolled: 3, updated: 0, total: 3 });
    await enrollList(
      [
        { email: 'ava@example.com', custom1: 'routing, scoring', custom3: 'Pro' },
        { email: 'ben@example.com', custom1: 'reports', custom3: '' },
        { email: 'cy@example.com' },
      ],
      { customFieldNames: ['useCase', '', 'plan'], customFields: { plan: 'Basic' } },
    );
  });

  test('come joined with commas too, and so do their names', async () => {
    bulk([
      { useCase: 'routing', seats: '5', email: 'ava@example.com' },
      { useCase: 'reports', email: 'ben@example.com' },
    ]).reply(200, { enrolled: 2, updated: 0, total: 2 });
    await enroll({
      email: 'ava@example.com,ben@example.com',
      custom1: 'routing,reports',
      custom2: '5,',
      customFieldNames: 'useCase, seats',
    });
  });

  test.each([undefined, ['useCase'], ['useCase', ' ']])('without a name are refused: %j', async (names) => {
    expect(
      await failure(enroll({ leads: [{ email: 'ava@example.com', custom2: '5' }], customFieldNames: names })),
    ).toMatchObject({
      message:
        'Custom Field 2 holds values, but has no name. Enter its name on line 2 of Names of Custom Fields.',
    });
  });
});

test('takes what stands for an empty cell as nothing', async () => {
  bulk([{ email: 'ava@example.com', lastName: 'Patel' }]).reply(200, { enrolled: 1, updated: 0, total: 1 });
  await enroll({ leads: [{ email: ' AVA@example.com', firstName: 'N/A', lastName: 'Patel', company: '-' }] });
});

describe('leads with nothing for a token of the emails', () => {
  const leads = [{ email: 'ava@example.com', firstName: 'Ava' }, { email: 'ben@example.com' }];

  test('are left out and reported', async () => {
    bulk([{ email: 'ava@example.com', firstName: 'Ava' }]).reply(200, { enrolled: 1, updated: 0, total: 1 });
    await expect(enroll({ leads, placeholders: 'firstName' })).resolves.toMatchObject({
      enrolled: 1,
      incomplete: 1,
      notEnrolled: [
        { email: 'ben@example.com', status: 'incomplete', reason: 'It would leave [[firstName]] blank.' },
      ],
    });
  });

  test('stop the step before anyone is enrolled, if that is chosen', async () => {
    expect(await failure(enroll({ leads, placeholders: 'firstName', whenMissing: 'stop' }))).toMatchObject({
      code: 'invalid_input',
      message: containing('Lead 2, ben@example.com, cannot be enrolled:'),
    });
  });
});

test.each([
  [
    { email: 'a@example.com,b@example.com', company: 'One, Inc.,Two' },
    'Email holds 2 addresses, but Company holds 3 values: "One, Inc.,Two".',
  ],
  [{ email: 'a@example.com,b@example.com', lastName: 'One' }, 'but Last Name holds 1 values'],
  [{ leads: [] }, 'There are no leads. Map Email'],
  [{ leads: [{ email: '', firstName: null }] }, 'There are no leads. Map Email'],
  [{ leads: ['ava@example.com'] }, 'Line item 1: '],
  [{ campaign: '', leads: [{ email: 'ava@example.com' }] }, '"Campaign" is empty.'],
])('refuses %j and sends nothing', async (inputData, message) => {
  expect(await failure(enroll(inputData))).toMatchObject({
    name: 'AppError',
    message: containing(message),
  });
});

const two = { leads: [{ email: 'ava@example.com' }, { email: 'ben@example.com' }] };

test('sends the others again without the lead that a 422 names', async () => {
  bulk(two.leads).reply(422, { errors: [{ email: 'ben@example.com', message: 'Blocked domain' }] });
  bulk([{ email: 'ava@example.com' }]).reply(200, { enrolled: 1, updated: 0, total: 1 });
  await expect(enroll(two)).resolves.toMatchObject({
    enrolled: 1,
    rejected: 1,
    notEnrolled: [{ email: 'ben@example.com', status: 'rejected', reason: 'Blocked domain' }],
  });
});

describe('a duplicate of a lead that Leadterra did not take', () => {
  const twice = {
    leads: [{ email: 'ava@example.com' }, { email: 'ben@example.com' }, { email: 'BEN@example.com' }],
  };

  test('does not count as enrolled, and its person is among those who are not', async () => {
    bulk(two.leads).reply(422, { errors: [{ email: 'ben@example.com', message: 'Blocked domain' }] });
    bulk([{ email: 'ava@example.com' }]).reply(200, { enrolled: 1, updated: 0, total: 1 });
    await expect(enroll(twice)).resolves.toMatchObject({
      input: 3,
      enrolled: 1,
      rejected: 1,
      duplicate: 1,
      notEnrolled: [{ email: 'ben@example.com', status: 'rejected' }],
    });
  });

  test('does not make the step a success', async () => {
    bulk(two.leads).times(3).reply(502, 'Bad gateway');
    expect((await failure(enroll(twice)))['message']).toContain('0 of 3 leads were enrolled');
  });
});

test.each([
  [404, 'AppError'],
  [500, 'AppError'],
  [401, 'ExpiredAuthError'],
])('fails as a whole at %d', async (status, name) => {
  bulk(two.leads)
    .times(status === 500 ? 3 : 1)
    .reply(status);
  expect(await failure(enroll(two))).toMatchObject({ name });
});

test('is throttled as a whole at 429, even after a part went well: enrolling again is safe', async () => {
  const leads = Array.from({ length: 251 }, (_, index) => ({ email: `lead${index}@example.com` }));
  bulk(leads.slice(0, 250)).reply(200, { enrolled: 250, updated: 0, total: 250 });
  bulk(leads.slice(250)).reply(429, {}, { 'retry-after': '30' });
  expect(await failure(enroll({ leads }))).toMatchObject({ name: 'ThrottledError', delay: 30 });
});

test('repeats what fails for a moment, and fails with the account if leads are missing at the end', async () => {
  const leads = Array.from({ length: 251 }, (_, index) => ({ email: `lead${index}@example.com` }));
  bulk(leads.slice(0, 250)).reply(200, { enrolled: 250, updated: 0, total: 250 });
  bulk(leads.slice(250)).reply(502, 'Bad gateway');
  bulk(leads.slice(250)).reply(200, { enrolled: 1, updated: 0, total: 1 });
  await expect(enroll({ leads })).resolves.toMatchObject({ enrolled: 251 });

  bulk(leads.slice(0, 250)).reply(200, { enrolled: 250, updated: 0, total: 250 });
  bulk(leads.slice(250)).times(3).reply(502, 'Bad gateway');
  const { message } = await failure(enroll({ leads }));
  expect(message).toContain('Leadterra had a problem of its own (502)');
  expect(message).toContain('250 of 251 leads were enrolled, 1 were not.');
  expect(message).toContain('Not enrolled: lead250@example.com.');
});

test('stops sending after 25 seconds, and fails with the account', async () => {
  jest.useFakeTimers({
    doNotFake: [
      'nextTick',
      'queueMicrotask',
      'setImmediate',
      'setTimeout',
      'clearTimeout',
      'performance',
      'hrtime',
    ],
  });
  try {
    const leads = Array.from({ length: 2501 }, (_, index) => ({ email: `lead${index}@example.com` }));
    leadterra()
      .post('/v1/campaigns/camp_7/leads/bulk')
      .times(10)
      .reply(200, () => {
        jest.setSystemTime(Date.now() + 25_000);
        return { enrolled: 250, updated: 0, total: 250 };
      });
    expect((await failure(enroll({ leads })))['message']).toContain(
      '2500 of 2501 leads were enrolled, 1 were not. Running this step again with all of them is safe.',
    );
  } finally {
    jest.useRealTimers();
  }
});
