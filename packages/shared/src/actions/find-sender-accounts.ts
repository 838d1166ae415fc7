import { defineAction } from './action';
import { optional, text } from './field';

// The API answers with all accounts at once and filters by nothing. A Zapier search must have something to search by.
export const findSenderAccounts = defineAction({
  key: 'find_sender_accounts',
  resource: 'senderAccount',
  operation: 'getMany',
  label: 'Find Sender Accounts',
  description: 'Finds the accounts that emails are sent from, each with its status and whether it can send.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    email: optional(
      text({ label: 'Email', placeholder: 'name@email.com', help: 'Only the account with this address.' }),
    ),
  },
  output: {
    id: { label: 'Sender Account ID', type: 'id', sample: 'sa_01HXYZ001' },
    email: { label: 'Email', type: 'text', sample: 'cleo@example.com' },
    name: { label: 'Name', type: 'text', sample: 'Cleo Adeyemi' },
    status: { label: 'Status', type: 'text', sample: 'active' },
    canSend: { label: 'Can Send', type: 'yesNo', sample: true },
  },
  runs: 'a list',
  run: async (client, { email }, options) => {
    const accounts = await client.listSenderAccounts(options);
    const wanted = email?.toLowerCase();
    return {
      list: accounts.filter((account) => wanted === undefined || account.email?.toLowerCase() === wanted),
    };
  },
});
