import { isRecord } from '../json';
import { type UnknownRecord } from './preset';

/**
 * Keys under which APIs, webhooks and wrapping steps put the record itself: one record first, lists after. Airtable
 * has `fields`, a webhook of Close `event.data`.
 */
const wrappers = [
  'contact',
  'person',
  'data',
  'body',
  'current',
  'event',
  'fields',
  'results',
  'records',
  'value',
  'items',
  'people',
  'contacts',
];

/** What a record wraps, and where; undefined when it wraps nothing. */
export function wrappedIn(record: UnknownRecord): { key: string; value: unknown } | undefined {
  for (const key of wrappers) {
    const value = record[key];
    if (isRecord(value) || (Array.isArray(value) && isRecord(value[0]))) return { key, value };
  }
  return undefined;
}
