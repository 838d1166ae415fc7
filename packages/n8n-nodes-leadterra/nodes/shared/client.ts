import { type IExecuteFunctions, type IHookFunctions, type ILoadOptionsFunctions, sleep } from 'n8n-workflow';

import { version } from '../../package.json';
import {
  custom,
  defaultBaseUrl,
  invalidInput,
  LeadterraClient,
  looseObject,
  maxResponseBytes,
  number,
  object,
  parseBaseUrl,
  parseJsonOrText,
  string,
  type Transport,
} from './core';

export const credentialName = 'leadterraApi';

const credential = object({
  baseUrl: string().trim().default(defaultBaseUrl),
  apiKey: string().trim(),
  webhookSigningSecret: string().trim().default(''),
});

/** The node's credential. Throws a LeadterraError when its base URL is not one to send a key to. */
export async function readCredential(context: {
  getCredentials: (name: string) => Promise<object>;
}): Promise<{ baseUrl: string; apiKey: string; webhookSigningSecret: string }> {
  const fields = credential.parse(await context.getCredentials(credentialName));
  try {
    return { ...fields, baseUrl: parseBaseUrl(fields.baseUrl) };
  } catch (error) {
    throw invalidInput(
      error instanceof Error ? error.message : String(error),
      'Correct it in the credential.',
    );
  }
}

type Sender = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions;

/** A client that sends through n8n, with the node's credential. */
export async function createClient(context: Sender): Promise<LeadterraClient> {
  const { baseUrl } = await readCredential(context);
  return new LeadterraClient({ transport: createTransport(context, baseUrl), sleep });
}

/** What an answer's body comes as. n8n's nodes may not import Node's own type of it. */
type ByteStream = AsyncIterable<Uint8Array> & { destroy: () => void };

const isByteStream = (value: unknown) =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'destroy' in value;

const response = object({
  statusCode: number(),
  // An object of axios's own class, which a record would not take.
  headers: looseObject({}),
  body: custom<ByteStream>(isByteStream),
});

function createTransport(context: Sender, baseUrl: string): Transport {
  return async ({ method, path, query, body, timeoutMs }) => {
    const request = context.helpers.httpRequestWithAuthentication.call(context, credentialName, {
      method,
      url: baseUrl + path,
      qs: query,
      headers: {
        accept: 'application/json',
        'user-agent': `leadterra-n8n/${version}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      // n8n's helper would read an answer of any length, and pass over broken JSON in silence.
      encoding: 'stream',
      timeout: timeoutMs,
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
    });
    const opened = request.then((answer: unknown) => response.parse(answer));
    try {
      const text = await within(
        timeoutMs,
        opened.then((answer) => readText(answer.body)),
      );
      const { statusCode, headers } = await opened;
      return { status: statusCode, headers: textHeaders(headers), body: parseJsonOrText(text) };
    } finally {
      // Whatever is left of it, or comes too late, is not read.
      void opened.then(
        (answer) => {
          answer.body.destroy();
        },
        () => {},
      );
    }
  };
}

function textHeaders(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );
}

async function readText(body: ByteStream): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxResponseBytes) throw new Error(`The answer is longer than ${maxResponseBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** n8n's own timeout counts the silence between two bytes: an answer that trickles in would never end. */
async function within<T>(timeoutMs: number | undefined, work: Promise<T>): Promise<T> {
  if (timeoutMs === undefined) return await work;
  const done = new AbortController();
  const late = sleep(timeoutMs, done.signal).then(() => {
    throw Object.assign(new Error('No complete answer in time'), { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
