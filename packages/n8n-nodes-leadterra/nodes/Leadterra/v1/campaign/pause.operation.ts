import { campaignField, readCampaignId } from '../campaign-field';
import { oncePerInput, type Operation, perItem } from '../operation';

/** Pauses a campaign. Items that name the same campaign share one call. */
export const pause: Operation = {
  option: {
    name: 'Pause',
    value: 'pause',
    action: 'Pause a campaign',
    description: 'Stop a campaign from sending more e-mails; start resumes it where it stopped',
  },
  description: [campaignField],
  execute: async (context, client) => {
    const signal = context.getExecutionCancelSignal();
    const pause = oncePerInput(
      async (campaignId: string) => await client.pauseCampaign(campaignId, { signal }),
    );
    return await perItem(context, async (item) => await pause(readCampaignId(context, item)));
  },
};
