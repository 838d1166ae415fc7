import { Type } from '@sinclair/typebox';

import { inTransaction } from '../database/open';
import { answer } from '../dialects/answer';
import { count } from '../shapes';
import { defineEndpoint } from './define-endpoint';

type SuppressionResult = { suppressed: number; alreadySuppressed: number };

/** The reference's limit. The guide speaks of none; the stricter page holds in every dialect. */
const mostPerRequest = 1000;

const newOnly = answer(Type.Object({ suppressed: count }), ({ suppressed }: SuppressionResult) => ({
  suppressed,
}));

export const suppressEmails = defineEndpoint({
  method: 'POST',
  path: '/suppression-list',
  operationId: 'suppressEmails',
  tag: 'suppression',
  summary: 'Bar addresses from all campaigns, for good',
  input: {
    body: Type.Object(
      { emails: Type.Array(Type.String({ format: 'email' }), { minItems: 1, maxItems: mostPerRequest }) },
      { additionalProperties: false },
    ),
  },
  holds: 'result',
  answers: {
    reference: newOnly,
    guide: answer(
      Type.Object({ suppressed: count, alreadySuppressed: count, total: count }),
      ({ suppressed, alreadySuppressed }: SuppressionResult) => ({
        suppressed,
        alreadySuppressed,
        total: suppressed + alreadySuppressed,
      }),
    ),
    concept: newOnly,
  },
  open:
    ({ suppressions, clock, database }) =>
    ({ body: { emails } }) => {
      const now = clock.now();
      const suppressed = inTransaction(
        database,
        () => emails.filter((email) => suppressions.add(email, 'api', now)).length,
      );
      return { suppressed, alreadySuppressed: emails.length - suppressed };
    },
});
