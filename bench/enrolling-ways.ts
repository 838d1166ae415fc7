// The ways of enrolling CRM contacts in n8n that are compared, each as the nodes of a workflow.
import { campaignById, chain, leadterraNode, node, type WorkflowNode } from '@leadterra/testing/n8n-workflow';

import { type SandboxProcess } from './sandbox-process.ts';

/** How many requests n8n's HTTP Request node sends before it waits for so many milliseconds. */
export type Batching = { batchSize: number; batchInterval: number };

type Target = { sandbox: SandboxProcess; campaignId: string; batching: Batching };

function ourNode({ campaignId }: Target, options: object): WorkflowNode {
  const campaign = campaignById(campaignId);
  return leadterraNode('Enroll', { resource: 'lead', operation: 'enroll', campaign, options });
}

function httpRequest({ sandbox, campaignId }: Target, body: string, options: object): WorkflowNode {
  const parameters = {
    method: 'POST',
    url: `${sandbox.url}/v1/campaigns/${campaignId}/leads/bulk`,
    sendHeaders: true,
    headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${sandbox.apiKey}` }] },
    sendBody: true,
    specifyBody: 'json',
    jsonBody: body,
    options,
  };
  return node('Enroll', 'n8n-nodes-base.httpRequest', 4.2, parameters, { onError: 'continueRegularOutput' });
}

function code(name: string, jsCode: string): WorkflowNode {
  return node(name, 'n8n-nodes-base.code', 2, { jsCode });
}

const onePerItem = `={{ JSON.stringify({ leads: [{ email: $json.properties.email, firstName: $json.properties.firstname,
  lastName: $json.properties.lastname, company: $json.properties.company, jobTitle: $json.properties.jobtitle }] }) }}`;

// Batches as large as ours.
const chunk = `const leads = $input.all().map(({ json: { properties: p } }) => ({ email: p.email, firstName: p.firstname,
  lastName: p.lastname, company: p.company, jobTitle: p.jobtitle }));
const chunks = [];
for (let i = 0; i < leads.length; i += 250) chunks.push({ json: { leads: leads.slice(i, i + 250) } });
return chunks;`;

const ways = {
  'our node': (target: Target) => [ourNode(target, {})],
  // The most that the node's option takes.
  'our node, 20 requests at a time': (target: Target) => [ourNode(target, { concurrency: 20 })],
  'a node that does nothing': () => [node('Enroll', 'n8n-nodes-base.noOp', 1, {})],
  'HTTP Request, one call per item': (target: Target) => [httpRequest(target, onePerItem, {})],
  'HTTP Request, batching': (target: Target) => [
    httpRequest(target, onePerItem, { batching: { batch: target.batching } }),
  ],
  'Code and HTTP Request, by an expert': (target: Target) => [
    code('Chunk', chunk),
    httpRequest(target, '={{ JSON.stringify($json) }}', { batching: { batch: target.batching } }),
  ],
};

/** One of the ways, by its name in the report. */
export type EnrollingWay = keyof typeof ways;

export const ours: EnrollingWay = 'our node';
export const ours20: EnrollingWay = 'our node, 20 requests at a time';
export const nothing: EnrollingWay = 'a node that does nothing';
export const single: EnrollingWay = 'HTTP Request, one call per item';
export const batched: EnrollingWay = 'HTTP Request, batching';
export const expert: EnrollingWay = 'Code and HTTP Request, by an expert';

/** A workflow that makes so many HubSpot contacts and enrolls them in one of the ways; a POST to `path` runs it. */
export function enrollingWorkflow(path: string, contacts: number, way: EnrollingWay, target: Target): object {
  const start = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData' };
  const makeContacts = `return Array.from({ length: ${contacts} }, (_, i) => ({ json: { id: String(i), properties: {
  email: 'lead' + i + '@acme.example', firstname: 'Ava' + i, lastname: 'van den Berg', company: 'Acme',
  jobtitle: 'Head of Growth', hs_object_id: String(i) } } }));`;
  const nodes = [
    node('Start', 'n8n-nodes-base.webhook', 2, start),
    code('Contacts', makeContacts),
    ...ways[way](target),
  ];
  return chain(path, nodes, { saveDataSuccessExecution: 'none' });
}
