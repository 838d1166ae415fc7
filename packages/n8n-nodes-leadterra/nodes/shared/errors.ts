import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { LeadterraError } from './core';

export type NodeError = NodeApiError | NodeOperationError;

/**
 * The error that n8n shows: what happened as its message, what to do (with the request ID, for Leadterra's support)
 * as its description, and the item it is about. What is no LeadterraError keeps its own message.
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeError {
  if (error instanceof NodeApiError || error instanceof NodeOperationError) {
    error.context.itemIndex ??= itemIndex;
    return error;
  }
  if (!(error instanceof LeadterraError)) {
    const message = error instanceof Error ? error.message : String(error);
    return new NodeOperationError(node, message, { itemIndex });
  }
  const { summary, status, requestId } = error;
  const options = {
    message: summary,
    description: requestId ? `${error.advice} Request ID: ${requestId}.` : error.advice,
    itemIndex,
  };
  const nodeError =
    status === undefined
      ? new NodeOperationError(node, summary, options)
      : new NodeApiError(node, { message: summary }, { ...options, httpCode: String(status) });
  // n8n puts a general text in the place of any message that holds a code such as ECONNREFUSED.
  nodeError.message = summary;
  return nodeError;
}
