import { companyIn, nameIn } from './clean/kinds';
import { isFunction, isOrganisation } from './clean/organisation';
import { cleanText } from './clean/text';
import { readFlags } from './flags';
import { squash, wordsOf } from './headers/words';
import { saysNoMail } from './permission/value';
import { type RecordShape, type UnknownRecord } from './preset';
import { firstText, readByTable } from './read-by-table';
import { type Reading } from './reading';
import { type Columns } from './table';

/** `Ava Stone, Acme Inc.`; but `Acme, Inc.` is a company alone. */
const hasPersonBefore = (name: string) => /, ?[^ ]+ | [-–—|•·] /.test(name);

const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

/** `Blue Ocean` with `info@blue-ocean.com`; but `Ava Stone` with `ava@avastone.com` is herself. */
function ownsDomain(name: string, address: string): boolean {
  const at = address.indexOf('@');
  const label = address.slice(at + 1, address.indexOf('.', at));
  // Nearly no name is as long as the domain; to look at its letters is slow.
  if (Math.abs(label.length - name.length) > 3) return false;
  const squashed = squash(wordsOf(name));
  return squashed === label.replaceAll('-', '') && !squashed.includes(address.replace(/\W.*/, ''));
}

/**
 * A lone `Name` is the person's, unless first and last name stand beside it: then it is the company's, where no other
 * column is and it is not just the person's name again. A name that only an organisation has is one in any case, and so
 * is the name of the domain; `Accounts Payable` is nobody's.
 */
function placeName(reading: Reading, name: string, isKindOfCompany: boolean): void {
  if (isFunction(name)) return;
  const isLone = reading.firstName === '' && reading.lastName === '';
  const isOfCompany = isKindOfCompany || (isLone && ownsDomain(name, reading.address));
  if (isOfCompany) takeCompany(reading, name);
  else if (isOrganisation(name)) {
    if (!hasPersonBefore(name)) takeCompany(reading, name);
    else if (isLone) takeWhole(reading, name);
  } else if (reading.firstName === '' || reading.lastName === '') takeWhole(reading, name);
  else if (!contains(name, reading.firstName) && !contains(name, reading.lastName))
    takeCompany(reading, name);
}

function takeWhole(reading: Reading, name: string): void {
  if (reading.fullName !== '') return;
  reading.fullName = name;
  if (reading.from) reading.from.fullName = reading.from.name;
}

function takeCompany(reading: Reading, name: string): void {
  if (reading.company !== '') return;
  reading.company = name;
  if (reading.from) reading.from.company = reading.from.name;
}

const companyWords = new Set(
  'company organization organisation business corporate corporation firma unternehmen entreprise empresa azienda account b2b'.split(
    ' ',
  ),
);
const registration = /\d{4}/;

/** Whether a record says that it is one of an organisation: `is_company`, `customer_type: company`, a VAT number. */
function saysCompany(record: UnknownRecord, kinds: readonly string[]): boolean {
  return kinds.some((header) => {
    const value = record[header];
    if (/^is/i.test(header)) return saysNoMail(value, 'no');
    const text = cleanText(value);
    return /vat|id$/i.test(header) ? registration.test(text) : companyWords.has(text.toLowerCase());
  });
}

const noShape = {};

/** Reads a flat record by its headers, in whatever spelling. Of several columns for a field the best ranked wins. */
export function readByHeaders(
  record: UnknownRecord,
  columns: Columns,
  explain: boolean,
  shape: Pick<RecordShape, 'knows'> = noShape,
): Reading {
  const { table, isDeal, isThing, kinds } = columns;
  const reading = readByTable(record, table, explain);
  if (!isDeal) {
    const isCompany = saysCompany(record, kinds);
    const name = firstText(reading, 'name', record, table.name, isCompany ? companyIn : nameIn);
    placeName(reading, name, isCompany);
  }
  if ((isDeal || isThing) && table.jobTitle[0]?.isBare) reading.jobTitle = '';
  readFlags(reading, record, columns, shape);
  return reading;
}
