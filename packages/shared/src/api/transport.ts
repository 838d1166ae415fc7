/** One HTTP request to Leadterra, without host and key: those belong to the transport. */
export type TransportRequest = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Begins with `/v1/`. */
  path: string;
  /** Several values of one name are sent as `name=a&name=b`. */
  query?: Record<string, string | string[]>;
  /** Sent as JSON. */
  body?: object;
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
 * Largest answer that a transport should read, in bytes. The longest documented answer is a page of 50 replies,
 * some tens of kilobytes; what is a hundred times longer is no answer of Leadterra's.
 */
export const maxResponseBytes = 5_000_000;
