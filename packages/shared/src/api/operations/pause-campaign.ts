import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { campaignState } from '../schemas/campaign';

/** Pauses a campaign; one that is paused or still a draft stays as it is. */
export const pauseCampaign = defineOperation({
  endpoint: 'POST /v1/campaigns/:campaignId/pause',
  answer: campaignState,
  // Documented as a no-op on a campaign that is already there.
  repeat: 'always',
  run: async (send, campaignId: string, options?: CallOptions) => {
    const state = await send({ task: `pause campaign "${campaignId}"`, ids: { campaignId } }, options);
    return { ...state, id: state.id ?? campaignId };
  },
});
