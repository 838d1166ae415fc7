import { containing } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, runSearch } from '../support/app';

isolateNetwork();

const campaigns = [
  { id: 'camp_1', name: 'Spring 2026', status: 'running' },
  { id: 'camp_2', name: 'spring' },
  { id: 'camp_3' },
];

test('finds campaigns by a part of their name, the one of just this name first', async () => {
  leadterra().get('/v1/campaigns').twice().reply(200, { campaigns });
  await expect(runSearch('find_campaigns', { name: 'Spring' })).resolves.toEqual([
    { id: 'camp_2', name: 'spring', status: null },
    { id: 'camp_1', name: 'Spring 2026', status: 'running' },
  ]);
  await expect(runSearch('find_campaigns', {})).resolves.toHaveLength(3);
});

test('does not call a campaign missing where Leadterra lists none', async () => {
  leadterra().get('/v1/campaigns').reply(404, { code: 'not_found' });
  expect(await failure(runSearch('find_campaigns', { name: 'Spring' }))).toMatchObject({
    name: 'AppError',
    message: containing('Enter the ID of the campaign'),
  });
});

test('says so when the key has no workspace', async () => {
  leadterra().get('/v1/campaigns').reply(404, { code: 'workspace_not_found' });
  expect(await failure(runSearch('find_campaigns', {}))).toMatchObject({
    status: 404,
    message: containing('No workspace belongs to this API key.'),
  });
});
