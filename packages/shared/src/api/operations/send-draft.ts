import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { blockedDraft, sentDraft } from '../schemas/draft';

export type SendDraftInput = {
  draftId: string;
  /** Goes before the draft's own text, as does `finalBodyText`. */
  finalBodyHtml?: string;
  finalBodyText?: string;
  additionalCc?: string[];
};

/** Sends a draft from the SDR's Gmail account. That Leadterra's guardrails block it is an outcome and no error. */
export const sendDraft = defineOperation({
  endpoint: 'POST /v1/sdr/drafts/:draftId/send',
  answer: sentDraft,
  refusal: blockedDraft,
  repeat: 'never-twice',
  explain: explainSdrKey,
  run: async (send, { draftId, ...body }: SendDraftInput, options?: CallOptions) =>
    await send(
      {
        task: `send draft "${draftId}"`,
        ids: { draftId },
        lookHere:
          "It may have been sent all the same: look at the SDR's sent mail in Gmail before you run this again.",
        body,
      },
      options,
    ),
});
