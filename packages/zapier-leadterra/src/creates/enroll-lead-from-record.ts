import { absentIfBlank, fields, leadSources, parseJsonOrText, schemaOf } from '@leadterra/shared';
import { defineCreate, defineInputField } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaignField } from '../fields/campaign';
import { customFieldsField } from '../fields/custom-fields';
import { testStepNotice } from '../fields/notice';
import { optionalText, severalOf } from '../input';
import { withLeadterra } from '../perform';
import { renderField } from '../render-field';
import { checkGroup, enrolledLead, enrollOne, enrollOneInput, lastFields, readPerson } from './enroll-one';

const source = fields.choice({
  label: 'Source CRM',
  default: 'auto',
  choices: [
    { value: 'auto', label: 'Detect Automatically' },
    ...leadSources.map(({ source, label }) => ({ value: source, label })),
  ],
  help: 'Where the record comes from.',
});

const recordField = defineInputField({
  key: 'record',
  label: 'Record (JSON)',
  type: 'json',
  required: true,
  helpText:
    'One contact or lead as JSON, just as the API of the CRM gives it, from a Code, Webhooks or AI step. Email, names, company and job title are found in it, and a person who has opted out is not enrolled.',
});

const emailField = defineInputField({
  key: 'email',
  label: 'Email',
  type: 'string',
  placeholder: 'ava@example.com',
  helpText: 'Only if the record has none, or if another address is to be used.',
});

const customFieldsFromRecord = defineInputField({
  key: 'recordCustomFields',
  label: 'Custom Fields From the Record',
  type: 'string',
  list: true,
  placeholder: 'properties.industry',
  helpText:
    'Fields of the record to take as custom fields, one per line. A dot leads into an object: `properties.industry` becomes `[[industry]]`.',
});

const input = z.extend(enrollOneInput, {
  source: schemaOf(source),
  /** JSON text or, from some steps, an object. */
  record: z.transform((value): unknown => {
    const given = Array.isArray(value) ? value : absentIfBlank(value);
    return typeof given === 'string' ? parseJsonOrText(given.trim()) : given;
  }),
  email: optionalText,
  recordCustomFields: z.pipe(
    severalOf(optionalText),
    z.transform((paths) => paths.filter((path) => path !== undefined)),
  ),
});

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
      renderField('source', source),
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
