import {
  enrollLeads,
  invalidInput,
  type Lead,
  type LeadOutcome,
  mapLead,
  type MappingIssue,
  withGivenFields,
} from '@leadterra/shared';
import { defineCreate, type ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { halted } from '../errors';
import { campaign, campaignField } from '../fields/campaign';
import { customFields, customFieldsField } from '../fields/custom-fields';
import { leadInput } from '../fields/lead';
import { placeholderFields, placeholderInput } from '../fields/placeholders';
import {
  leadFieldsForSource,
  recordCustomFieldsField,
  recordField,
  recordInput,
  sourceField,
} from '../fields/record';
import { whyNotEnrolled } from '../outcomes';
import { withLeadterra } from '../perform';

const input = z.extend(leadInput, { campaign, customFields, ...recordInput, ...placeholderInput });

export const enrollLead = defineCreate({
  key: 'enroll_lead',
  noun: 'Lead',
  display: {
    label: 'Enroll Lead',
    description: 'Enrolls a person in a campaign, or updates the lead if the address is known already.',
  },
  operation: {
    inputFieldGroups: [
      { key: 'lead', label: 'Lead', emphasize: true },
      { key: 'record', label: 'Whole Record From a CRM' },
      { key: 'placeholders', label: 'Personalization Check' },
    ],
    inputFields: [
      campaignField,
      sourceField,
      leadFieldsForSource,
      { ...customFieldsField, group: 'lead' },
      recordField,
      recordCustomFieldsField,
      ...placeholderFields.map((field) => ({ ...field, group: 'placeholders' })),
    ],
    perform: withLeadterra(input, async ({ client, input, deadline, z }) => {
      const { campaign: campaignId, placeholders: tokens, whenMissing, ...fields } = input;
      const lead = leadOf(z, fields);
      const copy = { tokens, whenMissing };
      const { outcomes, oddities } = await enrollLeads(client, { campaignId, leads: [lead], deadline, copy });
      const [settled] = outcomes.map((outcome) =>
        settle(z, outcome, `${lead.email} in campaign "${campaignId}"`),
      );
      const notes = [settled?.reason, ...oddities].filter((note) => note !== undefined).join(' ');
      return { id: lead.email, status: settled?.status, campaignId, ...lead, notes };
    }),
    sample: {
      id: 'ava@example.com',
      status: 'created',
      campaignId: 'camp_01HZA1TPNQ8RD4KF',
      email: 'ava@example.com',
      firstName: 'Ava',
      lastName: 'Patel',
      company: 'Example Robotics',
      jobTitle: 'Head of Sales',
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
  },
});

/** What became of the one lead; an error where it is certain, or may be, that Leadterra does not have it. */
function settle(z: ZObject, outcome: LeadOutcome, what: string): { status: string; reason?: string } {
  const reason = whyNotEnrolled(outcome);
  switch (outcome.status) {
    case 'enrolled':
      return { status: outcome.verdict ?? 'enrolled' };
    case 'unconfirmed':
    case 'incomplete':
      return { status: outcome.status, reason };
    case 'left_out':
      throw halted(z, `Could not enroll ${what}: ${reason ?? ''}`);
    case 'failed':
      throw outcome.error;
    case 'rejected':
    case 'invalid':
    case 'duplicate':
    case 'not_sent':
      throw invalidInput(`Could not enroll ${what}: ${reason ?? ''}`, correctTheLead);
  }
}

const correctTheLead = 'Correct the lead in the step that it comes from.';

type LeadFields = Omit<z.infer<typeof input>, 'campaign' | keyof typeof placeholderInput>;

/** The lead that the fields make: what is typed goes before what the record holds. */
function leadOf(z: ZObject, { email, record, source, recordCustomFields, ...typed }: LeadFields): Lead {
  if (email === undefined && record === undefined) {
    throw invalidInput('There is no e-mail address.', 'Map Email, or a whole record that holds one.');
  }
  const { lead, issues } = mapLead(record ?? {}, { source, email, customFields: recordCustomFields });
  if (lead) return withGivenFields(lead, typed);
  const problem = issues.map(({ message }) => message).join(' ');
  if (issues.some(({ code }) => code === 'opted_out'))
    throw halted(z, `${problem} The lead was not enrolled.`);
  throw invalidInput(problem, issues.map(({ code }) => advice[code] ?? '').join(' '));
}

const aboutEmail = 'Map Email from another field, or another record.';
const aboutRecord = 'Map the JSON of one contact to Whole Record, or map its fields one by one instead.';
/** Beside what there is no lead for, there are only warnings. */
const advice: Partial<Record<MappingIssue['code'], string>> = {
  no_email: aboutEmail,
  invalid_email: aboutEmail,
  opted_out: aboutEmail,
  many_records: aboutRecord,
  not_a_record: aboutRecord,
};
