import { invalidInput } from '@leadterra/shared';
import { defineInputField, defineInputFields } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { type Input, lineItemsIn, optionalText, parseInput, severalOf } from '../input';
import { personFields, personInput } from './lead';

// The fields of line items are fixed, so these have numbers, and their names stand in a field of their own.
const customColumns = ['custom1', 'custom2', 'custom3', 'custom4', 'custom5'] as const;

const children = defineInputFields([
  ...personFields,
  ...customColumns.map((key, index) => ({
    key,
    label: `Custom Field ${index + 1}`,
    type: 'string' as const,
  })),
]);

export const lineItemsField = defineInputField({ key: 'leads', label: 'Leads', children });

export const customFieldNamesField = defineInputField({
  key: 'customFieldNames',
  label: 'Names of Custom Fields 1 to 5',
  type: 'string',
  list: true,
  placeholder: 'useCase',
  helpText:
    'What the numbered fields hold, one name per line. With `useCase` on the first line, emails use the *Custom Field 1* of each lead as `[[useCase]]`.',
});

/** The names in their order; an empty line leaves its number without one. */
export const customFieldNames = z.pipe(
  severalOf(optionalText),
  z.transform((lines) => lines.flatMap((line = '') => line.split(',')).map((name) => name.trim())),
);

const lineItem = z.extend(personInput, {
  custom1: optionalText,
  custom2: optionalText,
  custom3: optionalText,
  custom4: optionalText,
  custom5: optionalText,
});
export type LineItem = z.infer<typeof lineItem>;

/**
 * The line items that hold anything, one for each lead. A step without line items joins lists with commas, one text per
 * field; they are taken apart by position.
 * @throws LeadterraError (`invalid_input`) when a field has another number of parts than there are addresses: no name
 * must go to the wrong person
 */
export function readLineItems(input: Input): LineItem[] {
  const { items, isMapped } = lineItemsIn(
    input,
    lineItemsField.key,
    children.map(({ key }) => key),
  );
  const read = parseInput(z.array(lineItem), items);
  const leads = isMapped ? read : read.flatMap(splitLists);
  return leads.filter((item) => children.some(({ key }) => item[key] !== undefined));
}

function splitLists(item: LineItem): LineItem[] {
  const count = item.email?.split(',').length ?? 0;
  if (count < 2) return [item];
  const columns = children.flatMap(({ key, label }) => {
    const text = item[key];
    return text === undefined ? [] : [[key, partsOf(label, text, count)] as const];
  });
  return Array.from({ length: count }, (_, index) =>
    lineItem.parse(Object.fromEntries(columns.map(([key, parts]) => [key, parts[index]]))),
  );
}

function partsOf(label: string, text: string, count: number): string[] {
  const parts = text.split(',');
  if (parts.length === count) return parts;
  throw invalidInput(
    `Email holds ${count} addresses, but ${label} holds ${parts.length} values: "${text.slice(0, 80)}".`,
    'Map fields of the same list. If a value contains a comma, use a step that gives line items, or leave the field empty.',
  );
}

/**
 * The custom fields of a line item.
 * @param names of the numbered fields
 * @throws LeadterraError (`invalid_input`) when a numbered field holds something and has no name
 */
export function customFieldsOf(item: LineItem, names: string[]): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [index, column] of customColumns.entries()) {
    const value = item[column];
    if (value !== undefined) named[nameAt(index, names)] = value;
  }
  return named;
}

function nameAt(index: number, names: string[]): string {
  const name = names[index];
  if (name) return name;
  throw invalidInput(
    `Custom Field ${index + 1} holds values, but has no name.`,
    `Enter its name on line ${index + 1} of Names of Custom Fields.`,
  );
}
