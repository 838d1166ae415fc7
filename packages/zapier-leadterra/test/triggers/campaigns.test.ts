import * as z from 'zod/mini';

import App from '../../src';
import { isolateNetwork, leadterra, operationOf, run } from '../support/app';

isolateNetwork();

const choices = () => run(operationOf('campaigns')['perform']);

test('offers the campaigns that Leadterra lists', async () => {
  const campaigns = [
    { id: 'camp_1', name: 'Spring', status: 'active' },
    { id: 'camp_2', name: 'Fall' },
    { id: 'camp_3' },
  ];
  leadterra().get('/v1/campaigns').reply(200, { data: campaigns });
  await expect(choices()).resolves.toEqual([
    { id: 'camp_1', name: 'Spring (running)' },
    { id: 'camp_2', name: 'Fall' },
    { id: 'camp_3', name: 'camp_3' },
  ]);
});

test.each([404, 405, 501])(
  'offers none where the API has no list (%d), so that an ID can be entered',
  async (status) => {
    leadterra().get('/v1/campaigns').times(3).optionally().reply(status);
    await expect(choices()).resolves.toEqual([]);
  },
);

test('stands in every step and filter that asks for a campaign, beside the search', () => {
  const { triggers, creates, searches } = App;
  const fields = Object.values({ ...triggers, ...creates, ...searches }).flatMap(
    ({ operation }): unknown[] => operation.inputFields ?? [],
  );
  const ofCampaigns = z
    .array(z.looseObject({ key: z.string() }))
    .parse(fields.filter((field) => typeof field === 'object'))
    .filter(({ key }) => key === 'campaign');
  expect(ofCampaigns.length).toBeGreaterThan(10);
  for (const field of ofCampaigns)
    expect(field).toMatchObject({
      label: 'Campaign',
      dynamic: 'campaigns.id.name',
      search: 'find_campaigns.id',
    });
});
