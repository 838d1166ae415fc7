import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { dueFollowUps, type FollowUp } from '../schemas/follow-up';

/** Follow-ups that were read; `isComplete` is false where there may be more. */
export type FollowUpList = { followUps: FollowUp[]; isComplete: boolean };

/** The most that the API gives; it names no way to those beyond. */
const maxLimit = 200;

type Wanted = {
  /** How many at most. */
  limit?: number;
  /** Also those that are not due yet. */
  includeUpcoming?: boolean;
};

/** The follow-ups of the key's SDR that are due. */
export const listDueFollowUps = defineOperation({
  endpoint: 'GET /v1/sdr/followups/due',
  answer: dueFollowUps,
  repeat: 'always',
  explain: explainSdrKey,
  run: async (
    send,
    { limit = Infinity, includeUpcoming }: Wanted = {},
    options?: CallOptions,
  ): Promise<FollowUpList> => {
    const asked = Math.min(maxLimit, limit);
    const query = { limit: String(asked), ...(includeUpcoming && { includeUpcoming: 'true' }) };
    const followUps = await send({ task: 'list the follow-ups', query }, options);
    return { followUps: followUps.slice(0, limit), isComplete: followUps.length < asked || asked === limit };
  },
});
