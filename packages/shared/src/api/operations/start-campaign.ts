import { defineOperation } from '../operation';
import { campaignState } from '../schemas/campaign';

// Documented as a no-op on a campaign that is already there.
export const startCampaign = defineOperation({
  task: (campaignId: string) => `start campaign "${campaignId}"`,
  request: (campaignId) => ({
    method: 'POST',
    path: `/v1/campaigns/${encodeURIComponent(campaignId)}/start`,
  }),
  answer: campaignState,
  repeat: 'always',
});
