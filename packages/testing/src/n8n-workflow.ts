import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { z } from 'zod';

/** A node of a workflow. */
export type WorkflowNode = { name: string; [key: string]: unknown };

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

/** A node of ours for a workflow. */
export function leadterraNode(name: string, parameters: object, more: object = {}): WorkflowNode {
  const credentials = { leadterraApi: {} };
  return node(name, 'n8n-nodes-leadterra.leadterra', 1, parameters, { credentials, ...more });
}

/** The value of a Campaign field. */
export function campaignById(id: string): object {
  return { __rl: true, mode: 'id', value: id };
}

/** A trigger of ours, by default for bounces, with a webhook path of its own. */
export function trigger(parameters: object = {}, name = 'Trigger'): WorkflowNode {
  return node(
    name,
    'n8n-nodes-leadterra.leadterraTrigger',
    1,
    { events: ['message.bounced'], ...parameters },
    { id: name, credentials: { leadterraApi: {} }, webhookId: `hook-${hooks++}` },
  );
}
let hooks = 0;

/** Nodes that follow each other, as a workflow. */
export function chain(name: string, nodes: WorkflowNode[], settings: object = {}) {
  const connections: Record<string, unknown> = {};
  for (const [index, { name: from }] of nodes.entries()) {
    const to = nodes[index + 1];
    if (to) connections[from] = { main: [[{ node: to.name, type: 'main', index: 0 }]] };
  }
  return { name, nodes, connections, settings: { executionOrder: 'v1', ...settings } };
}

/** A workflow that a trigger starts and that does nothing. */
export function listener(start: WorkflowNode, settings: object = {}) {
  return chain('Listener', [start, node('Then', 'n8n-nodes-base.noOp', 1, {})], settings);
}

const template = z.looseObject({
  nodes: z.array(
    z.looseObject({ name: z.string(), type: z.string(), parameters: z.record(z.string(), z.unknown()) }),
  ),
});
export type Template = z.infer<typeof template>;

/**
 * A workflow template as it is published.
 * @param values what goes into the fields that a user is told to fill in, by the node's name
 * @param others nodes that a user puts in the place of those of the same name
 */
export async function readTemplate(
  name: string,
  values: Record<string, object> = {},
  others: WorkflowNode[] = [],
): Promise<Template> {
  const read = await readWorkflow(`packages/n8n-nodes-leadterra/workflows/${name}.json`);
  for (const one of read.nodes) {
    Object.assign(one.parameters, values[one.name]);
    const { position } = one;
    const other = others.find(({ name }) => name === one.name);
    if (other) Object.assign(one, { credentials: undefined }, other, { position });
  }
  return read;
}

/** An exported workflow. */
export async function readWorkflow(file: string): Promise<Template> {
  return template.parse(JSON.parse(await readFile(file, 'utf8')));
}
