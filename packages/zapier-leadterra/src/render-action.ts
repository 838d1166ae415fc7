import {
  type Action,
  type CallOptions,
  type Given,
  type LeadterraClient,
  LeadterraError,
  type OutputField,
  type Result,
  titleOf,
} from '@leadterra/shared';
import {
  type Create,
  defineCreate,
  defineSearch,
  type PlainInputField,
  type PlainOutputField,
  type Search,
} from 'zapier-platform-core';

import { testStepNotice } from './fields/notice';
import { anyInput } from './input';
import { withZone } from './output';
import { withLeadterra } from './perform';
import { renderField } from './render-field';

/** The actions that change something, by their keys. */
export function createsOf(actions: Action[]): Record<string, Create> {
  const writing = actions.filter(({ kind }) => kind === 'write');
  return Object.fromEntries(writing.map((action) => [action.key, createOf(action)]));
}

/** The actions that only read, by their keys. */
export function searchesOf(actions: Action[]): Record<string, Search> {
  const reading = actions.filter(({ kind }) => kind === 'read');
  return Object.fromEntries(reading.map((action) => [action.key, searchOf(action)]));
}

function createOf(action: Action) {
  return defineCreate({
    ...wordsOf(action),
    operation: {
      ...screenOf(action),
      perform: withLeadterra(anyInput, async ({ client, input, deadline }) => {
        const [result] = await resultsOf(action, client, input, { deadline });
        return result ?? {};
      }),
    },
  });
}

function searchOf(action: Action) {
  return defineSearch({
    ...wordsOf(action),
    operation: {
      ...screenOf(action),
      perform: withLeadterra(anyInput, async ({ client, input, deadline }) => {
        try {
          return await resultsOf(action, client, input, { deadline });
        } catch (error) {
          // Zapier takes an empty list for "not found", and lets the user choose how the Zap goes on.
          if ('campaign' in action.fields && isNotFound(error)) return [];
          throw error;
        }
      }),
    },
  });
}

/** Whether there is no such thing; that a key has no workspace is another matter. */
function isNotFound(error: unknown): boolean {
  return (
    error instanceof LeadterraError && error.kind === 'not_found' && error.code !== 'workspace_not_found'
  );
}

function wordsOf({ key, resource, label, description }: Action) {
  return { key, noun: titleOf(resource), display: { label, description } };
}

/** What an action of Zapier's, which gives one result, has no use for. */
const leftOut: Record<string, string[]> = { generate_draft: ['variantCount'] };

function screenOf(action: Action) {
  const outputFields = Object.entries(action.output);
  return {
    inputFields: [
      ...Object.entries(action.fields)
        .filter(([key]) => !leftOut[action.key]?.includes(key))
        .map(([key, field]) => renderField(key, field)),
      ...noticesOf(action),
    ],
    sample: shown(action, Object.fromEntries(outputFields.map(([key, { sample }]) => [key, sample]))),
    outputFields: outputFields.map(([key, field]) => renderOutputField(keyOf(action, key), field)),
  };
}

function noticesOf({ notice, kind }: Action): PlainInputField[] {
  const own: PlainInputField[] =
    notice === undefined ? [] : [{ key: 'notice', type: 'copy', helpText: notice }];
  return kind === 'write' ? [...own, testStepNotice] : own;
}

function renderOutputField(key: string, { label, type }: OutputField): PlainOutputField {
  switch (type) {
    case 'id':
    case 'text':
    case 'texts':
      return { key, label };
    case 'dateTime':
      return { key, label, type: 'datetime' };
    case 'yesNo':
      return { key, label, type: 'boolean' };
    case 'integer':
    case 'number':
      return { key, label, type };
  }
}

async function resultsOf(action: Action, client: LeadterraClient, given: Given, options: CallOptions) {
  const results: Result[] = [];
  for await (const settled of action.run(client, [() => given], options)) {
    if ('error' in settled) throw settled.error;
    results.push(...settled.results);
  }
  return results.map((result) => shown(action, result));
}

/** A result as Zaps know it: lists joined with commas, times with a zone, and what it is about by the name `id`. */
function shown(action: Action, result: Result): Result {
  return Object.fromEntries(
    Object.entries(result).map(([key, value]) => [keyOf(action, key), shownValue(action.output[key], value)]),
  );
}

function shownValue(field: OutputField | undefined, value: Result[string]): Result[string] {
  if (Array.isArray(value)) return value.join(', ');
  return field?.type === 'dateTime' && typeof value === 'string' ? withZone(value) : value;
}

/** A result is told apart by its first ID. */
function keyOf({ output }: Action, key: string): string {
  const [first] = Object.keys(output);
  return key === first && output[key]?.type === 'id' ? 'id' : key;
}
