import { hookTrigger } from './hook-trigger';

export const messageBounced = hookTrigger('message.bounced', {
  noun: 'Message',
  label: 'Message Bounced',
  description: 'Triggers when an email cannot be delivered.',
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
