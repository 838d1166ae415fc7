import axios from 'axios';

import { endingInTime } from './api/ending-in-time';
import { maxResponseBytes, type Transport } from './api/transport';
import { withoutSecret } from './api/without-secret';
import { defaultBaseUrl, parseBaseUrl } from './base-url';
import { parseJsonOrText } from './json';

export type AxiosTransportOptions = {
  apiKey: string;
  /** Default: https://app.leadterra.co. Plain http only for a loopback address. */
  baseUrl?: string;
  /** Says who is calling, as `name/version`. */
  userAgent?: string;
};

/**
 * A transport for plain Node scripts. n8n and Zapier have transports of their own, which log and censor.
 * @throws Error for a base URL that would show the key
 */
export function axiosTransport({
  apiKey,
  baseUrl = defaultBaseUrl,
  userAgent = 'leadterra-node',
}: AxiosTransportOptions): Transport {
  const http = axios.create({
    baseURL: parseBaseUrl(baseUrl),
    headers: {
      authorization: `Bearer ${apiKey}`,
      'user-agent': userAgent,
      accept: 'application/json',
      // The API reference sends it even without a body.
      'content-type': 'application/json',
    },
    // One name, several values: `status=a&status=b`.
    paramsSerializer: { indexes: null },
    // The key must not travel to another host.
    maxRedirects: 0,
    maxContentLength: maxResponseBytes,
    validateStatus: () => true,
    responseType: 'text',
    // axios's own transform parses and trims a body that is JSON text already.
    transformRequest: [],
    transformResponse: (text: string) => parseJsonOrText(text),
  });
  const send: Transport = async ({ method, path, query, body, signal }) => {
    const response = await http.request<unknown>({
      method,
      url: path,
      params: query,
      data: body === undefined ? undefined : JSON.stringify(body),
      // axios's own timeout restarts with every byte, so an endless answer would never meet it.
      signal,
    });
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(response.headers)) headers[name.toLowerCase()] = String(value);
    return { status: response.status, headers, body: response.data };
  };
  return withoutSecret(apiKey, endingInTime(send));
}
