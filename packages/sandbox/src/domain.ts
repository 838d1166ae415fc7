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

export type CampaignStats = {
  campaignId: string;
  status: CampaignStatus;
  totalEnrolled: number;
  sent: number;
  hardBounced: number;
  softBounced: number;
  replied: number;
  queued: number;
  opened: number;
};

export type RefusedLead = {
  index: number;
  email?: string;
  message: string;
};

export type EnrollmentResult = {
  newToWorkspace: number;
  knownToWorkspace: number;
  newToCampaign: number;
  knownToCampaign: number;
  suppressed: number;
  refused: RefusedLead[];
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

export type ReplyPage = {
  replies: Reply[];
  total: number;
  page: number;
  perPage: number;
};

export type SuppressionResult = {
  suppressed: number;
  alreadySuppressed: number;
};

export type SenderPool = {
  id: string;
  name: string;
  dailyCapacity: number;
  remainingVolume: number;
  senderAccountIds: string[];
};

export type SenderAccount = {
  id: string;
  email: string;
  name: string;
  status: 'active' | 'paused' | 'warming';
};

export const webhookEvents = [
  'campaign.started',
  'message.sent',
  'message.bounced',
  'reply.received',
] as const;
export type WebhookEventName = (typeof webhookEvents)[number];

export type Webhook = {
  id: string;
  url: string;
  events: WebhookEventName[];
  secret: string;
  createdAt: number;
};

export type BounceType = 'hard' | 'soft';

export type Message = {
  id: string;
  email: string;
  stepIndex: number;
  subject: string;
};

/** What happened, before a dialect turns it into the `data` of a webhook delivery. */
export type WorkspaceEvent =
  | { name: 'campaign.started'; campaign: Campaign }
  | { name: 'message.sent'; campaign: Campaign; message: Message }
  | {
      name: 'message.bounced';
      campaign: Campaign;
      message: Message;
      bounceType: BounceType;
      bounceReason: string;
    }
  | { name: 'reply.received'; campaign: Campaign; reply: Reply };

/** ISO 8601 in UTC without milliseconds, as the core pages of the documentation write it. */
export function timestamp(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
