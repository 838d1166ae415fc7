import { sleep, type IExecuteFunctions, type IHookFunctions } from 'n8n-workflow';
import { version } from '../../package.json';
import {
  defaultBaseUrl,
  LeadterraClient,
  looseObject,
  number,
  object,
  parseBaseUrl,
  parseJsonOrText,
  string,
  unknown,
  type Transport,
} from './core';
import { refuse } from './errors';

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
    throw refuse(error instanceof Error ? error.message : String(error), 'Correct it in the credential.');
  }
}

/** A client that sends through n8n, with the node's credential. */
export async function createClient(context: IExecuteFunctions | IHookFunctions): Promise<LeadterraClient> {
  const { baseUrl } = await readCredential(context);
  return new LeadterraClient({ transport: createTransport(context, baseUrl), sleep });
}

// The headers are an object of axios's own class, which a record would not take.
const response = object({ statusCode: number(), headers: looseObject({}), body: unknown() });

function createTransport(context: IExecuteFunctions | IHookFunctions, baseUrl: string): Transport {
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
      // As text, because n8n's helper would pass over broken JSON in silence.
      encoding: 'text',
      timeout: timeoutMs,
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
    });
    const { statusCode, headers, body: text } = response.parse(await within(timeoutMs, request));
    return {
      status: statusCode,
      headers: Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
        ),
      ),
      body: typeof text === 'string' ? parseJsonOrText(text) : text,
    };
  };
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
