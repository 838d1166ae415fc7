import { defineOperation } from '../operation';
import { campaignStats } from '../schemas/campaign';

export const getCampaignStats = defineOperation({
  task: (campaignId: string) => `get the statistics of campaign "${campaignId}"`,
  request: (campaignId) => ({ method: 'GET', path: `/v1/campaigns/${encodeURIComponent(campaignId)}/stats` }),
  answer: campaignStats,
  repeat: 'always',
});
