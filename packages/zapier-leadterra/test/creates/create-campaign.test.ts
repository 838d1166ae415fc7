import { containing } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, runCreate, runInZap } from '../support/app';

isolateNetwork();

const created = (sequenceSteps: { subject: string; bodyHtml: string; delayDays?: number }[]) =>
  leadterra().post('/v1/campaigns', { name: 'N', sequenceSteps }).reply(201, { id: 'camp_7' });

test('creates a campaign whose tokens arrive as typed, at every place and in both spellings', async () => {
  leadterra()
    .post('/v1/campaigns', {
      name: 'For {{bundle.inputData.name}} & {{ team }}',
      sequenceSteps: [
        {
          subject: 'Hello {{firstName}}',
          bodyHtml: ' <p>{{process.env.X}} {{firstName}} of {{company}}</p>\n',
        },
        { subject: '7', bodyHtml: 'b', delayDays: 3 },
      ],
    })
    .reply(201, { id: 'camp_7', status: 'draft', createdAt: '2026-03-01T08:15:00' });
  await expect(
    runCreate('create_campaign', {
      name: ' For {{bundle.inputData.name}} & {{ team }} ',
      steps: [
        {
          subject: 'Hello [[firstName]]',
          bodyHtml: ' <p>{{process.env.X}} {{firstName}} of [[company]]</p>\n',
        },
        { subject: 7, bodyHtml: 'b', delayDays: '3' },
      ],
    }),
  ).resolves.toEqual({
    id: 'camp_7',
    name: 'For {{bundle.inputData.name}} & {{ team }}',
    status: 'draft',
    createdAt: '2026-03-01T08:15:00Z',
    sequenceSteps: [],
    placeholders: 'firstName, process.env.X, company',
    warnings: containing('[[process.env.X]] stays blank'),
  });
});

test('has fields for five steps, and takes those that are filled in', async () => {
  const steps = [
    { subject: 'One', bodyHtml: 'Body, with a comma' },
    { subject: 'Two', bodyHtml: 'b', delayDays: 3 },
    { subject: 'Five', bodyHtml: 'b', delayDays: 0 },
  ];
  created(steps);
  await runInZap('create_campaign', {
    ...{ name: 'N', step1Subject: 'One', step1BodyHtml: 'Body, with a comma' },
    ...{ step2Subject: 'Two', step2BodyHtml: 'b', step2DelayDays: '3' },
    ...{ step5Subject: 'Five', step5BodyHtml: 'b', step5DelayDays: '0' },
  });
});

test('takes one further step that is typed into the fields of the line items', async () => {
  created([
    { subject: 'One', bodyHtml: 'b' },
    { subject: 'Hello, {{firstName}}', bodyHtml: 'c', delayDays: 2 },
  ]);
  await runInZap('create_campaign', {
    ...{ name: 'N', step1Subject: 'One', step1BodyHtml: 'b' },
    ...{ subject: 'Hello, [[firstName]]', bodyHtml: 'c', delayDays: '2' },
  });
});

test('takes each line item that is mapped once, though the top level repeats them', async () => {
  created([
    { subject: 'Well, one', bodyHtml: 'b' },
    { subject: 'Two', bodyHtml: 'c' },
  ]);
  const emails = [
    { title: 'Well, one', text: 'b' },
    { title: 'Two', text: 'c' },
  ];
  const filled = { name: 'N', subject: '{{ai.emails[].title}}', bodyHtml: '{{ai.emails[].text}}' };
  await runInZap('create_campaign', filled, { ai: { emails } });
});

test('takes plain text as HTML where its format says so', async () => {
  created([{ subject: 'One', bodyHtml: '<p>Hi {{firstNameOrThere}} &amp; co,</p><p>1 &lt; 2<br>Best</p>' }]);
  const body = 'Hi [[firstName|there]] & co,\n\n1 < 2\nBest';
  const output = await runInZap('create_campaign', {
    ...{ name: 'N', bodyFormat: 'text', step1Subject: 'One', step1BodyHtml: body },
  });
  expect(output).toMatchObject({ placeholders: 'firstName|there' });
});

