import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import { type Sandbox } from '@leadterra/sandbox';
import { type INode, NodeApiError } from 'n8n-workflow';
import { z } from 'zod';

import { Leadterra } from '../nodes/Leadterra/Leadterra.node';
import { LeadterraV1 } from '../nodes/Leadterra/v1/node';

const newest = new Leadterra().getNodeType();
if (!(newest instanceof LeadterraV1)) throw new Error('The newest version of the node is another.');
/** The newest version of the node. */
export const leadterra = newest;

/** What a test says of a run; a parameter that is a function stands for an expression over the item's JSON. */
export type Run = {
  sandbox: Pick<Sandbox, 'url' | 'apiKey'>;
  parameters: Record<string, unknown>;
  items?: Record<string, unknown>[];
  onError?: INode['onError'];
  /** Gets what the node tells the user beside its output. */
  hints?: string[];
  /** Gets what the node writes to n8n's log. */
  log?: string[];
  /** Where an AI agent calls the node: what the user allows it, and what n8n keeps for its run. */
  agent?: { allowIrreversible?: boolean | string; kept: Record<string, unknown>; run?: string };
  /** What n8n stores of a workflow, and which one it is. Default: a new one. */
  workflow?: { id: string; staticData: Record<string, unknown> };
  mode?: 'trigger' | 'manual';
};

const output = z.array(
  z.array(
    z.object({
      json: z.record(z.string(), z.unknown()),
      binary: z.optional(z.record(z.string(), z.object({ data: z.string(), mimeType: z.string() }))),
      pairedItem: z.union([z.object({ item: z.number() }), z.array(z.object({ item: z.number() }))]),
    }),
  ),
);

/**
 * Runs the node as n8n would: the same context, as far as the node uses it, with real requests and with network
 * failures wrapped as n8n wraps them. Resolves with the node's first output.
 */
export async function runNode(run: Run) {
  const outputs: unknown = await Reflect.apply(Reflect.get(leadterra, 'execute'), executeContext(run), []);
  const [items = []] = output.parse(outputs);
  return items;
}

/** What the editor is offered for a field, by the method that its locator names. */
export async function choicesOf(method: string, { sandbox }: Pick<Run, 'sandbox'>, filter?: string) {
  const find: unknown = Reflect.get(leadterra.methods.listSearch, method);
  if (typeof find !== 'function') throw new Error(`The node has no method ${method}.`);
  const found: unknown = await Reflect.apply(find, executeContext({ sandbox, parameters: {} }), [filter]);
  return choices.parse(found);
}
const choices = z.object({ results: z.array(z.object({ name: z.string(), value: z.string() })) });

function executeContext({
  sandbox,
  parameters,
  items = [{}],
  onError,
  hints = [],
  log = [],
  agent,
  mode,
  workflow,
}: Run) {
  const { id, staticData } = workflow ?? { id: randomUUID(), staticData: {} };
  const node: INode = {
    id: 'node',
    name: 'Leadterra',
    type: `n8n-nodes-leadterra.leadterra${agent ? 'Tool' : ''}`,
    typeVersion: 1,
    position: [0, 0],
    parameters: Object.assign({ allowIrreversible: agent?.allowIrreversible }, asWritten(parameters)),
    onError,
  };
  return {
    getNode: () => node,
    getContext: () => agent?.kept,
    getExecutionId: () => agent?.run ?? '1',
    getInputData: () => items.map((json) => ({ json })),
    getNodeParameter: (name: string, item: number, fallback?: unknown) =>
      valueAt(parameters, name, items[item]) ?? fallback,
    getCredentials: async () => await Promise.resolve({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    continueOnFail: () => onError !== undefined && onError !== 'stopWorkflow',
    getExecutionCancelSignal: () => undefined,
    getMode: () => mode ?? 'trigger',
    getWorkflow: () => ({ id }),
    getWorkflowStaticData: () => staticData,
    logger: { warn: (message: string) => log.push(message) },
    addExecutionHints: ({ message }: { message: string }) => hints.push(message),
    helpers: helpersFor(node, sandbox),
  };
}

/** n8n's helpers, as far as the nodes use them. */
export function helpersFor(node: INode, sandbox: Run['sandbox']) {
  return {
    prepareBinaryData: async (file: Buffer, _name: string, mimeType: string) =>
      await Promise.resolve({ data: file.toString(), mimeType }),
    httpRequestWithAuthentication: async (_credential: string, request: unknown) => {
      const { url, qs, method, headers, body } = httpRequest.parse(request);
      try {
        const search = new URLSearchParams();
        for (const [name, value] of Object.entries(qs))
          for (const one of [value].flat()) search.append(name, one);
        const answer = await fetch(search.size > 0 ? `${url}?${search.toString()}` : url, {
          method,
          headers: { ...headers, authorization: `Bearer ${sandbox.apiKey}` },
          // n8n sends no empty object.
          body: body && Object.keys(body).length > 0 ? JSON.stringify(body) : undefined,
          redirect: 'manual',
        });
        const answerHeaders = Object.fromEntries(answer.headers);
        return { statusCode: answer.status, headers: answerHeaders, body: Readable.from(answer.body ?? []) };
      } catch (error) {
        const code =
          error instanceof Error ? z.object({ code: z.string() }).safeParse(error.cause).data?.code : '';
        throw new NodeApiError(node, { message: 'Bad connection' }, { httpCode: code });
      }
    },
  };
}

const httpRequest = z.object({
  url: z.string(),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.record(z.string(), z.unknown()).optional(),
  qs: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  arrayFormat: z.literal('repeat'),
  timeout: z.number(),
  encoding: z.literal('stream'),
  returnFullResponse: z.literal(true),
  ignoreHttpStatusErrors: z.literal(true),
  disableFollowRedirect: z.literal(true),
});

/** The value at a path such as `options.batchSize`, with all that is in it evaluated for an item. */
function valueAt(parameters: object, path: string, item: unknown): unknown {
  let value: unknown = parameters;
  for (const key of path.split('.')) value = Reflect.get(Object(value), key);
  return evaluate(value, item);
}

/** Parameters as they stand in a workflow, with expressions as texts. */
function asWritten(parameters: object): unknown {
  const text = JSON.stringify(parameters, (_, value: unknown) =>
    typeof value === 'function' ? '={{ $json }}' : value,
  );
  const written: unknown = JSON.parse(text);
  return written;
}

function evaluate(value: unknown, item: unknown): unknown {
  if (typeof value === 'function') {
    const evaluated: unknown = Reflect.apply(value, undefined, [item]);
    return evaluated;
  }
  if (Array.isArray(value)) return value.map((one) => evaluate(one, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, evaluate(one, item)]));
}
