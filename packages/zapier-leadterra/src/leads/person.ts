import {
  type Lead,
  mapLead,
  type MapLeadOptions,
  type MappedLead,
  type MappingIssue,
  type ReadEntry,
  readLead,
} from '@leadterra/shared';

import { sentences } from '../sentences';

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

/** What the engine is to make of a person. */
export function entryFor({ lead, optedOut }: Person): ReadEntry {
  if (optedOut === undefined) return readLead(lead);
  return { email: lead.email, outcome: { status: 'opted_out', reason: optedOut } };
}
