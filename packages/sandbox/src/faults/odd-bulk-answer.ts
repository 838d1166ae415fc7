import { type Fault, successText } from './fault';
import { leadsOf } from './leads-of';

/** Acts on a bulk request, then answers something odd. `change` gets the proper answer and how many leads were sent. */
function oddBulkAnswer(summary: string, change: (answer: unknown, sent: number) => unknown): Fault {
  return {
    summary,
    number: null,
    create: () => ({
      onSend: (request, reply, payload) => {
        const leads = leadsOf(request);
        const text = successText(reply, payload);
        if (leads === null || text === null) return payload;
        reply.removeHeader('content-length');
        const changed = change(JSON.parse(text), leads.length);
        return changed === undefined ? '' : JSON.stringify(changed);
      },
    }),
  };
}

/** The same answer with every count in it replaced, however deep it stands. */
function mapCounts(answer: unknown, change: (count: number) => unknown): unknown {
  if (typeof answer === 'number') return change(answer);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, mapCounts(value, change)]));
}

/** The same answer with `errors` beside its counts, which stand at the top or in one envelope. */
function withErrors(answer: unknown, errors: object[]): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  if ('updated' in answer) return { ...answer, errors };
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, withErrors(value, errors)]));
}

export const bulkEmpty = oddBulkAnswer('Enrolls the leads and answers an empty body', () => undefined);

export const bulkCountsTooHigh = oddBulkAnswer(
  'Enrolls the leads and answers counts above what was sent',
  (answer, sent) => mapCounts(answer, (count) => count + sent),
);

export const bulkCountsNegative = oddBulkAnswer('Enrolls the leads and answers negative counts', (answer) =>
  mapCounts(answer, (count) => -count - 1),
);

export const bulkCountsAsText = oddBulkAnswer('Enrolls the leads and answers counts as strings', (answer) =>
  mapCounts(answer, String),
);

export const bulkUnknownIndexes = oddBulkAnswer(
  'Enrolls the leads and answers errors for leads that were not sent',
  (answer, sent) =>
    withErrors(answer, [
      { index: sent, message: 'is not valid' },
      { index: -1, message: 'is not valid' },
    ]),
);
