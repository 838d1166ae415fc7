import { containing } from '@leadterra/testing/matchers';

import { failure, isolateNetwork, leadterra, runCreate } from '../support/app';

isolateNetwork();

const key = 'pause_campaign_if_bounce_rate_is_high';
const campaign = 'camp_7';
const stats = (figures: object) => leadterra().get('/v1/campaigns/camp_7/stats').reply(200, figures);
const pause = () =>
  leadterra()
    .post('/v1/campaigns/camp_7/pause')
    .reply(200, { id: campaign, status: 'paused', pausedAt: '2026-03-05T14:30:00Z' });

test('pauses above the rate', async () => {
  stats({ sent: 200, bounced: 15 });
  pause();
  await expect(runCreate(key, { campaign, highestPercent: '5', minimumSent: '50' })).resolves.toEqual({
    id: campaign,
    paused: true,
    reason: '15 of 200 emails bounced, more than 5 percent.',
    status: 'paused',
    pausedAt: '2026-03-05T14:30:00Z',
    bouncePercent: 7.5,
    sent: 200,
    bounced: 15,
  });
});

test('takes 2 % and 20 emails where the fields are empty', async () => {
  stats({ sent: 20, bounced: 1 });
  pause();
  await expect(runCreate(key, { campaign, highestPercent: '', minimumSent: null })).resolves.toMatchObject({
    paused: true,
    bouncePercent: 5,
  });
});

test.each([
  [{ sent: 200, bounced: 4, status: 'running' }, '4 of 200 emails bounced, no more than 2 percent.'],
  [{ sent: 19, bounced: 19 }, 'Only 19 emails were sent, fewer than 20.'],
  [{ sent: 200 }, 'Leadterra does not tell how many emails were sent and bounced.'],
  [{ totalEnrolled: 9, bounced: 4 }, 'Leadterra does not tell how many emails were sent and bounced.'],
])('leaves a campaign with %j alone', async (figures, reason) => {
  stats(figures);
  await expect(runCreate(key, { campaign })).resolves.toMatchObject({ id: campaign, paused: false, reason });
});

test('pauses at the first bounce if it is told to', async () => {
  stats({ sent: 1000, bounced: 1 });
  pause();
  await expect(runCreate(key, { campaign, highestPercent: 0 })).resolves.toMatchObject({ paused: true });
});

test.each([
  [{ highestPercent: 101 }, '"Highest Bounce Rate (%)" is 101, not a number from 0 to 100.'],
  [{ minimumSent: -1 }, '"Minimum Sent" is -1, not a whole number of at least 0.'],
])('refuses %j', async (fields, message) => {
  expect(await failure(runCreate(key, { campaign, ...fields }))).toMatchObject({
    message: containing(message),
  });
});
