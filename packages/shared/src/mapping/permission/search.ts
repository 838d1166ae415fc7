import { isRecord } from '../../json';
import { cleanEmail } from '../clean/email';
import { type Column, columnOf } from '../headers/column';
import { wordSet, wordsOf } from '../headers/words';
import { planOf } from '../plan';
import { isOtherChannel } from './column';
import { saysNoMail } from './value';

/** How deep and how far objects are looked through: far enough for `subscriptions.email.marketing.consent`. */
const maxDepth = 5;
const maxObjects = 200;

/** Lists whose elements speak of the whole person. Of the others, such as the lists of a newsletter, each may say what it likes. */
const ofWholePerson = /consent|preference|channel|suppress|email/i;
/** Objects that speak of a membership or of something else, not of the person. */
const ofSomethingElse = wordSet(`
  list lists campaign campaigns sequence sequences segment segments audience audiences form forms ad ads company companies
  metadata statistics stats`);

/** Keys that describe an object rather than say something of the person, whatever stands around it. */
const descriptive = wordSet('type id name object title source label key');

/** A way into records and what its last step means there: `subscription.status`. Worked out once, not per record. */
class Spot {
  readonly path: string;
  readonly column: Column;
  readonly isAside: boolean;
  readonly #below = new Map<string, Spot>();

  constructor(path: string, key = path) {
    this.path = path;
    this.column = columnOf(path);
    const { kind } = columnOf(key);
    this.isAside = kind === 'others' || kind === 'ignored' || ofSomethingElse.has(key.toLowerCase());
  }

  under(key: string): Spot {
    const known = this.#below.get(key);
    if (known) return known;
    const spot = new Spot(this.path === '' ? key : `${this.path}.${key}`, key);
    if (spots >= maxSpots) {
      spots = 0;
      root = undefined;
    }
    spots += 1;
    this.#below.set(key, spot);
    return spot;
  }
}

// The bound keeps records with invented keys from filling the memory.
const maxSpots = 10_000;
let spots = 0;
/** Made with the first record: the words that it takes cost every start of a host some time. */
let root: Spot | undefined;

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
function isOfOtherChannel(element: Record<string, unknown>): boolean {
  for (const key of ['channel', 'type', 'medium', 'name']) {
    const channel = element[key];
    if (typeof channel === 'string') return isOtherChannel(wordsOf(channel));
  }
  return false;
}

function searchList(
  search: Search,
  list: readonly unknown[],
  spot: Spot,
  key: string,
  depth: number,
): string {
  const said = saysInList(list, spot);
  if (said !== '' || !ofWholePerson.test(key)) return said;
  for (const element of list) {
    if (!isRecord(element) || isOfOtherChannel(element)) continue;
    const found = searchObject(search, element, spot, depth + 1);
    if (found !== '') return found;
  }
  return '';
}

function searchObject(search: Search, object: Record<string, unknown>, at: Spot, depth: number): string {
  if (object === search.known || depth > maxDepth || ++search.objects > maxObjects) return '';
  if (depth > 0 && isOfAnother(object, search.address)) return '';
  for (const key of planOf(object).keys) {
    const value = object[key];
    // What the record itself says was read with it.
    if (depth === 0 && typeof value !== 'object') continue;
    const spot = at.under(key);
    const found =
      typeof value === 'object' ? searchBelow(search, value, spot, key, depth) : saysIn(value, spot, key);
    if (found !== '') return found;
  }
  return '';
}

function searchBelow(search: Search, value: object | null, spot: Spot, key: string, depth: number): string {
  if (spot.isAside) return '';
  if (Array.isArray(value)) return searchList(search, value, spot, key, depth);
  return isRecord(value) ? searchObject(search, value, spot, depth + 1) : '';
}

function saysIn(value: unknown, { column, path }: Spot, key: string): string {
  if (column.kind !== 'permission') return '';
  const permission = descriptive.has(key) ? 'status' : column.permission;
  return saysNoMail(value, permission) ? path : '';
}

/** `tags: ['unsubscribed']`, `suppressions: [{ reason: … }]`. */
function saysInList(list: readonly unknown[], { column, path }: Spot): string {
  if (column.kind !== 'permission') return '';
  if (column.permission === 'no' && isRecord(list[0])) return path;
  return saysNoMail(list, column.permission) ? path : '';
}

/**
 * The path of what forbids to mail the person of a record, anywhere in the objects that belong to the same person; empty
 * when nothing does. `known` is a part that was read by a table of its own and is left out.
 */
export function findOptOut(record: Record<string, unknown>, address: string, known: unknown): string {
  root ??= new Spot('');
  return searchObject({ address, known, objects: 0 }, record, root, 0);
}
