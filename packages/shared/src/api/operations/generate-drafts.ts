import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { generatedDrafts } from '../schemas/draft';

export type GenerateDraftsInput = {
  threadId: string;
  /** What the draft should say, and how. */
  instructions?: string;
  /** From 1 to 3. Default: 1. */
  variantCount?: number;
};

/** Has answers to a thread written; nothing is sent. Each draft comes with the insight that belongs to it. */
export const generateDrafts = defineOperation({
  endpoint: 'POST /v1/sdr/drafts/generate',
  answer: generatedDrafts,
  // A second time makes further drafts.
  repeat: 'never-twice',
  explain: explainSdrKey,
  run: async (send, body: GenerateDraftsInput, options?: CallOptions) => {
    const { drafts, insights, appliedRules } = await send(
      {
        task: `generate a draft for thread "${body.threadId}"`,
        lookHere:
          'It may have been generated all the same: look at the thread in Leadterra before you run this again.',
        body,
      },
      options,
    );
    return drafts.map((draft) => {
      const { approach, confidence, rationale } = insights?.find(({ draftId }) => draftId === draft.id) ?? {};
      return { ...draft, approach, confidence, rationale, appliedRules };
    });
  },
});
