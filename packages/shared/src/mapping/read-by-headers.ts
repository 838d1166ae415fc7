import { isRecord } from '../api/json';
import { isNo, isYes } from './clean/flag';
import { isCompanyName, jobTitleIn, partOfName } from './clean/name-words';
import { cleanText } from './clean/text';
import { columnOf, normaliseHeader } from './headers';
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

/**
 * Reads a flat record by its headers, in whatever spelling. Of several columns for a field the best ranked wins. The
 * cases are alike but not one: writing to a field by a computed name makes a row a quarter slower.
 */
export function readByHeaders(record: UnknownRecord): Reading {
  const reading = emptyReading();
  let emailRank = unknownRank;
  let firstRank = unknownRank;
  let lastRank = unknownRank;
  let fullRank = unknownRank;
  let companyRank = unknownRank;
  let jobRank = unknownRank;
  let name = '';
  let isJobBareTitle = false;
  let isPerson = true;

  for (const header in record) {
    const { field, rank, normalised } = columnOf(header);
    if (field === 'custom' || field === 'ignored') continue;
    const value = record[header];
    switch (field) {
      case 'email':
        if (reading.address !== '' && rank > emailRank) break;
        if (takeCell(reading, value, header)) emailRank = rank;
        break;
      case 'firstName': {
        const text = rank < firstRank ? partOfName(textIn(value)) : '';
        if (text === '') break;
        reading.firstName = text;
        firstRank = rank;
        break;
      }
      case 'lastName': {
        const text = rank < lastRank ? partOfName(textIn(value)) : '';
        if (text === '') break;
        reading.lastName = text;
        lastRank = rank;
        break;
      }
      case 'fullName': {
        const text = rank < fullRank ? textIn(value) : '';
        if (text === '') break;
        reading.fullName = text;
        fullRank = rank;
        break;
      }
      case 'company': {
        const text = rank < companyRank ? textIn(value) : '';
        if (text === '') break;
        reading.company = text;
        companyRank = rank;
        break;
      }
      case 'jobTitle': {
        const text = rank < jobRank ? jobTitleIn(textIn(value)) : '';
        if (text === '') break;
        reading.jobTitle = text;
        jobRank = rank;
        isJobBareTitle = normalised === 'title';
        break;
      }
      case 'name':
        name ||= cleanText(value);
        break;
      case 'optOut':
        if (reading.optOut === '' && isYes(value)) reading.optOut = header;
        break;
      case 'optIn':
        if (reading.optOut === '' && isNo(value)) reading.optOut = header;
        break;
      case 'status':
        if (reading.optOut === '' && isDead(value)) reading.optOut = header;
        break;
      case 'noPerson':
        isPerson = false;
        break;
      case 'phone':
      case 'linkedinUrl':
      case 'website':
    }
  }
  // What a deal, a task or a place is called is neither a person nor what they do.
  if (isPerson) placeName(reading, name);
  else if (isJobBareTitle) reading.jobTitle = '';
  return reading;
}
