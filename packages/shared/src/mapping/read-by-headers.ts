import { isRecord } from '../json';
import { isNo, isYes } from './clean/flag';
import { isCompanyName, jobTitleIn, partOfName } from './clean/name-words';
import { cleanText } from './clean/text';
import { type Column, columnOf, normaliseHeader } from './headers';
import { elementsOf } from './paths';
import { type UnknownRecord } from './preset';
import { emptyReading, type Reading, takeEmail, takeEmails } from './reading';

/** How flat records of various tools nest an address: lists of plain ones, Dropcontact, Airtable, Outlook. */
function nestedAddress(element: unknown): unknown {
  return isRecord(element)
    ? (element.email ?? element.value ?? element.address ?? element.email_address)
    : element;
}

function takeCell(reading: Reading, value: unknown, header: string): boolean {
  if (Array.isArray(value)) return takeEmails(reading, elementsOf(value).map(nestedAddress), header);
  return takeEmail(reading, nestedAddress(value), header);
}

/** `{ name: 'Acme' }` is how tools nest a company. */
function textIn(value: unknown): string {
  return cleanText(isRecord(value) ? value.name : value);
}

/** What a status may say besides the names of the columns that say the same (`Unsubscribed`, `Bounced`). */
const deadStatus = new Set([
  'bounce',
  'invalid',
  'undeliverable',
  'complained',
  'complaint',
  'spam',
  'spamreport',
  'cleaned',
  'blacklist',
]);

/** Whether a status says that nobody must mail there. */
function isDead(status: unknown): boolean {
  if (typeof status !== 'string') return false;
  const { field, normalised } = columnOf(status);
  return field === 'optOut' || deadStatus.has(normalised);
}

const unknownRank = 1_000;

/** `Ava Stone, Acme Inc.`; but `Acme, Inc.` is a company alone. */
const hasPersonBefore = (name: string) => /, ?[^ ]+ /.test(name);

const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

/** `Blue Ocean` with `info@blue-ocean.com`; but `Ava Stone` with `ava@avastone.com` is herself. */
function ownsDomain(name: string, address: string): boolean {
  const [local = '', domain = ''] = address.split('@');
  const label = domain.slice(0, domain.indexOf('.')).replaceAll('-', '');
  const squashed = normaliseHeader(name);
  return squashed !== '' && squashed === label && !squashed.includes(local.replace(/\W.*/, ''));
}

/**
 * A lone `Name` is the person's, unless first and last name stand beside it: then it is the company's, where no other
 * column is and it is not just the person's name again. `Acme Inc.` is a company's in any case, and so is the name
 * of the domain.
 */
function placeName(reading: Reading, name: string): void {
  if (name === '') return;
  const isLone = reading.firstName === '' && reading.lastName === '';
  if (isCompanyName(name)) reading.company ||= hasPersonBefore(name) ? '' : name;
  else if (isLone && ownsDomain(name, reading.address)) reading.company ||= name;
  else if (reading.firstName === '' || reading.lastName === '') reading.fullName ||= name;
  else if (!contains(name, reading.firstName) && !contains(name, reading.lastName)) reading.company ||= name;
}

/** A row with the ranks of the columns that it has been read from so far, and what it says beside a lead's fields. */
type Row = {
  reading: Reading;
  emailRank: number;
  firstRank: number;
  lastRank: number;
  fullRank: number;
  companyRank: number;
  jobRank: number;
  name: string;
  isJobBareTitle: boolean;
  isPerson: boolean;
};

/** What in each kind of column means that the person must not be mailed. */
const saysNoMail = { optOut: isYes, optIn: isNo, status: isDead };

/**
 * Takes what a column says; for a lead's field, where it is the best ranked one so far. The cases are alike but not one:
 * writing to a field by a computed name makes a row a quarter slower.
 */
function takeColumn(row: Row, { field, rank, normalised }: Column, value: unknown, header: string): void {
  const { reading } = row;
  switch (field) {
    case 'email':
      if (rank <= row.emailRank && takeCell(reading, value, header)) row.emailRank = rank;
      return;
    case 'firstName': {
      const text = rank < row.firstRank ? partOfName(textIn(value)) : '';
      if (text === '') return;
      reading.firstName = text;
      row.firstRank = rank;
      return;
    }
    case 'lastName': {
      const text = rank < row.lastRank ? partOfName(textIn(value)) : '';
      if (text === '') return;
      reading.lastName = text;
      row.lastRank = rank;
      return;
    }
    case 'fullName': {
      const text = rank < row.fullRank ? textIn(value) : '';
      if (text === '') return;
      reading.fullName = text;
      row.fullRank = rank;
      return;
    }
    case 'company': {
      const text = rank < row.companyRank ? textIn(value) : '';
      if (text === '') return;
      reading.company = text;
      row.companyRank = rank;
      return;
    }
    case 'jobTitle': {
      const text = rank < row.jobRank ? jobTitleIn(textIn(value)) : '';
      if (text === '') return;
      reading.jobTitle = text;
      row.jobRank = rank;
      row.isJobBareTitle = normalised === 'title';
      return;
    }
    case 'name':
      row.name ||= cleanText(value);
      return;
    case 'optOut':
    case 'optIn':
    case 'status':
      if (reading.optOut === '' && saysNoMail[field](value)) reading.optOut = header;
      return;
    case 'phone':
    case 'linkedinUrl':
    case 'website':
    case 'custom':
    case 'ignored':
      return;
    case 'noPerson':
      row.isPerson = false;
  }
}

/** Reads a flat record by its headers, in whatever spelling. Of several columns for a field the best ranked wins. */
export function readByHeaders(record: UnknownRecord): Reading {
  const reading = emptyReading();
  const row: Row = {
    reading,
    emailRank: unknownRank,
    firstRank: unknownRank,
    lastRank: unknownRank,
    fullRank: unknownRank,
    companyRank: unknownRank,
    jobRank: unknownRank,
    name: '',
    isJobBareTitle: false,
    isPerson: true,
  };
  for (const header in record) {
    const column = columnOf(header);
    if (column.field === 'custom' || column.field === 'ignored') continue;
    takeColumn(row, column, record[header], header);
  }
  // What a deal, a task or a place is called is neither a person nor what they do.
  if (row.isPerson) placeName(reading, row.name);
  else if (row.isJobBareTitle) reading.jobTitle = '';
  return reading;
}
