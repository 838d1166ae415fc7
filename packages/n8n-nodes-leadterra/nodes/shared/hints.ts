import { type IExecuteFunctions } from 'n8n-workflow';

/** Shows sentences beside the node's output. */
export function showHints(context: IExecuteFunctions, messages: string[], type?: 'info' | 'warning'): void {
  // Missing where n8n 1.101 to 1.117 run the node as a tool.
  if (!('addExecutionHints' in context)) return;
  for (const message of messages) context.addExecutionHints({ message, type, location: 'outputPane' });
}
