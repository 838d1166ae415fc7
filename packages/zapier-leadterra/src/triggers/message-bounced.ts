import { hookTrigger } from './hook-trigger';

export const messageBounced = hookTrigger('message.bounced', {
  noun: 'Message',
  label: 'Message Bounced',
  description: 'Triggers when an email cannot be delivered.',
  sample: {
    id: 'message.bounced:msg_01HZB7',
    event: 'message.bounced',
    timestamp: '2026-03-03T10:22:31Z',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    email: 'ava@example.com',
    messageId: 'msg_01HZB7',
    bounceType: 'hard',
    bounceReason: '550 5.1.1 user unknown',
  },
  outputFields: [
    { key: 'email', label: 'Email' },
    { key: 'messageId', label: 'Message ID' },
    { key: 'bounceType', label: 'Bounce Type' },
    { key: 'bounceReason', label: 'Bounce Reason' },
  ],
  filters: ['bounceType', 'campaign'],
  // The API lists no bounces, but a bounce comes back as a reply that says so.
  recent: async (client, deadline) => {
    const { replies } = await client.listReplies({ limit: 100 }, { deadline });
    return replies
      .filter(({ classification }) => classification === 'bounce')
      .map(({ id, receivedAt, campaignId, email, threadSnippet }) => ({
        id: `message.bounced:${id}`,
        event: 'message.bounced',
        timestamp: receivedAt,
        campaignId,
        email,
        ...saysNoType,
        bounceReason: threadSnippet,
      }));
  },
});

/** What is unclear counts as soft. */
const saysNoType = { bounceType: 'soft', unclearBounceType: '' } as const;
