import {
  type Lead,
  mapLead,
  type MapLeadOptions,
  type MappedLead,
  type MappingIssue,
  perLeadField,
  type ReadEntry,
  readLead,
} from '@leadterra/shared';

/**
 * Somebody to enroll. `optedOut` says why that must not be; `warnings` are what the user should know besides; `from`,
 * where that was asked for, tells where each field was found.
 */
export type Person = { lead: Lead; optedOut?: string; warnings: MappingIssue[]; from?: MappedLead['from'] };

/** The person that a record holds, or the issues that say why it holds none. */
export function personIn(record: unknown, options: MapLeadOptions): Person | { issues: MappingIssue[] } {
  const { lead, issues, from } = mapLead(record, options);
  if (lead) return { lead, warnings: issues, from };
  if (issues.some(({ code }) => code === 'opted_out')) {
    const { lead, from } = mapLead(record, { ...options, honorOptOut: false });
    if (lead) return { lead, optedOut: sentences(issues), warnings: [], from };
  }
  return { issues };
}

/** Enough to see what is wrong; a thousand of the same sentence would help nobody. */
const mostSaid = 20;

/** What issues say, one after the other. */
export function sentences(issues: MappingIssue[]): string {
  const said = issues.slice(0, mostSaid).map(({ message }) => message);
  const more = issues.length - said.length;
  return [...said, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** What the engine is to make of a person. */
export function entryFor({ lead, optedOut }: Person): ReadEntry {
  if (optedOut === undefined) return readLead(lead);
  return { email: lead.email, outcome: { status: 'opted_out', reason: optedOut } };
}

/** A lead as a result shows it: every key is there. */
export function shownLead(lead: Lead) {
  return {
    ...perLeadField((field) => lead[field] ?? null),
    email: lead.email,
    customFields: lead.customFields ?? {},
  };
}
