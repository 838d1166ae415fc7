import { containing } from '@leadterra/testing/matchers';

import App from '../../src';
import { failure, isolateNetwork, runSearch } from '../support/app';

// It prepares no answer: whatever asks for one fails.
isolateNetwork();

const preview = (inputData: Record<string, unknown>) => runSearch('preview_lead', inputData);

test('shows the lead that single fields make, with its email and what only Leadterra knows', async () => {
  const results = await preview({
    email: 'AVA@example.com ',
    fullName: 'Dr. Ava Patel',
    customFields: { useCase: 'routes' },
    subject: 'Routes at [[company]]',
    bodyHtml: '<p>Hi [[firstName]]: [[useCase]]</p>',
  });
  expect(results).toEqual([
    {
      id: 'ava@example.com',
      status: 'ready',
      reason: '',
      verdict: 'unknown',
      suppressed: 'unknown',
      email: 'ava@example.com',
      firstName: 'Ava',
      lastName: 'Patel',
      company: null,
      jobTitle: null,
      customFields: { useCase: 'routes' },
      from: { email: 'email', firstName: 'fullName', lastName: 'fullName', company: null, jobTitle: null },
      warnings: '',
      emailSubject: 'Routes at [no company]',
      emailBodyHtml: '<p>Hi Ava: routes</p>',
      blanks: 'company',
    },
  ]);
  expect(Array.isArray(results) && results.map((result: object) => Object.keys(result))).toEqual([
    Object.keys(App.searches.preview_lead.operation.sample ?? {}),
  ]);
});

test('reads a record of a CRM, and says where each field was found', async () => {
  const properties = { email: 'info@example.com', firstname: 'Ben', industry: 'Steel' };
  const record = JSON.stringify({ id: '7', properties });
  const recordCustomFields = ['properties.industry'];
  await expect(preview({ record, recordCustomFields })).resolves.toMatchObject([
    {
      status: 'ready',
      firstName: 'Ben',
      customFields: { industry: 'Steel' },
      from: { email: 'properties.email', firstName: 'properties.firstname' },
      warnings: containing('mailbox for everybody'),
    },
  ]);
});

test.each([
  ['opted_out', { email: 'ava@example.com', optedOut: 'yes' }, 'must not be mailed'],
  [
    'incomplete',
    { email: 'ava@example.com', placeholders: 'firstName', whenMissing: 'stop' },
    '[[firstName]]',
  ],
  ['invalid', { firstName: 'Ava' }, 'no email address'],
])('tells who would be left out: %s', async (status, given, reason) => {
  const results = await preview(given);
  expect(results).toMatchObject([{ status, reason: containing(reason), verdict: '', suppressed: '' }]);
});

test('refuses nothing at all', async () => {
  expect(await failure(preview({}))).toMatchObject({
    message: containing('nobody to look at'),
  });
});
