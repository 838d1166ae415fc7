import { type LeadterraError } from './errors';

/** How a failed call is repeated. Times in milliseconds. */
export type RetryPolicy = {
  /** Tries in all, the first one included. */
  attempts: number;
  /** Upper end of the first random wait; each further one doubles it. */
  baseDelayMs: number;
  /** Upper end of any random wait. */
  maxDelayMs: number;
  /** Longest wait that a Retry-After is granted. */
  maxRetryAfterMs: number;
  /**
   * A call that is refused for the rate (429) is repeated beyond `attempts` until it has waited so long in all. Other
   * programs may use up the same limit, and each try is then a matter of luck.
   */
  rateLimitedMs: number;
};

/**
 * Upstream documents neither limits nor outages. Six tries with waits of up to 1, 2, 4, 8 and 16 seconds outlast a
 * restart of the service; five minutes outlast the rate-limit windows in common use (a second to a minute), and ten
 * leave a call that shares a limit with many others hundreds of tries.
 */
export const defaultRetryPolicy: RetryPolicy = {
  attempts: 6,
  baseDelayMs: 1000,
  maxDelayMs: 30_000,
  maxRetryAfterMs: 300_000,
  rateLimitedMs: 600_000,
};

/** Whether a second try may help, and may not do the same thing twice. */
export function mayRetry(error: LeadterraError, repeat: 'always' | 'never-twice'): boolean {
  switch (error.kind) {
    case 'rate_limited':
      return true;
    case 'server':
      // 501 and 505 say that the server will never do this. A 503 that names a time has refused before acting.
      if (error.status === 501 || error.status === 505) return false;
      return repeat === 'always' || (error.status === 503 && error.retryAfterMs !== undefined);
    case 'network':
    case 'timeout':
    case 'unexpected_answer':
      return repeat === 'always' || !error.mayHaveActed;
    case 'invalid_request':
      // 408: the server gave up waiting for the request.
      return error.status === 408 && repeat === 'always';
    case 'authentication':
    case 'not_found':
    case 'invalid_input':
    case 'too_large':
    case 'cancelled':
      return false;
  }
}

/**
 * How long to wait after a call has failed for the `failures`-th time in this way: what Leadterra asks for, else a
 * random time that grows (full jitter). Who is refused for the rate again, after waiting as told, is one of several
 * programs that come back at the same moment: up to as long again, at random, spreads them, so that none of them is
 * always the last.
 */
export function retryDelay(
  error: LeadterraError,
  failures: number,
  policy: RetryPolicy,
  random: () => number,
): number {
  if (error.retryAfterMs === undefined)
    return Math.floor(random() * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (failures - 1)));
  const asked = Math.min(error.retryAfterMs, policy.maxRetryAfterMs);
  const isCrowded = error.kind === 'rate_limited' && failures > 1;
  return isCrowded ? asked + Math.floor(random() * asked) : asked;
}
