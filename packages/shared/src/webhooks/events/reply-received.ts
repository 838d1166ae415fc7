import { present, text } from './delivery';
import { defineEvent } from './event';

type ReplyFields = { replyId?: string; classification?: string; threadSnippet?: string; receivedAt?: string };

export const replyReceived = defineEvent({
  event: 'reply.received',
  label: 'Reply Received',
  description: 'A lead replied, and the reply was classified',
  id: 'replyId',
  sample: {
    timestamp: '2026-03-04T09:14:32Z',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    email: 'ava@example.com',
    replyId: 'rpl_01HZB3MNPW6XT8QA',
    classification: 'interested',
    threadSnippet: 'Sounds useful. Could you show it to us next week?',
    receivedAt: '2026-03-04T09:14:32Z',
  },
  fields: ({ data, reply }): ReplyFields => {
    const source = reply.isEmpty ? data : reply;
    return present({
      replyId: text(source('id'), data('replyId')),
      classification: text(source('classification')),
      threadSnippet: text(source('threadSnippet')),
      receivedAt: text(source('receivedAt')),
    });
  },
});
