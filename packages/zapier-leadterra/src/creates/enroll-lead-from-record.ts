import { defineCreate, defineInputField } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaignField } from '../fields/campaign';
import { customFieldsField } from '../fields/custom-fields';
import { testStepNotice } from '../fields/notice';
import { customFieldsFromRecord, recordField, recordInput, recordSourceField } from '../fields/record';
import { optionalText } from '../input';
import { enrollOne, readPerson } from '../leads/enroll-one';
import { withLeadterra } from '../perform';
import { checkGroup, enrolledLead, enrollOneInput, lastFields } from './enroll-one';

const emailField = defineInputField({
  key: 'email',
  label: 'Email',
  type: 'string',
  placeholder: 'ava@example.com',
  helpText: 'Only if the record has none, or if another address is to be used.',
});

const input = z.extend(enrollOneInput, { ...recordInput, email: optionalText });

export const enrollLeadFromRecord = defineCreate({
  key: 'enroll_lead_from_record',
  noun: 'Lead',
  display: {
    label: 'Enroll Lead From Record',
    description: 'Enrolls the person that a CRM record holds as JSON, whatever its fields are called.',
  },
  operation: {
    inputFieldGroups: [checkGroup],
    inputFields: [
      testStepNotice,
      campaignField,
      recordSourceField,
      recordField,
      emailField,
      customFieldsFromRecord,
      customFieldsField,
      ...lastFields,
    ],
    perform: withLeadterra(input, async ({ input, ...context }) => {
      const { record, source, email, recordCustomFields: customFields } = input;
      return await enrollOne(context, readPerson(record, { source, email, customFields }, advice), input);
    }),
    ...enrolledLead,
  },
});

const advice = {
  email: 'Fill in Email, or map another record.',
  record: 'Map the JSON of one contact to Record, or use Enroll Lead and map its fields one by one.',
};
