import { parseJsonOrText } from '@leadterra/shared';
import { z } from 'zod';

import { until } from './until.ts';

/** The sign-in of n8n's owner. */
export const owner = {
  email: 'owner@example.com',
  firstName: 'Olga',
  lastName: 'Owner',
  password: 'Correct-horse-7',
};

/** Asks n8n. Where it has lost its database for a moment, as on a busy machine, it refuses with 503 before it acts: asks again. */
export async function fetchFromN8n(url: string, init: RequestInit): Promise<Response> {
  return await until('n8n has its database', async () => {
    const answer = await fetch(url, init);
    return answer.status !== 503 && answer;
  });
}

const publication = z.object({
  status: z.string(),
  triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
});
export type Publication = z.infer<typeof publication>;

/** The two APIs of a running n8n, with an owner and an API key. */
export class N8nApi {
  readonly #url: string;
  #cookie = '';
  #apiKey = '';

  private constructor(url: string) {
    this.#url = url;
  }

  /** Makes the owner and the key of an n8n that has neither. */
  static async setUp(url: string): Promise<N8nApi> {
    const api = new N8nApi(url);
    await api.editor('POST', '/owner/setup', owner);
    const scopes = z.object({ data: z.array(z.string()) }).parse(await api.editor('GET', '/api-keys/scopes'));
    const key = await api.editor('POST', '/api-keys', {
      label: 'tests',
      expiresAt: null,
      scopes: scopes.data,
    });
    api.#apiKey = z.object({ data: z.object({ rawApiKey: z.string() }) }).parse(key).data.rawApiKey;
    return api;
  }

  /** The cookie by which n8n knows its owner, as `name=value`. */
  get session(): string {
    return this.#cookie;
  }

  /** Calls n8n's public API. Rejects with its answer when that is not 2xx. */
  async public(method: string, path: string, body?: unknown): Promise<unknown> {
    return await this.#request(method, `/api/v1${path}`, { 'X-N8N-API-KEY': this.#apiKey }, body);
  }

  /** Calls the API of n8n's own editor, as the owner. Rejects with its answer when that is not 2xx. */
  async editor(method: string, path: string, body?: unknown): Promise<unknown> {
    return await this.#request(method, `/rest${path}`, { cookie: this.#cookie }, body);
  }

  /** How far n8n is with putting a workflow into force. Versions that do so before they answer tell of no status. */
  async publication(workflowId: string): Promise<Publication> {
    const answer = await this.editor('GET', `/workflows/${workflowId}/publication-status`).catch(() => ({
      data: { status: 'published', triggers: [] },
    }));
    return z.object({ data: publication }).parse(answer).data;
  }

  async #request(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<unknown> {
    const answer = await fetchFromN8n(this.#url + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie !== undefined) this.#cookie = cookie;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return parseJsonOrText(text);
  }
}
