import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  NodeOperationError,
} from 'n8n-workflow';

import { createClient } from '../../shared/client';
import { toNodeError } from '../../shared/errors';
import { campaign } from './campaign';
import { lead } from './lead';
import { type Resource } from './operation';
import { reply } from './reply';
import { senderAccount } from './sender-account';
import { senderPool } from './sender-pool';
import { suppressionList } from './suppression-list';

const resources: [Resource, ...Resource[]] = [
  campaign,
  lead,
  reply,
  senderAccount,
  senderPool,
  suppressionList,
];

/** The screens of version 1: the menus and, for each operation, its fields. */
export const properties: INodeProperties[] = [
  {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: resources.map(({ option }) => option),
    default: 'lead',
  },
  ...resources.flatMap(({ option: { value: resource }, operations }) => [
    {
      displayName: 'Operation',
      name: 'operation',
      type: 'options' as const,
      noDataExpression: true,
      displayOptions: { show: { resource: [resource] } },
      options: operations.map(({ option }) => option),
      default: operations[0].option.value,
    },
    ...operations.flatMap(({ option: { value: operation }, description }) =>
      description.map((field) => ({
        ...field,
        displayOptions: {
          ...field.displayOptions,
          show: { ...field.displayOptions?.show, resource: [resource], operation: [operation] },
        },
      })),
    ),
  ]),
];

/** Runs the chosen operation. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const node = context.getNode();
  const resource = context.getNodeParameter('resource', 0);
  const name = context.getNodeParameter('operation', 0);
  const operation = resources
    .find(({ option }) => option.value === resource)
    ?.operations.find(({ option }) => option.value === name);
  if (!operation) throw new NodeOperationError(node, `There is no operation "${resource}: ${name}".`);
  try {
    return [await operation.execute(context, await createClient(context))];
  } catch (error) {
    throw toNodeError(node, error);
  }
}
