import { setTimeout } from 'node:timers/promises';

import { defaultBaseUrl, LeadterraClient, LeadterraError, parseBaseUrl } from '@leadterra/shared';
import { type Bundle, type ZObject } from 'zapier-platform-core';

import { zapierTransport } from './transport';

/** What fits into the time of a run; Zapier itself repeats a step that fails. */
const shortRetries = { attempts: 3, baseDelayMs: 500, maxRetryAfterMs: 10_000, rateLimitedMs: 15_000 };

/** The client of the account that a step runs for. */
export function leadterraClient(z: ZObject, bundle: Bundle): LeadterraClient {
  const apiKey = bundle.authData['apiKey']?.trim() ?? '';
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new LeadterraError({
      kind: 'authentication',
      summary: 'The API key is empty or holds characters that no key has.',
      advice: 'Copy it again from Leadterra under Settings → API Keys.',
    });
  }
  return new LeadterraClient({
    transport: zapierTransport(z, parseBaseUrl(process.env['LEADTERRA_BASE_URL'] || defaultBaseUrl), apiKey),
    retry: shortRetries,
    sleep: async (ms) => await setTimeout(ms),
  });
}
