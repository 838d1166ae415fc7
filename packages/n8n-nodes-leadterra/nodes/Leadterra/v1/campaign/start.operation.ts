import { campaignField, readCampaignId } from '../campaign-field';
import { oncePerInput, type Operation, perItem } from '../operation';

/** Starts a campaign, or resumes it. Items that name the same campaign share one call. */
export const start: Operation = {
  option: {
    name: 'Start',
    value: 'start',
    action: 'Start a campaign',
    description: 'Start a draft campaign or resume a paused one; a running one stays as it is',
  },
  description: [campaignField],
  execute: async (context, client) => {
    const signal = context.getExecutionCancelSignal();
    const start = oncePerInput(
      async (campaignId: string) => await client.startCampaign(campaignId, { signal }),
    );
    return await perItem(context, async (item) => await start(readCampaignId(context, item)));
  },
};
