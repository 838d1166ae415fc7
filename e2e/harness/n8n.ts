import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { z } from 'zod';

import { installNode, packNode } from './n8n-install.ts';
import { freePort, N8nProcess, type N8nProcessOptions } from './n8n-process.ts';
import { until } from './n8n-wait.ts';

const items = z.array(z.object({ json: z.record(z.unknown()) }).passthrough());
const nodeRun = z.object({
  data: z.object({ main: z.array(items.nullable()) }).optional(),
  error: z.object({ message: z.string(), description: z.string().nullish() }).passthrough().optional(),
});
const execution = z.object({
  id: z.coerce.string(),
  status: z.string(),
  data: z.object({
    resultData: z.object({
      runData: z.record(z.array(nodeRun)).default({}),
      error: z.object({ message: z.string(), description: z.string().nullish() }).passthrough().optional(),
    }),
  }),
});
/** A run of a workflow, with the data of all its nodes. */
export type Execution = z.infer<typeof execution>;

const workflow = z.object({
  name: z.string(),
  nodes: z.array(
    z
      .object({
        type: z.string(),
        webhookId: z.string().optional(),
        credentials: z.record(z.unknown()).optional(),
      })
      .passthrough(),
  ),
  connections: z.record(z.unknown()),
  settings: z.record(z.unknown()).optional(),
});

const publication = z.object({
  data: z.object({
    status: z.string(),
    triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
  }),
});

const executionPage = z.object({
  data: z.array(z.object({ status: z.string() })),
  nextCursor: z.string().nullish(),
});
/** In queue mode, an execution that waits for a worker is new. */
const underWay = ['new', 'running', 'waiting'];

const withId = z.object({ id: z.string() });
const owner = {
  email: 'owner@example.com',
  firstName: 'Olga',
  lastName: 'Owner',
  password: 'Correct-horse-7',
};

/**
 * A real n8n on loopback with the packed node installed, an owner and an API key. Works from the repository's root,
 * after the build.
 */
export class N8n {
  readonly #options: N8nProcessOptions;
  #process: N8nProcess;
  #earlierLog = '';
  #cookie = '';
  #apiKey = '';
  readonly #credentials = new Map<string, { id: string; name: string }>();

  private constructor(options: N8nProcessOptions, started: N8nProcess) {
    this.#options = options;
    this.#process = started;
  }

  /** Starts n8n with a user folder of its own. `env` adds to or replaces its environment. */
  static async start(env: NodeJS.ProcessEnv = {}): Promise<N8n> {
    const folder = await mkdtemp(path.join(tmpdir(), 'leadterra-n8n-'));
    await installNode(await packNode(folder), folder);
    const key = randomBytes(16).toString('hex');
    const port = await freePort();
    const options = { command: 'start', userFolder: folder, encryptionKey: key, port, env } as const;
    const n8n = new N8n(options, await N8nProcess.start(options));
    await n8n.#setUp();
    return n8n;
  }

  get folder(): string {
    return this.#options.userFolder;
  }

  get url(): string {
    return this.#process.url;
  }

  /** The number of n8n's process, for measurements. */
  get pid(): number {
    return this.#process.pid;
  }

  /** The sign-in of the owner, for a browser. */
  get owner(): { email: string; password: string } {
    return owner;
  }

  /** All that n8n printed, before restarts too. */
  get log(): string {
    return this.#earlierLog + this.#process.log;
  }

