import { isRecord } from '../json';
import { flatten, titlesIn } from './cells';
import { failed, manyRecords } from './failures';
import { columnOf } from './headers/column';
import { phraseSet } from './headers/vocabulary';
import { wordsOf } from './headers/words';
import { planOf } from './plan';
import { type RecordShape, type UnknownRecord } from './preset';
import { type LeadSource } from './presets';
import { readByHeaders } from './read-by-headers';
import { readByTable } from './read-by-table';
import { originFields, type Reading } from './reading';
import { recognise, type Recognised } from './recognise';
import { saysNothing, supplement } from './supplement';
import { forbiddingKey } from './known-flags';
import { type MappedLead } from './types';

/** Wrappers within wrappers: `body.data.contact` and some more. */
const maxWrappers = 5;
/** Objects of one record that are looked into; a hostile record may have any number. */
const maxVisits = 100;

export type Found = { record: UnknownRecord; recognised: Recognised; reading: Reading; path: string };

/** What is looked for, and how much of the record has been looked through. */
export type Search = {
  wanted: LeadSource | 'auto';
  hasGivenEmail: boolean;
  explain: boolean;
  visits: number;
};

/** Where APIs, webhooks and wrapping steps put the record itself: one record first, lists after. */
const wrappers = (
  'contact person data body current event fields results records value items people contacts payload attributes object ' +
  'record item result profile values properties resource response form_response form_response_parsed submission fieldData ' +
  'formData answers field_data column_values entry'
).split(' ');
const wrapperRanks = new Map(wrappers.map((key, index) => [key, index]));

const unknownRank = 1_000;
const userRank = 2_000;

/** How likely a key holds the person: named as one or a usual wrapper, any other key, a user of some app. */
function rankOf(key: string): number {
  const usual = wrapperRanks.get(key);
  if (usual !== undefined) return usual;
  const words = wordsOf(key);
  if (words.some((word) => word === 'user' || word === 'users')) return userRank;
  return phraseSet('people').has(words.join(' ')) ? 0 : unknownRank;
}

/** Whether a record is a wrapper at most: it says nothing of where to write, nor, where that is known, of whom to. */
function mayWrap({ address, rejected, firstName, lastName }: Reading, hasGivenEmail: boolean): boolean {
  return address === '' && rejected === '' && !(hasGivenEmail && (firstName !== '' || lastName !== ''));
}

/** The record itself, out of its wrappers; or why there is none. `path` says where `item` was wrapped. */
export function findPerson(search: Search, item: unknown, path = '', depth = 0): Found | MappedLead {
  const unknown = search.wanted === 'auto' ? 'spreadsheet' : search.wanted;
  if (Array.isArray(item) && item.length > 1 && isRecord(item[0])) {
    const flat = flatten(item);
    return flat ? findPerson(search, flat, path, depth) : manyRecords(unknown, item.length, path);
  }
  const record: unknown = Array.isArray(item) && item.length === 1 ? item[0] : item;
  if (!isRecord(record)) {
    return failed(unknown, 'not_a_record', 'The record is no object with named fields.');
  }
  search.visits += 1;
  const plan = planOf(record);
  const recognised = recognise(record, plan.candidates, search.wanted);
  const { source, paths } = recognised;
  const people: unknown = paths?.shape.people === undefined ? undefined : record[paths.shape.people];
  if (Array.isArray(people) && people.length > 1) {
    return manyRecords(source, people.length, paths?.shape.people ?? '');
  }
  if (paths?.shape.columnsIn !== undefined) return readColumns(search, record, recognised, paths.shape, path);
  if (paths) {
    const reading = readByTable(record, paths.table, search.explain);
    reading.optOut ||= forbiddingKey(record, plan.columns, paths.shape);
    return within(search, { record, recognised, reading, path }, depth);
  }
  const reading = readByHeaders(record, plan.columns, search.explain);
  if (reading.address !== '' || search.hasGivenEmail) supplement(reading, record, plan.columns);
  return within(search, { record, recognised, reading, path }, depth);
}

