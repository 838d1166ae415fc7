import { type LeadterraErrorKind } from '../../error';

/** Our own code for a 404 from a server that does not know the request's path. */
export const noSuchEndpoint = 'no_such_endpoint';

/** What the reader can do about an error with one of the documented codes. */
export const adviceByCode = new Map<string | undefined, string>([
  [noSuchEndpoint, 'Check the base URL: this API has no such address.'],
  ['no_leads_enrolled', 'Enroll at least one lead in the campaign, then start it.'],
  [
    'no_sequence_steps',
    'Give the campaign at least one sequence step with a subject and a body, then start it.',
  ],
  [
    'workspace_not_found',
    'No workspace belongs to this API key. Create a new key in Leadterra under Settings → API Keys.',
  ],
]);

/** `what` completes "Could not …: ". */
type Meaning = { kind: LeadterraErrorKind; what: string; advice: string };

const checkKey =
  'Check the API key: copy it again from Leadterra under Settings → API Keys (it begins with sk_live_ or sk_test_).';

const meanings: Record<number, Meaning> = {
  401: { kind: 'authentication', what: 'Leadterra did not accept the API key', advice: checkKey },
  403: { kind: 'authentication', what: 'the API key is not allowed to do this', advice: checkKey },
  404: {
    kind: 'not_found',
    what: 'Leadterra does not know it',
    advice: 'Check the ID for missing characters, and that the API key belongs to the same workspace.',
  },
  413: {
    kind: 'too_large',
    what: 'the request was too large',
    advice: 'Send fewer or smaller items at a time.',
  },
  429: {
    kind: 'rate_limited',
    what: 'Leadterra is receiving too many requests',
    advice: 'Wait, then run it again, with fewer requests at a time.',
  },
};

/** What a status outside 2xx means. */
export function meaningOf(status: number): Meaning {
  const meaning = meanings[status];
  if (meaning) return meaning;
  if (status >= 500) {
    return {
      kind: 'server',
      what: 'Leadterra had a problem of its own',
      advice: 'Try again in a few minutes.',
    };
  }
  if (status >= 300 && status < 400) {
    return {
      kind: 'invalid_request',
      what: 'the answer was a redirect, which is not followed so that the API key goes nowhere else',
      advice: 'Check the base URL.',
    };
  }
  return {
    kind: 'invalid_request',
    what: 'Leadterra refused the request',
    advice: 'Check the values that were sent.',
  };
}
