import {
  createCampaign,
  type EmailCopy,
  enrollEntries,
  invalidInput,
  leadFields,
  type LeadOutcome,
  perLeadField,
  previewEmails,
  withGivenFields,
} from '@leadterra/shared';
import { defineSearch } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { customFields, customFieldsField } from '../fields/custom-fields';
import { personFields, personInput } from '../fields/lead';
import { placeholderFields, placeholderInput } from '../fields/placeholders';
import { customFieldsFromRecord, recordField, recordInput, recordSourceField } from '../fields/record';
import { optionalText } from '../input';
import { whyNotEnrolled } from '../outcomes';
import { withLeadterra } from '../perform';
import { entryFor, type Person, personIn, sentences, shownLead } from '../person';
import { renderField } from '../render-field';

const { subject, bodyHtml } = createCampaign.steps.fields;

const input = z.object({
  ...personInput.shape,
  ...recordInput,
  customFields,
  ...placeholderInput,
  subject: optionalText,
  bodyHtml: optionalText,
});
type PreviewInput = z.infer<typeof input>;

export const previewLead = defineSearch({
  key: 'preview_lead',
  noun: 'Lead',
  display: {
    label: 'Preview Lead',
    description:
      'Finds what enrolling a person would do, and the email as the lead would get it; nothing is sent.',
  },
  operation: {
    inputFields: [
      ...personFields,
      { ...recordField, required: false, helpText: `In place of the fields above. ${recordField.helpText}` },
      recordSourceField,
      customFieldsFromRecord,
      customFieldsField,
      ...placeholderFields,
      { ...renderField('subject', subject), required: false },
      { ...renderField('bodyHtml', bodyHtml), required: false },
    ],
    perform: withLeadterra(input, async ({ client, input }) => {
      const found = readPerson(input);
      if (!('lead' in found))
        return [shown({ lead: { email: '' }, warnings: [] }, 'invalid', sentences(found.issues))];
      const lead = withGivenFields(found.lead, { customFields: input.customFields });
      const { placeholders: tokens, whenMissing } = input;
      // To stop is not to be seen: the lead is told as it would be left out.
      const copy = { tokens, whenMissing: whenMissing === 'stop' ? ('skip' as const) : whenMissing };
      const entries = [entryFor({ ...found, lead })];
      const { settled } = await enrollEntries(client, { campaignId: '', entries, copy, dryRun: true });
      const [{ outcome, lead: sent = lead } = { outcome: { status: 'ready' as const } }] = settled;
      const reason = whyNotEnrolled(outcome) ?? '';
      return [shown({ ...found, lead: sent }, outcome.status, reason, emailOf(input))];
    }),
    sample: shown(
      {
        lead: {
          email: 'ava@example.com',
          firstName: 'Ava',
          lastName: 'Patel',
          company: 'Example Robotics',
          jobTitle: 'Head of Sales',
        },
        warnings: [],
        from: perLeadField((field) => `properties.${field.toLowerCase()}`),
      },
      'ready',
      '',
      { subject: 'Quick question, [[firstName]]', bodyHtml: '<p>Hi [[firstName]],</p>' },
    ),
    outputFields: [
      { key: 'id', label: 'Lead ID' },
      { key: 'status', label: 'Status' },
      { key: 'reason', label: 'Reason' },
      { key: 'verdict', label: 'Verdict' },
      { key: 'suppressed', label: 'Suppressed' },
      ...leadFields.map(({ key, label }) => ({ key, label })),
      ...leadFields.map(({ key, label }) => ({ key: `from__${key}`, label: `${label} Found In` })),
      { key: 'warnings', label: 'Warnings' },
      { key: 'emailSubject', label: 'Email Subject' },
      { key: 'emailBodyHtml', label: 'Email Body' },
      { key: 'blanks', label: 'Blank Tokens' },
    ],
  },
});

function readPerson({ record, source, recordCustomFields, ...given }: PreviewInput) {
  const { email, firstName, lastName, fullName, company, jobTitle, optedOut } = given;
  if (record !== undefined)
    return personIn(record, { source, email, customFields: recordCustomFields, explain: true });
  const typed = { email, firstName, lastName, fullName, company, jobTitle, optedOut };
  if (Object.values(typed).every((value) => value === undefined))
    throw invalidInput('There is nobody to look at.', 'Map Email and the other fields, or a Record.');
  return personIn(typed, { source: 'spreadsheet', explain: true });
}

function emailOf({ subject = '', bodyHtml = '' }: PreviewInput): EmailCopy | undefined {
  return subject + bodyHtml === '' ? undefined : { subject, bodyHtml };
}

/** The result: every key is there. What only Leadterra knows is `unknown` where it would come to that. */
function shown(person: Person, status: LeadOutcome['status'], reason: string, email?: EmailCopy) {
  const [filled] = email ? previewEmails([email], person.lead) : [];
  const open = status === 'ready' ? 'unknown' : '';
  return {
    id: person.lead.email || 'none',
    ...{ status, reason, verdict: open, suppressed: open },
    ...shownLead(person.lead),
    from: perLeadField((field) => person.from?.[field] ?? null),
    warnings: sentences(person.warnings),
    emailSubject: filled?.subject ?? '',
    emailBodyHtml: filled?.bodyHtml ?? '',
    blanks: filled?.blanks.join(', ') ?? '',
  };
}
