import { readFile } from 'node:fs/promises';

import { z } from 'zod';

const node = z.object({ type: z.string(), parameters: z.record(z.string(), z.unknown()) }).passthrough();
const workflow = z.object({ nodes: z.array(node) }).passthrough();
export type Workflow = z.infer<typeof workflow>;

/** One of the importable workflows that ship beside the node. */
export async function readWorkflow(name: string): Promise<Workflow> {
  const text = await readFile(`packages/n8n-nodes-leadterra/workflows/${name}.json`, 'utf8');
  return workflow.parse(JSON.parse(text));
}

/** The path of a workflow's Webhook node. */
export function webhookPath({ nodes }: Workflow): string {
  const webhook = nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
  return String(webhook?.parameters['path']);
}
