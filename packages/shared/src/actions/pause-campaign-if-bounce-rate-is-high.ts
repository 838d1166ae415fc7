import { defineAction } from './action';
import { campaign, campaignId, campaignStatus } from './campaign';
import { number, percent } from './field';

/** Where Leadterra does not tell the figures, it does nothing. */
export const pauseCampaignIfBounceRateIsHigh = defineAction({
  key: 'pause_campaign_if_bounce_rate_is_high',
  resource: 'campaign',
  operation: 'pauseIfBounceRateIsHigh',
  label: 'Pause Campaign if Bounce Rate Is High',
  description: 'Pauses a campaign when too many of its emails have bounced, and leaves it alone otherwise.',
  kind: 'write',
  isIdempotent: true,
  canBeUndone: true,
  fields: {
    campaign,
    highestPercent: percent({
      label: 'Highest Bounce Rate (%)',
      // Where tools for cold outreach warn: support.nureply.com, "Bounce Rate Thresholds"; they suspend a sender at 5.
      default: 2,
      help: 'The campaign is paused when more than this share of its emails has bounced.',
    }),
    minimumSent: number({
      label: 'Minimum Sent',
      min: 0,
      isWhole: true,
      // Few enough to stop a bad list early: one bounce among them is 5 %.
      default: 20,
      help: 'The campaign is not paused before this many emails have been sent: one bounce out of three says little.',
    }),
  },
  output: {
    campaignId,
    paused: { label: 'Was Paused', type: 'yesNo', sample: true },
    reason: { label: 'Reason', type: 'text', sample: '15 of 200 emails bounced, more than 2 percent.' },
    status: { ...campaignStatus, sample: 'paused' },
    pausedAt: { label: 'Paused At', type: 'dateTime', sample: '2026-03-05T14:30:00Z' },
    bouncePercent: { label: 'Bounce Rate (Percent)', type: 'number', sample: 7.5 },
    sent: { label: 'Sent', type: 'integer', sample: 200 },
    bounced: { label: 'Bounced', type: 'integer', sample: 15 },
  },
  runs: 'once per distinct input',
  run: async (client, { campaign: campaignId, highestPercent, minimumSent }, options) => {
    const { sent, bounced, bounceRate, status } = await client.getCampaignStats(campaignId, options);
    const bouncePercent = bounceRate === undefined ? undefined : Math.round(1000 * bounceRate) / 10;
    const figures = { campaignId, sent, bounced, bouncePercent };
    const leave = (reason: string) => ({ ...figures, status, paused: false, reason });

    if (sent === undefined || bounced === undefined) {
      return leave('Leadterra does not tell how many emails were sent and bounced.');
    }
    if (sent < minimumSent) return leave(`Only ${sent} emails were sent, fewer than ${minimumSent}.`);
    const share = `${bounced} of ${sent} emails bounced`;
    if (100 * bounced <= highestPercent * sent)
      return leave(`${share}, no more than ${highestPercent} percent.`);
    const pause = await client.pauseCampaign(campaignId, options);
    const isRunning = pause.status === 'running';
    const still = isRunning ? ' Leadterra was asked to pause it, and says that it is still running.' : '';
    const reason = `${share}, more than ${highestPercent} percent.${still}`;
    return { ...figures, paused: !isRunning, reason, status: pause.status, pausedAt: pause.pausedAt };
  },
});
