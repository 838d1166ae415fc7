import { absentIfBlank, fields, leadSources, parseJsonOrText, schemaOf } from '@leadterra/shared';
import { type Bundle, defineInputField, type PlainInputField, type ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { lineItems, optionalText } from '../input';
import { renderField } from '../render-field';
import { leadFields } from './lead';
import { whichField } from './which-field';

const source = fields.choice({
  label: 'Source CRM',
  default: 'auto',
  choices: [
    { value: 'auto', label: 'Recognize It by Its Fields' },
    ...leadSources.map(({ source, label }) => ({ value: source, label })),
  ],
  help: 'Where the person comes from. The fields below then say what to pick.',
});

export const sourceField = defineInputField({
  ...renderField('source', source),
  altersDynamicFields: true,
  group: 'lead',
});

/** The fields of a lead; their help names the fields of the CRM that was chosen. */
export function leadFieldsForSource(_z: ZObject, bundle: Bundle): PlainInputField[] {
  return leadFields.map((field) => ({
    ...field,
    group: 'lead',
    helpText: whichField(bundle.inputData['source'], field.key),
  }));
}

/** The field for a whole record; its help names the CRM that was chosen. */
export function recordField(_z: ZObject, bundle: Bundle): PlainInputField[] {
  const crm = leadSources.find(({ source }) => source === bundle.inputData['source'])?.label ?? 'your CRM';
  return [
    {
      key: 'record',
      label: 'Whole Record',
      type: 'json',
      group: 'record',
      helpText: `A contact or lead of ${crm} as JSON, just as its API gives it. Address, name, company and job title are taken from it; what is filled in above goes before.`,
    },
  ];
}

export const recordCustomFieldsField = defineInputField({
  key: 'recordCustomFields',
  label: 'Custom Fields From the Record',
  type: 'string',
  list: true,
  group: 'record',
  placeholder: 'industry',
  helpText:
    'Fields of the whole record to take along as custom fields, one in each line. Dots lead inwards: `properties.industry` becomes `[[industry]]`.',
});

export const recordInput = {
  source: schemaOf(source),
  /** JSON text or, from some steps, an object already. */
  record: z.transform((value): unknown => {
    const given = Array.isArray(value) ? value : absentIfBlank(value);
    return typeof given === 'string' ? parseJsonOrText(given.trim()) : given;
  }),
  recordCustomFields: z.pipe(
    lineItems(optionalText),
    z.transform((paths) => paths.filter((path) => path !== undefined)),
  ),
};
