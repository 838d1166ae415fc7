import { containing } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, runCreate } from '../support/app';

isolateNetwork();

test('starts a campaign', async () => {
  leadterra()
    .post('/v1/campaigns/camp_7/start')
    .reply(200, { id: 'camp_7', status: 'running', startedAt: '2026-03-02T09:00:00Z' });
  await expect(runCreate('start_campaign', { campaign: 'camp_7' })).resolves.toEqual({
    id: 'camp_7',
    status: 'running',
    startedAt: '2026-03-02T09:00:00Z',
  });
});

test('pauses a campaign', async () => {
  leadterra()
    .post('/v1/campaigns/camp_7/pause')
    .reply(200, { campaign: { id: 'camp_7', status: 'paused', pausedAt: '2026-03-05T14:30:00Z' } });
  await expect(runCreate('pause_campaign', { campaign: 'camp_7' })).resolves.toEqual({
    id: 'camp_7',
    status: 'paused',
    pausedAt: '2026-03-05T14:30:00Z',
  });
});

test.each(['start_campaign', 'pause_campaign'] as const)(
  '%s without a campaign sends nothing',
  async (key) => {
    for (const campaign of [undefined, null, '', '  '])
      expect(await failure(runCreate(key, { campaign }))).toMatchObject({
        message: containing('"Campaign" is empty.'),
      });
  },
);
