import { type LeadterraError } from '../error';

/** How a failed call is repeated. Times in milliseconds. */
export type RetryPolicy = {
  /** Tries in all, the first one included. */
  attempts: number;
  /** Upper end of the first random wait; each further one doubles it. No wait is shorter than half of it. */
  baseDelayMs: number;
  /** Upper end of any random wait. */
  maxDelayMs: number;
  /** Longest wait that a Retry-After is granted. A call that is asked to wait longer fails at once. */
  maxRetryAfterMs: number;
  /**
   * A call that is refused for the rate (429) is repeated beyond `attempts` until it has waited so long in all. Other
   * programs may use up the same limit, and each try is then a matter of luck.
   */
  rateLimitedMs: number;
  /** The most tries of a call, whatever the server says. */
  maxTries: number;
};

/**
 * Upstream documents neither limits nor outages. Six tries with waits of up to 1, 2, 4, 8 and 16 seconds outlast a
 * restart of the service; five minutes outlast the rate-limit windows in common use (a second to a minute), and ten
 * leave a call that shares a limit with many others up to two hundred tries.
 */
export const defaultRetryPolicy: RetryPolicy = {
  attempts: 6,
  baseDelayMs: 1000,
  maxDelayMs: 30_000,
  maxRetryAfterMs: 300_000,
  rateLimitedMs: 600_000,
  maxTries: 200,
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
 * random time that grows (equal jitter). Who is refused for the rate again, after waiting as told, is one of several
 * programs that come back at the same moment: up to as long again, at random, spreads them, so that none of them is
 * always the last.
 */
export function retryDelay(
  { retryAfterMs, kind }: LeadterraError,
  failures: number,
  policy: RetryPolicy,
  random: () => number,
): number {
  if (retryAfterMs === undefined) {
    const half = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (failures - 1)) / 2;
    return Math.floor(half + random() * half);
  }
  const asked = Math.max(retryAfterMs, policy.baseDelayMs / 2);
  const isCrowded = kind === 'rate_limited' && failures > 1;
  return isCrowded ? asked + Math.floor(random() * asked) : asked;
}
