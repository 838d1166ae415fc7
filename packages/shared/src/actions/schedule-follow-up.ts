import { defineAction } from './action';
import { dateTime, optional } from './field';
import { followUpOutput } from './follow-up';
import { thread } from './inbox-thread';

export const scheduleFollowUp = defineAction({
  key: 'schedule_follow_up',
  resource: 'followUp',
  operation: 'schedule',
  label: 'Schedule Follow-Up',
  description: 'Makes a follow-up for a conversation with a lead.',
  kind: 'write',
  isIdempotent: false,
  canBeUndone: true,
  fields: {
    thread,
    dueAt: optional(
      dateTime({ label: 'Due At', help: 'When it falls due. Left empty, Leadterra chooses the time.' }),
    ),
  },
  output: followUpOutput,
  runs: 'once per distinct input',
  run: async (client, { thread: threadId, dueAt }, options) =>
    await client.scheduleFollowUp({ threadId, dueAt }, options),
});
