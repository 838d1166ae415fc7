import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token for a webhook's URL that nobody can guess. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** A hash that a secret as long as a token or an API key cannot be found from. */
export function hashOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}

/** Whether a delivery's token has this hash; takes the same time for any wrong one. */
export function isToken(given: unknown, tokenHash: string): given is string {
  if (typeof given !== 'string') return false;
  const [mine, theirs] = [Buffer.from(tokenHash), Buffer.from(hashOf(given))];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
