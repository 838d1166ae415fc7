import { followUpOutput } from '@leadterra/shared';

import { pollingTrigger } from './polling-trigger';

const { id: followUpId, ...others } = followUpOutput;

export const followUpDue = pollingTrigger({
  key: 'follow_up_due',
  noun: 'Follow-Up',
  label: 'Follow-Up Due',
  description: 'Triggers when a follow-up of the SDR falls due; one that is rescheduled falls due again.',
  inputFields: [],
  output: {
    id: {
      label: 'Event ID',
      type: 'text',
      sample: `${followUpId.sample}:${followUpOutput.dueAt.sample}`,
    },
    followUpId,
    ...others,
  },
  poll: async (client, _given, deadline) => {
    const { followUps } = await client.listDueFollowUps({}, { deadline });
    return followUps.map(({ id, ...followUp }) => ({
      ...followUp,
      followUpId: id,
      id: `${id}:${followUp.dueAt ?? ''}`,
    }));
  },
});
