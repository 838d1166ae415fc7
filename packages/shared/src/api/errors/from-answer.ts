import { excerpt, LeadterraError, type RefusedItem } from '../../error';
import { isRecord, stringAt } from '../../json';
import { parseRetryAfter } from '../retry-after';
import { type TransportResponse } from '../transport';
import { adviceByCode, meaningOf, noSuchEndpoint } from './meaning';
import { refusedItems } from './refused-items';

// Where the documentation is silent about the error body, the common shapes are all read.
function errorCode(body: unknown): string | undefined {
  return stringAt(body, 'code') ?? stringAt(body, 'error', 'code') ?? stringAt(body, 'error');
}

/** What an error's body says in words, if anything. */
export function messageIn(body: unknown): string | undefined {
  return (
    stringAt(body, 'message') ?? stringAt(body, 'error', 'message') ?? stringAt(body, 'error_description')
  );
}

// How common servers and gateways answer for a path that they do not have, other than for a thing that is not there.
const unknownPath = /\bcannot (?:get|post|delete) |\broute\b|\bno such (?:endpoint|path)\b|<html|<!doctype/i;

function isUnknownPath({ status, body }: TransportResponse): boolean {
  return status === 404 && unknownPath.test(typeof body === 'string' ? body : (messageIn(body) ?? ''));
}

function requestIdIn({ headers }: TransportResponse): string | undefined {
  return headers['x-request-id'] ?? headers['request-id'];
}

function sentenceOf({ index, email, message }: RefusedItem): string {
  const item = email ?? (index === undefined ? undefined : `item ${index}`);
  return item === undefined ? message : `${item}: ${message}`;
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
  const said = messageIn(body);
  const refused = refusedItems(isRecord(body) ? body['errors'] : undefined);
  const label = code && code !== said ? `${String(status)} ${code}` : String(status);
  const items = refused.slice(0, 3).map(sentenceOf);
  const details = [...(said ? [`it says "${excerpt(said)}"`] : []), ...items].join('; ');
  return new LeadterraError({
    kind: meaning.kind,
    status,
    code,
    refused,
    said: excerpt([code, said, ...refused.map(({ message }) => message)].join(' ')),
    requestId: requestIdIn(response),
    retryAfterMs: parseRetryAfter(headers['retry-after'], now),
    mayHaveActed: status >= 500,
    summary: `Could not ${task}: ${meaning.what} (${label})${details ? `; ${details}` : ''}.`,
    advice: adviceByCode.get(code) ?? meaning.advice,
    suspectsBaseUrl: code === noSuchEndpoint || (status >= 300 && status < 400),
  });
}

/** The error for a 2xx answer that is none of the documented ones; `path` leads to the field that is missing or odd. */
export function errorFromUnreadableAnswer(
  task: string,
  response: TransportResponse,
  path: PropertyKey[],
): LeadterraError {
  const { status, body } = response;
  const keys = isRecord(body)
    ? `an object with the keys ${excerpt(Object.keys(body).join(', '), 80)}`
    : undefined;
  const seen =
    keys ?? (body === '' || body === undefined || body === null ? 'nothing' : `"${excerpt(body, 80)}"`);
  // A web page, or an answer that was cut off, is not one with a field too few.
  const problem =
    typeof body !== 'string' && path.length > 0 ? `it lacks a proper "${path.join('.')}" and` : 'it';
  return new LeadterraError({
    kind: 'unexpected_answer',
    status,
    requestId: requestIdIn(response),
    mayHaveActed: true,
    summary: `Could not ${task}: the answer (${status}) cannot be understood: ${problem} holds ${seen}.`,
    advice: 'Check that the base URL is that of the Leadterra API and that no proxy answers in its place.',
    suspectsBaseUrl: true,
  });
}
