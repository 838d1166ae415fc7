import { ApiError } from '../http/api-error';
import { type Fault } from './fault';

/** Answers 429 and does not act; `write` makes the value of Retry-After from the fault's number and the time. */
function retryAfter(
  summary: string,
  number: Fault['number'],
  write: (seconds: number, now: number) => string,
): Fault {
  return {
    summary,
    number,
    create: (seconds, { options }) => ({
      onRequest: () => {
        throw new ApiError(429, 'rate_limited', 'Too many requests.', {
          headers: { 'retry-after': write(seconds, (options.now ?? Date.now)()) },
        });
      },
    }),
  };
}

/** Unlike `status-429`, which leaves the header out at 0. */
export const retryAfterSeconds = retryAfter(
  'Answers 429 with these seconds in Retry-After, also 0',
  { meaning: 'seconds', default: 0 },
  String,
);

export const retryAfterNegative = retryAfter(
  'Answers 429 with a negative number in Retry-After',
  { meaning: 'seconds below 0', default: 1 },
  (seconds) => `-${seconds}`,
);

export const retryAfterPast = retryAfter(
  'Answers 429 with a date in Retry-After that has gone by',
  { meaning: 'seconds since that date', default: 60 },
  (seconds, now) => new Date(now - seconds * 1000).toUTCString(),
);
