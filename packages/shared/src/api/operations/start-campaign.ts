import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { campaignState } from '../schemas/campaign';

/** Starts a draft campaign or resumes a paused one; a running one stays as it is. */
export const startCampaign = defineOperation({
  endpoint: 'POST /v1/campaigns/:campaignId/start',
  answer: campaignState,
  // Documented as a no-op on a campaign that is already there.
  repeat: 'always',
  run: async (send, campaignId: string, options?: CallOptions) => {
    const state = await send({ task: `start campaign "${campaignId}"`, ids: { campaignId } }, options);
    return { ...state, id: state.id ?? campaignId };
  },
});
