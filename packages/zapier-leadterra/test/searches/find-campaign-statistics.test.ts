import { failure, isolateNetwork, leadterra, runSearch } from '../support/app';

isolateNetwork();

const find = (campaign: string) => runSearch('find_campaign_statistics', { campaign });

test('finds the figures of a campaign', async () => {
  leadterra()
    .get('/v1/campaigns/camp_7/stats')
    .reply(200, { data: { campaignId: 'camp_7', sent: 40, bounced: 2 } });
  await expect(find('camp_7')).resolves.toEqual([
    {
      ...{ id: 'camp_7', sent: 40, bounced: 2, bounceRate: 0.05 },
      ...{ status: null, totalEnrolled: null, delivered: null, replied: null, queued: null },
      ...{ openRate: null, replyRate: null },
    },
  ]);
});

test('finds nothing for a campaign that there is not', async () => {
  leadterra().get('/v1/campaigns/camp_0/stats').reply(404, { code: 'campaign_not_found' });
  await expect(find('camp_0')).resolves.toEqual([]);
});

test('fails at any other error', async () => {
  leadterra().get('/v1/campaigns/camp_7/stats').times(3).reply(500);
  expect(await failure(find('camp_7'))).toMatchObject({ name: 'AppError', status: 500 });
});
