import { type INodeProperties } from 'n8n-workflow';

import { type Choice, type Field, pageAddress } from './core';

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
    case 'choice':
      return { ...common, type: 'options', options: menuOf(field.choices), default: field.default ?? '' };
    case 'choices':
      return { ...common, type: 'multiOptions', options: menuOf(field.choices), default: [] };
    case 'id':
      // Within a collection, where optional fields stand, n8n shows a locator without its modes.
      return field.isOptional
        ? { ...common, type: 'string', default: '' }
        : { ...common, ...locator(name, field) };
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

function locator(name: string, field: Field & { kind: 'id' }) {
  const { label, placeholder = '', page, list } = field;
  const id = {
    displayName: 'By ID',
    name: 'id',
    type: 'string' as const,
    placeholder: `e.g. ${placeholder}`,
    validation: matching('\\s*[^\\s/?#]+\\s*', `An ID has no spaces or slashes, like ${placeholder}`),
  };
  const choose = {
    displayName: 'From List',
    name: 'list',
    type: 'list' as const,
    typeOptions: { searchListMethod: listMethod(name), searchable: true },
  };
  const address = {
    displayName: 'By URL',
    name: 'url',
    type: 'string' as const,
    placeholder: `e.g. https://app.leadterra.co/${page ?? ''}/${placeholder}`,
    validation: matching(
      `\\s*${pageAddress(page ?? '')}\\s*`,
      `Copy the address of the ${label.toLowerCase()}’s page: it contains /${page ?? ''}/ and the ID`,
    ),
  };
  const modes = [...(list ? [choose] : []), id, ...(page === undefined ? [] : [address])];
  // What has a page can be named without a list, which Leadterra may not offer.
  const initial = { mode: list && page === undefined ? 'list' : 'id', value: '' };
  return { type: 'resourceLocator' as const, default: initial, modes };
}

function matching(regex: string, errorMessage: string) {
  return [{ type: 'regex', properties: { regex, errorMessage } }];
}

/** The name of the node's method that finds what a locator offers. */
export const listMethod = (name: string) => `list_${name}`;

/** n8n ends a description with a full stop only if there is more than one sentence in it. */
export function asDescription(text: string): string {
  return /[.!?]\s/.test(text) ? text : text.replace(/\.$/, '');
}

/** In alphabetical order, as n8n asks for menus. */
export function sortedBy<Entry>(nameOf: (entry: Entry) => string, entries: Entry[]): Entry[] {
  // By code points: the first use of a collator costs n8n's start some milliseconds.
  return [...entries].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
