import { resultsOf } from '../support/run-action';
import { scriptedClient } from '../support/scripted';

describe('pausing when too many bounce', () => {
  const key = 'pause_campaign_if_bounce_rate_is_high';
  const limits = { campaign: 'camp_1', highestPercent: 5, minimumSent: 50 };
  const paused = { body: { id: 'camp_1', status: 'paused', pausedAt: '2026-03-05T14:30:00Z' } };

  test.each([
    [{ sent: 100, bounced: 5 }, '5 of 100 emails bounced, no more than 5 percent.'],
    [{ sent: 49, bounced: 49 }, 'Only 49 emails were sent, fewer than 50.'],
    [{ sent: 0, bounced: 0 }, 'Only 0 emails were sent, fewer than 50.'],
    [{ sent: 100 }, 'Leadterra does not tell how many emails were sent and bounced.'],
    [{ totalEnrolled: 100, bounced: 9 }, 'Leadterra does not tell how many emails were sent and bounced.'],
  ])('leaves a campaign with %j alone', async (stats, reason) => {
    const { client, requests } = scriptedClient([{ body: stats }, paused]);
    expect(await resultsOf(key, client, limits)).toEqual([
      expect.objectContaining({ campaignId: 'camp_1', paused: false, reason, pausedAt: null }),
    ]);
    expect(requests).toHaveLength(1);
  });

  test('pauses above the limit and says why', async () => {
    const { client, requests } = scriptedClient([{ body: { sent: 100, bounced: 6 } }, paused]);
    expect(await resultsOf(key, client, limits)).toEqual([
      {
        campaignId: 'camp_1',
        paused: true,
        reason: '6 of 100 emails bounced, more than 5 percent.',
        sent: 100,
        bounced: 6,
        bouncePercent: 6,
        status: 'paused',
        pausedAt: '2026-03-05T14:30:00Z',
      },
    ]);
    expect(requests.map(({ path }) => path)).toEqual([
      '/v1/campaigns/camp_1/stats',
      '/v1/campaigns/camp_1/pause',
    ]);
  });

  test('does not call a campaign paused that is told to be running still', async () => {
    const running = { body: { id: 'camp_1', status: 'running' } };
    const { client } = scriptedClient([{ body: { sent: 100, bounced: 6 } }, running]);
    expect(await resultsOf(key, client, limits)).toMatchObject([{ paused: false, status: 'running' }]);
  });
});

describe('checking capacity', () => {
  const capacity = async (stats: object, ...volumes: unknown[]) => {
    const pools = volumes.map((remainingVolume, index) => ({ id: `pool_${index}`, remainingVolume }));
    const { client } = scriptedClient([{ body: stats }, { body: pools }]);
    const [result] = await resultsOf('find_sending_capacity', client, { campaign: 'camp_1' });
    return result;
  };

  test.each([
    [{ totalEnrolled: 100 }, [60, 40], { leads: 100, remainingToday: 100, enough: true, missing: 0 }],
    [{ totalEnrolled: 101 }, [60, 40], { remainingToday: 100, enough: false, missing: 1 }],
    [{ totalEnrolled: 1 }, [], { pools: 0, remainingToday: 0, enough: false, missing: 1 }],
  ])('of %j against pools with %j', async (stats, volumes, expected) => {
    expect(await capacity(stats, ...volumes)).toMatchObject(expected);
  });

  test('is undecided where Leadterra does not tell a figure', async () => {
    const unknown = { enough: null, missing: null };
    expect(await capacity({ totalEnrolled: 1 }, 60, null)).toMatchObject({
      ...unknown,
      remainingToday: null,
    });
    expect(await capacity({ sent: 1 }, 60)).toMatchObject({ ...unknown, remainingToday: 60, leads: null });
  });
});
