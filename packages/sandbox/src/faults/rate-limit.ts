import { ApiError } from '../http/api-error';
import { type Workspace } from '../workspace';
import { type Fault } from './fault';

/**
 * A token bucket that answers 429 when empty; `retryAfter` writes the wait, given in milliseconds. By hand, as
 * @fastify/rate-limit counts for a whole route, on real time, and writes seconds only.
 */
function rateLimit(summary: string, retryAfter: (waitMs: number, now: number) => string): Fault {
  return {
    summary,
    number: { meaning: 'requests per second, and as many at once', default: 10 },
    create: (perSecond, { options }: Workspace) => {
      const now = options.now ?? Date.now;
      let tokens = perSecond;
      let filledAt = now();
      return {
        onRequest: () => {
          const at = now();
          tokens = Math.min(perSecond, tokens + ((at - filledAt) / 1000) * perSecond);
          filledAt = at;
          if (tokens >= 1) {
            tokens -= 1;
            return false;
          }
          const waitMs = perSecond === 0 ? 1000 : ((1 - tokens) / perSecond) * 1000;
          throw new ApiError(429, 'rate_limited', 'Too many requests.', {
            headers: { 'retry-after': retryAfter(waitMs, at) },
          });
        },
      };
    },
  };
}

export const rateLimitSeconds = rateLimit('Limits the rate; Retry-After in seconds', (waitMs) =>
  String(Math.ceil(waitMs / 1000)),
);

export const rateLimitDate = rateLimit('Limits the rate; Retry-After as an HTTP date', (waitMs, now) =>
  new Date(Math.ceil((now + waitMs) / 1000) * 1000).toUTCString(),
);
