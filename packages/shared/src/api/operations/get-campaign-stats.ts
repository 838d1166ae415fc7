import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { campaignStats } from '../schemas/campaign';

/** A campaign's figures. `bounceRate` is bounced / sent, undefined while nothing was sent or a count is unknown. */
export const getCampaignStats = defineOperation({
  endpoint: 'GET /v1/campaigns/:campaignId/stats',
  answer: campaignStats,
  repeat: 'always',
  run: async (send, campaignId: string, options?: CallOptions) => {
    const task = `get the statistics of campaign "${campaignId}"`;
    const stats = await send({ task, ids: { campaignId } }, options);
    const { sent, bounced } = stats;
    const bounceRate = sent && bounced !== undefined ? bounced / sent : undefined;
    return { ...stats, campaignId: stats.campaignId ?? campaignId, bounceRate };
  },
});
