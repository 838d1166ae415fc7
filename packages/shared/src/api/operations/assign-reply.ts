import { invalidInput } from '../../error';
import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { assigned, notAssigned } from '../schemas/assignment';

export type AssignReplyInput = {
  replyId: string;
  sdrId: string;
  /** Where it is forwarded to. Default: the SDR's own address. */
  to?: string;
  cc?: string[];
  subject?: string;
  /** Stands at the top of the forwarded email. */
  note?: string;
  category?: 'A' | 'B' | 'C';
  /** Forwards again what was forwarded before. */
  forceForward?: boolean;
  /** Without it, Leadterra needs `seniority` and `employeeCount`. */
  skipIcpCheck?: boolean;
  seniority?: string;
  employeeCount?: string;
};

/**
 * Hands a reply to an SDR: forwards it as a real email and makes a thread in the SDR's inbox. That it was forwarded
 * before, and that the contact fails the ICP check, are outcomes and no errors.
 */
export const assignReply = defineOperation({
  endpoint: 'POST /v1/replies/:replyId/assign',
  answer: assigned,
  refusal: notAssigned,
  // It sends an email.
  repeat: 'never-twice',
  // Its other refusals may speak of the SDR who is to get the reply.
  explain: (error) => (error.status === 403 ? explainSdrKey(error) : error),
  run: async (send, { replyId, ...body }: AssignReplyInput, options?: CallOptions) => {
    const isUnchecked = body.seniority === undefined || body.employeeCount === undefined;
    if (body.skipIcpCheck === false && isUnchecked) {
      throw invalidInput(
        `Could not assign reply "${replyId}": the ICP check needs the contact's seniority and the company's employee count.`,
        'Give both, or skip the ICP check for a lead that is known to fit.',
      );
    }
    return await send(
      {
        task: `assign reply "${replyId}" to SDR "${body.sdrId}"`,
        ids: { replyId },
        lookHere:
          "It may have been forwarded all the same: look at the SDR's inbox in Leadterra before you run this again.",
        body,
      },
      options,
    );
  },
});
