import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { followUpState } from '../schemas/follow-up';

/** Marks a follow-up as done. */
export const completeFollowUp = defineOperation({
  endpoint: 'POST /v1/sdr/followups/:followUpId/complete',
  answer: followUpState,
  repeat: 'always',
  explain: explainSdrKey,
  run: async (send, followUpId: string, options?: CallOptions) => {
    const state = await send({ task: `complete follow-up "${followUpId}"`, ids: { followUpId } }, options);
    return { ...state, id: state.id ?? followUpId };
  },
});
