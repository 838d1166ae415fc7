import {
  enrollEntries,
  fields,
  invalidInput,
  type LeadterraClient,
  type MapLeadOptions,
  schemaOf,
  withGivenFields,
} from '@leadterra/shared';
import { type PlainInputField, type ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { halted } from '../errors';
import { campaign } from '../fields/campaign';
import { customFields } from '../fields/custom-fields';
import { placeholderFields, placeholderInput } from '../fields/placeholders';
import { whyNotEnrolled } from '../outcomes';
import { entryFor, type Person, personIn, sentences, shownLead } from '../person';
import { renderField } from '../render-field';

const ifNotEnrolled = fields.choice({
  label: 'If the Lead Is Not Enrolled',
  default: 'halt',
  choices: [
    { value: 'halt', label: 'Stop This Zap Run' },
    { value: 'continue', label: 'Go On With the Next Step' },
  ],
  help: 'When the lead has opted out, lacks a value that the emails need, or is suppressed or refused by Leadterra. If the Zap goes on, *Status* says what happened.',
});

/** The fields after those of the lead that all steps for one lead have. */
export const lastFields: PlainInputField[] = [
  ...placeholderFields.map((field) => ({ ...field, group: 'check' })),
  { ...renderField('ifNotEnrolled', ifNotEnrolled), group: 'check' },
];

/** What the groups of fields are called. */
export const checkGroup = { key: 'check', label: 'Checks' };

export const enrollOneInput = z.object({
  campaign,
  customFields,
  ...placeholderInput,
  ifNotEnrolled: schemaOf(ifNotEnrolled),
});

/**
 * The person that a record holds.
 * @throws LeadterraError (`invalid_input`) when it holds none, with what to do about it
 */
export function readPerson(
  record: unknown,
  options: MapLeadOptions,
  advice: { email: string; record: string },
): Person {
  const found = personIn(record, options);
  if ('lead' in found) return found;
  const isAboutRecord = found.issues.some(({ code }) => code === 'many_records' || code === 'not_a_record');
  throw invalidInput(sentences(found.issues), isAboutRecord ? advice.record : advice.email);
}

type Context = { z: ZObject; client: LeadterraClient; deadline: number };
type EnrollOneInput = z.infer<typeof enrollOneInput>;

/**
 * Enrolls one person, and gives what became of that. Unless the user chose otherwise, a run ends where it is certain
 * that the lead is not enrolled: the next step would write down that it is.
 */
export async function enrollOne(context: Context, person: Person, input: EnrollOneInput) {
  const lead = withGivenFields(person.lead, { customFields: input.customFields });
  const { status, isEnrolled, remarks, sent = lead } = await settle(context, { ...person, lead }, input);
  if (!isEnrolled && input.ifNotEnrolled === 'halt') {
    const what = `${lead.email} in campaign "${input.campaign}"`;
    throw halted(context.z, `Could not enroll ${what}: ${remarks.join(' ')}`);
  }
  return {
    id: sent.email,
    status,
    campaignId: input.campaign,
    ...shownLead(sent),
    notes: [...remarks, sentences(person.warnings)].join(' ').trim(),
  };
}

/** What became of the person, and what was sent; an error where the first is not known. */
async function settle({ client, deadline }: Context, person: Person, input: EnrollOneInput) {
  const { campaign: campaignId, placeholders: tokens, whenMissing } = input;
  const copy = { tokens, whenMissing };
  const entries = [entryFor(person)];
  const { settled, oddities } = await enrollEntries(client, { campaignId, entries, deadline, copy });
  const { outcome, lead: sent } = settled[0] ?? { outcome: { status: 'not_sent', reason: 'aborted' } };
  if (outcome.status === 'failed') throw outcome.error;
  const remarks = [whyNotEnrolled(outcome) ?? [], oddities].flat();
  if (outcome.status === 'enrolled')
    return { status: outcome.verdict ?? outcome.status, isEnrolled: true, remarks, sent };
  return { status: outcome.status, isEnrolled: outcome.status === 'unconfirmed', remarks, sent };
}

/** What a step for one lead gives, for its definition. */
export const enrolledLead = {
  sample: {
    id: 'ava@example.com',
    status: 'created',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    email: 'ava@example.com',
    firstName: 'Ava',
    lastName: 'Patel',
    company: 'Example Robotics',
    jobTitle: 'Head of Sales',
    customFields: {},
    notes: '',
  },
  outputFields: [
    { key: 'id', label: 'Lead ID' },
    { key: 'status', label: 'Status' },
    { key: 'campaignId', label: 'Campaign ID' },
    { key: 'email', label: 'Email' },
    { key: 'firstName', label: 'First Name' },
    { key: 'lastName', label: 'Last Name' },
    { key: 'company', label: 'Company' },
    { key: 'jobTitle', label: 'Job Title' },
    { key: 'notes', label: 'Notes' },
  ],
};
