import { type Lead, perLeadField } from '@leadterra/shared';

const withoutZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/** A time as Zapier wants it, with its zone: Leadterra tells times in UTC. What is no time stays as it is. */
export function withZone<Time extends string | null>(time: Time): Time | `${string}Z` {
  return time !== null && withoutZone.test(time) ? `${time}Z` : time;
}

/** A lead as a result shows it: every key is there. */
export function shownLead(lead: Lead) {
  return {
    ...perLeadField((field) => lead[field] ?? null),
    email: lead.email,
    customFields: lead.customFields ?? {},
  };
}
