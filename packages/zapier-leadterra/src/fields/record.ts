import { absentIfBlank, fields, leadSources, parseJsonOrText, schemaOf } from '@leadterra/shared';
import { defineInputField } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { optionalText, severalOf } from '../input';
import { renderField } from '../render-field';

const source = fields.choice({
  label: 'Source CRM',
  default: 'auto',
  choices: [
    { value: 'auto', label: 'Detect Automatically' },
    ...leadSources.map(({ source, label }) => ({ value: source, label })),
  ],
  help: 'Where the record comes from.',
});

export const recordSourceField = renderField('source', source);

export const recordField = defineInputField({
  key: 'record',
  label: 'Record (JSON)',
  type: 'json',
  required: true,
  helpText:
    'One contact or lead as JSON, just as the API of the CRM gives it, from a Code, Webhooks or AI step. Email, names, company and job title are found in it, and a person who has opted out is not enrolled.',
});

export const customFieldsFromRecord = defineInputField({
  key: 'recordCustomFields',
  label: 'Custom Fields From the Record',
  type: 'string',
  list: true,
  placeholder: 'properties.industry',
  helpText:
    'Fields of the record to take as custom fields, one per line. A dot leads into an object: `properties.industry` becomes `[[industry]]`.',
});

/** What these fields hold. */
export const recordInput = {
  source: schemaOf(source),
  /** JSON text or, from some steps, an object. */
  record: z.transform((value): unknown => {
    const given = Array.isArray(value) ? value : absentIfBlank(value);
    return typeof given === 'string' ? parseJsonOrText(given.trim()) : given;
  }),
  recordCustomFields: z.pipe(
    severalOf(optionalText),
    z.transform((paths) => paths.filter((path) => path !== undefined)),
  ),
};
export type RecordInput = z.infer<z.ZodMiniObject<typeof recordInput>>;
