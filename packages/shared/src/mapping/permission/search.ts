import { isRecord } from '../../json';
import { cleanEmail } from '../clean/email';
import { columnOf } from '../headers/column';
import { wordsOf } from '../headers/words';
import { isOtherChannel } from './column';
import { saysNoMail } from './value';

/** How deep and how far objects are looked through: far enough for `subscriptions.email.marketing.consent`. */
const maxDepth = 5;
const maxObjects = 200;

/** Lists whose elements speak of the whole person. Of the others, such as the lists of a newsletter, each may say what it likes. */
const ofWholePerson = /consent|preference|channel|suppress|email/i;
/** Objects that speak of a membership or of something else, not of the person. */
const ofSomethingElse =
  /^(?:lists?|groups?|campaigns?|sequences?|segments?|audiences?|forms?|ads?|companies|company|_links|links|metadata|statistics|stats)$/i;

/** Keys that describe an object rather than say something of the person, whatever stands around it. */
const descriptive = /^(?:type|id|name|object|title|source|label|key)$/;

type Search = {
  address: string;
  /** A record that was read by its own table, which knows its flags. */
  known: unknown;
  objects: number;
};

function isOfAnother(value: Record<string, unknown>, address: string): boolean {
  const own = typeof value.email === 'string' ? cleanEmail(value.email) : undefined;
  return own !== undefined && own !== address;
}

/** An element of a list may name its channel: `{ channel: 'email', status: 'revoked' }`. */
function channelOf(element: Record<string, unknown>): string {
  for (const key of ['channel', 'type', 'medium', 'name']) {
    const channel = element[key];
    if (typeof channel === 'string' && channel.length < 40) return channel;
  }
  return '';
}

function searchList(
  search: Search,
  list: readonly unknown[],
  path: string,
  key: string,
  depth: number,
): string {
  if (!ofWholePerson.test(key)) return '';
  for (const element of list.slice(0, 20)) {
    if (!isRecord(element)) continue;
    const channel = channelOf(element);
    if (channel !== '' && isOtherChannel(wordsOf(channel))) continue;
    const found = searchObject(search, element, path, depth + 1);
    if (found !== '') return found;
  }
  return '';
}

function searchObject(search: Search, object: Record<string, unknown>, path: string, depth: number): string {
  if (object === search.known || depth > maxDepth || ++search.objects > maxObjects) return '';
  if (depth > 0 && isOfAnother(object, search.address)) return '';
  for (const key in object) {
    const value = object[key];
    if (value === null || value === undefined) continue;
    const place = path === '' ? key : `${path}.${key}`;
    if (typeof value !== 'object') {
      const column = columnOf(place);
      if (column.kind !== 'permission') continue;
      if (saysNoMail(value, depth > 0 && descriptive.test(key) ? 'status' : column.permission)) return place;
      continue;
    }
    const { kind } = columnOf(key);
    if (kind === 'others' || kind === 'ignored' || ofSomethingElse.test(key)) continue;
    const found = Array.isArray(value)
      ? saysInList(value, place) || searchList(search, value, place, key, depth)
      : isRecord(value)
        ? searchObject(search, value, place, depth + 1)
        : '';
    if (found !== '') return found;
  }
  return '';
}

/** `tags: ['unsubscribed']`, `suppressions: [{ reason: … }]`. */
function saysInList(list: readonly unknown[], place: string): string {
  const column = columnOf(place);
  if (column.kind !== 'permission' || list.length === 0) return '';
  if (column.permission === 'no' && isRecord(list[0])) return place;
  return saysNoMail(list, column.permission) ? place : '';
}

/**
 * The path of what forbids to mail the person of a record, anywhere in the objects that belong to the same person; empty
 * when nothing does. `known` is a part that was read by a table of its own and is left out.
 */
export function findOptOut(record: Record<string, unknown>, address: string, known: unknown): string {
  return searchObject({ address, known, objects: 0 }, record, '', 0);
}
