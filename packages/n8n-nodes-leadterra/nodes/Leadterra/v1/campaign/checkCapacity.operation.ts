import { campaignField, readCampaignId } from '../campaign-field';
import { oncePerKey, perItem, type Operation } from '../operation';

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
    const options = { signal: context.getExecutionCancelSignal() };
    const check = oncePerKey(async (campaignId) => {
      const { totalEnrolled } = await client.getCampaignStats(campaignId, options);
      const pools = await client.listSenderPools(options);
      // A pool that does not tell what it may still send makes the sum unknown, not smaller.
      const remaining = pools.reduce<number | undefined>(
        (sum, { remainingVolume }) =>
          sum === undefined || remainingVolume === undefined ? undefined : sum + remainingVolume,
        0,
      );
      const known = totalEnrolled !== undefined && remaining !== undefined;
      return {
        campaignId,
        leads: totalEnrolled,
        remainingToday: remaining,
        pools: pools.length,
        enough: known ? totalEnrolled <= remaining : undefined,
        missing: known ? Math.max(0, totalEnrolled - remaining) : undefined,
      };
    });
    return await perItem(context, async (item) => await check(readCampaignId(context, item)));
  },
};
