import { companyIn, jobTitleIn, nameIn } from './clean/kinds';
import { cleanText } from './clean/text';
import { type originFields } from './headers/vocabulary';
import { addressesIn, textIn } from './nested';
import { isSeveral, valueAt, valuesAt } from './paths';
import { saysNoMail } from './permission/value';
import { type OptOutFlag, type UnknownRecord } from './preset';
import { emptyReading, type Reading, takeEmail, takeEmails } from './reading';
import { type Place, type Table } from './table';

type TextField = Exclude<(typeof originFields)[number], 'email'>;

function firstOf(
  values: readonly unknown[],
  place: Place,
  read: (value: unknown, isBare: boolean) => string,
): string {
  for (const value of values) {
    const text = read(textIn(value), place.isBare);
    if (text !== '') return text;
  }
  return '';
}

/** The first text at a list of places; what a column says of a user counts only where the address is theirs too. */
export function firstText(
  reading: Reading,
  field: TextField,
  record: UnknownRecord,
  places: readonly Place[],
  read: (value: unknown, isBare: boolean) => string,
): string {
  for (const place of places) {
    if (place.whose === 'user' && reading.emailOf !== 'user') continue;
    const value = valueAt(record, place.path);
    if (value === undefined) continue;
    const text = isSeveral(value)
      ? firstOf(valuesAt(record, place.path), place, read)
      : read(textIn(value), place.isBare);
    if (text === '') continue;
    if (reading.from) reading.from[field] = place.path.text;
    return text;
  }
  return '';
}

function takeFirstEmail(reading: Reading, record: UnknownRecord, places: readonly Place[]): void {
  for (const { path, whose } of places) {
    const value = valueAt(record, path);
    if (value === undefined) continue;
    const found =
      typeof value === 'string'
        ? takeEmail(reading, value, path.text)
        : takeEmails(reading, isSeveral(value) ? valuesAt(record, path) : addressesIn(value), path.text);
    if (!found) continue;
    reading.emailOf = whose;
    return;
  }
}

function isRaised(value: unknown, when: OptOutFlag['when']): boolean {
  switch (when) {
    case 'yes':
      return saysNoMail(value, 'no');
    case 'no':
      return saysNoMail(value, 'yes');
    case 'present':
      return value === true || cleanText(value) !== '';
    default:
      return when.includes(cleanText(value).toLowerCase());
  }
}

function raisedFlag(record: UnknownRecord, flags: Table['optOut']): string {
  for (const { path, when } of flags) {
    const value = valueAt(record, path);
    if (value === undefined) continue;
    const isUp = isSeveral(value)
      ? valuesAt(record, path).some((one) => isRaised(one, when))
      : isRaised(value, when);
    if (isUp) return path.text;
  }
  return '';
}

/** Reads a record by a table of places. With `explain` the reading says where each field came from. */
export function readByTable(record: UnknownRecord, table: Table, explain: boolean): Reading {
  const reading = emptyReading(explain);
  takeFirstEmail(reading, record, table.email);
  reading.firstName = firstText(reading, 'firstName', record, table.firstName, nameIn);
  reading.lastName = firstText(reading, 'lastName', record, table.lastName, nameIn);
  if (reading.firstName === '' || reading.lastName === '') {
    reading.fullName = firstText(reading, 'fullName', record, table.fullName, nameIn);
  }
  reading.company = firstText(reading, 'company', record, table.company, companyIn);
  reading.jobTitle = firstText(reading, 'jobTitle', record, table.jobTitle, jobTitleIn);
  reading.optOut = raisedFlag(record, table.optOut);
  return reading;
}
