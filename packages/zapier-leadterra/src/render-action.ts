import {
  type Action,
  type CallOptions,
  type Given,
  type LeadterraClient,
  LeadterraError,
  type Result,
  titleOf,
} from '@leadterra/shared';
import {
  type Create,
  defineCreate,
  defineSearch,
  type PlainInputField,
  type Search,
} from 'zapier-platform-core';

import { testStepNotice } from './fields/notice';
import { anyInput } from './input';
import { withLeadterra } from './perform';
import { renderField } from './render-field';
import { outputFieldsOf, sampleOf, shownValue } from './render-output';

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
  const output = renamed(action, action.output);
  return {
    inputFields: [
      ...Object.entries(action.fields)
        .filter(([key]) => !leftOut[action.key]?.includes(key))
        .map(([key, field]) => renderField(key, field)),
      ...noticesOf(action),
    ],
    sample: sampleOf(output),
    outputFields: outputFieldsOf(output),
  };
}

function noticesOf({ notice, kind }: Action): PlainInputField[] {
  const own: PlainInputField[] =
    notice === undefined ? [] : [{ key: 'notice', type: 'copy', helpText: notice }];
  return kind === 'write' ? [...own, testStepNotice] : own;
}

async function resultsOf(action: Action, client: LeadterraClient, given: Given, options: CallOptions) {
  const results: Result[] = [];
  for await (const settled of action.run(client, [() => given], options)) {
    if ('error' in settled) throw settled.error;
    results.push(...settled.results);
  }
  return results.map((result) => {
    const shown: Result = {};
    for (const [key, field] of Object.entries(action.output))
      shown[key] = shownValue(field, result[key] ?? null);
    return renamed(action, shown);
  });
}

/** By the names that Zaps know: a result is told apart by its first ID, which is called `id`. */
function renamed<Value>({ output }: Action, values: Record<string, Value>): Record<string, Value> {
  const [first] = Object.keys(output);
  const isId = first !== undefined && output[first]?.type === 'id';
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [isId && key === first ? 'id' : key, value]),
  );
}
