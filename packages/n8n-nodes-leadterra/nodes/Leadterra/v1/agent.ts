import {
  type IDataObject,
  type IExecuteFunctions,
  type INode,
  type INodeExecutionData,
  type INodeProperties,
} from 'n8n-workflow';

import { createClient } from '../../shared/client';
import { toNodeError } from '../../shared/errors';
import { type Operation } from './operation';

/** Whether the node is a tool of an AI agent: n8n makes a second type of it, with another name. */
export function isAgentsTool({ type }: INode): boolean {
  return type.endsWith('Tool');
}

/** For fields that are there only for an agent's tool, or only without one. */
export const forAgents = { show: { '@tool': [true] } };
export const notForAgents = { hide: { '@tool': [true] } };

export const leaveField: INodeProperties = {
  displayName: 'Allow Actions That Cannot Be Undone',
  name: 'allowIrreversible',
  type: 'boolean',
  default: false,
  // The model must not be able to give itself leave.
  noDataExpression: true,
  displayOptions: forAgents,
  description:
    'Whether the agent may do what nobody can take back, such as starting a campaign. Without it, the model is told to ask you. Text that an agent reads, in a reply or on a web page, can talk it into things.',
};

/** Whether the user has switched it on: an expression, which might hold what a model wrote, is not that. */
export function hasLeave(context: IExecuteFunctions): boolean {
  return context.getNode().parameters[leaveField.name] === true;
}

/** What the model is told in place of a thing that is not done. */
export function withoutLeave(what: string) {
  return {
    status: 'refused',
    error: `${what} cannot be undone, so it was not done.`,
    advice: `Ask the user to do it in Leadterra, or to switch on "${leaveField.displayName}" in this tool.`,
  };
}

/**
 * Does an operation for an AI agent. In the place of an exception it gives a result that says what went wrong and what
 * to do: of an exception, the model hears little or nothing, and so of no items at all.
 */
export async function runForAgent(
  context: IExecuteFunctions,
  { option, canBeUndone, execute, executeForAgent }: Operation,
): Promise<INodeExecutionData[]> {
  const told = (json: IDataObject) => [{ json, pairedItem: { item: 0 } }];
  try {
    if (executeForAgent) return await executeForAgent(context, await createClient(context));
    const isHarmless = typeof canBeUndone === 'function' ? canBeUndone(context) : canBeUndone;
    if (isHarmless !== true && !hasLeave(context)) {
      const how = typeof canBeUndone === 'function' ? ' with these fields' : '';
      return told(withoutLeave(`"${option.action}"${how}`));
    }
    const items = await execute(context, await createClient(context));
    return items.length === 0 ? told({ results: [] }) : items;
  } catch (error) {
    const { message, description } = toNodeError(context.getNode(), error);
    return told({ status: 'failed', error: message, advice: description ?? '' });
  }
}
