import {
  type IExecuteFunctions,
  type IHookFunctions,
  type ILoadOptionsFunctions,
  type IPollFunctions,
  NodeApiError,
} from 'n8n-workflow';

import { version } from '../../package.json';
import {
  custom,
  endingInTime,
  looseObject,
  maxResponseBytes,
  number,
  object,
  parseJsonOrText,
  type Transport,
  withoutSecret,
} from './core';
import { credentialName } from './credential';

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

/**
 * Sends the core's requests through n8n, which adds the credential's key.
 * @param baseUrl as `parseBaseUrl` returns it
 */
export function n8nTransport(
  context: IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions,
  baseUrl: string,
  apiKey: string,
): Transport {
  const send: Transport = async ({ method, path, query, body, timeoutMs, signal }) => {
    const request = context.helpers.httpRequestWithAuthentication.call(context, credentialName, {
      method,
      url: baseUrl + path,
      qs: query,
      arrayFormat: 'repeat',
      headers: {
        accept: 'application/json',
        'user-agent': `leadterra-n8n/${version}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      // As an object, since of a text axios would look by parsing it whether it is JSON.
      body,
      // n8n's helper would read an answer of any length, and pass over broken JSON in silence.
      encoding: 'stream',
      timeout: timeoutMs,
      abortSignal: signal,
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
    });
    const answer = response.parse(await request.catch(rethrowWithCode));
    // An answer whose time is over, or that comes too late, is not read on.
    const hangUp = () => {
      answer.body.destroy();
    };
    signal?.addEventListener('abort', hangUp, { once: true });
    if (signal?.aborted) hangUp();
    try {
      const text = await readText(answer.body);
      return {
        status: answer.statusCode,
        headers: textHeaders(answer.headers),
        body: parseJsonOrText(text),
      };
    } finally {
      hangUp();
    }
  };
  return withoutSecret(apiKey, endingInTime(send));
}

/** From n8n 1.102 to 2.33 an error loses its cause, and with it the network's code, but for `httpCode`. */
function rethrowWithCode(thrown: unknown): never {
  if (thrown instanceof NodeApiError && thrown.httpCode)
    throw Object.assign(new Error(thrown.message), { code: thrown.httpCode });
  throw thrown;
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
