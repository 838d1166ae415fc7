import { hookTrigger } from './hook-trigger';

export const replyReceived = hookTrigger('reply.received', {
  noun: 'Reply',
  label: 'Reply Received',
  description: 'Triggers when a lead has replied and the reply is classified.',
  sample: {
    id: 'reply.received:rpl_01HZB3MNPW6XT8QA',
    event: 'reply.received',
    timestamp: '2026-03-04T09:14:32Z',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    email: 'ava@example.com',
    replyId: 'rpl_01HZB3MNPW6XT8QA',
    classification: 'interested',
    threadSnippet: 'Sounds useful. Could you show it to us next week?',
    receivedAt: '2026-03-04T09:14:32Z',
  },
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