/** A record whose source is known, while its columns are its user's own. */
function readColumns(
  search: Search,
  record: UnknownRecord,
  { source }: Recognised,
  shape: RecordShape,
  path: string,
): Found {
  const place = shape.columnsIn ?? '';
  const container: unknown = place === '' ? record : record[place];
  const flat = place === '' ? undefined : flatten(container, titlesIn(record));
  const columns = flat ?? (isRecord(container) ? container : {});
  const plan = planOf(columns);
  const reading = readByHeaders(columns, plan.columns, search.explain);
  reading.optOut = forbiddingKey(columns, plan.columns, shape);
  supplement(reading, columns, plan.columns);
  if (place !== '') prefix(reading, place);
  return { record: columns, recognised: { source, paths: undefined, isCertain: true }, reading, path };
}

/** The record, or what it wraps where it is a wrapper. */
function within(search: Search, own: Found, depth: number): Found | MappedLead {
  const { record, recognised, reading, path } = own;
  if (recognised.isCertain || depth >= maxWrappers || !mayWrap(reading, search.hasGivenEmail)) return own;
  const found = bestChild(search, record, path, depth);
  if (!found) return own;
  if ('lead' in found) return found;
  if (saysNothing(found.reading) && !found.recognised.isCertain) return own;
  // `{ unsubscribed: true, contact: { … } }` says it of the contact.
  found.reading.optOut ||= reading.optOut;
  fillFromOutside(found.reading, reading);
  return found;
}

/** `{ firstName, lastName, _embedded: { emails: [ … ] } }`: the address alone stands inside. */
function fillFromOutside(inner: Reading, outer: Reading): void {
  const isNamed = inner.firstName !== '' || inner.lastName !== '' || inner.fullName !== '';
  if (isNamed || (outer.firstName === '' && outer.lastName === '')) return;
  for (const field of ['firstName', 'lastName', 'company', 'jobTitle'] as const) {
    if (inner[field] !== '' || outer[field] === '') continue;
    inner[field] = outer[field];
    if (inner.from) inner.from[field] = outer.from?.[field];
  }
}

type Child = { key: string; rank: number; found: Found | MappedLead };

function childrenOf(search: Search, record: UnknownRecord, path: string, depth: number): Child[] {
  const children: Child[] = [];
  const titles = titlesIn(record);
  for (const key in record) {
    const value = record[key];
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    if (isList && !isRecord(value[0])) continue;
    const { kind } = columnOf(key);
    if (kind === 'others' || kind === 'ignored' || search.visits > maxVisits) continue;
    const rank = rankOf(key);
    const pathOfChild = path === '' ? key : `${path}.${key}`;
    const flat = flatten(value, titles);
    const found = findPerson(search, flat ?? value, pathOfChild, depth + 1);
    if (!('lead' in found)) prefix(found.reading, isList && !flat ? `${key}[0]` : key);
    children.push({ key, rank, found });
  }
  return children;
}

/** Writes the step to the child before the paths of its fields, one at each level. */
function prefix(reading: Reading, step: string): void {
  const { from } = reading;
  if (!from) return;
  for (const field of originFields) if (from[field] !== undefined) from[field] = `${step}.${from[field]}`;
}

const holdsAddress = ({ rank, found }: Child) =>
  !('lead' in found) &&
  found.reading.address !== '' &&
  (found.reading.emailOf !== 'user' || rank < unknownRank);

/** What a record wraps: the child that holds a person's address and is nobody else's; undefined when none does. */
function bestChild(
  search: Search,
  record: UnknownRecord,
  path: string,
  depth: number,
): Found | MappedLead | undefined {
  const children = childrenOf(search, record, path, depth).sort((one, other) => one.rank - other.rank);
  const [first, second] = children.filter(holdsAddress);
  const isClear =
    first &&
    (first.rank < unknownRank ||
      !second ||
      second.rank > first.rank ||
      addressOf(first) === addressOf(second));
  const many = children.find(({ found }) => 'lead' in found && found.issues[0]?.code === 'many_records');
  if (first && isClear && !(many && many.rank < first.rank && many.rank < unknownRank)) return first.found;
  if (first && !isClear) return undefined;
  if (many && (many.rank < unknownRank || search.wanted === 'auto')) return many.found;
  return children.find(({ key }) => wrapperRanks.has(key))?.found;
}

const addressOf = ({ found }: Child) => ('lead' in found ? '' : found.reading.address);
