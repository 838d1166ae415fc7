import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { type CampaignStatus } from '../api/schemas/campaign';

/**
 * 5 percent is where mailbox providers are known to act on a sender; among fewer than 50 e-mails chance decides.
 */
export const defaultBounceLimit = { highestPercent: 5, minimumSent: 50 };

/** What was done about a campaign's bounces, and why in one sentence. */
export type BounceCheck = {
  campaignId: string;
  paused: boolean;
  reason: string;
  sent?: number;
  bounced?: number;
  /** bounced / sent, in percent with one decimal. */
  bouncePercent?: number;
  status?: CampaignStatus;
  pausedAt?: string;
};

/**
 * Pauses a campaign of which more than `highestPercent` of the sent e-mails bounced, once it has sent `minimumSent`.
 * Where Leadterra does not tell the figures, it does nothing. Rejects with a LeadterraError when a call fails.
 */
export async function pauseIfBounceRateIsHigh(
  client: LeadterraClient,
  input: { campaignId: string; highestPercent: number; minimumSent: number },
  options?: CallOptions,
): Promise<BounceCheck> {
  const { campaignId, highestPercent, minimumSent } = input;
  const { sent, bounced, bounceRate, status } = await client.getCampaignStats(campaignId, options);
  const bouncePercent = bounceRate === undefined ? undefined : Math.round(1000 * bounceRate) / 10;
  const figures = { campaignId, sent, bounced, bouncePercent };
  const left = (reason: string): BounceCheck => ({ ...figures, status, paused: false, reason });

  if (sent === undefined || bounced === undefined) {
    return left('Leadterra does not tell how many e-mails were sent and bounced.');
  }
  if (sent < minimumSent) return left(`Only ${sent} e-mails were sent, fewer than ${minimumSent}.`);
  const share = `${bounced} of ${sent} e-mails bounced`;
  if (100 * bounced <= highestPercent * sent)
    return left(`${share}, no more than ${highestPercent} percent.`);
  const pause = await client.pauseCampaign(campaignId, options);
  const reason = `${share}, more than ${highestPercent} percent.`;
  return { ...figures, paused: true, reason, status: pause.status, pausedAt: pause.pausedAt };
}
