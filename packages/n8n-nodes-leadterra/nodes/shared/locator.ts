import { type ILoadOptionsFunctions, type INodeListSearchResult, NodeOperationError } from 'n8n-workflow';

import { createClient } from './client';
import { type Choice, type Choices, type Field, pageAddress } from './core';

/**
 * A choice of a thing of Leadterra: from a list where it has one, by its ID, or by the address of its page. With
 * `takesSeveral`, several IDs may be typed.
 */
export function locatorOf(name: string, field: Field & { kind: 'id' }, { takesSeveral = false } = {}) {
  const { label, placeholder = '', page, list } = field;
  const oneId = '[^\\s,;/?#]+';
  const ids = takesSeveral ? `${oneId}(?:[\\s,;]+${oneId})*` : oneId;
  const id = {
    displayName: 'By ID',
    name: 'id',
    type: 'string' as const,
    placeholder: `e.g. ${placeholder}`,
    validation: matching(`\\s*${ids}\\s*`, `An ID has no spaces or slashes, like ${placeholder}`),
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
  const modes = [...(list ? [fromList(name)] : []), id, ...(page === undefined ? [] : [address])];
  // What has a page can be named without a list, which Leadterra may not offer.
  return locator(modes, list && page === undefined ? 'list' : 'id');
}

/** A choice of a word: one that is known, or any other. */
export function wordLocator(name: string, { placeholder = '' }: { placeholder?: string }) {
  const other = {
    displayName: 'Other',
    name: 'other',
    type: 'string' as const,
    placeholder: `e.g. ${placeholder}`,
  };
  return locator([fromList(name), other], 'list');
}

function locator<Mode>(modes: Mode[], mode: string) {
  // Within a collection n8n does not add the mark, and shows no modes without it.
  return { type: 'resourceLocator' as const, default: { __rl: true as const, mode, value: '' }, modes };
}

function fromList(name: string) {
  return {
    displayName: 'From List',
    name: 'list',
    type: 'list' as const,
    typeOptions: { searchListMethod: listMethod(name), searchable: true },
  };
}

function matching(regex: string, errorMessage: string) {
  return [{ type: 'regex', properties: { regex, errorMessage } }];
}

const listMethod = (name: string) => `list_${name}`;

/** A resource locator holds its value beside the mode that it was chosen in. */
export function valueIn(parameter: unknown): unknown {
  return typeof parameter === 'object' && parameter !== null && '__rl' in parameter && 'value' in parameter
    ? parameter.value
    : parameter;
}

type ListMethod = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** A node's methods for the fields that offer a list, by the names that their locators ask for. */
export function listMethodsOf(fields: Record<string, Field>[]): Record<string, ListMethod> {
  return Object.fromEntries(
    fields.flatMap(Object.entries<Field>).flatMap(([key, field]) => {
      if (field.kind === 'id' && field.list)
        return [[listMethod(key), thingsIn(field.list, field.label)] as const];
      if (field.kind === 'text' && field.suggestions)
        return [[listMethod(key), wordsIn(field.suggestions)] as const];
      return [];
    }),
  );
}

function thingsIn(list: Choices, label: string): ListMethod {
  return async function (filter) {
    const found = await list(await createClient(this));
    if (found) return matches(found, filter);
    const things = `${label.toLowerCase()}s`;
    throw new NodeOperationError(this.getNode(), `This Leadterra offers no list of its ${things}`, {
      description: 'Choose another way to name one in place of "From List".',
    });
  };
}

function wordsIn(choices: readonly Choice[]): ListMethod {
  return async (filter) =>
    await Promise.resolve(
      matches(
        choices.map(({ value, label }) => ({ id: value, label })),
        filter,
      ),
    );
}

function matches(found: { id: string; label: string }[], filter = ''): INodeListSearchResult {
  const wanted = found.filter(({ label }) => label.toLowerCase().includes(filter.toLowerCase()));
  return { results: wanted.map(({ id, label }) => ({ name: label, value: id })) };
}
