import { EventEmitter } from 'node:events';

import { type Sandbox } from '@leadterra/sandbox';
import { valueAt } from '@leadterra/testing/value-at';
import { type INode, type WorkflowActivateMode } from 'n8n-workflow';
import { z } from 'zod';

import { LeadterraReplyTrigger } from '../nodes/LeadterraReplyTrigger/LeadterraReplyTrigger.node';
import { LeadterraTrigger } from '../nodes/LeadterraTrigger/LeadterraTrigger.node';
import { helpersFor } from './n8n-stand-in';

/** Which trigger it is, and where: what n8n tells it about itself. */
export type TriggerPlace = {
  sandbox: Pick<Sandbox, 'url' | 'apiKey'>;
  url: string;
  /** What n8n keeps for the node from one run to the next. */
  staticData: Record<string, unknown>;
  parameters: Record<string, unknown>;
  instanceId?: string;
  workflowId?: string;
  nodeId?: string;
  signingSecret?: string;
  /** Gets what the node writes to n8n's log. */
  log?: string[];
};

function triggerContext(place: TriggerPlace) {
  const { sandbox, url, staticData, parameters, instanceId = 'n8n-1', workflowId = 'workflow-1' } = place;
  const id = place.nodeId ?? 'trigger';
  const node: INode = {
    id,
    name: 'Leadterra Trigger',
    type: 'n8n-nodes-leadterra.leadterraTrigger',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    credentials: { leadterraApi: { id, name: 'Leadterra account' } },
  };
  const { apiKey, url: baseUrl } = sandbox;
  const credential = { apiKey, baseUrl, webhookSigningSecret: place.signingSecret };
  return {
    getNode: () => node,
    getInstanceId: () => instanceId,
    getWorkflow: () => ({ id: workflowId }),
    getNodeParameter: (name: string, fallback?: unknown) =>
      valueAt(parameters, ...name.split('.')) ?? fallback,
    getNodeWebhookUrl: () => url,
    getWorkflowStaticData: () => staticData,
    getCredentials: async () => await Promise.resolve(credential),
    logger: { warn: (message: string) => place.log?.push(message) },
    helpers: helpersFor(node, sandbox),
  };
}

/** A run of one of the trigger's webhook methods: `mode` is `manual` for a test from the editor. */
export type HookRun = TriggerPlace & {
  method: 'checkExists' | 'create' | 'delete';
  mode: 'manual' | 'trigger' | 'internal';
  activation: WorkflowActivateMode;
};

/** Calls a webhook method of the trigger as n8n would. */
export async function callHook({ method, mode, activation, ...place }: HookRun): Promise<boolean> {
  const context = {
    ...triggerContext(place),
    getMode: () => mode,
    getActivationMode: () => activation,
  };
  const hooks = new LeadterraTrigger().webhookMethods.default;
  const done: unknown = await Reflect.apply(Reflect.get(hooks, method), context, []);
  return z.boolean().parse(done);
}

/** A delivery to the trigger's webhook. */
export type DeliveryRun = TriggerPlace & { body: string; token: string; signature?: string };

const returned = z.object({
  workflowData: z.array(z.array(z.object({ json: z.record(z.string(), z.unknown()) }))).optional(),
});

/** The answer to a delivery, as Express has it: `end` is what n8n calls, whether or not somebody still listens. */
export class ResponseStandIn extends EventEmitter {
  statusCode = 200;
  closed = false;
  ended = false;

  status(code: number): this {
    this.statusCode = code;
    return this;
  }

  end(): this {
    this.ended = true;
    return this;
  }

  /** The sender waits no longer. */
  hangUp(): void {
    this.closed = true;
    this.emit('close');
  }
}

/**
 * Hands a delivery to the trigger as n8n would. Resolves with the item that is to start the workflow, if any; n8n then
 * starts it and ends the response, which is left to the test.
 */
export async function callWebhook(
  { body, token, signature, ...place }: DeliveryRun,
  response = new ResponseStandIn(),
) {
  const rawBody = Buffer.from(body);
  const context = {
    // n8n loads it for each delivery, and stores it only if the workflow starts.
    ...triggerContext({ ...place, staticData: structuredClone(place.staticData) }),
    getMode: () => 'webhook',
    getRequestObject: () => ({ rawBody, readRawBody: () => Promise.resolve() }),
    getResponseObject: () => response,
    getQueryData: () => ({ token }),
    getHeaderData: () => (signature === undefined ? {} : { 'x-leadterra-signature': signature }),
  };
  const answer: unknown = await Reflect.apply(Reflect.get(new LeadterraTrigger(), 'webhook'), context, []);
  return { response, item: returned.parse(answer).workflowData?.[0]?.[0]?.json };
}

/** A poll of the Leadterra Reply Trigger as n8n would make it. Resolves with the items that start the workflow. */
export async function callPoll({ mode, ...place }: TriggerPlace & { mode: 'manual' | 'trigger' }) {
  const context = { ...triggerContext(place), getMode: () => mode };
  const polled: unknown = await Reflect.apply(Reflect.get(new LeadterraReplyTrigger(), 'poll'), context, []);
  return polled === null ? [] : (returned.parse({ workflowData: polled }).workflowData?.[0] ?? []);
}
