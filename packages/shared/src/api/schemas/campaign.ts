import * as z from 'zod/mini';

import { orElse } from '../../or-else';
import { enveloped } from '../envelope';
import { count, id, share, text } from './lenient';

/** One email of a campaign. Copy may hold `{{firstName}}` or `[[firstName]]`, which mean the same. */
export type SequenceStep = {
  subject: string;
  bodyHtml: string;
  /** Whole days to wait after the step before; without meaning on the first step. */
  delayDays?: number;
};

/** `draft`, `running` or `paused`; other values pass through, since the documentation does not close the list. */
export type CampaignStatus = string;

// One page says "active" where all others, and the answers, say "running".
const status = z.pipe(
  text,
  z.transform((value) => (value === 'active' ? 'running' : value)),
);

const sequenceStep = z.object({ stepIndex: count, subject: text, bodyHtml: text, delayDays: count });

const fields = {
  name: text,
  status,
  createdAt: text,
  startedAt: text,
  pausedAt: text,
  sequenceSteps: orElse(z.array(sequenceStep), []),
};

/** A campaign as the answer to its creation; there is none without an ID. */
export const createdCampaign = enveloped(['campaign'], z.object({ id, ...fields }));

/** A campaign's state after start or pause. The caller knows the ID, so the answer need not repeat it. */
export const campaignState = enveloped(
  ['campaign'],
  z.object({ id: text, status, startedAt: text, pausedAt: text }),
);

/** A campaign's figures; what the answer does not tell is undefined. `status` is there only if the API tells it. */
export const campaignStats = enveloped(
  ['stats'],
  z
    .object({
      campaignId: text,
      status,
      totalEnrolled: count,
      sent: count,
      delivered: count,
      bounced: count,
      replied: count,
      queued: count,
      openRate: share,
      replyRate: share,
    })
    .check(z.refine((stats) => stats.sent !== undefined || stats.totalEnrolled !== undefined)),
);

const listed = z.object({ id, name: text, status });

/** A campaign of a list. */
export type ListedCampaign = z.infer<typeof listed>;
export const campaigns = enveloped(['campaigns'], z.array(listed));
