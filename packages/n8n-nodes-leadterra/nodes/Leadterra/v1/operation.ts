import {
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  type INodePropertyOptions,
} from 'n8n-workflow';

import { type CallOptions, type LeadterraClient } from '../../shared/core';
import { toNodeError } from '../../shared/errors';

/** One thing that the node can do. */
export type Operation = {
  /** Its entry in the menu of operations. */
  option: INodePropertyOptions & { value: string; action: string; description: string };
  /** Its fields. */
  description: INodeProperties[];
  /** Does it for all items; each output item is paired to the input item that it came from. */
  execute: (context: IExecuteFunctions, client: LeadterraClient) => Promise<INodeExecutionData[]>;
};

/** What the operations are about: an entry in the menu of resources. */
export type Resource = {
  option: INodePropertyOptions & { value: string };
  /** In the order of the menu; the first one is the default. */
  operations: [Operation, ...Operation[]];
};

/** Runs once per item. A failing item ends the run, or becomes an error item if the node is set to continue. */
export async function perItem(
  context: IExecuteFunctions,
  run: (itemIndex: number) => Promise<IDataObject | IDataObject[]>,
): Promise<INodeExecutionData[]> {
  const output: INodeExecutionData[] = [];
  for (const item of context.getInputData().keys()) {
    try {
      const results = [await run(item)].flat();
      output.push(...results.map((json) => ({ json, pairedItem: { item } })));
    } catch (error) {
      const nodeError = toNodeError(context.getNode(), error, item);
      if (!context.continueOnFail()) throw nodeError;
      output.push(errorItem(nodeError, item));
    }
  }
  return output;
}

/** Reads a list once for all items: it does not depend on any of them. */
export async function listOnce(
  context: IExecuteFunctions,
  list: (options: CallOptions) => Promise<IDataObject[]>,
): Promise<INodeExecutionData[]> {
  try {
    const results = await list({ signal: context.getExecutionCancelSignal() });
    const pairedItem = Array.from(context.getInputData().keys(), (item) => ({ item }));
    return results.map((json) => ({ json, pairedItem }));
  } catch (error) {
    const nodeError = toNodeError(context.getNode(), error, 0);
    if (!context.continueOnFail()) throw nodeError;
    return [errorItem(nodeError, 0)];
  }
}

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

/** Makes items with the same input share one call: a hundred leads of one campaign start it once. */
export function oncePerInput<Input, Result>(
  call: (input: Input) => Promise<Result>,
): (input: Input) => Promise<Result> {
  const calls = new Map<string, Promise<Result>>();
  return async (input) => {
    const key = JSON.stringify(input);
    const result = calls.get(key) ?? call(input);
    calls.set(key, result);
    return await result;
  };
}
