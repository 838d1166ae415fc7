import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  type NodeParameterValue,
} from 'n8n-workflow';

import { errorItem, type Operation } from '../Leadterra/v1/operation';
import { type Action, type Given, titleOf } from './core';
import { toNodeError } from './errors';
import { showHints } from './hints';
import { valueIn } from './locator';
import { asDescription, renderField, sortedBy } from './render-field';

/** The parameters of fields that workflows know by another name than the field's key. */
type ParameterNames = Record<string, string>;

/** An action as an operation of the node. */
export function renderAction(action: Action, names: ParameterNames = {}): Operation {
  return {
    option: menuEntry(action),
    canBeUndone: action.kind === 'read' || undoingOf(action, names),
    sample: Object.fromEntries(Object.entries(action.output).map(([key, { sample }]) => [key, sample])),
    description: [...parametersOf(action, names), ...noticeOf(action)],
    execute: async (context, client) => {
      const givens = Array.from(
        context.getInputData().keys(),
        (item) => () => readParameters(context, action, names, item),
      );
      const output: INodeExecutionData[][] = [];
      for await (const settled of action.run(client, givens, {
        signal: context.getExecutionCancelSignal(),
      })) {
        const { items } = settled;
        const [first = 0] = items;
        if ('error' in settled) {
          const error = toNodeError(context.getNode(), settled.error, first);
          if (!context.continueOnFail()) throw error;
          for (const item of items) output[item] = [errorItem(error, item)];
        } else {
          const pairedItem = action.runs === 'a list' ? items.map((item) => ({ item })) : { item: first };
          output[first] = settled.results.map((json) => ({ json, pairedItem }));
          if (settled.note !== undefined) showHints(context, [settled.note]);
        }
      }
      // Items that share a list have one place for it; the others are empty.
      return output.flat();
    },
  };
}

function undoingOf(action: Action, names: ParameterNames): Operation['canBeUndone'] {
  const { canBeUndone } = action;
  if (typeof canBeUndone !== 'function') return canBeUndone;
  return (context) =>
    context.getInputData().every((_, item) => canBeUndone(readParameters(context, action, names, item)));
}

/** The entry in the menu of operations. */
export function menuEntry({
  operation,
  label,
  description,
}: Pick<Action, 'operation' | 'label' | 'description'>): Operation['option'] {
  return {
    name: titleOf(operation),
    value: operation,
    action: inSentenceCase(label),
    description: asDescription(description),
  };
}

/** As n8n's rules want it: abbreviations stay, but have no plural, and nothing has a hyphen. */
function inSentenceCase(label: string): string {
  const words = label.replaceAll('-', ' ').replace(/([A-Z]{2})s\b/g, '$1');
  return words.replace(/ [A-Z](?=[a-z])/g, (first) => first.toLowerCase());
}

/** Optional fields stand together in a collection. */
function collectionOf({ runs, kind }: Action) {
  return runs === 'a list' && kind === 'read'
    ? { displayName: 'Filters', name: 'filters', placeholder: 'Add Filter' }
    : { displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add Field' };
}

function parametersOf(action: Action, names: ParameterNames): INodeProperties[] {
  const always: INodeProperties[] = [];
  const optional: INodeProperties[] = [];
  for (const [key, field] of Object.entries(action.fields)) {
    const parameter = { ...renderField(key, field), name: names[key] ?? key };
    if (field.isOptional) optional.push(parameter);
    else if (field.kind === 'limit') always.push(returnAll, { ...parameter, displayOptions: unlessAll });
    else always.push(parameter);
  }
  if (optional.length === 0) return always;
  const options = sortedBy(({ displayName }) => displayName, optional);
  return [...always, { ...collectionOf(action), type: 'collection', default: {}, options }];
}

const returnAll: INodeProperties = {
  displayName: 'Return All',
  name: 'returnAll',
  type: 'boolean',
  default: false,
  description: 'Whether to return all results or only up to a given limit',
};
const unlessAll = { show: { returnAll: [false] } };

function noticeOf({ notice }: Action): INodeProperties[] {
  return notice === undefined ? [] : [{ displayName: notice, name: 'notice', type: 'notice', default: '' }];
}

/** What the user gave for an item. */
function readParameters(
  context: IExecuteFunctions,
  action: Action,
  names: ParameterNames,
  item: number,
): Given {
  const read = (name: string, otherwise: NodeParameterValue | object) =>
    context.getNodeParameter(name, item, otherwise);
  const given: Given = {};
  for (const [key, field] of Object.entries(action.fields)) {
    const name = names[key] ?? key;
    if (field.isOptional)
      given[key] = valueIn(Reflect.get(Object(read(collectionOf(action).name, {})), name));
    else if (field.kind === 'limit' && read(returnAll.name, false) === true) given[key] = Infinity;
    else given[key] = valueIn(read(name, field.default ?? ''));
  }
  return given;
}
