import { type Lead, mapLead, type MapLeadOptions, type MappingIssue } from '@leadterra/shared';

/** Somebody to enroll. `optedOut` says why that must not be; `warnings` are what the user should know besides. */
export type Person = { lead: Lead; optedOut?: string; warnings: MappingIssue[] };

/** The person that a record holds, or the issues that say why it holds none. */
export function personIn(record: unknown, options: MapLeadOptions): Person | { issues: MappingIssue[] } {
  const { lead, issues } = mapLead(record, options);
  if (lead) return { lead, warnings: issues };
  if (issues.some(({ code }) => code === 'opted_out')) {
    const unmailable = mapLead(record, { ...options, honorOptOut: false }).lead;
    if (unmailable) return { lead: unmailable, optedOut: sentences(issues), warnings: [] };
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

/** All of them, with the refusal of one address for everyone who has it. */
export function sharingOptOuts(people: Person[]): Person[] {
  const refusals = new Map(
    people.flatMap(({ lead, optedOut }) => (optedOut === undefined ? [] : [[lead.email, optedOut]])),
  );
  return people.map((person) => ({ ...person, optedOut: refusals.get(person.lead.email) }));
}
