import { invalidInput, type Lead, mapLead, withGivenFields } from '@leadterra/shared';
import { defineInputField, defineInputFields } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { lineItems, optionalText } from '../input';
import { leadFields, leadInput } from './lead';

// The fields of line items are fixed, so these have numbers, and their names stand in a field of their own.
const customColumns = ['custom1', 'custom2', 'custom3', 'custom4', 'custom5'] as const;

/** The fields of one line item. */
export const lineItemFields = defineInputFields([
  ...leadFields,
  ...customColumns.map((key, index) => ({
    key,
    label: `Custom Field ${index + 1}`,
    type: 'string' as const,
  })),
]);

export const customFieldNamesField = defineInputField({
  key: 'customFieldNames',
  label: 'Names of Custom Fields 1 to 5',
  type: 'string',
  list: true,
  placeholder: 'useCase',
  helpText:
    "What the numbered fields of the line items hold, one name in each line. With `useCase` in the first line, e-mails take each lead's *Custom Field 1* as `[[useCase]]`.",
});

export const lineItem = z.extend(leadInput, {
  custom1: optionalText,
  custom2: optionalText,
  custom3: optionalText,
  custom4: optionalText,
  custom5: optionalText,
});
export type LineItem = z.infer<typeof lineItem>;

/** The names in their order; an empty line leaves its number without one. */
export const customFieldNames = z.pipe(
  lineItems(optionalText),
  z.transform((lines) => lines.flatMap((line = '') => line.split(',')).map((name) => name.trim())),
);

/**
 * The line items, one for each lead. A step without line items joins lists with commas, one text per field; they are
 * taken apart by position. Line items without any value are left out.
 * @throws LeadterraError (`invalid_input`) when a field has another number of parts than there are addresses: no name
 * must go to the wrong person
 */
export function splitLineItem(item: LineItem): LineItem[] {
  const filled = lineItemFields.flatMap(({ key, label }) => {
    const text = item[key];
    return text === undefined ? [] : [{ key, label, text }];
  });
  if (filled.length === 0) return [];
  const count = item.email?.split(',').length ?? 0;
  if (count < 2) return [item];
  const columns = filled.map(({ key, label, text }) => [key, partsOf(label, text, count)] as const);
  return Array.from({ length: count }, (_, index) =>
    lineItem.parse(Object.fromEntries(columns.map(([key, parts]) => [key, parts[index]]))),
  );
}

function partsOf(label: string, text: string, count: number): string[] {
  const parts = text.split(',');
  if (parts.length === count) return parts;
  throw invalidInput(
    `Email holds ${count} addresses, but ${label} holds ${parts.length} values: "${text.slice(0, 80)}".`,
    'Map fields of the same list. If a value has a comma of its own, use a step that gives line items, or leave the field empty.',
  );
}

/**
 * The lead of a line item. One without a usable address keeps what it has, so that it is reported.
 * @param names of the numbered custom fields
 * @param customFields that all leads get; a line item's own go before
 * @throws LeadterraError (`invalid_input`) when a numbered field holds something and has no name
 */
export function leadOf(item: LineItem, names: string[], customFields: Record<string, string>): Lead {
  const own: Record<string, string> = {};
  for (const [index, column] of customColumns.entries()) {
    const value = item[column];
    if (value !== undefined) own[nameOf(index, names)] = value;
  }
  const { email = '', ...given } = item;
  const { lead } = mapLead({}, { email });
  return withGivenFields(lead ?? { email }, { ...given, customFields: { ...customFields, ...own } });
}

function nameOf(index: number, names: string[]): string {
  const name = names[index];
  if (name) return name;
  throw invalidInput(
    `Custom Field ${index + 1} holds values, but has no name.`,
    `Write it into line ${index + 1} of Names of Custom Fields.`,
  );
}
