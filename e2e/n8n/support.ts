import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { type Sandbox, type SandboxOptions, startSandbox } from '@leadterra/sandbox';
import { z } from 'zod';

import { type Execution, N8n } from '../harness/n8n.ts';

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

const exported = z.object({
  nodes: z.array(z.object({ name: z.string(), parameters: z.record(z.unknown()) }).passthrough()),
});

/** A workflow template as it is published, with other values in the fields that a user is told to fill in. */
export async function template(file: string, values: Record<string, object> = {}): Promise<object> {
  const json = await readFile(`packages/n8n-nodes-leadterra/workflows/${file}.json`, 'utf8');
  const workflow = exported.passthrough().parse(JSON.parse(json));
  for (const one of workflow.nodes) Object.assign(one.parameters, values[one.name]);
  return workflow;
}

/** An outside service: it answers every request and remembers it. It ends with the tests of the file. */
export async function startStandIn(
  answer: (path: string, method: string) => { body: string; type?: string; status?: number },
) {
  const requests: { method: string; path: string; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url: path = '' } = request;
      requests.push({ method, path, body });
      const { body: said, type = 'application/json', status = 200 } = answer(path, method);
      response.writeHead(status, { 'content-type': type }).end(said);
    });
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return { url: `http://127.0.0.1:${address.port}`, requests };
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
export function chain(name: string, nodes: WorkflowNode[]) {
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
