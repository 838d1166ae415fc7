import {
  endingInTime,
  maxResponseBytes,
  parseJsonOrText,
  type Transport,
  withoutSecret,
} from '@leadterra/shared';
import { type ZObject } from 'zapier-platform-core';

import { version } from '../package.json';

/**
 * Sends the core's requests through `z.request`, so that Zapier logs them and censors the key.
 * @param baseUrl as `parseBaseUrl` returns it
 */
export function zapierTransport(z: ZObject, baseUrl: string, apiKey: string): Transport {
  const send: Transport = async ({ method, path, query, body, signal }) => {
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
      size: maxResponseBytes,
      // node-fetch's own timeout starts anew for the body. When the request is over, this also ends what is left of an
      // answer that is too long.
      signal,
    };
    const response = await z.request(options);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: parseJsonOrText(response.content),
    };
  };
  return withoutSecret(apiKey, endingInTime(send));
}
