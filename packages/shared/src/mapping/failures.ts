import { type LeadSource } from './presets';
import { labelOf } from './recognise';
import { type MappedLead, type MappingIssue, type MappingIssueCode } from './types';

export function issue(code: MappingIssueCode, message: string, path: string): MappingIssue {
  return path === '' ? { code, message } : { code, message, path };
}

export function failed(source: LeadSource, code: MappingIssueCode, message: string, path = ''): MappedLead {
  return { lead: null, source, issues: [issue(code, message, path)] };
}

export function manyRecords(source: LeadSource, count: number, path: string): MappedLead {
  const place = path === '' ? 'The record is' : `The record holds, at ${path},`;
  const advice = 'Split the list into single records first.';
  return failed(source, 'many_records', `${place} a list of ${count} records. ${advice}`, path);
}

export function noEmail(source: LeadSource, wanted: LeadSource | 'auto'): MappedLead {
  const origin = source === 'spreadsheet' ? '' : ` (read as ${labelOf(source)})`;
  const choice = wanted === 'auto' ? 'choose the source by hand' : 'choose another source, or none';
  const advice = `If it holds only ids, get the record they stand for first; else ${choice}.`;
  return failed(source, 'no_email', `The record has no email address${origin}. ${advice}`);
}
