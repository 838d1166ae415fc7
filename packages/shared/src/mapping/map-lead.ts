import { isRecord } from '../api/json';
import { type Lead } from '../lead';
import { completeName } from './clean/person-name';
import { readCustomFields } from './custom-fields';
import { type UnknownRecord } from './preset';
import { type LeadSource } from './presets';
import { readByHeaders } from './read-by-headers';
import { readByPaths } from './read-by-paths';
import { type Reading } from './reading';
import { knownSource, labelOf, recognise, type Recognised } from './recognise';
import { type MapLeadOptions, type MappedLead, type MappingIssue } from './types';
import { wrappedIn } from './unwrap';

/** Wrappers within wrappers: `body.data.contact` and some more. */
const MAX_WRAPPERS = 5;

function quoted(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}

function failed(source: LeadSource, code: MappingIssue['code'], message: string, path?: string): MappedLead {
  return { lead: null, source, issues: [path === undefined ? { code, message } : { code, message, path }] };
}

function manyRecords(source: LeadSource, count: number, path: string): MappedLead {
  const place = path === '' ? 'The item is' : `The item holds, at ${path},`;
  const advice = 'Use Split Out first, so that each of them becomes an item of its own.';
  return failed(source, 'many_records', `${place} a list of ${count} records. ${advice}`, path || undefined);
}

function noEmail(source: LeadSource, wanted: LeadSource | 'auto'): MappedLead {
  const origin = source === 'spreadsheet' ? '' : ` (read as ${labelOf(source)})`;
  const choice = wanted === 'auto' ? 'choose the source by hand' : 'choose another source, or none';
  const advice = `If the step before gives only ids, add a step that gets the whole record; else ${choice}.`;
  return failed(source, 'no_email', `The record has no email address${origin}. ${advice}`);
}

function buildLead(reading: Reading): Lead {
  const { firstName, lastName } = reading.fullName === '' ? reading : completeName(reading);
  const { address: email, company, jobTitle } = reading;
  // Most leads are complete, and to write one at once is several times as fast as to add field after field.
  if (firstName && lastName && company && jobTitle) return { email, firstName, lastName, company, jobTitle };
  const lead: Lead = { email };
  if (firstName !== '') lead.firstName = firstName;
  if (lastName !== '') lead.lastName = lastName;
  if (company !== '') lead.company = company;
  if (jobTitle !== '') lead.jobTitle = jobTitle;
  return lead;
}

type Found = { record: UnknownRecord; recognised: Recognised; reading: Reading };

/** The record itself, out of its wrappers; or why there is none. */
function findRecord(item: unknown, wanted: LeadSource | 'auto'): Found | MappedLead {
  const unknown = wanted === 'auto' ? 'spreadsheet' : wanted;
  let current = item;
  let path = '';
  let outerOptOut = '';
  for (let depth = 0; ; depth++) {
    if (Array.isArray(current)) {
      if (current.length > 1 && isRecord(current[0])) return manyRecords(unknown, current.length, path);
      current = current.length === 1 ? current[0] : undefined;
    }
    if (!isRecord(current)) {
      return failed(unknown, 'not_a_record', 'The item is no record: expected an object with named fields.');
    }
    const recognised = recognise(current, wanted);
    const { source, paths, isCertain } = recognised;
    const people: unknown = paths?.shape.people === undefined ? undefined : current[paths.shape.people];
    if (Array.isArray(people) && people.length > 1) {
      return manyRecords(source, people.length, paths?.shape.people ?? '');
    }
    const reading = paths ? readByPaths(current, paths) : readByHeaders(current);
    const isEmpty = reading.address === '' && reading.rejected === '';
    const inner = isEmpty && !isCertain && depth < MAX_WRAPPERS ? wrappedIn(current) : undefined;
    if (!inner) {
      if (reading.optOut === '') reading.optOut = outerOptOut;
      return { record: current, recognised, reading };
    }
    // `{ unsubscribed: true, contact: { … } }` says it of the contact.
    if (reading.optOut !== '') outerOptOut = reading.optOut;
    path = path === '' ? inner.key : `${path}.${inner.key}`;
    current = inner.value;
  }
}

/** Plain JavaScript may pass anything; what makes no sense is no wish. */
function wantedFields(customFields: unknown): 'none' | 'unmapped' | readonly string[] {
  if (customFields === 'unmapped') return 'unmapped';
  if (!Array.isArray(customFields)) return 'none';
  return customFields.filter((path: unknown) => typeof path === 'string');
}

function mapItem(item: unknown, wanted: LeadSource | 'auto', options: MapLeadOptions): MappedLead {
  const found = findRecord(item, wanted);
  if ('lead' in found) return found;
  const { record, recognised, reading } = found;
  const { source, paths } = recognised;
  const { address, optOut } = reading;
  if (address === '') {
    if (reading.rejected === '') return noEmail(source, wanted);
    const message = `${quoted(reading.rejected)} is no email address.`;
    return failed(source, 'invalid_email', message, reading.rejectedPath);
  }
  if (optOut !== '' && options.honorOptOut !== false) {
    const message = `${address} must not be mailed: ${optOut} says that the person opted out or the address bounced.`;
    return failed(source, 'opted_out', message, optOut);
  }

  const lead = buildLead(reading);
  const customFields = wantedFields(options.customFields);
  if (customFields !== 'none') {
    const custom = readCustomFields(customFields, isRecord(item) ? item : record, record, paths);
    if (custom) lead.customFields = custom;
  }
  if (reading.addressCount === 1) return { lead, source, issues: [] };
  const message = `The record has ${reading.addressCount} email addresses; ${address} is used.`;
  return { lead, source, issues: [{ code: 'several_emails', message, path: reading.emailPath }] };
}

const NO_OPTIONS: MapLeadOptions = {};

/**
 * A record of a CRM, a form or a sheet as a lead, with its values cleaned. Wrappers such as `{ data: [record] }` are
 * taken off. Never throws: where there is no lead, `lead` is null and `issues` says why. Options that plain JavaScript
 * gets wrong count as not given: a source that does not exist is `auto`.
 */
export function mapLead(record: unknown, options?: MapLeadOptions | null): MappedLead {
  let wanted: LeadSource | 'auto' = 'auto';
  try {
    if (options?.source !== undefined) wanted = knownSource(options.source);
    return mapItem(record, wanted, options ?? NO_OPTIONS);
  } catch {
    const message =
      'The item could not be read: reading one of its fields fails. Pass it through a Set or Edit step first.';
    return failed(wanted === 'auto' ? 'spreadsheet' : wanted, 'not_a_record', message);
  }
}
