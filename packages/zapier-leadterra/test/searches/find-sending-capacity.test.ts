import { failure, isolateNetwork, leadterra, runSearch } from '../support/app';

isolateNetwork();

const find = () => runSearch('find_sending_capacity', { campaign: 'camp_7' });
const stats = () => leadterra().get('/v1/campaigns/camp_7/stats');

test('compares the leads of a campaign with what all pools may still send', async () => {
  stats().reply(200, { campaignId: 'camp_7', totalEnrolled: 900, sent: 0 });
  leadterra()
    .get('/v1/sender-pools')
    .reply(200, [
      { id: 'pool_1', remainingVolume: 500 },
      { id: 'pool_2', remainingVolume: 300 },
    ]);
  await expect(find()).resolves.toEqual([
    { id: 'camp_7', leads: 900, remainingToday: 800, pools: 2, enough: false, missing: 100 },
  ]);
});

test('finds nothing for a campaign that there is not', async () => {
  stats().reply(404);
  await expect(find()).resolves.toEqual([]);
});

test('fails at any other error', async () => {
  stats().reply(401);
  expect(await failure(find())).toMatchObject({ name: 'ExpiredAuthError' });
});
