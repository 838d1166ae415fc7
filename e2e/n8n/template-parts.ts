import { type N8n } from '@leadterra/testing/n8n';
import { type Execution } from '@leadterra/testing/n8n-execution';
import { node, type Template, type WorkflowNode } from '@leadterra/testing/n8n-workflow';
import { valueAt } from '@leadterra/testing/value-at';

let path = 0;

/** In the place of a trigger: something that the test can pull. */
export function start(name: string): WorkflowNode {
  return node(name, 'n8n-nodes-base.webhook', 2.1, {
    httpMethod: 'POST',
    path: `template-${path++}`,
    options: {},
  });
}

/** In the place of a node of a service: the same, by HTTP, to a stand-in of it. */
export function service(name: string, url: string, jsonBody: string): WorkflowNode {
  const sending = { sendBody: true, specifyBody: 'json', jsonBody };
  return node(name, 'n8n-nodes-base.httpRequest', 4.2, { method: 'POST', url, options: {}, ...sending });
}

/** The JSON that holds these values of a node, of which those that begin with = are expressions. */
export function jsonOf(values: Record<string, unknown>): string {
  const fields = Object.entries(values).map(([key, value]) => {
    const text = String(value);
    const expression = text.startsWith('=') ? text.replace(/^=\{\{|\}\}$/g, '') : JSON.stringify(text);
    return `${JSON.stringify(key)}: ${expression}`;
  });
  return `={{ {${fields.join(', ')}} }}`;
}

/** What a node of a template holds, so that its stand-in is sent the same. */
export function parameterOf({ nodes }: Template, name: string, ...at: string[]): unknown {
  return valueAt(nodes.find((one) => one.name === name)?.parameters, ...at);
}

/** Starts a workflow by the node that stands in for its trigger, and gives that run. */
export async function pull(
  n8n: N8n,
  workflowId: string,
  starting: WorkflowNode,
  body: object = {},
): Promise<Execution> {
  return await nextRun(n8n, workflowId, () =>
    n8n.callWebhook(String(valueAt(starting, 'parameters', 'path')), body),
  );
}

/** Runs a failed run again from the node that failed, as n8n's button does, and gives the new run. */
export async function retry(n8n: N8n, workflowId: string, { id }: Execution): Promise<Execution> {
  return await nextRun(n8n, workflowId, () =>
    n8n.api.editor('POST', `/executions/${id}/retry`, { loadWorkflow: false }),
  );
}

async function nextRun(n8n: N8n, workflowId: string, begin: () => Promise<unknown>): Promise<Execution> {
  const before = await n8n.executions(workflowId);
  await begin();
  const last = (await n8n.waitForExecutions(workflowId, before.length + 1)).at(-1);
  if (!last) throw new Error('There is no run.');
  return last;
}
