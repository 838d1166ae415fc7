import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { followUpState } from '../schemas/follow-up';

export type SkipFollowUpInput = { followUpId: string; reason?: string };

/** Drops a follow-up without writing to the lead. */
export const skipFollowUp = defineOperation({
  endpoint: 'POST /v1/sdr/followups/:followUpId/skip',
  answer: followUpState,
  repeat: 'always',
  explain: explainSdrKey,
  run: async (send, { followUpId, reason }: SkipFollowUpInput, options?: CallOptions) => {
    const task = `skip follow-up "${followUpId}"`;
    const state = await send({ task, ids: { followUpId }, body: { reason } }, options);
    return { ...state, id: state.id ?? followUpId };
  },
});
