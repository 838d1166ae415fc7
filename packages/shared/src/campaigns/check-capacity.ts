import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';

/** What a campaign has to send, beside what all sender pools may still send in the current 24 hours. */
export type CapacityCheck = {
  campaignId: string;
  leads?: number;
  remainingToday?: number;
  pools: number;
  /** Undefined where Leadterra does not tell one of the figures. */
  enough?: boolean;
  /** Leads that today's capacity leaves over. */
  missing?: number;
};

/** Compares a campaign's leads with the workspace's capacity. Rejects with a LeadterraError when a call fails. */
export async function checkCapacity(
  client: LeadterraClient,
  campaignId: string,
  options?: CallOptions,
): Promise<CapacityCheck> {
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
}
