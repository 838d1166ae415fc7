import { isRecord } from '../json';
import { type CompleteLead, type Lead, optionalLeadFields } from '../lead';
import { completeName } from './clean/person-name';
import { readCustomFields } from './custom-fields';
import { type UnknownRecord } from './preset';
import { type LeadSource } from './presets';
import { readByHeaders } from './read-by-headers';
import { readByPaths } from './read-by-paths';
import { emptyReading, type Reading, takeEmail } from './reading';
import { knownSource, labelOf, recognise, type Recognised } from './recognise';
import { type MapLeadOptions, type MappedLead, type MappingIssue, type MappingIssueCode } from './types';
import { wrappedIn } from './unwrap';

/** Wrappers within wrappers: `body.data.contact` and some more. */
const maxWrappers = 5;

function quoted(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}

function issue(code: MappingIssueCode, message: string, path: string): MappingIssue {
  return path === '' ? { code, message } : { code, message, path };
}

function failed(source: LeadSource, code: MappingIssueCode, message: string, path = ''): MappedLead {
  return { lead: null, source, issues: [issue(code, message, path)] };
}

function manyRecords(source: LeadSource, count: number, path: string): MappedLead {
  const place = path === '' ? 'The record is' : `The record holds, at ${path},`;
  const advice = 'Split the list into single records first.';
  return failed(source, 'many_records', `${place} a list of ${count} records. ${advice}`, path);
}

function noEmail(source: LeadSource, wanted: LeadSource | 'auto'): MappedLead {
  const origin = source === 'spreadsheet' ? '' : ` (read as ${labelOf(source)})`;
  const choice = wanted === 'auto' ? 'choose the source by hand' : 'choose another source, or none';
  const advice = `If it holds only ids, get the record they stand for first; else ${choice}.`;
  return failed(source, 'no_email', `The record has no email address${origin}. ${advice}`);
}

function buildLead(email: string, reading: Reading): Lead {
  if (reading.fullName !== '') Object.assign(reading, completeName(reading));
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

type Found = { record: UnknownRecord; recognised: Recognised; reading: Reading };

/** Whether a record is a wrapper at most: it says nothing of where to write, nor, where that is known, of whom to. */
function mayWrap({ address, rejected, firstName, lastName }: Reading, hasGivenEmail: boolean): boolean {
  return address === '' && rejected === '' && !(hasGivenEmail && (firstName !== '' || lastName !== ''));
}

const saysNothing = (reading: Reading) =>
  [reading.address, reading.rejected, reading.fullName, reading.optOut].every((text) => text === '') &&
  optionalLeadFields.every((field) => reading[field] === '');

/** The record itself, out of its wrappers; or why there is none. `path` says where `item` was wrapped. */
function findRecord(
  item: unknown,
  wanted: LeadSource | 'auto',
  hasGivenEmail: boolean,
  path = '',
  depth = 0,
): Found | MappedLead {
  const unknown = wanted === 'auto' ? 'spreadsheet' : wanted;
  if (Array.isArray(item) && item.length > 1 && isRecord(item[0]))
    return manyRecords(unknown, item.length, path);
  const record: unknown = Array.isArray(item) && item.length === 1 ? item[0] : item;
  if (!isRecord(record)) {
    return failed(unknown, 'not_a_record', 'The record is no object with named fields.');
  }
  const recognised = recognise(record, wanted);
  const { source, paths, isCertain } = recognised;
  const people: unknown = paths?.shape.people === undefined ? undefined : record[paths.shape.people];
  if (Array.isArray(people) && people.length > 1) {
    return manyRecords(source, people.length, paths?.shape.people ?? '');
  }
  const reading = paths ? readByPaths(record, paths) : readByHeaders(record);
  const own = { record, recognised, reading };
  const wrapped =
    !isCertain && depth < maxWrappers && mayWrap(reading, hasGivenEmail) ? wrappedIn(record) : undefined;
  if (!wrapped) return own;
  const pathOfWrapped = path === '' ? wrapped.key : `${path}.${wrapped.key}`;
  const found = findRecord(wrapped.value, wanted, hasGivenEmail, pathOfWrapped, depth + 1);
  if ('lead' in found) return found;
  if (saysNothing(found.reading) && !found.recognised.isCertain) return own;
  // `{ unsubscribed: true, contact: { … } }` says it of the contact.
  found.reading.optOut ||= reading.optOut;
  return found;
}

/** Plain JavaScript may pass anything; what makes no sense is no wish. */
function wantedFields(customFields: unknown): 'none' | 'unmapped' | readonly string[] {
  if (customFields === 'unmapped') return 'unmapped';
  if (!Array.isArray(customFields)) return 'none';
  return customFields.filter((path: unknown) => typeof path === 'string');
}

/** The address given by hand, read as one in a record is; undefined when there is none. */
function readGivenEmail(email: unknown): Reading | undefined {
  const reading = emptyReading();
  takeEmail(reading, email, '');
  return reading.address === '' && reading.rejected === '' ? undefined : reading;
}

function mapItem(item: unknown, wanted: LeadSource | 'auto', options: MapLeadOptions): MappedLead {
  const given = options.email === undefined ? undefined : readGivenEmail(options.email);
  const found = findRecord(item, wanted, given !== undefined);
  if ('lead' in found) return found;
  const { record, recognised, reading } = found;
  const { source, paths } = recognised;
  const { address, addressCount, emailPath, rejected, rejectedPath } = given ?? reading;
  if (address === '') {
    if (rejected === '') return noEmail(source, wanted);
    return failed(source, 'invalid_email', `${quoted(rejected)} is no email address.`, rejectedPath);
  }
  const { optOut } = reading;
  if (optOut !== '' && options.honorOptOut !== false) {
    const message = `${address} must not be mailed: ${optOut} says that the person opted out or the address bounced.`;
    return failed(source, 'opted_out', message, optOut);
  }

  const lead = buildLead(address, reading);
  const customFields = wantedFields(options.customFields);
  if (customFields !== 'none') {
    const custom = readCustomFields(customFields, isRecord(item) ? item : record, record, paths);
    if (custom) lead.customFields = custom;
  }
  if (addressCount === 1) return { lead, source, issues: [] };
  const place = given ? 'There are' : 'The record has';
  const message = `${place} ${addressCount} email addresses; ${address} is used.`;
  return { lead, source, issues: [issue('several_emails', message, emailPath)] };
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
