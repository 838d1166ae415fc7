/** One HTTP request to Leadterra, without host and key: those belong to the transport. */
export type TransportRequest = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Begins with `/v1/`. */
  path: string;
  query?: Record<string, string | string[]>;
  /** Sent as JSON. */
  body?: unknown;
  /** Upper limit for the whole exchange, the body included. */
  timeoutMs?: number;
  /** Ends the exchange at once. */
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
 * answer; a `code` on what it throws (`ECONNREFUSED`, `ETIMEDOUT` …) tells whether the server may have acted.
 * It adds the host, `Authorization`, and the user agent, and follows no redirect to another host.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

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
