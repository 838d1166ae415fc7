import { asText, invalidInput } from '@leadterra/shared';
import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { adviceField, sourceField } from '../fields/advice';
import { campaignField } from '../fields/campaign';
import { customFieldsField } from '../fields/custom-fields';
import { personFields, personInput } from '../fields/lead';
import { testStepNotice } from '../fields/notice';
import { enrollOne, readPerson } from '../leads/enroll-one';
import { withLeadterra } from '../perform';
import { checkGroup, enrolledLead, enrollOneInput, lastFields } from './enroll-one';

const leadGroup = { key: 'lead', label: 'Lead', emphasize: true };
const inLeadGroup = { group: leadGroup.key };

const useEnrollLeads = 'This action enrolls one lead; for a list, use Enroll Leads.';

/** One address. A list that was mapped comes joined with commas. */
const email = z.pipe(
  z.transform((value) => [value].flat().map(asText).join('\n').trim()),
  z
    .string()
    .check(
      z.minLength(1, '"Email" is empty.'),
      z.refine(isOneAddress, `Email holds several addresses. ${useEnrollLeads}`),
    ),
);

function isOneAddress(text: string): boolean {
  const addresses = text.split(/[,;\r\n]/).filter((part) => part.includes('@'));
  return addresses.length < 2;
}

const input = z.extend(enrollOneInput, { ...personInput.shape, email });

export const enrollLead = defineCreate({
  key: 'enroll_lead',
  noun: 'Lead',
  display: {
    label: 'Enroll Lead',
    description: 'Enrolls a person in a campaign, or updates the lead if the address is already known.',
  },
  operation: {
    inputFieldGroups: [leadGroup, checkGroup],
    inputFields: [
      testStepNotice,
      campaignField,
      { ...sourceField, ...inLeadGroup },
      adviceField,
      ...personFields.map((field) => ({ ...field, required: field.key === 'email', ...inLeadGroup })),
      { ...customFieldsField, ...inLeadGroup },
      ...lastFields,
    ],
    perform: withLeadterra(input, async ({ input, ...context }) => {
      const { email, firstName, lastName, fullName, company, jobTitle, optedOut } = input;
      const record = { email, firstName, lastName, fullName, company, jobTitle, optedOut };
      const person = readPerson(record, { source: 'spreadsheet' }, advice);
      const several = person.warnings.find(({ code }) => code === 'several_emails');
      if (several) throw invalidInput(several.message, useEnrollLeads);
      return await enrollOne(context, person, input);
    }),
    ...enrolledLead,
  },
});

const mapEmail = 'Map Email to the field that holds the address of one person.';
const advice = { email: mapEmail, record: mapEmail };
