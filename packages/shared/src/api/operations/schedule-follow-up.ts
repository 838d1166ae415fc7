import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { followUpState } from '../schemas/follow-up';

/** `dueAt` in ISO 8601; left out, the workspace's rules choose the time. */
export type ScheduleFollowUpInput = { threadId: string; dueAt?: string };

/** Makes a follow-up for a thread. */
export const scheduleFollowUp = defineOperation({
  endpoint: 'POST /v1/sdr/threads/:threadId/followup/schedule',
  answer: followUpState,
  // A second time may make a second one.
  repeat: 'never-twice',
  explain: explainSdrKey,
  run: async (send, { threadId, dueAt }: ScheduleFollowUpInput, options?: CallOptions) => {
    const state = await send(
      {
        task: `schedule a follow-up for thread "${threadId}"`,
        ids: { threadId },
        lookHere:
          'It may have been scheduled all the same: look at the thread in Leadterra before you run this again.',
        body: { dueAt },
      },
      options,
    );
    return { ...state, threadId: state.threadId ?? threadId, dueAt: state.dueAt ?? dueAt };
  },
});
