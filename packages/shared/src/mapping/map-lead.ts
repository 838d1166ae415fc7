import { isRecord } from '../json';
import { type CompleteLead, type Lead, optionalLeadFields } from '../lead';
import { isLegalForm, mayBeFunction } from './clean/name-words';
import { isFunction } from './clean/organisation';
import { completeName } from './clean/person-name';
import { tidyName } from './clean/tidy-name';
import { readCustomFields } from './custom-fields';
import { failed, issue, noEmail } from './failures';
import { findPerson, type Found } from './find-person';
import { findOptOut } from './permission/search';
import { type LeadSource } from './presets';
import { emptyReading, type Reading, takeEmail } from './reading';
import { knownSource } from './recognise';
import { type MapLeadOptions, type MappedLead } from './types';
import { warningsOf } from './warnings';

function quoted(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}

/** First and last name that together are a company (`Acme` `GmbH`) or a mailbox (`Accounts` `Payable`) are nobody's. */
function dropOrganisation(reading: Reading): void {
  const { firstName, lastName } = reading;
  const isCompany = firstName !== '' && isLegalForm(lastName);
  if (!isCompany && !mayBeFunction(firstName || lastName)) return;
  const whole = `${firstName} ${lastName}`.trim();
  if (!isCompany && !isFunction(whole)) return;
  reading.firstName = '';
  reading.lastName = '';
  if (isCompany) reading.company ||= whole;
}

function buildLead(email: string, reading: Reading, tidy: boolean): Lead {
  if (reading.fullName !== '') Object.assign(reading, completeName(reading));
  dropOrganisation(reading);
  if (tidy) {
    reading.firstName = tidyName(reading.firstName);
    reading.lastName = tidyName(reading.lastName);
  }
  const { firstName, lastName, company, jobTitle } = reading;
  // Most leads are complete, and to write one at once is several times as fast as to add field after field.
  if (firstName && lastName && company && jobTitle) {
    const complete: CompleteLead = { email, firstName, lastName, company, jobTitle };
    return complete;
  }
  const lead: Lead = { email };
  for (const field of optionalLeadFields) if (reading[field] !== '') lead[field] = reading[field];
  return lead;
}

/** What forbids to mail the person: a flag of the record itself, or of what stands around or in it. */
function optOutOf(item: unknown, { reading, recognised, record }: Found, address: string): string {
  if (reading.optOut !== '' || (recognised.isCertain && record === item)) return reading.optOut;
  const root: unknown = Array.isArray(item) ? item[0] : item;
  if (!isRecord(root)) return '';
  return findOptOut(root, address, recognised.isCertain ? record : undefined);
}

/** Plain JavaScript may pass anything; what makes no sense is no wish. */
function wantedFields(customFields: unknown): 'unmapped' | readonly string[] {
  if (customFields === 'unmapped') return 'unmapped';
  if (!Array.isArray(customFields)) return [];
  return customFields.filter((path: unknown) => typeof path === 'string');
}

/** The address given by hand, read as one in a record is; undefined when there is none. */
function readGivenEmail(email: unknown): Reading | undefined {
  const reading = emptyReading(false);
  takeEmail(reading, email, '');
  return reading.address === '' && reading.rejected === '' ? undefined : reading;
}

/** Where each field of a lead came from; a half of a full name came from the whole. */
function originOf(
  lead: Lead,
  { from = {} }: Reading,
  isEmailGiven: boolean,
): NonNullable<MappedLead['from']> {
  const origin: NonNullable<MappedLead['from']> = {};
  if (!isEmailGiven && from.email !== undefined) origin.email = from.email;
  for (const field of optionalLeadFields) {
    const path = from[field] ?? from.fullName;
    if (lead[field] !== undefined && path !== undefined) origin[field] = path;
  }
  return origin;
}

function mapItem(item: unknown, wanted: LeadSource | 'auto', options: MapLeadOptions): MappedLead {
  const given = readGivenEmail(options.email);
  const explain = options.explain === true;
  const found = findPerson({ wanted, hasGivenEmail: given !== undefined, explain, visits: 0 }, item);
  if ('lead' in found) return found;
  const { record, recognised, reading } = found;
  const { source, paths } = recognised;
  const { address, addressCount, emailPath, rejected, rejectedPath } = given ?? reading;
  if (address === '') {
    if (rejected === '') return noEmail(source, wanted);
    return failed(source, 'invalid_email', `${quoted(rejected)} is no email address.`, rejectedPath);
  }
  const optOut = options.honorOptOut === false ? '' : optOutOf(item, found, address);
  if (optOut !== '') {
    const message = `${address} must not be mailed: ${optOut} says that the person opted out or the address bounced.`;
    return failed(source, 'opted_out', message, optOut);
  }

  const lead = buildLead(address, reading, options.tidy !== false);
  const wantedCustom = wantedFields(options.customFields);
  if (wantedCustom.length > 0) {
    const custom = readCustomFields(wantedCustom, isRecord(item) ? item : record, record, paths);
    if (custom) lead.customFields = custom;
  }
  const issues = warningsOf(address, reading.customer);
  if (addressCount > 1) {
    const place = given ? 'There are' : 'The record has';
    const message = `${place} ${addressCount} email addresses; ${address} is used.`;
    issues.unshift(issue('several_emails', message, emailPath));
  }
  if (!explain) return { lead, source, issues };
  return { lead, source, issues, from: originOf(lead, reading, given !== undefined) };
}

const noOptions: MapLeadOptions = {};

/**
 * A record of a CRM, a form or a sheet as a lead, with its values cleaned. Wrappers such as `{ data: [record] }` are
 * taken off. Never throws: where there is no lead, `lead` is null and `issues` says why. Options that plain JavaScript
 * gets wrong count as not given: a source that does not exist is `auto`.
 */
export function mapLead(record: unknown, options?: MapLeadOptions | null): MappedLead {
  let wanted: LeadSource | 'auto' = 'auto';
  try {
    if (options?.source !== undefined) wanted = knownSource(options.source);
    return mapItem(record, wanted, options ?? noOptions);
  } catch {
    const message = 'The record could not be read: one of its fields fails. Hand over plain JSON instead.';
    return failed(wanted === 'auto' ? 'spreadsheet' : wanted, 'not_a_record', message);
  }
}
