import { containing } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, runSearch } from '../support/app';

isolateNetwork();

const pageOf = (replies: object[], page: number, total: number) => ({
  replies,
  pagination: { page, perPage: 1, total },
});
const ben = { id: 'rpl_2', email: 'ben@example.com' };
const ava = { id: 'rpl_1', email: 'Ava@example.com', receivedAt: '2026-03-04T09:14:32' };

test('finds the newest reply from an address, and reads no further', async () => {
  leadterra()
    .get('/v1/replies?campaignId=camp_7')
    .reply(200, pageOf([ben], 1, 9));
  leadterra()
    .get('/v1/replies?campaignId=camp_7&page=2')
    .reply(200, pageOf([ava], 2, 9));
  await expect(
    runSearch('find_reply_by_email', { email: ' ava@Example.com', campaign: 'camp_7' }),
  ).resolves.toEqual([
    {
      ...ava,
      receivedAt: '2026-03-04T09:14:32Z',
      ...{ campaignId: null, classification: null, threadSnippet: null },
    },
  ]);
});

test('finds nothing where there is none', async () => {
  leadterra().get('/v1/replies').reply(200, [ben]);
  await expect(runSearch('find_reply_by_email', { email: 'ava@example.com' })).resolves.toEqual([]);
});

test('does not call a reply missing that may be among those that were not handed out', async () => {
  leadterra()
    .get('/v1/replies')
    .reply(200, pageOf([ben], 1, 9));
  leadterra()
    .get('/v1/replies?page=2')
    .reply(200, pageOf([ben], 1, 9));
  expect(await failure(runSearch('find_reply_by_email', { email: 'ava@example.com' }))).toMatchObject({
    message: containing('Could not find a reply of ava@example.com: Leadterra has more replies'),
  });
});

test.each(['', 'ava@'])('refuses the address %j', async (email) => {
  expect(await failure(runSearch('find_reply_by_email', { email }))).toMatchObject({ code: 'invalid_input' });
});
