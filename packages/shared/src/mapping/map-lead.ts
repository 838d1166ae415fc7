import { isRecord } from '../api/json';
import { type Lead } from '../lead';
import { completeName } from './clean/person-name';
import { readCustomFields } from './custom-fields';
import { type UnknownRecord } from './preset';
import { type LeadSource } from './presets';
import { readByHeaders } from './read-by-headers';
import { readByPaths } from './read-by-paths';
import { type Reading } from './reading';
import { labelOf, recognise, type Recognised } from './recognise';
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

function noEmail(source: LeadSource): MappedLead {
  const origin = source === 'spreadsheet' ? '' : ` (read as ${labelOf(source)})`;
  const advice =
    'If the step before gives only ids, add a step that gets the whole record; else choose the source by hand.';
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
    if (!inner) return { record: current, recognised, reading };
    path = path === '' ? inner.key : `${path}.${inner.key}`;
    current = inner.value;
  }
}

function mapItem(item: unknown, wanted: LeadSource | 'auto', options: MapLeadOptions): MappedLead {
  const found = findRecord(item, wanted);
  if ('lead' in found) return found;
  const { record, recognised, reading } = found;
  const { source, paths } = recognised;
  const { address, optOut } = reading;
  if (address === '') {
    if (reading.rejected === '') return noEmail(source);
    const message = `${quoted(reading.rejected)} is no email address.`;
    return failed(source, 'invalid_email', message, reading.rejectedPath);
  }
  if (optOut !== '' && options.honorOptOut !== false) {
    const message = `${address} must not be mailed: ${optOut} says that the person opted out or the address bounced.`;
    return failed(source, 'opted_out', message, optOut);
  }

  const lead = buildLead(reading);
  const { customFields = 'none' } = options;
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
 * taken off. Never throws: where there is no lead, `lead` is null and `issues` says why.
 */
export function mapLead(record: unknown, options: MapLeadOptions = NO_OPTIONS): MappedLead {
  const wanted = options.source ?? 'auto';
  try {
    return mapItem(record, wanted, options);
  } catch {
    const message =
      'The item could not be read: reading one of its fields fails. Pass it through a Set or Edit step first.';
    return failed(wanted === 'auto' ? 'spreadsheet' : wanted, 'not_a_record', message);
  }
}