const unclear = {
  name: 'A',
  step1Subject: 'Hi [[First Name]]',
  step1BodyHtml: '{company}',
  subject: 's',
  bodyHtml: '[[a',
};

test('creates nothing from copy with slips in it, and says what to write', async () => {
  expect(await failure(runCreate('create_campaign', unclear))).toMatchObject({
    code: 'invalid_input',
    message:
      'Step 1: "[[First Name]]" is no token: did you mean [[firstName]]? Step 1: "{company}" is no token: did you mean [[company]]? Further step 1: "[[a" is not closed: for a token, write [[a]]. Nothing was created. Correct the copy, or name custom fields under "Custom Fields in the Copy". "If a Token Is Unknown: Warn" creates the campaign with the copy as it is.',
  });
});

test('creates it as typed where the user only wants to be warned', async () => {
  created([
    { subject: 'Hi [[First Name]]', bodyHtml: '{company}' },
    { subject: 's', bodyHtml: '[[a' },
  ]);
  const output = await runInZap('create_campaign', { ...unclear, name: 'N', whenUnknown: 'warn' });
  expect(output).toMatchObject({
    warnings: containing('"[[First Name]]" is no token: did you mean [[firstName]]?'),
  });
});

test('knows the custom fields that the user names', async () => {
  created([{ subject: 'On {{useCase}}', bodyHtml: 'b' }]);
  const step = { step1Subject: 'On [[useCase]]', step1BodyHtml: 'b' };
  const output = await runInZap('create_campaign', { name: 'N', customFields: ['useCase, city'], ...step });
  expect(JSON.stringify(output)).not.toContain('stays blank');
  const other = runCreate('create_campaign', { name: 'N', customFields: ['city'], ...step });
  expect(await failure(other)).toMatchObject({
    message: containing('[[useCase]] is neither a field of a lead'),
  });
});

test.each([undefined, null, '', []])('creates a campaign without steps from %j', async (steps) => {
  leadterra().post('/v1/campaigns', { name: 'Bare', sequenceSteps: [] }).reply(201, { id: 'camp_8' });
  await expect(runCreate('create_campaign', { name: 'Bare', steps })).resolves.toMatchObject({
    id: 'camp_8',
  });
});

test.each([
  [{ name: '  ' }, '"Name" is empty.'],
  [
    { name: '', steps: [{ subject: '', bodyHtml: 'b' }, 'text'] },
    '"Name" is empty. Further step 1: "Subject" is empty. Further step 2: A field holds something of another kind.',
  ],
  [{ name: 'A', step1Subject: 's', step1BodyHtml: 'b', step3Subject: 's' }, 'Step 3: "Body" is empty.'],
  [{ name: 'A', bodyHtml: 'b' }, 'Further step 1: "Subject" is empty.'],
  [
    { name: 'A', step1Subject: 's', step1BodyHtml: 'b', step1DelayDays: 1.5 },
    'Step 1: "Delay (Days)" is 1.5, not a whole number from 0 to 365.',
  ],
  [
    { name: 'A', step2Subject: 's', step2BodyHtml: 'b', step2DelayDays: 'soon' },
    'Step 2: "Delay (Days)" is "soon", not a whole number from 0 to 365.',
  ],
])('refuses %j and sends nothing', async (inputData, summary) => {
  expect(await failure(runCreate('create_campaign', inputData))).toMatchObject({
    name: 'AppError',
    code: 'invalid_input',
    message: `${summary} Correct it, or check what the step before gives for it.`,
  });
});

test('warns that it may have been created when the answer was lost', async () => {
  leadterra()
    .post('/v1/campaigns')
    .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  expect(await failure(runCreate('create_campaign', { name: 'Once' }))).toMatchObject({
    message: containing('look for "Once" among the campaigns'),
    code: 'ECONNRESET',
  });
});
