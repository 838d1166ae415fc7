import { type Route } from '../http/app';
import { senderPools } from '../senders';
import { responses } from './shared';

/** Reference and guide count over a rolling day; the concept page resets once a day. */
const windowMs = 24 * 60 * 60 * 1000;

export const listSenderPools: Route = (app, { dialect, messages, clock }) => {
  app.get(
    '/sender-pools',
    {
      schema: {
        operationId: 'listSenderPools',
        tags: ['senders'],
        summary: 'Sender pools and what they may still send',
        response: responses(dialect, dialect.listSenderPools),
      },
    },
    (_request, reply) => {
      const sentToday = messages.countSince(clock.now() - windowMs);
      return reply.send(dialect.listSenderPools.body(senderPools(sentToday)));
    },
  );
};
