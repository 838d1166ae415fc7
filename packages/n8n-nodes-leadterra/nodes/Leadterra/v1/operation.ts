import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  type INodePropertyOptions,
} from 'n8n-workflow';

import { type LeadterraClient } from '../../shared/core';

/** One thing that the node can do. */
export type Operation = {
  /** Its entry in the menu of operations. */
  option: INodePropertyOptions & { value: string; action: string; description: string };
  /** Its fields. */
  description: INodeProperties[];
  /** What an item that it puts out may hold: n8n offers its keys before the first run. */
  sample: object;
  /** Does it for all items; each output item is paired to the input item that it came from. */
  execute: Run;
  /** How an AI agent's call is done, where it is done otherwise: such a call never reads the items. */
  executeForAgent?: Run;
  /** Whether an AI agent may do it without the user's leave: always, or with its parameters as they are. */
  canBeUndone?: boolean | ((context: IExecuteFunctions) => boolean);
};

type Run = (context: IExecuteFunctions, client: LeadterraClient) => Promise<INodeExecutionData[]>;

/** What the operations are about: an entry in the menu of resources. */
export type Resource = {
  option: INodePropertyOptions & { value: string };
  /** The first one is the default. */
  operations: [Operation, ...Operation[]];
};

/**
 * An item for the error output. n8n sends it there only if its JSON holds nothing but `error`, and then adds the JSON
 * of the input item that it is paired to.
 */
export function errorItem(
  { message, description }: { message: string; description?: string | null },
  item: number,
): INodeExecutionData {
  return { json: { error: description ? `${message} ${description}` : message }, pairedItem: { item } };
}
