import {
  cleanEmail,
  enrollLeads,
  LeadterraError,
  mapLead,
  type Lead,
  type MappingIssue,
} from '@leadterra/shared';
import { defineCreate, type ZObject } from 'zapier-platform-core';
import { type z } from 'zod';
import { halted } from '../errors';
import { campaign, campaignField } from '../fields/campaign';
import { customFields, customFieldsField } from '../fields/custom-fields';
import { leadFields, leadInput } from '../fields/lead';
import { record, recordField, source, sourceField } from '../fields/record';
import { filledIn } from '../input';
import { whyNotEnrolled } from '../outcomes';
import { withLeadterra } from '../perform';

const input = leadInput.extend({ campaign, customFields, source, record });

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
    ],
    inputFields: [
      campaignField,
      ...leadFields.map((field) => ({ ...field, group: 'lead' })),
      { ...customFieldsField, group: 'lead' },
      sourceField,
      recordField,
    ],
    perform: withLeadterra(
      input,
      async ({ client, input: { campaign: campaignId, ...fields }, deadline, z }) => {
        const lead = leadOf(z, fields);
        const { outcomes, oddities } = await enrollLeads(client, { campaignId, leads: [lead], deadline });
        const [outcome] = outcomes;
        if (outcome?.status === 'failed') throw outcome.error;
        const reason = outcome && whyNotEnrolled(outcome);
        if (reason !== undefined) {
          throw new LeadterraError({
            kind: 'invalid_input',
            summary: `Could not enroll ${lead.email} in campaign "${campaignId}": ${reason}`,
            advice: 'Correct the lead in the step that it comes from.',
          });
        }
        const status = (outcome?.status === 'accepted' && outcome.verdict) || 'accepted';
        return { id: lead.email, status, campaignId, ...lead, notes: oddities.join(' ') };
      },
    ),
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
      { key: 'email', label: 'E-mail Address' },
      { key: 'firstName', label: 'First Name' },
      { key: 'lastName', label: 'Last Name' },
      { key: 'company', label: 'Company' },
      { key: 'jobTitle', label: 'Job Title' },
      { key: 'notes', label: 'Notes' },
    ],
  },
});

type LeadFields = Omit<z.infer<typeof input>, 'campaign'>;

/** The lead that the fields make: what is typed goes before what the record holds. */
function leadOf(z: ZObject, { record, source, customFields, ...typed }: LeadFields): Lead {
  const mapped = record === undefined ? undefined : leadFromRecord(z, record, source, typed.email);
  const { email, ...others } = { ...mapped, ...filledIn(typed) };
  if (email === undefined) {
    throw new LeadterraError({
      kind: 'invalid_input',
      summary: 'There is no e-mail address.',
      advice: 'Map E-mail Address, or a whole record that holds one.',
    });
  }
  return {
    email: cleanEmail(email) ?? email,
    ...others,
    ...(Object.keys(customFields).length > 0 && { customFields }),
  };
}

function leadFromRecord(
  z: ZObject,
  record: unknown,
  source: LeadFields['source'],
  email?: string,
): Lead | undefined {
  const { lead, issues } = mapLead(record, { source });
  if (lead) return lead;
  const issue = issues[0];
  if (issue?.code === 'opted_out') throw halted(z, `${issue.message} The lead was not enrolled.`);
  if (email !== undefined && (issue?.code === 'no_email' || issue?.code === 'invalid_email'))
    return undefined;
  throw new LeadterraError({
    kind: 'invalid_input',
    summary: `Whole Record gives no lead: ${issue ? problemOf(issue) : 'it holds nothing.'}`,
    advice: 'Map the JSON of one contact, or map its fields one by one instead.',
  });
}

function problemOf({ code, message }: MappingIssue): string {
  switch (code) {
    case 'many_records':
      return 'it is a list of several records.';
    case 'not_a_record':
      return 'it is no JSON object.';
    case 'no_email':
    case 'invalid_email':
    case 'several_emails':
    case 'opted_out':
      return message;
  }
}
