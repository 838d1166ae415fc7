import { leadSources, parseJsonOrText, type LeadSource } from '@leadterra/shared';
import { defineInputField, type Bundle, type PlainInputField, type ZObject } from 'zapier-platform-core';
import * as z from 'zod';
import { optionalText } from '../input';

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
  group: 'record',
  helpText: 'Where the record below comes from.',
});

export const source = optionalText.transform((name, context): LeadSource | 'auto' => {
  if (name === undefined || name === 'auto') return 'auto';
  const found = leadSources.find(({ source }) => source === name.toLowerCase());
  if (found) return found.source;
  context.addIssue(`Source CRM is "${name}", which is none of its choices.`);
  return z.NEVER;
});

/** The field for a whole record; its help names the CRM that was chosen. */
export function recordField(_z: ZObject, bundle: Bundle): PlainInputField[] {
  const crm = leadSources.find(({ source }) => source === bundle.inputData['source'])?.label ?? 'your CRM';
  return [
    {
      key: 'record',
      label: 'Whole Record',
      type: 'json',
      group: 'record',
      helpText: `A contact or lead of ${crm} as JSON, just as its API gives it. Name, company and job title are taken from it; what is filled in above goes before.`,
    },
  ];
}

/** A record as JSON text or, from some steps, as an object already. */
export const record = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? parseJsonOrText(value.trim()) : value))
  .transform((value) => (value === '' || value === null ? undefined : value));
