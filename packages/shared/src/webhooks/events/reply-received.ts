import { present, text } from './delivery';
import { defineEvent } from './event';

type ReplyFields = { replyId?: string; classification?: string; threadSnippet?: string; receivedAt?: string };

export const replyReceived = defineEvent({
  event: 'reply.received',
  label: 'Reply Received',
  description: 'A lead replied, and the reply was classified',
  id: 'replyId',
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
