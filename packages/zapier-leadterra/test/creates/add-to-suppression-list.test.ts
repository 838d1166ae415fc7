import { containing } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, runCreate } from '../support/app';

isolateNetwork();

const key = 'add_to_suppression_list';

test('takes addresses one by one or joined, each once, and tells what is none', async () => {
  leadterra()
    .post('/v1/suppression-list', { emails: ['ava@example.com', 'ben@example.com', 'cy@example.com'] })
    .reply(200, { result: { suppressed: 2, alreadySuppressed: 1, total: 3 } });
  await expect(
    runCreate(key, {
      emails: ['Ava@example.com, ben@example.com;', '', 'nobody', 'cy@example.com\nava@example.com'],
    }),
  ).resolves.toEqual({
    emails: 'ava@example.com, ben@example.com, cy@example.com',
    requested: 3,
    suppressed: 2,
    alreadySuppressed: 1,
    refused: 'nobody',
  });
});

test('takes a single text too', async () => {
  leadterra()
    .post('/v1/suppression-list', { emails: ['ava@example.com'] })
    .reply(200, { suppressed: 0 });
  await expect(runCreate(key, { emails: 'ava@example.com' })).resolves.toMatchObject({ suppressed: 0 });
});

test.each([
  [{ emails: [] }, '"Email" is empty. Correct it, or check what the step before gives for it.'],
  [{ emails: [' ', null] }, '"Email" is empty.'],
  [{ emails: ['nobody', '@'] }, '"nobody", "@" are not email addresses.'],
])('refuses %j', async (inputData, message) => {
  expect(await failure(runCreate(key, inputData))).toMatchObject({
    message: containing(message),
  });
});
