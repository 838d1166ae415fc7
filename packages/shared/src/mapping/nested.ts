import { isRecord } from '../json';
import { elementsOf } from './paths';

/** Under which keys tools nest an address, and in which order one of several is taken. */
const addressKeys = [
  'email',
  'value',
  'address',
  'email_address',
  'emailAddress',
  'VALUE',
  'Email',
  '--primary',
  'primary',
  'work',
  'business',
  'personal',
  'home',
];

function nestedAddresses(element: unknown): unknown[] {
  if (!isRecord(element)) return [element];
  const found = addressKeys
    .map((key) => element[key])
    .filter((value) => typeof value === 'string' && value !== '');
  return found.length > 0 ? found.slice(0, 1) : Object.values(element);
}

/** What may be an address in the cell of a column for addresses: a text, an object around one, a list of them. */
export function addressesIn(value: unknown): unknown[] {
  return Array.isArray(value) ? elementsOf(value).flatMap(nestedAddresses) : nestedAddresses(value);
}

/** Under which keys tools nest a text: a company, a choice, a piece of rich text. */
const textKeys = [
  'name',
  'value',
  'label',
  'displayName',
  'display_value',
  'display',
  'formatted',
  'full',
  'title',
  'text',
  'plain_text',
  'content',
  'VALUE',
];

/** The text in a cell: itself, or what an object or the first element of a list holds under a name for it. */
export function textIn(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object') return value;
  if (depth > 3) return undefined;
  if (Array.isArray(value)) return textIn(value[0], depth + 1);
  if (!isRecord(value)) return undefined;
  for (const key of textKeys) {
    const text = textIn(value[key], depth + 1);
    if (typeof text === 'string' && text !== '') return text;
  }
  return undefined;
}
