import { defineAction } from './action';
import { campaign, campaignId } from './campaign';

export const findSendingCapacity = defineAction({
  key: 'find_sending_capacity',
  resource: 'campaign',
  operation: 'checkCapacity',
  label: 'Find Sending Capacity',
  description:
    'Finds whether the sender pools can still send enough emails within the current 24 hours for all leads of a campaign.',
  kind: 'read',
  isIdempotent: true,
  fields: { campaign },
  output: {
    campaignId,
    leads: { label: 'Leads', type: 'integer', sample: 250 },
    remainingToday: { label: 'Remaining Today', type: 'integer', sample: 1340 },
    pools: { label: 'Sender Pools', type: 'integer', sample: 2 },
    enough: { label: 'Is Enough', type: 'yesNo', sample: true },
    missing: { label: 'Leads Left Over', type: 'integer', sample: 0 },
  },
  runs: 'once per distinct input',
  run: async (client, { campaign: campaignId }, options) => {
    const { totalEnrolled: leads } = await client.getCampaignStats(campaignId, options);
    const pools = await client.listSenderPools(options);
    const volumes = pools.flatMap(({ remainingVolume }) => remainingVolume ?? []);
    const result = { campaignId, leads, pools: pools.length };
    // A pool that does not tell what it may still send makes the sum unknown, not smaller.
    if (volumes.length < pools.length) return result;
    const remainingToday = volumes.reduce((sum, volume) => sum + volume, 0);
    if (leads === undefined) return { ...result, remainingToday };
    const missing = Math.max(0, leads - remainingToday);
    return { ...result, remainingToday, enough: missing === 0, missing };
  },
});
