import { checkCapacity as check } from '../../../shared/core';
import { campaignField, readCampaignId } from '../campaign-field';
import { oncePerInput, type Operation, perItem } from '../operation';

/** Compares what a campaign has to send with what the workspace's sender pools may still send today. */
export const checkCapacity: Operation = {
  option: {
    name: 'Check Capacity',
    value: 'checkCapacity',
    action: 'Check the sending capacity for a campaign',
    description:
      'Compare the leads of a campaign with what the sender pools may still send today, before you start it',
  },
  description: [campaignField],
  execute: async (context, client) => {
    const signal = context.getExecutionCancelSignal();
    const checkOnce = oncePerInput(async (campaignId: string) => await check(client, campaignId, { signal }));
    return await perItem(context, async (item) => await checkOnce(readCampaignId(context, item)));
  },
};
