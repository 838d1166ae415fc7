import { defineAction } from './action';
import { emails } from './field';
import { threadOutput } from './inbox-thread';

export const findConversation = defineAction({
  key: 'find_conversation',
  resource: 'inboxThread',
  operation: 'getByEmail',
  label: 'Find Conversation',
  description: 'Finds the newest conversation with a lead, by their address, in the inbox of the SDR.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    email: emails({ label: 'Email', placeholder: 'name@email.com', help: 'The address of the lead.' }),
  },
  output: threadOutput,
  runs: 'a list',
  run: async (client, { email: { emails } }, options) => {
    // What the search looks at is not documented: an address that only begins like it is not taken for it.
    const lists = [];
    for (const search of emails)
      lists.push(await client.listInboxThreads({ search, orderBy: 'lastMessage' }, options));
    const found = lists
      .flatMap(({ threads }) => threads)
      .find(({ contactEmail = '' }) => emails.includes(contactEmail.trim().toLowerCase()));
    return { list: found ? [found] : [] };
  },
});
