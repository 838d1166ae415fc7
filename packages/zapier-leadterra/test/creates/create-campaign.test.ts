import { containing } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, runCreate } from '../support/app';

isolateNetwork();

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
    .reply(201, { id: 'camp_7', status: 'draft', createdAt: '2026-03-01T08:15:00Z' });
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
    warnings: containing('{{process.env.X}} stays blank'),
  });
});

test.each([undefined, null, '', []])('creates a campaign without steps from %j', async (steps) => {
  leadterra().post('/v1/campaigns', { name: 'Bare', sequenceSteps: [] }).reply(201, { id: 'camp_8' });
  await expect(runCreate('create_campaign', { name: 'Bare', steps })).resolves.toMatchObject({
    id: 'camp_8',
  });
});

test.each([
  [{ name: '  ' }, 'Name is empty.'],
  [
    { name: '', steps: [{ subject: '', bodyHtml: 'b' }, 'text'] },
    'Name is empty. Step 1: Subject is empty. Step 2: A field holds something of another kind.',
  ],
  [
    { name: 'A', steps: [{ subject: 's', bodyHtml: 'b' }, { subject: 's' }] },
    'Step 2: Body (HTML) is empty.',
  ],
  [{ name: 'A', steps: { bodyHtml: 'b' } }, 'Step 1: Subject is empty.'],
  [
    { name: 'A', steps: [{ subject: 's', bodyHtml: 'b', delayDays: 1.5 }] },
    'Step 1: Delay (Days) is 1.5, not a whole number from 0 to 365.',
  ],
  [
    { name: 'A', steps: [{ subject: 's', bodyHtml: 'b', delayDays: 'soon' }] },
    'Step 1: Delay (Days) is "soon", not a whole number from 0 to 365.',
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
