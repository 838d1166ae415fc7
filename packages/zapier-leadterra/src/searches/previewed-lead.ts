import { type LeadOutcome, perLeadField, type PreviewedEmail } from '@leadterra/shared';

import { type Person } from '../leads/person';
import { shownLead } from '../output';
import { sentences } from '../sentences';

/** The result: every key is there. What only Leadterra knows is `unknown` where it would come to that. */
export function previewedLead(
  person: Person,
  status: LeadOutcome['status'],
  reason: string,
  email?: PreviewedEmail,
) {
  const open = status === 'ready' ? 'unknown' : '';
  return {
    id: person.lead.email || 'none',
    ...{ status, reason, verdict: open, suppressed: open },
    ...shownLead(person.lead),
    from: perLeadField((field) => person.from?.[field] ?? null),
    warnings: sentences(person.warnings),
    emailSubject: email?.subject ?? '',
    emailBodyHtml: email?.bodyHtml ?? '',
    blanks: email?.blanks.join(', ') ?? '',
  };
}
