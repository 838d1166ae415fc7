import { type Lead, mapLead, type MapLeadOptions, type MappingIssue } from '@leadterra/shared';

/** Somebody to enroll. `optedOut` says why that must not be; `remarks` are what the user should know besides. */
export type Person = { lead: Lead; optedOut?: string; remarks: string[] };

/** The person that a record holds, or the issues that say why it holds none. */
export function personIn(record: unknown, options: MapLeadOptions): Person | { issues: MappingIssue[] } {
  const { lead, issues } = mapLead(record, options);
  const remarks = issues.map(({ message }) => message);
  if (lead) return { lead, remarks };
  if (issues.some(({ code }) => code === 'opted_out')) {
    const unmailable = mapLead(record, { ...options, honorOptOut: false }).lead;
    if (unmailable) return { lead: unmailable, optedOut: remarks.join(' '), remarks: [] };
  }
  return { issues };
}

/** All of them, with the refusal of one address for everyone who has it. */
export function sharingOptOuts(people: Person[]): Person[] {
  const refusals = new Map(
    people.flatMap(({ lead, optedOut }) => (optedOut === undefined ? [] : [[lead.email, optedOut]])),
  );
  return people.map((person) => ({ ...person, optedOut: refusals.get(person.lead.email) }));
}
