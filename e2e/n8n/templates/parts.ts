import { type Sandbox } from '@leadterra/sandbox';
import { callLeadterra, column, count, createCampaign } from '@leadterra/testing/leadterra';
import { type N8n } from '@leadterra/testing/n8n';
import { type Execution } from '@leadterra/testing/n8n-execution';
import { node, type Template, type WorkflowNode } from '@leadterra/testing/n8n-workflow';
import { valueAt } from '@leadterra/testing/value-at';

// What the trials of the templates share. Each template is set up as its notes say; the services that it works with
// are stand-ins here.

/** What a Leadterra does in an outage, and to a key that was revoked. */
export const refusals = ['status-503', 'key-revoked:0'];

let path = 0;

/** In the place of a trigger: something that the test can pull. */
export function start(name: string): WorkflowNode {
  return node(name, 'n8n-nodes-base.webhook', 2.1, {
    httpMethod: 'POST',
    path: `start-${path++}`,
    options: {},
  });
}

/** In the place of a node of a service: the same, by HTTP, to a stand-in of it. */
export function service(name: string, url: string, body?: string): WorkflowNode {
  const sending = body === undefined ? {} : { sendBody: true, specifyBody: 'json', jsonBody: body };
  return node(name, 'n8n-nodes-base.httpRequest', 4.2, {
    ...{ method: body === undefined ? 'GET' : 'POST', url, options: {} },
    ...sending,
  });
}

/**
 * In the place of n8n's own node that asks and waits: what it gives once somebody has pressed a button, or nobody has
 * for too long.
 * @param question what it asks, to be seen in its output
 */
export function approval(name: string, question: unknown, answer: object): WorkflowNode {
  const values = Object.entries(answer).map(([key, value]) => [key, `={{ ${JSON.stringify(value)} }}`]);
  const jsonOutput = jsonOf({ ...Object.fromEntries(values), asked: question });
  return node(name, 'n8n-nodes-base.set', 3.4, { mode: 'raw', jsonOutput, options: {} });
}

/** The JSON that holds these values of a node, of which those that begin with = are expressions. */
export function jsonOf(values: unknown): string {
  const given = typeof values === 'object' ? { ...values } : {};
  const fields = Object.entries<unknown>(given).map(([key, value]) => {
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

/** The parameters of a Settings node. */
export function settings(name: string, value: string, type = 'string'): object {
  return { assignments: { assignments: [{ id: name, name, type, value }] } };
}

/** Imports and activates a workflow; runs it as often as asked, and gives its last run. */
export async function runner(n8n: N8n, exported: Template, starting: WorkflowNode) {
  const id = await n8n.importWorkflow(exported);
  await n8n.activate(id);
  const path = String(valueAt(starting, 'parameters', 'path'));
  let runs = 0;
  return async (): Promise<Execution> => {
    await n8n.callWebhook(path, {});
    const executions = await n8n.waitForExecutions(id, ++runs);
    const last = executions.at(-1);
    if (!last) throw new Error('There is no run.');
    return last;
  };
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

/** The addresses that are enrolled. */
export const enrolled = (sandbox: Sandbox) =>
  column(sandbox, 'SELECT email FROM leads JOIN enrollments ON lead_id = leads.id ORDER BY email');

/** How many requests with leads Leadterra has taken. */
export const bulks = (sandbox: Sandbox) =>
  count(sandbox, "SELECT count(*) FROM requests WHERE path LIKE '%bulk' AND status < 300");

export const statusOf = (sandbox: Sandbox, campaignId: string) =>
  column(sandbox, 'SELECT status FROM campaigns WHERE id = ?', campaignId)[0];

/** Has a new campaign mail so many, of whom some bounce. */
export async function startedCampaign(
  sandbox: Sandbox,
  { sent, hard = 0, soft = 0 }: { sent: number; hard?: number; soft?: number },
): Promise<string> {
  const id = await createCampaign(sandbox, `Sends ${sent}`);
  const leads = Array.from({ length: sent }, (_, index) => ({
    email: `${index < hard ? 'hard-bounce' : index < hard + soft ? 'soft-bounce' : 'lead'}${index}.of${sent}@acme.example`,
  }));
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${id}/leads/bulk`, { leads });
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${id}/start`);
  return id;
}
