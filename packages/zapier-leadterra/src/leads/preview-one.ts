import {
  enrollEntries,
  invalidInput,
  type Lead,
  type LeadterraClient,
  type PreviewedEmail,
  previewEmails,
  withGivenFields,
} from '@leadterra/shared';

import { type PersonInput } from '../fields/lead';
import { type PlaceholderInput } from '../fields/placeholders';
import { type RecordInput } from '../fields/record';
import { whyNotEnrolled } from '../outcomes';
import { previewedLead } from '../searches/previewed-lead';
import { sentences } from '../sentences';
import { entryFor, personIn } from './person';

type Copy = { subject?: string; bodyHtml?: string };
type PreviewInput = PersonInput &
  RecordInput &
  PlaceholderInput &
  Copy & { customFields: Record<string, string> };

/** What enrolling a person would do; sends nothing. */
export async function previewOne(client: LeadterraClient, input: PreviewInput) {
  const found = readPerson(input);
  if (!('lead' in found))
    return previewedLead({ lead: { email: '' }, warnings: [] }, 'invalid', sentences(found.issues));
  const lead = withGivenFields(found.lead, { customFields: input.customFields });
  const { placeholders: tokens, whenMissing } = input;
  // To stop is not to be seen: the lead is told as it would be left out.
  const copy = { tokens, whenMissing: whenMissing === 'stop' ? ('skip' as const) : whenMissing };
  const entries = [entryFor({ ...found, lead })];
  const { settled } = await enrollEntries(client, { campaignId: '', entries, copy, dryRun: true });
  const [{ outcome, lead: sent = lead } = { outcome: { status: 'ready' as const } }] = settled;
  const reason = whyNotEnrolled(outcome) ?? '';
  return previewedLead({ ...found, lead: sent }, outcome.status, reason, emailFor(sent, input));
}

function readPerson({ record, source, recordCustomFields, ...given }: PreviewInput) {
  const { email, firstName, lastName, fullName, company, jobTitle, optedOut } = given;
  if (record !== undefined)
    return personIn(record, { source, email, customFields: recordCustomFields, explain: true });
  const typed = { email, firstName, lastName, fullName, company, jobTitle, optedOut };
  if (Object.values(typed).every((value) => value === undefined))
    throw invalidInput('There is nobody to look at.', 'Map Email and the other fields, or a Record.');
  return personIn(typed, { source: 'spreadsheet', explain: true });
}

/** The email as the lead would get it, if there is one to be seen. */
function emailFor(lead: Lead, { subject = '', bodyHtml = '' }: Copy): PreviewedEmail | undefined {
  return subject + bodyHtml === '' ? undefined : previewEmails([{ subject, bodyHtml }], lead)[0];
}
