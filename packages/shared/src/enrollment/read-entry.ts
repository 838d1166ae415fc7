import { isRecord } from '../json';
import { type Lead, optionalLeadFields } from '../lead';
import { mapLead, type MapLeadOptions, type MappedLead } from '../mapping';
import { cleanEmail } from '../mapping/clean/email';
import { type LeadOutcome } from './report';

/** An entry of the input: a lead that can be sent, with its cleaned address; else what becomes of it. */
export type ReadEntry = { email: string; given: Lead } | { email?: string; outcome: LeadOutcome };

/** Reads an entry of the input. Never throws. */
export type ReadAs<Entry> = (entry: Entry) => ReadEntry;

/** A lead as it stands. Callers in plain JavaScript may hand in anything, so every field is looked at. */
export function readLead(given: Lead): ReadEntry {
  const checked = checkLead(given);
  return 'email' in checked
    ? { email: checked.email, given }
    : { outcome: { status: 'invalid', reason: checked.reason } };
}

/** A record of a CRM or a spreadsheet, as a lead. */
export function recordReader(options: MapLeadOptions): ReadAs<unknown> {
  return (record) => entryOf(mapLead(record, options), record, options);
}

/** What a mapped record comes to. One that must not be mailed is read again, for the address that this holds for. */
export function entryOf({ lead, issues }: MappedLead, record: unknown, options: MapLeadOptions): ReadEntry {
  if (lead) return { email: lead.email, given: lead };
  const [{ code, message: reason } = { code: undefined, message: 'It gives no lead.' }] = issues;
  if (code !== 'opted_out') return { outcome: { status: 'invalid', reason } };
  const { lead: optedOut } = mapLead(record, { ...options, honorOptOut: false });
  return { outcome: { status: 'opted_out', reason }, ...(optedOut && { email: optedOut.email }) };
}

/** The cleaned address of a lead that can be sent, or the reason why it cannot. */
function checkLead(input: Lead): { email: string } | { reason: string } {
  try {
    return checkFields(input);
  } catch {
    return { reason: 'It cannot be read: one of its fields fails.' };
  }
}

/** `an object`, `a number`. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function checkFields(input: unknown): { email: string } | { reason: string } {
  if (!isRecord(input)) return { reason: `It is not a lead but ${kindOf(input)}.` };
  const { email: address, customFields } = input;
  const email = typeof address === 'string' ? cleanEmail(address) : undefined;
  if (email === undefined) {
    const isMissing = typeof address !== 'string' || address.trim() === '';
    return {
      reason: isMissing ? 'It has no email address.' : `"${address.slice(0, 100)}" is not an email address.`,
    };
  }
  for (const field of optionalLeadFields) {
    const value = input[field];
    if (typeof value !== 'string' && value !== undefined && value !== null)
      return { reason: `Its ${field} is not a text but ${kindOf(value)}.` };
  }
  if (customFields !== undefined && customFields !== null && !isRecord(customFields))
    return { reason: 'Its customFields are not an object with names and values.' };
  return { email };
}
