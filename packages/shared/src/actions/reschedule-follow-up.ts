import { defineAction } from './action';
import { dateTime } from './field';
import { followUp, followUpOutput } from './follow-up';

export const rescheduleFollowUp = defineAction({
  key: 'reschedule_follow_up',
  resource: 'followUp',
  operation: 'reschedule',
  label: 'Reschedule Follow-Up',
  description: 'Moves a follow-up to another time.',
  kind: 'write',
  isIdempotent: true,
  canBeUndone: true,
  fields: { followUp, dueAt: dateTime({ label: 'Due At', help: 'When it falls due instead.' }) },
  output: followUpOutput,
  runs: 'once per distinct input',
  run: async (client, { followUp: followUpId, dueAt }, options) =>
    await client.rescheduleFollowUp({ followUpId, dueAt }, options),
});
