import { type INodeProperties } from 'n8n-workflow';

import { type Choice, type Field } from './core';
import { locatorOf, wordLocator } from './locator';

/** A field as one of the node's parameters. n8n gives every text a default, an empty one where there is no better. */
export function renderField(name: string, field: Field): INodeProperties {
  const { label, help, placeholder } = field;
  const common = {
    displayName: label,
    name,
    ...(!field.isOptional && field.default === undefined && { required: true }),
    ...(placeholder !== undefined && { placeholder: `e.g. ${placeholder}` }),
    ...(help !== undefined && { description: asDescription(help) }),
  };
  switch (field.kind) {
    case 'text':
      return field.suggestions
        ? { ...common, ...wordLocator(name, field) }
        : { ...common, type: 'string', default: '' };
    case 'texts':
    case 'emails':
      return { ...common, type: 'string', default: '' };
    case 'longText':
    case 'html':
      return { ...common, type: 'string', typeOptions: { rows: 6 }, default: '' };
    case 'dateTime':
      return { ...common, type: 'dateTime', default: '' };
    case 'yesNo':
      return { ...common, type: 'boolean', default: field.default };
    case 'number':
      return { ...common, ...numeric(field.min, field.max, field.isWhole ? 0 : undefined, field.default) };
    case 'percent':
      return { ...common, ...numeric(field.min, field.max, 1, field.default) };
    case 'limit':
      return { ...common, ...numeric(field.min, Infinity, 0, field.default) };
    case 'choice': {
      const options = menuOf(field.choices);
      // What is added to a collection begins with its first choice; what must be chosen begins with none.
      const initial = field.default ?? (field.isOptional ? options[0]?.value : undefined) ?? '';
      return { ...common, type: 'options', options, default: initial };
    }
    case 'choices':
      return { ...common, type: 'multiOptions', options: menuOf(field.choices), default: [] };
    case 'id':
      return { ...common, ...locatorOf(name, field) };
  }
}

function menuOf(choices: readonly Choice[]) {
  const options = choices.map(({ value, label, help }) => ({
    name: label,
    value,
    ...(help !== undefined && { description: asDescription(help) }),
  }));
  return sortedBy(({ name }) => name, options);
}

function numeric(minValue: number, max: number, numberPrecision: number | undefined, initial?: number) {
  const typeOptions = {
    minValue,
    ...(max !== Infinity && { maxValue: max }),
    ...(numberPrecision !== undefined && { numberPrecision }),
  };
  return { type: 'number' as const, typeOptions, default: initial ?? minValue };
}

/** n8n ends a description with a full stop only if there is more than one sentence in it. */
export function asDescription(text: string): string {
  return /[.!?]\s/.test(text) ? text : text.replace(/\.$/, '');
}

/** In alphabetical order, as n8n asks for menus. */
export function sortedBy<Entry>(nameOf: (entry: Entry) => string, entries: Entry[]): Entry[] {
  const key = (entry: Entry) => nameOf(entry).toLowerCase();
  // By code points: the first use of a collator costs n8n's start some milliseconds.
  return [...entries].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
