import { type LeadterraError } from '../../error';

const linkIt =
  'This works only with an API key that is linked to an SDR: in Leadterra, under Settings → API Keys, link this key to an SDR or create one that is.';

/**
 * What to do about the refusal of a call that acts for the SDR of the key. No page shows what a key without one is
 * answered: a 403, or words about an SDR.
 */
export function aboutSdrKey({ kind, status, code = '', said = '' }: LeadterraError): string | undefined {
  if (status === 403) return linkIt;
  const speaksOfSdr = /(?:^|[^a-z])sdr(?:[^a-z]|$)/i.test(`${code} ${said}`);
  return speaksOfSdr && (kind === 'authentication' || kind === 'invalid_request') ? linkIt : undefined;
}
