import { defineAction } from './action';
import { followUp, settledFollowUp } from './follow-up';

export const completeFollowUp = defineAction({
  key: 'complete_follow_up',
  resource: 'followUp',
  operation: 'complete',
  label: 'Complete Follow-Up',
  description: 'Marks a follow-up as done.',
  kind: 'write',
  isIdempotent: true,
  fields: { followUp },
  output: settledFollowUp('completed'),
  runs: 'once per distinct input',
  run: async (client, { followUp }, options) => await client.completeFollowUp(followUp, options),
});
