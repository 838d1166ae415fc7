import { checkCapacity, pauseIfBounceRateIsHigh } from '@leadterra/shared';

import { scriptedClient } from '../support/scripted';

describe('pausing when too many bounce', () => {
  const limit = { campaignId: 'camp_1', highestPercent: 5, minimumSent: 50 };
  const paused = { body: { id: 'camp_1', status: 'paused', pausedAt: '2026-03-05T14:30:00Z' } };

  test.each([
    [{ sent: 100, bounced: 5 }, '5 of 100 e-mails bounced, no more than 5 percent.'],
    [{ sent: 49, bounced: 49 }, 'Only 49 e-mails were sent, fewer than 50.'],
    [{ sent: 0, bounced: 0 }, 'Only 0 e-mails were sent, fewer than 50.'],
    [{ sent: 100 }, 'does not tell'],
    [{ totalEnrolled: 100, bounced: 9 }, 'does not tell'],
  ])('leaves a campaign with %j alone', async (stats, reason) => {
    const { client, requests } = scriptedClient([{ body: stats }, paused]);
    const check = await pauseIfBounceRateIsHigh(client, limit);
    expect(check).toMatchObject({ campaignId: 'camp_1', paused: false });
    expect(check.reason).toContain(reason);
    expect(requests).toHaveLength(1);
  });

  test('pauses above the limit and says why', async () => {
    const { client, requests } = scriptedClient([{ body: { sent: 100, bounced: 6 } }, paused]);
    expect(await pauseIfBounceRateIsHigh(client, limit)).toEqual({
      campaignId: 'camp_1',
      paused: true,
      reason: '6 of 100 e-mails bounced, more than 5 percent.',
      sent: 100,
      bounced: 6,
      bouncePercent: 6,
      status: 'paused',
      pausedAt: '2026-03-05T14:30:00Z',
    });
    expect(requests.map(({ path }) => path)).toEqual([
      '/v1/campaigns/camp_1/stats',
      '/v1/campaigns/camp_1/pause',
    ]);
  });
});

describe('checking capacity', () => {
  const pools = (...volumes: unknown[]) => ({
    body: volumes.map((remainingVolume, i) => ({ id: `pool_${i}`, remainingVolume })),
  });

  test.each([
    [{ totalEnrolled: 100 }, pools(60, 40), { leads: 100, remainingToday: 100, enough: true, missing: 0 }],
    [{ totalEnrolled: 101 }, pools(60, 40), { remainingToday: 100, enough: false, missing: 1 }],
    [{ totalEnrolled: 1 }, pools(), { pools: 0, remainingToday: 0, enough: false, missing: 1 }],
  ])('of %j against the pools', async (stats, answer, expected) => {
    const { client } = scriptedClient([{ body: stats }, answer]);
    expect(await checkCapacity(client, 'camp_1')).toMatchObject(expected);
  });

  test('is undecided where Leadterra does not tell a figure', async () => {
    const one = scriptedClient([{ body: { totalEnrolled: 1 } }, pools(60, null)]);
    expect((await checkCapacity(one.client, 'camp_1')).enough).toBeUndefined();
    const other = scriptedClient([{ body: { sent: 1 } }, pools(60)]);
    expect((await checkCapacity(other.client, 'camp_1')).enough).toBeUndefined();
  });
});
