import { isRecord } from '../json';
import { flatten, titlesIn } from './cells';
import { failed, manyRecords } from './failures';
import { readAddedFlags } from './flags';
import { originFields } from './headers/vocabulary';
import { isUsualWrapper, unknownRank } from './likely-keys';
import { type Plan, planOf } from './plan';
import { type RecordShape, type UnknownRecord } from './preset';
import { type LeadSource } from './presets';
import { readByHeaders } from './read-by-headers';
import { readByTable } from './read-by-table';
import { type Reading } from './reading';
import { recognise, type Recognised } from './recognise';
import { saysNothing, supplement } from './supplement';
import { type MappedLead } from './types';

/** Wrappers within wrappers: `body.data.contact` and some more. */
const maxWrappers = 5;
/** Objects of one record that are looked into; a hostile record may have any number. */
const maxVisits = 100;

export type Found = { record: UnknownRecord; recognised: Recognised; reading: Reading };

type Own = Found & { plan: Plan; path: string };

/** What is looked for, and how much of the record has been looked through. */
export type Search = {
  wanted: LeadSource | 'auto';
  hasGivenEmail: boolean;
  explain: boolean;
  visits: number;
};

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
  const record: unknown = Array.isArray(item) ? item[0] : item;
  if (!isRecord(record)) {
    return failed(unknown, 'not_a_record', 'The record is no object with named fields.');
  }
  search.visits += 1;
  const plan = planOf(record);
  const recognised = recognise(record, plan.candidates, search.wanted);
  const { source, paths } = recognised;
  if (paths?.shape.people !== undefined) {
    const people = record[paths.shape.people];
    if (Array.isArray(people) && people.length > 1) {
      return manyRecords(source, people.length, below(path, paths.shape.people));
    }
  }
  if (paths?.shape.columnsIn !== undefined) {
    if (recognised.isCertain) return readColumns(search, record, source, paths.shape, paths.shape.columnsIn);
  } else if (paths) {
    const reading = readByTable(record, paths.table, search.explain);
    readAddedFlags(reading, record, plan.columns, paths.shape);
    return within(search, { record, plan, recognised, reading, path }, depth);
  }
  const reading = readByHeaders(record, plan.columns, search.explain);
  if (reading.address !== '' || search.hasGivenEmail) supplement(reading, record, plan.columns);
  return within(
    search,
    { record, plan, recognised: { source, paths: undefined, isCertain: false }, reading, path },
    depth,
  );
}

/** A record whose source is known, while its columns are its user's own. */
function readColumns(
  search: Search,
  record: UnknownRecord,
  source: LeadSource,
  shape: RecordShape,
  place: string,
): Found {
  const columns = place === '' ? record : columnsIn(record[place], titlesIn(record));
  const plan = planOf(columns);
  const reading = readByHeaders(columns, plan.columns, search.explain, shape);
  supplement(reading, columns, plan.columns);
  if (place !== '') prefix(reading, place);
  return { record: columns, recognised: { source, paths: undefined, isCertain: true }, reading };
}

function columnsIn(container: unknown, titles: ReadonlyMap<unknown, string>): UnknownRecord {
  return flatten(container, titles) ?? (isRecord(container) ? container : {});
}

/** The record, or what it wraps where it is a wrapper. */
function within(search: Search, own: Own, depth: number): Found | MappedLead {
  const { recognised, reading } = own;
  if (recognised.isCertain || depth >= maxWrappers || !mayWrap(reading, search.hasGivenEmail)) return own;
  const found = bestChild(search, own, depth);
  if (!found) return own;
  if ('lead' in found) return found;
  if (saysNothing(found.reading) && !found.recognised.isCertain) return own;
  // `{ unsubscribed: true, contact: { … } }` says it of the contact.
  found.reading.optOut ||= reading.optOut;
  found.reading.customer ||= reading.customer;
  fillFromOutside(found.reading, reading);
  return found;
}

/** `{ firstName, lastName, _embedded: { emails: [ … ] } }`: the address alone stands inside. */
function fillFromOutside(inner: Reading, outer: Reading): void {
  const isNamed = inner.firstName !== '' || inner.lastName !== '' || inner.fullName !== '';
  if (isNamed || (outer.firstName === '' && outer.lastName === '')) return;
  for (const field of ['firstName', 'lastName', 'company', 'jobTitle'] as const) {
    if (inner[field] !== '') continue;
    inner[field] = outer[field];
    if (inner.from) inner.from[field] = outer.from?.[field];
  }
}

type Child = { key: string; rank: number; found: Found | MappedLead };

function childrenOf(search: Search, { record, plan, path }: Own, depth: number): Child[] {
  const children: Child[] = [];
  const titles = titlesIn(record);
  for (const { key, rank } of plan.likely) {
    if (search.visits > maxVisits) break;
    const value = record[key];
    if (typeof value !== 'object' || value === null || (Array.isArray(value) && !isRecord(value[0])))
      continue;
    const flat = flatten(value, titles);
    const found = findPerson(search, flat ?? value, below(path, key), depth + 1);
    if (!('lead' in found)) prefix(found.reading, Array.isArray(value) && !flat ? `${key}[0]` : key);
    const child = { key, rank, found };
    children.push(child);
    // What is less likely cannot change the choice.
    if (rank < unknownRank && holdsAddress(child)) break;
  }
  return children;
}

/** Writes the step to the child before the paths of its fields, one at each level. */
function prefix(reading: Reading, step: string): void {
  const { from } = reading;
  if (!from) return;
  for (const field of originFields) if (from[field] !== undefined) from[field] = `${step}.${from[field]}`;
}

const below = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

const holdsAddress = (child: Child): child is Child & { found: Found } =>
  !('lead' in child.found) &&
  child.found.reading.address !== '' &&
  (child.found.reading.emailOf !== 'user' || child.rank < unknownRank);

/** What a record wraps: the child that holds a person's address and is nobody else's; undefined when none does. */
function bestChild(search: Search, own: Own, depth: number): Found | MappedLead | undefined {
  const children = childrenOf(search, own, depth);
  const [first, second] = children.filter(holdsAddress);
  const isClear =
    first &&
    (!second || second.rank > first.rank || second.found.reading.address === first.found.reading.address);
  // Of an object or a list of objects, nothing but a list of several records fails.
  const many = children.find(({ found }) => 'lead' in found);
  if (first && isClear && !(many && many.rank < first.rank && many.rank < unknownRank)) return first.found;
  if (first && !isClear) return undefined;
  if (many && (many.rank < unknownRank || search.wanted === 'auto')) return many.found;
  return children.find(({ key }) => isUsualWrapper(key))?.found;
}
