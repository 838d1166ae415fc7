import { defineAction } from './action';
import { type Choice, choice, choices, limit, optional, text } from './field';
import { categories, threadOutput, threadStatuses } from './inbox-thread';

const orders = [
  { value: 'priority', label: 'Priority' },
  { value: 'lastMessage', label: 'Last Message' },
  { value: 'created', label: 'Created' },
] as const satisfies Choice[];

export const findInboxThreads = defineAction({
  key: 'find_inbox_threads',
  resource: 'inboxThread',
  operation: 'getMany',
  label: 'Find Inbox Threads',
  description: 'Finds the conversations in the inbox of the SDR that the API key is linked to.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    limit: limit({ default: 50 }),
    statuses: optional(
      choices({ label: 'Status', choices: threadStatuses, help: 'Only threads in one of these states.' }),
    ),
    category: optional(
      choice({ label: 'Category', choices: categories, help: 'Only threads of this grade.' }),
    ),
    search: optional(
      text({
        label: 'Search',
        placeholder: 'Ava Patel',
        help: 'Only threads in which Leadterra finds this.',
      }),
    ),
    snoozed: optional(
      choice({
        label: 'Snoozed',
        choices: [
          { value: 'true', label: 'Only Snoozed' },
          { value: 'false', label: 'Only Not Snoozed' },
        ],
        help: 'Whether threads are put off until later.',
      }),
    ),
    orderBy: optional(
      choice({
        label: 'Order By',
        choices: orders,
        help: 'What comes first. Left empty, it is what has priority.',
      }),
    ),
  },
  output: threadOutput,
  runs: 'a list',
  run: async (client, { snoozed, ...filter }, options) => {
    const asked = { ...filter, ...(snoozed !== undefined && { snoozed: snoozed === 'true' }) };
    const { threads, isComplete } = await client.listInboxThreads(asked, options);
    return {
      list: threads,
      ...(!isComplete && { note: 'Leadterra has more threads than it handed out: some are missing.' }),
    };
  },
});
