import { type Route } from '../http/app';
import { senderAccounts } from '../senders';
import { responses } from './shared';

export const listSenderAccounts: Route = (app, { dialect }) => {
  app.get(
    '/sender-accounts',
    {
      schema: {
        operationId: 'listSenderAccounts',
        tags: ['senders'],
        summary: 'Sending identities',
        response: responses(dialect, dialect.listSenderAccounts),
      },
    },
    (_request, reply) => reply.send(dialect.listSenderAccounts.body(senderAccounts)),
  );
};
