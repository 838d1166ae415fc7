import { type FastifyRequest } from 'fastify';

import { type Workspace } from '../workspace';
import { ApiError } from './api-error';
import { type App } from './app';
import { defaultHost, isLoopback } from './private-host';

/**
 * Guards what belongs to the sandbox itself, its page and `/_sandbox`. Where it listens on this machine alone, whoever is
 * on this machine is let in, but only under a name of this machine: else any site whose name is made to lead here could
 * read it. Elsewhere, the key is asked for, also as the password of HTTP's own sign-in, which browsers know. In both
 * cases a page of another site may change nothing.
 */
export function guard(app: App, { apiKey, options }: Workspace): void {
  const isLocal = isLoopback(options.host ?? defaultHost);
  app.addHook('onRequest', (request, _reply, done) => {
    done(whyNot(request, isLocal, apiKey) ?? undefined);
  });
}

function whyNot(request: FastifyRequest, isLocal: boolean, apiKey: string): ApiError | null {
  if (isLocal && !isLoopback(request.hostname)) {
    return new ApiError(
      403,
      'forbidden',
      'The sandbox answers only under a name of this machine, such as localhost.',
    );
  }
  if (!isLocal && givenKey(request.headers.authorization) !== apiKey) {
    return new ApiError(
      401,
      'authentication_failed',
      'Sign in with any name, and the API key as the password.',
      {
        headers: { 'www-authenticate': 'Basic realm="Leadterra sandbox", charset="UTF-8"' },
      },
    );
  }
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading || !isFromAnotherSite(request)) return null;
  return new ApiError(403, 'forbidden', 'A page of another site may not change the sandbox.');
}

function givenKey(authorization = ''): string | undefined {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  const [, basic = ''] = /^Basic +(\S+)$/i.exec(authorization) ?? [];
  return bearer ?? Buffer.from(basic, 'base64').toString().split(':').slice(1).join(':');
}

/** Browsers say where a request comes from; what is no browser says nothing. */
function isFromAnotherSite({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && !headers.origin.endsWith(`//${headers.host ?? ''}`);
}
