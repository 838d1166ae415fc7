import { isRecord } from '../json';
import { isLeadField, optionalLeadFields } from '../lead';
import { flatten, titlesIn } from './cells';
import { planOf } from './plan';
import { type UnknownRecord } from './preset';
import { readByHeaders } from './read-by-headers';
import { type Reading } from './reading';
import { type Columns } from './table';

export const saysNothing = (reading: Reading) =>
  [reading.address, reading.rejected, reading.fullName, reading.optOut].every((text) => text === '') &&
  optionalLeadFields.every((field) => reading[field] === '');

/** The object under a key that holds more of the same person: itself, the only one of a list, or a list of cells. */
function partIn(record: UnknownRecord, key: string): UnknownRecord | undefined {
  const value = record[key];
  if (typeof value !== 'object') return undefined;
  const flat = flatten(value, titlesIn(record));
  if (flat) return flat;
  const sole: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return isRecord(sole) ? sole : undefined;
}

function fill(reading: Reading, part: Reading, key: string): void {
  const isNamed = reading.lastName !== '' || reading.fullName !== '';
  const isSame = reading.firstName === '' || part.firstName === '' || part.firstName === reading.firstName;
  const fields =
    isNamed || !isSame
      ? (['company', 'jobTitle'] as const)
      : (['company', 'jobTitle', 'firstName', 'lastName', 'fullName'] as const);
  for (const field of fields) {
    if (reading[field] !== '') continue;
    reading[field] = part[field];
    if (reading.from) reading.from[field] = `${key}.${part.from?.[field] ?? ''}`;
  }
}

/** Whether a record is a lead already: what its custom fields hold was taken for nothing else before. */
function isLead(record: UnknownRecord): boolean {
  return Object.keys(record).every((key) => isLeadField(key) || key === 'customFields');
}

/**
 * Fills what a record lacks from the objects in it that hold more of the same person: custom fields, a billing address,
 * a name in its parts. What has another address is another's.
 */
export function supplement(reading: Reading, record: UnknownRecord, { own, table }: Columns): void {
  if (isLead(record)) return;
  const names = [...table.name, ...table.fullName].map(({ path }) => path.text);
  for (const key of [...names, ...own]) {
    const part = partIn(record, key);
    if (!part) continue;
    const inside = readByHeaders(part, planOf(part).columns, reading.from !== undefined);
    if (inside.address !== '' && inside.address !== reading.address) continue;
    if (names.includes(key)) {
      if (inside.firstName === '' && inside.lastName === '') continue;
      reading.fullName = '';
    }
    fill(reading, inside, key);
  }
}
