import { ApiError } from './api-error';
import { type App } from './app';

/** Lets in only requests with `Authorization: Bearer <key>`. By hand: @fastify/bearer-auth does not say what is wrong. */
export function requireKey(app: App, key: string): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const header = request.headers.authorization;
    const given = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
    if (given === key) done();
    else done(refusal(header, given));
  });
}

function refusal(header: string | undefined, given: string | undefined): ApiError {
  const message =
    header === undefined
      ? 'The Authorization header is missing.'
      : given === undefined
        ? 'The Authorization header is malformed: it must be "Bearer" and the API key.'
        : 'The API key is not valid.';
  return new ApiError(401, 'authentication_failed', message);
}
