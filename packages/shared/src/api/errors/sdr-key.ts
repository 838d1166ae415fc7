import { type LeadterraError } from '../../error';

const linkIt =
  'This works only with an API key that is linked to an SDR: in Leadterra, under Settings → API Keys, link this key to an SDR or create one that is.';

/**
 * Says of the refusal of a call that acts for the SDR of the key that the key may have none. No page shows what such a
 * key is answered: a 403, or words about an SDR. The key itself is good, so this is no matter of authentication.
 */
export function explainSdrKey(error: LeadterraError): LeadterraError {
  const { kind, status, said = '' } = error;
  const speaksOfSdr = /(?:^|[^a-z])sdr(?:[^a-z]|$)/i.test(said);
  const isRefusal = kind === 'authentication' || kind === 'invalid_request';
  return status === 403 || (isRefusal && speaksOfSdr) ? error.advising(linkIt, 'invalid_request') : error;
}
