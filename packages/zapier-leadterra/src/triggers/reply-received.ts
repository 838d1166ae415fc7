import { hookTrigger } from './hook-trigger';

export const replyReceived = hookTrigger('reply.received', {
  noun: 'Reply',
  label: 'Reply Received',
  description: 'Triggers when a lead has replied and the reply is classified.',
  outputFields: [
    { key: 'email', label: 'Email' },
    { key: 'replyId', label: 'Reply ID' },
    { key: 'classification', label: 'Classification' },
    { key: 'threadSnippet', label: 'Beginning of the Reply' },
    { key: 'receivedAt', label: 'Received At', type: 'datetime' },
  ],
  filters: ['classification', 'campaign'],
  recent: async (client, deadline) => {
    const { replies } = await client.listReplies({ limit: 100 }, { deadline });
    return replies.map(({ id, ...reply }) => ({
      id: `reply.received:${id}`,
      event: 'reply.received',
      timestamp: reply.receivedAt,
      replyId: id,
      ...reply,
    }));
  },
});
