import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  NodeOperationError,
} from 'n8n-workflow';

import { createClient } from '../../shared/client';
import { actions, titleOf } from '../../shared/core';
import { toNodeError } from '../../shared/errors';
import { renderAction } from '../../shared/render-action';
import { sortedBy } from '../../shared/render-field';
import { inWords } from '../../shared/wording';
import { isAgentsTool, leaveField, runForAgent } from './agent';
import { create } from './create-campaign.operation';
import { lead } from './lead';
import { type Operation } from './operation';

/** By the keys of actions: the fields that workflows know by another name. */
const parameterNames: Record<string, Record<string, string>> = {
  pause_campaign_if_bounce_rate_is_high: { highestPercent: 'maxBounceRate' },
  find_replies: { campaign: 'campaignId' },
};

/** The operations with a screen of their own, then all actions; of a resource the first one is its default. */
const operations: { resource: string; operation: Operation }[] = [
  { resource: 'campaign', operation: create },
  ...lead.operations.map((operation) => ({ resource: 'lead', operation })),
  ...actions.map((action) => ({
    resource: action.resource,
    operation: renderAction(action, parameterNames[action.key]),
  })),
];

const resources = new Map<string, [Operation, ...Operation[]]>();
for (const { resource, operation } of operations) {
  const others = resources.get(resource);
  if (others) others.push(operation);
  else resources.set(resource, [operation]);
}

/** The screens of version 1: the menus and, for each operation, its fields. */
export const properties: INodeProperties[] = [
  {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: sortedBy(
      ({ name }) => name,
      Array.from(resources.keys(), (value) => ({ name: titleOf(value), value })),
    ),
    default: 'lead',
  },
  ...Array.from(resources, ([resource, operations]) => screensOf(resource, operations)).flat(),
];

function screensOf(resource: string, operations: [Operation, ...Operation[]]): INodeProperties[] {
  const byDefault = operations[0].option.value;
  return [
    {
      displayName: 'Operation',
      name: 'operation',
      type: 'options',
      noDataExpression: true,
      displayOptions: { show: { resource: [resource] } },
      options: sortedBy(
        ({ name }) => name,
        operations.map(({ option }) => option),
      ),
      default: byDefault,
    },
    ...operations.flatMap(({ option: { value: operation }, description, canBeUndone }) =>
      [...description, ...(canBeUndone === true ? [] : [leaveField])].map((field) => ({
        ...field,
        displayOptions: {
          ...field.displayOptions,
          show: { ...field.displayOptions?.show, resource: [resource], operation: [operation] },
        },
      })),
    ),
  ];
}

const titles: [string, string][] = operations.map(({ resource, operation: { option } }) => [
  `${resource}:${option.value}`,
  `${titleOf(resource)}: ${option.name}`,
]);

/** What stands below the node's name on the canvas: what it does, in the words of its menus. */
export const subtitle = `={{ ${inWords(Object.fromEntries(titles), '$parameter["resource"] + ":" + $parameter["operation"]')} }}`;

/** By `resource/operation`: what the items that it puts out may hold. The build makes n8n's schemas of them. */
export const samples = Object.fromEntries(
  operations.map(({ resource, operation }) => [`${resource}/${operation.option.value}`, operation.sample]),
);

/** Runs the chosen operation. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const node = context.getNode();
  const resource = context.getNodeParameter('resource', 0);
  const name = context.getNodeParameter('operation', 0);
  const chosen = resources.get(resource)?.find(({ option }) => option.value === name);
  if (!chosen) throw new NodeOperationError(node, `There is no operation "${resource}: ${name}".`);
  if (isAgentsTool(node)) return [await runForAgent(context, chosen)];
  try {
    return [await chosen.execute(context, await createClient(context))];
  } catch (error) {
    throw toNodeError(node, error);
  }
}
