import { fields, readInput, threadOutput, threadStatuses } from '@leadterra/shared';

import { renderField } from '../render-field';
import { pollingTrigger } from './polling-trigger';

const statuses = fields.optional(
  fields.choices({
    label: 'Status',
    choices: threadStatuses,
    help: 'Only when a thread gets into one of these states. Left empty, it is any.',
  }),
);

/** More would take longer than a run may. */
const mostThreads = 1000;

const { id: threadId, ...others } = threadOutput;

export const threadStatusChanged = pollingTrigger({
  key: 'thread_status_changed',
  noun: 'Thread',
  label: 'Thread Status Changed',
  description:
    'Triggers when a conversation in the inbox of the SDR gets into a state in which it was not before, such as Meeting Booked or Won.',
  inputFields: [renderField('statuses', statuses)],
  output: {
    id: { label: 'Event ID', type: 'text', sample: `${threadId.sample}:meeting_booked` },
    threadId,
    ...others,
  },
  poll: async (client, given, deadline) => {
    const filter = readInput({ statuses }, given);
    const { threads } = await client.listInboxThreads(
      { ...filter, orderBy: 'lastMessage', limit: mostThreads },
      { deadline },
    );
    return threads.map(({ id, ...thread }) => ({
      ...thread,
      threadId: id,
      id: `${id}:${thread.status ?? ''}`,
    }));
  },
});
