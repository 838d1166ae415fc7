import { leadSources, parseJsonOrText } from '@leadterra/shared';
import { type Bundle, defineInputField, type PlainInputField, type ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { choice, lineItems, optionalText, present } from '../input';
import { leadFields } from './lead';
import { whichField } from './which-field';

export const sourceField = defineInputField({
  key: 'source',
  label: 'Source CRM',
  type: 'string',
  choices: {
    auto: 'Recognize It by Its Fields',
    ...Object.fromEntries(leadSources.map(({ source, label }) => [source, label])),
  },
  default: 'auto',
  altersDynamicFields: true,
  group: 'lead',
  helpText: 'Where the person comes from. The fields below then say what to pick.',
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

const sources = ['auto', ...leadSources.map(({ source }) => source)] as const;

export const recordInput = {
  source: choice('Source CRM', sources, 'auto'),
  /** JSON text or, from some steps, an object already. */
  record: z.transform((value): unknown => {
    const given = present(value);
    return typeof given === 'string' ? parseJsonOrText(given.trim()) : given;
  }),
  recordCustomFields: z.pipe(
    lineItems(optionalText),
    z.transform((paths) => paths.filter((path) => path !== undefined)),
  ),
};