  /** Stops n8n, or kills it, and starts it again with the same data. */
  async restart(how: 'stop' | 'kill' = 'stop'): Promise<void> {
    await (how === 'stop' ? this.#process.stop() : this.#process.kill());
    this.#earlierLog += this.#process.log;
    this.#process = await N8nProcess.start(this.#options);
  }

  /** Starts a process that works beside this one in queue mode, with the same node and environment. Stop it before this one. */
  async startBeside(command: 'webhook' | 'worker', port?: number): Promise<N8nProcess> {
    // A folder of its own: n8n takes the traces that a killed process left in its folder for its own and waits.
    const userFolder = await mkdtemp(path.join(this.folder, `${command}-`));
    await mkdir(path.join(userFolder, '.n8n'));
    await symlink(path.join(this.folder, '.n8n', 'nodes'), path.join(userFolder, '.n8n', 'nodes'));
    return await N8nProcess.start({
      ...this.#options,
      command,
      userFolder,
      port: port ?? (await freePort()),
    });
  }

  /** Stops n8n and removes its folder. */
  async stop(): Promise<void> {
    await this.#process.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Creates a credential; workflows that are imported later get it wherever they ask for one of this type. */
  async createCredential(type: string, name: string, data: Record<string, unknown>): Promise<string> {
    const { id } = withId.parse(await this.api('POST', '/credentials', { name, type, data }));
    this.#credentials.set(type, { id, name });
    return id;
  }

  /**
   * Imports a workflow as exported JSON, with the credentials that were created here. Returns its ID.
   * @param staticData what n8n kept for the workflow that this one is a copy of
   */
  async importWorkflow(exported: unknown, staticData?: object): Promise<string> {
    return withId.parse(await this.api('POST', '/workflows', { ...this.#ready(exported), staticData })).id;
  }

  /** Puts exported JSON in the place of a workflow. */
  async updateWorkflow(workflowId: string, exported: unknown): Promise<void> {
    await this.api('PUT', `/workflows/${workflowId}`, this.#ready(exported));
  }

  /** What n8n's editor does at an import: webhook nodes get an ID, and credentials are found by their type. */
  #ready(exported: unknown): object {
    const { name, nodes, connections, settings = {} } = workflow.parse(exported);
    const ready = nodes.map(({ credentials, webhookId = randomUUID(), ...node }) => ({
      ...node,
      webhookId,
      ...(credentials && {
        credentials: Object.fromEntries(
          Object.keys(credentials).map((type) => [type, this.#credential(type)]),
        ),
      }),
    }));
    return { name, nodes: ready, connections, settings };
  }

  #credential(type: string): { id: string; name: string } {
    const credential = this.#credentials.get(type);
    if (!credential) throw new Error(`The workflow asks for a credential of type ${type}; create one first.`);
    return credential;
  }

  /** Activates a workflow. When it resolves, its webhooks are live; it rejects with what a trigger complains of. */
  async activate(workflowId: string): Promise<void> {
    await this.api('POST', `/workflows/${workflowId}/activate`, {});
    // Not published yet: n8n has not begun.
    const { status, triggers } = await this.#publication(workflowId, ['in_progress', 'not_published']);
    const complaints = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
    if (status !== 'published') throw new Error(`The workflow is ${status}: ${complaints.join('; ')}`);
  }

  /** Deactivates a workflow. When it resolves, its triggers have done what they do at the end. */
  async deactivate(workflowId: string): Promise<void> {
    await this.api('POST', `/workflows/${workflowId}/deactivate`, {});
    await this.#publication(workflowId, ['in_progress']);
  }

  /** n8n publishes in the background. Resolves once that is in none of these states any more. */
  async #publication(workflowId: string, pending: string[]): Promise<z.infer<typeof publication>['data']> {
    return await until(`workflow ${workflowId} is no longer ${pending.join(' or ')}`, async () => {
      const answer = await this.editorApi('GET', `/workflows/${workflowId}/publication-status`);
      const { data } = publication.parse(answer);
      return pending.includes(data.status) ? undefined : data;
    });
  }

  /** Sends JSON to the production webhook of an active workflow. */
  async callWebhook(webhookPath: string, body: unknown): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`${this.url}/webhook/${webhookPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: parse(await answer.text()) };
  }

  /** The ended runs of a workflow, oldest first, with their data. */
  async executions(workflowId: string): Promise<Execution[]> {
    const query = `/executions?workflowId=${workflowId}&includeData=true&limit=250`;
    const { data } = z.object({ data: z.array(z.unknown()) }).parse(await this.api('GET', query));
    const ended = data.map((one) => execution.safeParse(one)).flatMap(({ data: one }) => (one ? [one] : []));
    return ended.filter(({ status }) => !underWay.includes(status)).reverse();
  }

  /** Waits until a workflow has ended so many runs. */
  async waitForExecutions(workflowId: string, count = 1): Promise<Execution[]> {
    return await until(`${count} runs of workflow ${workflowId}`, async () => {
      const ended = await this.executions(workflowId);
      return ended.length >= count ? ended : undefined;
    });
  }

  /** How many runs of a workflow have succeeded, once there are at least so many and no more are under way. */
  async countExecutions(workflowId: string, atLeast: number): Promise<number> {
    return await until(`${atLeast} runs of workflow ${workflowId}`, async () => {
      // Without a status, n8n leaves out what this process is running.
      if ((await this.#statuses(workflowId, '&status=running')).length > 0) return undefined;
      const statuses = await this.#statuses(workflowId);
      const succeeded = statuses.filter((status) => status === 'success').length;
      return statuses.every((status) => !underWay.includes(status)) && succeeded >= atLeast
        ? succeeded
        : undefined;
    });
  }

  async #statuses(workflowId: string, filter = ''): Promise<string[]> {
    const statuses: string[] = [];
    for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined;) {
      const query = `workflowId=${workflowId}${filter}&limit=250${cursor && `&cursor=${cursor}`}`;
      const page = executionPage.parse(await this.api('GET', `/executions?${query}`));
      statuses.push(...page.data.map(({ status }) => status));
      cursor = page.nextCursor;
    }
    return statuses;
  }

  /** Calls n8n's public API. Rejects with its answer when that is not 2xx. */
  async api(method: string, apiPath: string, body?: unknown): Promise<unknown> {
    return await this.#request(method, `/api/v1${apiPath}`, { 'X-N8N-API-KEY': this.#apiKey }, body);
  }

  /** Calls the API of n8n's own editor, as the owner. */
  async editorApi(method: string, apiPath: string, body?: unknown): Promise<unknown> {
    return await this.#request(method, `/rest${apiPath}`, { cookie: this.#cookie }, body);
  }

  async #setUp(): Promise<void> {
    await this.editorApi('POST', '/owner/setup', owner);
    const scopes = z
      .object({ data: z.array(z.string()) })
      .parse(await this.editorApi('GET', '/api-keys/scopes'));
    const key = await this.editorApi('POST', '/api-keys', {
      label: 'tests',
      expiresAt: null,
      scopes: scopes.data,
    });
    this.#apiKey = z.object({ data: z.object({ rawApiKey: z.string() }) }).parse(key).data.rawApiKey;
  }

  async #request(
    method: string,
    url: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<unknown> {
    const answer = await fetch(this.url + url, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie !== undefined) this.#cookie = cookie;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text}`);
    return parse(text);
  }
}

/** The JSON that a node put out, per output. Of several runs of the node, the last. */
export function outputsOf({ data }: Execution, node: string): Record<string, unknown>[][] {
  const main = data.resultData.runData[node]?.at(-1)?.data?.main ?? [];
  return main.map((output) => (output ?? []).map(({ json }) => json));
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
