import { type Choice, type Choices, type Field } from '@leadterra/shared';
import { type PlainInputField } from 'zapier-platform-core';

import { noInput, withLeadterra } from './perform';

/** A field as one of a step's input fields. */
export function renderField(key: string, field: Field): PlainInputField {
  const { label, help, placeholder } = field;
  const isRequired = !field.isOptional && field.default === undefined;
  return {
    key,
    label,
    ...typeOf(field),
    ...(isRequired && { required: true }),
    ...(field.default !== undefined && { default: String(field.default) }),
    ...(placeholder !== undefined && { placeholder }),
    ...(help !== undefined && { helpText: help }),
  };
}

function typeOf(field: Field): Pick<PlainInputField, 'type' | 'list' | 'choices' | 'dynamic' | 'search'> {
  switch (field.kind) {
    case 'text':
      return { type: 'string', ...(field.suggestions && { choices: labelled(field.suggestions) }) };
    case 'longText':
    case 'html':
      return { type: 'text' };
    case 'texts':
    case 'emails':
      return { type: 'string', list: true };
    case 'id':
      return { type: 'string', ...dropdownOf(field) };
    case 'number':
      return { type: field.isWhole ? 'integer' : 'number' };
    case 'percent':
      return { type: 'number' };
    case 'limit':
      return { type: 'integer' };
    case 'yesNo':
      return { type: 'boolean' };
    case 'dateTime':
      return { type: 'datetime' };
    case 'choice':
      return { type: 'string', choices: labelled(field.choices) };
    case 'choices':
      return { type: 'string', list: true, choices: labelled(field.choices) };
  }
}

function labelled(choices: readonly Choice[]): Record<string, string> {
  return Object.fromEntries(choices.map(({ value, label }) => [value, label]));
}

/** What can be chosen in the place of typing an ID, which every dropdown on Zapier allows, too. */
function dropdownOf({ list, search }: Extract<Field, { kind: 'id' }>) {
  // Only a dropdown that a trigger fills can stand beside a search: `campaigns` beside `find_campaigns`.
  if (search !== undefined)
    return { dynamic: `${search.replace('find_', '')}.id.name`, search: `${search}.id` };
  return list && { choices: { perform: choicesFrom(list) } };
}

function choicesFrom(list: Choices) {
  return withLeadterra(noInput, async ({ client, deadline }) => ({
    results: (await list(client, { deadline })) ?? [],
    paging_token: null,
  }));
}
