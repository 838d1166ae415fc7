/** What went wrong, in the few kinds that a caller acts on differently. */
export type LeadterraErrorKind =
  | 'authentication' // 401, 403: the key is missing, wrong, revoked or not allowed to do this
  | 'not_found' // 404: no such campaign, webhook or workspace
  | 'invalid_request' // any other 4xx: Leadterra refused what was sent
  | 'invalid_input' // refused here, before anything was sent
  | 'too_large' // 413
  | 'rate_limited' // 429
  | 'server' // 5xx
  | 'network' // no answer
  | 'timeout' // no answer in time
  | 'unexpected_answer' // an answer that is none of the documented ones
  | 'cancelled'; // the caller's signal, or a deadline, before an answer

/** A part of a request that Leadterra refused, as far as its answer tells. */
export type RefusedItem = { index?: number; email?: string; message: string };

type ErrorFields = {
  kind: LeadterraErrorKind;
  /** What happened, to which item: one sentence. */
  summary: string;
  /** What the reader can do: one or two sentences. */
  advice: string;
  status?: number;
  code?: string;
  /** Leadterra's own words about it, without the request's. */
  said?: string;
  requestId?: string;
  /** How long Leadterra asks to wait, in milliseconds. */
  retryAfterMs?: number;
  /** Whether the request may have been carried out all the same. */
  mayHaveActed?: boolean;
  /** The items that a 422 names. */
  refused?: RefusedItem[];
  /** Whether the base URL or the way to it may be wrong, and not what was sent. */
  suspectsBaseUrl?: boolean;
};

/** The one error of this package. Its message holds no key, and its fields hold nothing that was sent. */
export class LeadterraError extends Error {
  override readonly name = 'LeadterraError';
  readonly kind: LeadterraErrorKind;
  readonly summary: string;
  readonly advice: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly said: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly mayHaveActed: boolean;
  readonly refused: RefusedItem[];
  readonly suspectsBaseUrl: boolean;
  readonly #fields: ErrorFields;

  constructor(fields: ErrorFields) {
    const summary = redact(fields.summary);
    super(`${summary} ${fields.advice}`);
    this.#fields = fields;
    this.kind = fields.kind;
    this.summary = summary;
    this.advice = fields.advice;
    this.status = fields.status;
    this.code = fields.code === undefined ? undefined : excerpt(fields.code, 60);
    this.said = fields.said;
    this.requestId = fields.requestId;
    this.retryAfterMs = fields.retryAfterMs;
    this.mayHaveActed = fields.mayHaveActed ?? false;
    this.refused = fields.refused ?? [];
    this.suspectsBaseUrl = fields.suspectsBaseUrl ?? false;
  }

  /** The same error with other advice, which goes before whatever else may be wrong. */
  advising(advice: string, kind = this.kind): LeadterraError {
    return new LeadterraError({ ...this.#fields, advice, kind, suspectsBaseUrl: false });
  }
}

/** A refusal made here: nothing was sent. */
export function invalidInput(summary: string, advice: string): LeadterraError {
  return new LeadterraError({ kind: 'invalid_input', summary, advice });
}

// The documented shapes of keys, and any bearer token: a server may echo them in its error text.
const secrets = /\b(?:sk|whsec)_[A-Za-z0-9_-]{4,}|\bBearer\s+\S+/g;

/** The text without anything that looks like an API key, a bearer token or a signing secret. */
export function redact(text: string): string {
  return text.replace(secrets, '[redacted]');
}

/** The beginning of an answer, on one line, fit for an error message. */
export function excerpt(body: unknown, length = 160): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
  const line = redact(text.slice(0, 10 * length))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
