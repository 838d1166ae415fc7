import { defineAction } from './action';
import { longText, optional } from './field';
import { followUp, settledFollowUp } from './follow-up';

export const skipFollowUp = defineAction({
  key: 'skip_follow_up',
  resource: 'followUp',
  operation: 'skip',
  label: 'Skip Follow-Up',
  description: 'Drops a follow-up without writing to the lead.',
  kind: 'write',
  isIdempotent: true,
  fields: {
    followUp,
    reason: optional(
      longText({ label: 'Reason', placeholder: 'Asked to talk in autumn', help: 'Why, for your team.' }),
    ),
  },
  output: settledFollowUp('skipped'),
  runs: 'once per distinct input',
  run: async (client, { followUp: followUpId, reason }, options) =>
    await client.skipFollowUp({ followUpId, reason }, options),
});
