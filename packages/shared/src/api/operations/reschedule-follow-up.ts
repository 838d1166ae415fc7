import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { followUpState } from '../schemas/follow-up';

/** `dueAt` in ISO 8601. */
export type RescheduleFollowUpInput = { followUpId: string; dueAt: string };

/** Moves a follow-up to another time. */
export const rescheduleFollowUp = defineOperation({
  endpoint: 'POST /v1/sdr/followups/:followUpId/reschedule',
  answer: followUpState,
  repeat: 'always',
  explain: explainSdrKey,
  run: async (send, { followUpId, dueAt }: RescheduleFollowUpInput, options?: CallOptions) => {
    const task = `reschedule follow-up "${followUpId}"`;
    const state = await send({ task, ids: { followUpId }, body: { dueAt } }, options);
    return { ...state, id: state.id ?? followUpId, dueAt: state.dueAt ?? dueAt };
  },
});
