import { stringAt } from '../json';

/** One HTTP request to Leadterra, without host and key: those belong to the transport. */
export type TransportRequest = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Begins with `/v1/`. */
  path: string;
  /** Several values of one name are sent as `name=a&name=b`. */
  query?: Record<string, string | string[]>;
  /** Sent as JSON. */
  body?: unknown;
  /** Upper limit for the whole exchange, the body included. */
  timeoutMs?: number;
  /** Ends the exchange at once, with whatever is still on its way. */
  signal?: AbortSignal;
};

export type TransportResponse = {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Parsed where it is JSON, else the text. */
  body: unknown;
};

/**
 * Sends one request and resolves with whatever came back, 4xx and 5xx included. Rejects only when there was no
 * answer; a `code` on what it throws (`ECONNREFUSED`, `ETIMEDOUT`, `ABORT_ERR` …) tells whether the server may have
 * acted. It adds the host, `Authorization`, and the user agent, and follows no redirect to another host. The key is
 * in nothing that it resolves with or throws.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/**
 * A transport that ends at once when its time is over (`ETIMEDOUT`) or its caller aborts (`ABORT_ERR`), also while a
 * body is still coming in. `send` is given one signal that says either.
 */
export function endingInTime(send: Transport): Transport {
  return async ({ timeoutMs, signal, ...request }) => {
    const ending = new AbortController();
    const ended = new Promise<never>((_, reject) => {
      const endWhen = (cause: AbortSignal | undefined, name: string, code: string, message: string) => {
        const end = () => {
          reject(Object.assign(new Error(message), { name, code }));
          ending.abort();
        };
        if (cause?.aborted) end();
        else cause?.addEventListener('abort', end, { once: true, signal: ending.signal });
      };
      endWhen(signal, 'AbortError', 'ABORT_ERR', 'The request was aborted');
      const late =
        timeoutMs === undefined ? undefined : AbortSignal.timeout(Math.max(0, Math.ceil(timeoutMs)));
      endWhen(late, 'TimeoutError', 'ETIMEDOUT', 'There was no complete answer in time');
    });
    try {
      if (ending.signal.aborted) return await ended;
      return await Promise.race([ended, send({ ...request, timeoutMs, signal: ending.signal })]);
    } finally {
      // Takes its ear off the caller's signal; what is left of a body that was read to its end is nothing.
      ending.abort();
    }
  };
}

/**
 * A transport in whose answers and errors the secret is replaced: as it is, URL-encoded, or inside of base64. Of an
 * error only name, message and code are kept, as HTTP libraries put the request with its headers on theirs.
 */
export function withoutSecret(secret: string, send: Transport): Transport {
  const written = waysToWrite(secret);
  const clean = (text: string) => (written ? text.replace(written, '[redacted]') : text);
  return async (request) => {
    try {
      const { status, headers, body } = await send(request);
      const cleanHeaders: Record<string, string> = {};
      for (const [name, value] of Object.entries(headers)) cleanHeaders[clean(name)] = clean(value);
      return { status, headers: cleanHeaders, body: cleanDeep(body, clean) };
    } catch (thrown) {
      const code = stringAt(thrown, 'code') ?? stringAt(thrown, 'cause', 'code');
      const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
      throw Object.assign(new Error(clean(message)), { name }, code !== undefined && { code: clean(code) });
    }
  };
}

/** Shorter texts are no keys, and show up in answers by chance. */
const shortestSecret = 8;

function waysToWrite(secret: string): RegExp | undefined {
  if (secret.length < shortestSecret) return undefined;
  const perCharacter = Array.from(secret, (character) => {
    const encoded = Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`);
    return `(?:${character.replace(/\W/, '\\$&')}|${encoded.join('')})`;
  });
  // In the base64 of a longer text it looks one of three ways, depending on how many bytes stand before it.
  const inBase64 = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    // The characters at its edges depend on what stands beside it.
    const own = bytes.toString('base64').slice([0, 2, 3][before], Math.floor((bytes.length * 4) / 3));
    return own.replace(/\+/g, '(?:[+-]|%2b)').replace(/\//g, '(?:[/_]|%2f)');
  });
  return new RegExp([perCharacter.join(''), ...inBase64].join('|'), 'gi');
}

/** Changes what it is given, an answer that nobody else has yet; not recursive, as that may be nested very deeply. */
function cleanDeep(root: unknown, clean: (text: string) => string): unknown {
  const holder = { root };
  const open: object[] = [holder];
  for (let part = open.pop(); part; part = open.pop()) {
    for (const key of Object.keys(part)) {
      const value: unknown = Reflect.get(part, key);
      if (typeof value === 'object' && value !== null) open.push(value);
      const cleanKey = clean(key);
      const cleanValue = typeof value === 'string' ? clean(value) : value;
      if (cleanKey !== key) Reflect.deleteProperty(part, key);
      if (cleanKey !== key || cleanValue !== value) Reflect.set(part, cleanKey, cleanValue);
    }
  }
  return holder.root;
}

/** The public API's address, from its documentation. */
export const defaultBaseUrl = 'https://app.leadterra.co';

/**
 * Largest answer that a transport should read, in bytes. The longest documented answer is a page of 50 replies,
 * some tens of kilobytes; what is a hundred times longer is no answer of Leadterra's.
 */
export const maxResponseBytes = 5_000_000;

/** The value of a JSON text, or the text itself where it is none. */
export function parseJsonOrText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a URL points at this machine, where plain http gives no key away. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname);
}

/**
 * A base URL without its trailing slash. Throws an Error that says what is wrong when it is no URL, carries a
 * user or password, or is not https (plain http is for a loopback address only: elsewhere it would show the key).
 */
export function parseBaseUrl(text: string): string {
  if (!URL.canParse(text))
    throw new Error(`The base URL "${text}" is not a URL. The usual one is ${defaultBaseUrl}.`);
  const url = new URL(text);
  if (url.username || url.password) throw new Error('The base URL must not hold a user name or password.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw new Error(
      `The base URL "${text}" must start with https://, or the API key could be read on the way.`,
    );
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
