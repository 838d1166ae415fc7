import { ApiError } from '../http/api-error';
import { type Fault } from './fault';

/** Answers an error status and does not act. Above 0, the number becomes Retry-After. */
export function status(code: number, errorCode: string, retryAfterSeconds: number): Fault {
  return {
    summary: `Answers ${code} and does not act`,
    number: { meaning: 'seconds in Retry-After; 0 leaves the header out', default: retryAfterSeconds },
    create: (seconds) => ({
      onRequest: () => {
        throw new ApiError(code, errorCode, `The sandbox was told to answer ${code}.`, {
          headers: seconds > 0 ? { 'retry-after': String(seconds) } : {},
        });
      },
    }),
  };
}

/** Answers as a proxy in front of the API does: a status and a page, no JSON. */
export function gatewayStatus(code: number): Fault {
  return {
    summary: `Answers ${code} with an HTML page and does not act`,
    number: { meaning: 'seconds in Retry-After; 0 leaves the header out', default: 0 },
    create: (seconds) => ({
      onRequest: (_request, reply) => {
        if (seconds > 0) reply.header('retry-after', String(seconds));
        reply.code(code).type('text/html').send(`<html><body><h1>${code}</h1></body></html>`);
        return true;
      },
    }),
  };
}
