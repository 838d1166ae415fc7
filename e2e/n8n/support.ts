import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { startSandbox, type Sandbox, type SandboxOptions } from '@leadterra/sandbox';
import { N8n, type Execution } from '../harness/n8n.ts';

/**
 * Gives a test file a real n8n of its own, started before its tests and stopped after them, with as many sandboxes
 * as it asks for.
 */
export function useN8n() {
  let started: N8n | undefined;
  const sandboxes: Sandbox[] = [];
  let runs = 0;

  const n8n = (): N8n => {
    if (!started) throw new Error('n8n is there from the first test on.');
    return started;
  };

  beforeAll(async () => {
    started = await N8n.start();
  });

  afterAll(async () => {
    await started?.stop();
    for (const sandbox of sandboxes) await sandbox.close();
  });

  return {
    n8n,

    /** A Leadterra that the workflows imported from now on use. */
    startLeadterra: async (options: SandboxOptions = {}): Promise<Sandbox> => {
      const sandbox = await startSandbox({ timeScale: 0, ...options });
      sandboxes.push(sandbox);
      const { apiKey, url: baseUrl } = sandbox;
      await n8n().createCredential('leadterraApi', 'Leadterra account', { apiKey, baseUrl });
      return sandbox;
    },

    /** Runs nodes one after the other on these items. */
    run: async (items: object[], ...nodes: WorkflowNode[]): Promise<Execution> => {
      const path = `run-${runs++}`;
      const start = [
        node('Start', 'n8n-nodes-base.webhook', 2.1, { httpMethod: 'POST', path, options: {} }),
        node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
      ];
      const id = await n8n().importWorkflow(chain(path, [...start, ...nodes]));
      await n8n().activate(id);
      await n8n().callWebhook(path, { items });
      const [execution] = await n8n().waitForExecutions(id);
      if (!execution) throw new Error('There is no execution.');
      return execution;
    },
  };
}

/** Creates a campaign with one step and returns its ID. */
export async function createCampaign(sandbox: Sandbox, name = 'Campaign'): Promise<string> {
  const sequenceSteps = [{ subject: 'Hello {{firstName}}', bodyHtml: '<p>Hello</p>' }];
  await leadterra(sandbox, 'POST', '/v1/campaigns', { name, sequenceSteps });
  return String(rows(sandbox, 'SELECT id FROM campaigns WHERE name = ?', name)[0]?.['id']);
}

/** The value of a Campaign field. */
export function campaignById(id: string): object {
  return { __rl: true, mode: 'id', value: id };
}

/** A workflow template as it is published. */
export async function template(name: string): Promise<unknown> {
  const value: unknown = JSON.parse(
    await readFile(`packages/n8n-nodes-leadterra/workflows/${name}.json`, 'utf8'),
  );
  return value;
}

/** A node of a workflow. */
export type WorkflowNode = { name: string; [key: string]: unknown };

/** A node of ours for a workflow. */
export function leadterraNode(name: string, parameters: object, more: object = {}): WorkflowNode {
  const credentials = { leadterraApi: {} };
  return node(name, 'n8n-nodes-leadterra.leadterra', 1, parameters, { credentials, ...more });
}

/** Any node for a workflow. */
export function node(
  name: string,
  type: string,
  typeVersion: number,
  parameters: object,
  more: object = {},
): WorkflowNode {
  return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters, ...more };
}

/** Nodes that follow each other, as a workflow. */
export function chain(name: string, nodes: WorkflowNode[]): object {
  const connections: Record<string, unknown> = {};
  for (const [index, { name: from }] of nodes.entries()) {
    const to = nodes[index + 1];
    if (to) connections[from] = { main: [[{ node: to.name, type: 'main', index: 0 }]] };
  }
  return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** Calls the sandbox as another program with the key would. */
export async function leadterra(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return await answer.json();
}

/** Rows of the sandbox's database. */
export function rows(sandbox: Sandbox, sql: string, ...values: string[]) {
  return sandbox.database.prepare(sql).all(...values);
}
