import { NodeApiError, type INode } from 'n8n-workflow';
import { type Sandbox } from '@leadterra/sandbox';
import { z } from 'zod';
import { Leadterra } from '../nodes/Leadterra/Leadterra.node';

/** What a test says of a run; a parameter that is a function stands for an expression over the item's JSON. */
export type Run = {
  sandbox: Pick<Sandbox, 'url' | 'apiKey'>;
  parameters: Record<string, unknown>;
  items?: Record<string, unknown>[];
  onError?: INode['onError'];
};

const output = z.array(
  z.array(
    z.object({
      json: z.record(z.string(), z.unknown()),
      pairedItem: z.union([z.object({ item: z.number() }), z.array(z.object({ item: z.number() }))]),
    }),
  ),
);

/**
 * Runs the node as n8n would: the same context, as far as the node uses it, with real requests and with network
 * failures wrapped as n8n wraps them. Resolves with the node's first output.
 */
export async function runNode(run: Run) {
  const node: unknown = new Leadterra().execute;
  if (typeof node !== 'function') throw new Error('The node has no execute.');
  const [items = []] = output.parse(await Reflect.apply(node, executeContext(run), []));
  return items;
}

function executeContext({ sandbox, parameters, items = [{}], onError }: Run) {
  const node: INode = {
    id: 'node',
    name: 'Leadterra',
    type: 'n8n-nodes-leadterra.leadterra',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    onError,
  };
  return {
    getNode: () => node,
    getInputData: () => items.map((json) => ({ json })),
    getNodeParameter: (name: string, item: number, fallback?: unknown) =>
      evaluate(parameters[name], items[item]) ?? fallback,
    getCredentials: async () => await Promise.resolve({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    continueOnFail: () => onError !== undefined && onError !== 'stopWorkflow',
    getExecutionCancelSignal: () => undefined,
    addExecutionHints: () => {},
    helpers: {
      httpRequestWithAuthentication: async (_credential: string, request: unknown) => {
        const { url, qs, method, headers, body } = httpRequest.parse(request);
        try {
          const answer = await fetch(`${url}${qs ? `?${new URLSearchParams(qs).toString()}` : ''}`, {
            method,
            headers: { ...headers, authorization: `Bearer ${sandbox.apiKey}` },
            body,
            redirect: 'manual',
          });
          const answerHeaders = Object.fromEntries(answer.headers);
          return { statusCode: answer.status, headers: answerHeaders, body: await answer.text() };
        } catch (error) {
          const code =
            error instanceof Error ? z.object({ code: z.string() }).safeParse(error.cause).data?.code : '';
          throw new NodeApiError(node, { message: 'Bad connection' }, { httpCode: code });
        }
      },
    },
  };
}

const httpRequest = z.object({
  url: z.string(),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  qs: z.record(z.string(), z.string()).optional(),
  timeout: z.number(),
  returnFullResponse: z.literal(true),
  ignoreHttpStatusErrors: z.literal(true),
  disableFollowRedirect: z.literal(true),
});

function evaluate(value: unknown, item: unknown): unknown {
  if (typeof value !== 'function') return value;
  const evaluated: unknown = Reflect.apply(value, undefined, [item]);
  return evaluated;
}
