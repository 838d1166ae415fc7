import { Type } from '@sinclair/typebox';

import { inTransaction } from '../database/open';
import { type Route } from '../http/app';
import { responses } from './shared';

/** The reference's limit. The guide speaks of none; the stricter page holds in every dialect. */
const mostPerRequest = 1000;

const Body = Type.Object(
  { emails: Type.Array(Type.String({ format: 'email' }), { minItems: 1, maxItems: mostPerRequest }) },
  { additionalProperties: false },
);

export const suppressEmails: Route = (app, { dialect, suppressions, clock, database }) => {
  app.post(
    '/suppression-list',
    {
      schema: {
        operationId: 'suppressEmails',
        tags: ['suppression'],
        summary: 'Bar addresses from all campaigns, for good',
        body: Body,
        response: responses(dialect, dialect.suppressEmails),
      },
    },
    ({ body: { emails } }, reply) => {
      const now = clock.now();
      const added = inTransaction(
        database,
        () => emails.filter((email) => suppressions.add(email, 'api', now)).length,
      );
      const result = { suppressed: added, alreadySuppressed: emails.length - added };
      return reply.send(dialect.suppressEmails.body(result));
    },
  );
};
