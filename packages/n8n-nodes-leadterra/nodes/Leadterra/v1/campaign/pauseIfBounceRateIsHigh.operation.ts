import { number } from '../../../shared/core';
import { parseField } from '../../../shared/parse-field';
import { campaignField, readCampaignId } from '../campaign-field';
import { oncePerKey, perItem, type Operation } from '../operation';

const percent = number().min(0).max(100);
const count = number().int().min(0);

/**
 * Pauses a campaign whose bounce rate is above a limit once it has sent enough for the rate to mean something, and
 * says in one sentence what it did and why. Items that name the same campaign share one check.
 */
export const pauseIfBounceRateIsHigh: Operation = {
  option: {
    name: 'Pause If Bounce Rate Is High',
    value: 'pauseIfBounceRateIsHigh',
    action: 'Pause a campaign if its bounce rate is high',
    description: 'Read the statistics of a campaign and pause it if too many of its e-mails bounce',
  },
  description: [
    campaignField,
    {
      displayName: 'Highest Bounce Rate (%)',
      name: 'maxBounceRate',
      type: 'number',
      typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
      default: 5,
      required: true,
      description: 'The campaign is paused when more than this share of its sent e-mails bounced',
    },
    {
      displayName: 'Minimum Sent',
      name: 'minimumSent',
      type: 'number',
      typeOptions: { minValue: 0, numberPrecision: 0 },
      default: 50,
      required: true,
      description: 'Nothing is paused before so many e-mails were sent: one bounce among three says little',
    },
  ],
  execute: async (context, client) => {
    const options = { signal: context.getExecutionCancelSignal() };
    const stats = oncePerKey(async (campaignId) => await client.getCampaignStats(campaignId, options));
    const pause = oncePerKey(async (campaignId) => await client.pauseCampaign(campaignId, options));
    return await perItem(context, async (item) => {
      const campaignId = readCampaignId(context, item);
      const maxBounceRate = parseField(
        'Highest Bounce Rate',
        percent,
        context.getNodeParameter('maxBounceRate', item),
      );
      const minimumSent = parseField('Minimum Sent', count, context.getNodeParameter('minimumSent', item));
      const { sent, bounced, bounceRate } = await stats(campaignId);
      const figures = { campaignId, sent, bounced, bounceRate };
      if (sent === undefined || (sent > 0 && bounceRate === undefined)) {
        return {
          ...figures,
          paused: false,
          reason: 'Leadterra did not tell how many e-mails were sent and bounced.',
        };
      }
      if (sent < minimumSent || bounceRate === undefined) {
        return {
          ...figures,
          paused: false,
          reason: `Only ${sent} e-mails were sent, fewer than ${minimumSent}.`,
        };
      }
      const share = `${bounced ?? 0} of ${sent} e-mails bounced (${(100 * bounceRate).toFixed(1)} %)`;
      if (100 * bounceRate <= maxBounceRate) {
        return { ...figures, paused: false, reason: `${share}, no more than ${maxBounceRate} %.` };
      }
      const { status } = await pause(campaignId);
      return {
        ...figures,
        paused: status !== 'draft',
        status,
        reason: `${share}, more than ${maxBounceRate} %.`,
      };
    });
  },
};
