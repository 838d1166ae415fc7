import { LeadterraError } from '../../error';
import { type CallOptions } from '../caller';
import { defineOperation, type Send } from '../operation';
import { suppressionAnswer } from '../schemas/suppression';

/** Most addresses in one request, from the API reference. */
const maxPerRequest = 1000;

/** What became of one address. `failed`: not known to be suppressed; to suppress it again is safe. */
export type SuppressionOutcome =
  | { email: string; status: 'suppressed' }
  | { email: string; status: 'rejected'; reason: string }
  | { email: string; status: 'failed'; error: LeadterraError };

/** `suppressed` counts the addresses that were not on the list before, as far as Leadterra tells. */
export type SuppressionReport = { requested: number; suppressed: number; outcomes: SuppressionOutcome[] };

/**
 * Puts addresses on the workspace's suppression list, in as few requests as it takes, and says what became of each.
 * This cannot be undone through the API. Rejects only where none of them was suppressed and no single one is to blame.
 */
export const suppressEmails = defineOperation({
  endpoint: 'POST /v1/suppression-list',
  answer: suppressionAnswer,
  // An address that is already on the list is documented to be no error.
  repeat: 'always',
  run: async (send, emails: string[], options?: CallOptions): Promise<SuppressionReport> => {
    const addresses = [...new Set(emails.map((email) => email.trim().toLowerCase()))];
    const report: SuppressionReport = { requested: addresses.length, suppressed: 0, outcomes: [] };
    for (let start = 0; start < addresses.length; start += maxPerRequest)
      await suppress(send, addresses.slice(start, start + maxPerRequest), report, options);
    const [first] = report.outcomes;
    if (first?.status === 'failed' && report.outcomes.every(({ status }) => status === 'failed'))
      throw first.error;
    return report;
  },
});

type Answer = { suppressed: number };

/** Suppresses addresses together, or, where Leadterra refuses the request, in halves until it shows which one it was. */
async function suppress(
  send: Send<Answer>,
  emails: string[],
  report: SuppressionReport,
  options?: CallOptions,
): Promise<void> {
  const stopped = report.outcomes.find(stopsTheOthers);
  if (stopped) return settle(report, emails, (email) => ({ ...stopped, email }));
  try {
    const [only] = emails;
    const what = only && emails.length === 1 ? only : `${emails.length} addresses`;
    const task = `add ${what} to the suppression list`;
    report.suppressed += (await send({ task, body: { emails } }, options)).suppressed;
    settle(report, emails, (email) => ({ email, status: 'suppressed' }));
  } catch (error) {
    if (!(error instanceof LeadterraError)) throw error;
    const isAboutContent = error.status === 400 || error.status === 413 || error.status === 422;
    if (!isAboutContent) return settle(report, emails, (email) => ({ email, status: 'failed', error }));
    if (emails.length === 1)
      return settle(report, emails, (email) => ({ email, status: 'rejected', reason: error.summary }));
    const named = emails.filter((email) => error.refused.some((item) => item.email?.toLowerCase() === email));
    const half = Math.ceil(emails.length / 2);
    const parts =
      named.length > 0 && named.length < emails.length
        ? [emails.filter((email) => !named.includes(email)), ...named.map((email) => [email])]
        : [emails.slice(0, half), emails.slice(half)];
    for (const part of parts) await suppress(send, part, report, options);
  }
}

type Failed = Extract<SuppressionOutcome, { status: 'failed' }>;

/** An error that every further request would meet too. */
function stopsTheOthers(outcome: SuppressionOutcome): outcome is Failed {
  return outcome.status === 'failed' && outcome.error.kind === 'authentication';
}

function settle(
  report: SuppressionReport,
  emails: string[],
  outcomeOf: (email: string) => SuppressionOutcome,
): void {
  for (const email of emails) report.outcomes.push(outcomeOf(email));
}
