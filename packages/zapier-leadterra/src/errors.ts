import { LeadterraError, redact } from '@leadterra/shared';
import { type ZObject } from 'zapier-platform-core';

/** The error that Zapier shows, or acts on, for whatever went wrong in a perform. */
export function zapierError(z: ZObject, thrown: unknown): Error {
  if (isZapierError(thrown)) return thrown;
  if (!(thrown instanceof LeadterraError)) return new z.errors.Error(messageOf(thrown));
  const { kind, requestId, retryAfterMs, status, code = kind } = thrown;
  const request = requestId ? ` (Request ${requestId})` : '';
  const message = messageOf(thrown) + request;
  switch (kind) {
    case 'authentication':
      return plain(
        new z.errors.ExpiredAuthError(`${messageOf(thrown)} Then reconnect the account in Zapier.${request}`),
      );
    case 'rate_limited':
      return new z.errors.ThrottledError(
        message,
        retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000),
      );
    case 'not_found':
    case 'invalid_request':
    case 'invalid_input':
    case 'too_large':
    case 'server':
    case 'network':
    case 'timeout':
    case 'unexpected_answer':
    case 'cancelled':
      return new z.errors.Error(message, code, status);
  }
}

/** What the owner of a Zap reads of an error: nothing that only a developer could use. */
export function messageOf(thrown: unknown): string {
  if (!(thrown instanceof LeadterraError)) return redact(String(thrown).replace(/^\w*Error: /, ''));
  // The base URL belongs to the app; an owner can neither see nor change it.
  return thrown.suspectsBaseUrl ? `${thrown.summary} ${notTheZap}` : thrown.message;
}

const notTheZap =
  'The Zap is not the cause: run the step again in a few minutes, and if it still fails, tell the support of Leadterra.';

/** Ends a run without a result and without counting as a failure: Zapier never turns a Zap off for it. */
export function halted(z: ZObject, message: string): Error {
  return plain(new z.errors.HaltedError(message));
}

/** Without this mark Zapier appends the whole bundle to the message, a webhook's secret included. */
function plain(error: Error): Error {
  return Object.assign(error, { doNotContextify: true });
}

function isZapierError(thrown: unknown): thrown is Error {
  return thrown instanceof Error && 'doNotContextify' in thrown;
}
