import { maxResponseBytes, parseJsonOrText, type Transport } from '@leadterra/shared';
import { type ZObject } from 'zapier-platform-core';

import { version } from '../package.json';

/**
 * Sends the core's requests through `z.request`, so that Zapier logs them and censors the key.
 * @param baseUrl as `parseBaseUrl` returns it
 */
export function zapierTransport(z: ZObject, baseUrl: string, apiKey: string): Transport {
  return async ({ method, path, query, body, timeoutMs }) => {
    const aborting = new AbortController();
    const options = {
      url: baseUrl + path,
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${apiKey}`,
        'user-agent': `leadterra-zapier/${version}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      params: query,
      // `z.request` removes `{{firstName}}` from objects and, unless told not to merge, throws at `{{bundle.x}}`.
      ...(body !== undefined && { body: JSON.stringify(body) }),
      merge: false,
      // Statuses become errors in one place, the core; it does not follow redirects, so that the key stays here.
      skipThrowForStatus: true,
      throwForThrottlingEarly: false,
      redirect: 'manual' as const,
      timeout: timeoutMs,
      size: maxResponseBytes,
      signal: aborting.signal,
    };
    const response = await z.request(options).catch((thrown: unknown) => {
      // Without this the rest of an answer that is too long, or too late, would still be read.
      aborting.abort();
      throw isTimeout(thrown) ? Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' }) : thrown;
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: parseJsonOrText(response.content),
    };
  };
}

/** node-fetch tells a timeout by `request-timeout` or `body-timeout` in `type`, and gives it no code. */
function isTimeout(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    'type' in thrown &&
    typeof thrown.type === 'string' &&
    thrown.type.endsWith('-timeout')
  );
}
