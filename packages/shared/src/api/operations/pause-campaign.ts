import { defineOperation } from '../operation';
import { campaignState } from '../schemas/campaign';

// Documented as a no-op on a campaign that is already there.
export const pauseCampaign = defineOperation({
  task: (campaignId: string) => `pause campaign "${campaignId}"`,
  request: (campaignId) => ({
    method: 'POST',
    path: `/v1/campaigns/${encodeURIComponent(campaignId)}/pause`,
  }),
  answer: campaignState,
  repeat: 'always',
});
