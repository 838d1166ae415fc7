import { isRecord, stringAt } from './json';
import { parseRetryAfter } from './retry-after';
import { type TransportResponse } from './transport';

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
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly mayHaveActed: boolean;
  readonly refused: RefusedItem[];
  readonly suspectsBaseUrl: boolean;

  constructor(fields: ErrorFields) {
    const summary = redact(fields.summary);
    super(`${summary} ${fields.advice}`);
    this.kind = fields.kind;
    this.summary = summary;
    this.advice = fields.advice;
    this.status = fields.status;
    this.code = fields.code === undefined ? undefined : excerpt(fields.code, 60);
    this.requestId = fields.requestId;
    this.retryAfterMs = fields.retryAfterMs;
    this.mayHaveActed = fields.mayHaveActed ?? false;
    this.refused = fields.refused ?? [];
    this.suspectsBaseUrl = fields.suspectsBaseUrl ?? false;
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

// Where the documentation is silent about the error body, the common shapes are all read.
function errorCode(body: unknown): string | undefined {
  return stringAt(body, 'code') ?? stringAt(body, 'error', 'code') ?? stringAt(body, 'error');
}

function errorMessage(body: unknown): string | undefined {
  return (
    stringAt(body, 'message') ?? stringAt(body, 'error', 'message') ?? stringAt(body, 'error_description')
  );
}

// How common servers and gateways answer for a path that they do not have, other than for a thing that is not there.
const unknownPath = /\bcannot (?:get|post|delete) |\broute\b|\bno such (?:endpoint|path)\b|<html|<!doctype/i;

function isUnknownPath({ status, body }: TransportResponse): boolean {
  return status === 404 && unknownPath.test(typeof body === 'string' ? body : (errorMessage(body) ?? ''));
}

/** The items of an `errors` array, whose shape is not documented: by index, by e-mail, by path, or as plain text. */
export function refusedItems(errors: unknown): RefusedItem[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((item: unknown) => {
    if (!isRecord(item)) return { message: excerpt(item) };
    const path = item['path'] ?? item['field'] ?? item['pointer'] ?? item['loc'];
    const index = item['index'] ?? item['leadIndex'] ?? item['row'] ?? indexInPath(path);
    const email = stringAt(item, 'email') ?? stringAt(item, 'lead', 'email') ?? stringAt(item, 'value');
    const message =
      stringAt(item, 'message') ?? stringAt(item, 'reason') ?? stringAt(item, 'error') ?? excerpt(item);
    return {
      ...(typeof index === 'number' && Number.isInteger(index) && { index }),
      ...(email?.includes('@') && { email }),
      message: excerpt(message),
    };
  });
}

// `leads[3].email`, `leads.3.email`, `/leads/3/email` and ['leads', 3, 'email'] all name the fourth lead.
function indexInPath(path: unknown): number | undefined {
  const text = Array.isArray(path) ? path.join('.') : path;
  const found = typeof text === 'string' ? /\bleads\W{1,2}(\d{1,9})\b/.exec(text)?.[1] : undefined;
  return found === undefined ? undefined : Number(found);
}

/** Our own code for a 404 from a server that does not know the request's path. */
export const noSuchEndpoint = 'no_such_endpoint';

const adviceByCode: Record<string, string> = {
  [noSuchEndpoint]: 'Check the base URL: this API has no such address.',
  no_leads_enrolled: 'Enroll at least one lead in the campaign, then start it.',
  no_sequence_steps: 'Give the campaign at least one sequence step with a subject and a body, then start it.',
  workspace_not_found:
    'No workspace belongs to this API key. Create a new key in Leadterra under Settings → API Keys.',
};

const checkKey =
  'Check the API key: copy it again from Leadterra under Settings → API Keys (it begins with sk_live_ or sk_test_).';

type Meaning = { kind: LeadterraErrorKind; what: string; advice: string };

function meaningOf(status: number): Meaning {
  if (status === 401)
    return { kind: 'authentication', what: 'Leadterra did not accept the API key', advice: checkKey };
  if (status === 403) {
    return { kind: 'authentication', what: 'the API key is not allowed to do this', advice: checkKey };
  }
  if (status === 404) {
    return {
      kind: 'not_found',
      what: 'Leadterra does not know it',
      advice: 'Check the ID for missing characters, and that the API key belongs to the same workspace.',
    };
  }
  if (status === 413) {
    return {
      kind: 'too_large',
      what: 'the request was too large',
      advice: 'Send fewer or smaller items at a time.',
    };
  }
  if (status === 429) {
    return {
      kind: 'rate_limited',
      what: 'Leadterra is receiving too many requests',
      advice: 'Wait, then run it again, with fewer requests at a time.',
    };
  }
  if (status >= 500) {
    return {
      kind: 'server',
      what: 'Leadterra had a problem of its own',
      advice: 'Try again in a few minutes.',
    };
  }
  if (status >= 300 && status < 400) {
    return {
      kind: 'invalid_request',
      what: 'the answer was a redirect, which is not followed so that the API key goes nowhere else',
      advice: 'Check the base URL.',
    };
  }
  return {
    kind: 'invalid_request',
    what: 'Leadterra refused the request',
    advice: 'Check the values that were sent.',
  };
}

/**
 * The error for an answer with a status outside 2xx.
 * @param task completes "Could not …", e.g. `start campaign "camp_1"`
 * @param now epoch milliseconds, for a Retry-After that is a date
 */
export function errorFromResponse(task: string, response: TransportResponse, now: number): LeadterraError {
  const { status, headers, body } = response;
  const meaning = meaningOf(status);
  const code = isUnknownPath(response) ? noSuchEndpoint : errorCode(body);
  const said = errorMessage(body);
  const refused = refusedItems(isRecord(body) ? body['errors'] : undefined);
  const label = code && code !== said ? `${String(status)} ${code}` : String(status);
  const items = refused.slice(0, 3).map(({ index, email, message }) => {
    const item = email ?? (index === undefined ? undefined : `item ${index}`);
    return item === undefined ? message : `${item}: ${message}`;
  });
  const details = [...(said ? [`it says "${excerpt(said)}"`] : []), ...items].join('; ');
  return new LeadterraError({
    kind: meaning.kind,
    status,
    code,
    refused,
    requestId: headers['x-request-id'] ?? headers['request-id'],
    retryAfterMs: parseRetryAfter(headers['retry-after'], now),
    mayHaveActed: status >= 500,
    summary: `Could not ${task}: ${meaning.what} (${label})${details ? `; ${details}` : ''}.`,
    advice: adviceByCode[code ?? ''] ?? meaning.advice,
    suspectsBaseUrl: code === noSuchEndpoint || (status >= 300 && status < 400),
  });
}

/** The error for a 2xx answer that is none of the documented ones; `path` leads to the field that is missing or odd. */
export function errorFromUnreadableAnswer(
  task: string,
  response: TransportResponse,
  path: PropertyKey[],
): LeadterraError {
  const { status, headers, body } = response;
  const keys = isRecord(body)
    ? `an object with the keys ${excerpt(Object.keys(body).join(', '), 80)}`
    : undefined;
  const seen =
    keys ?? (body === '' || body === undefined || body === null ? 'nothing' : `"${excerpt(body, 80)}"`);
  const problem = path.length === 0 ? 'it' : `it lacks a proper "${path.join('.')}" and`;
  return new LeadterraError({
    kind: 'unexpected_answer',
    status,
    requestId: headers['x-request-id'] ?? headers['request-id'],
    mayHaveActed: true,
    summary: `Could not ${task}: the answer (${status}) cannot be understood: ${problem} holds ${seen}.`,
    advice: 'Check that the base URL is that of the Leadterra API and that no proxy answers in its place.',
    suspectsBaseUrl: true,
  });
}

// Without a connection nothing was sent.
const notConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
// ERR_CANCELED is axios's word for a request that its signal ended, and the only signal is the timeout.
const timedOut = new Set([
  'ERR_CANCELED',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ECONNABORTED',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** The error for a request without an answer. Of what the transport threw only the code is kept: the rest may hold the key. */
export function errorFromNoAnswer(task: string, thrown: unknown): LeadterraError {
  const code = stringAt(thrown, 'code') ?? stringAt(thrown, 'cause', 'code');
  const late = timedOut.has(code ?? '') || stringAt(thrown, 'name') === 'TimeoutError';
  return new LeadterraError({
    kind: late ? 'timeout' : 'network',
    code,
    mayHaveActed: !notConnected.has(code ?? ''),
    summary: `Could not ${task}: ${late ? 'Leadterra did not answer in time' : 'the connection to Leadterra failed'}${code ? ` (${code})` : ''}.`,
    advice: 'Check the base URL and the network, then try again.',
    suspectsBaseUrl: true,
  });
}

/** The error for work that ended because its caller said so. */
export function cancelledError(task: string, why: 'deadline' | 'aborted'): LeadterraError {
  return new LeadterraError({
    kind: 'cancelled',
    summary: `Could not ${task}: ${why === 'deadline' ? 'the time for it was over' : 'it was stopped'}.`,
    advice: 'Run it again.',
  });
}
