/** The things the sandbox keeps and tells of, in the words of the API. Times are epoch milliseconds. */

export type Scalar = string | number | boolean;

export type Lead = {
  email: string;
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  customFields: Record<string, Scalar>;
};

export type SequenceStep = {
  stepIndex: number;
  subject: string;
  bodyHtml: string;
  /** Days after the previous step. Null where the caller gave none. */
  delayDays: number | null;
};

export type CampaignStatus = 'draft' | 'running' | 'paused';

export type Campaign = {
  id: string;
  name: string;
  status: CampaignStatus;
  steps: SequenceStep[];
  createdAt: number;
  startedAt: number | null;
  pausedAt: number | null;
};

/** The reference's five, and the one that the monitoring guide cuts off after "refe". */
export type Classification =
  'interested' | 'not_interested' | 'out_of_office' | 'referral' | 'unsubscribe' | 'bounce';

export type Reply = {
  id: string;
  email: string;
  campaignId: string;
  classification: string;
  receivedAt: number;
  threadSnippet: string;
};

export type BounceType = 'hard' | 'soft';

export type Message = {
  id: string;
  email: string;
  stepIndex: number;
  subject: string;
};

/** The documented states of an SDR's Gmail account. */
export const gmailStates = ['active', 'needs_reauth', 'rate_limited', 'disconnected'] as const;
export type GmailState = (typeof gmailStates)[number];

/** ISO 8601 in UTC without milliseconds, as the core pages of the documentation write it. */
export function timestamp(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

export function optionalTimestamp(at: number | null): string | null {
  return at === null ? null : timestamp(at);
}
