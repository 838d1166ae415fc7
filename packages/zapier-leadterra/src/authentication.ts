import { type Authentication } from 'zapier-platform-core';

import { noInput, withLeadterra } from './perform';

export const authentication = {
  type: 'custom',
  fields: [
    {
      key: 'apiKey',
      label: 'API Key',
      type: 'password',
      required: true,
      helpText:
        'Create one in [Leadterra](https://app.leadterra.co) under *Settings → API Keys*. It begins with `sk_live_`, or with `sk_test_` for a sandbox workspace.',
    },
    {
      key: 'signingSecret',
      label: 'Webhook Signing Secret',
      type: 'password',
      required: false,
      helpText:
        'Only for triggers: events without a matching signature are then refused. Leave it empty unless [Leadterra](https://app.leadterra.co) shows you one.',
    },
  ],
  // A key carries no name of its workspace; the address that it sends from says best which one it is.
  test: withLeadterra(noInput, async ({ client, deadline }) => {
    const accounts = await client.listSenderAccounts({ deadline });
    const [first, ...others] = accounts.map(({ email, id }) => email ?? id);
    if (first === undefined) return { workspace: 'Workspace without sender accounts', senderAccounts: 0 };
    return {
      workspace: others.length > 0 ? `${first} and ${others.length} more` : first,
      senderAccounts: accounts.length,
    };
  }),
  connectionLabel: '{{workspace}}',
} satisfies Authentication;
