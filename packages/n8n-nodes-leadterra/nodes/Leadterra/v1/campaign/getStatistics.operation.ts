import { campaignField, readCampaignId } from '../campaign-field';
import { oncePerInput, type Operation, perItem } from '../operation';

/** Reads a campaign's figures. Items that name the same campaign share one call. */
export const getStatistics: Operation = {
  option: {
    name: 'Get Statistics',
    value: 'getStatistics',
    action: 'Get the statistics of a campaign',
    description:
      'Get how many leads are enrolled and how many e-mails were sent, delivered, bounced and answered',
  },
  description: [campaignField],
  execute: async (context, client) => {
    const signal = context.getExecutionCancelSignal();
    const stats = oncePerInput(
      async (campaignId: string) => await client.getCampaignStats(campaignId, { signal }),
    );
    return await perItem(context, async (item) => await stats(readCampaignId(context, item)));
  },
};
