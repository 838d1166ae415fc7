import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { parseJsonOrText } from '@leadterra/shared';
import { getRandomPort } from 'get-port-please';
import { z } from 'zod';

import { fetchFromN8n, N8nApi, type Publication } from './n8n-api.ts';
import { endedExecutions, type Execution, isUnderWay } from './n8n-execution.ts';
import { installNode, packNode } from './n8n-install.ts';
import { N8nProcess, type N8nProcessOptions } from './n8n-process.ts';
import { until } from './until.ts';

const workflow = z.object({
  name: z.string(),
  nodes: z.array(
    z.looseObject({
      type: z.string(),
      webhookId: z.string().optional(),
      credentials: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  connections: z.record(z.string(), z.unknown()),
  settings: z.record(z.string(), z.unknown()).optional(),
});

const executionPage = z.object({
  data: z.array(z.object({ status: z.string() })),
  nextCursor: z.string().nullish(),
});

const withId = z.object({ id: z.string() });

/**
 * A real n8n on loopback with the packed node installed, an owner and an API key. Works from the repository's root,
 * after the build.
 */
export class N8n {
  readonly api: N8nApi;
  readonly #options: N8nProcessOptions;
  #process: N8nProcess;
  #earlierLog = '';
  readonly #credentials = new Map<string, { id: string; name: string }>();

  private constructor(options: N8nProcessOptions, started: N8nProcess, api: N8nApi) {
    this.#options = options;
    this.#process = started;
    this.api = api;
  }

  /** Starts n8n with a user folder of its own. */
  static async start(how: Pick<N8nProcessOptions, 'env' | 'throttle'> = {}): Promise<N8n> {
    const userFolder = await mkdtemp(path.join(tmpdir(), 'leadterra-n8n-'));
    await installNode(await packNode(userFolder), userFolder);
    const encryptionKey = randomBytes(16).toString('hex');
    const port = await getRandomPort('127.0.0.1');
    const options = { command: 'start', userFolder, encryptionKey, port, ...how } as const;
    const started = await N8nProcess.start(options);
    return new N8n(options, started, await N8nApi.setUp(started.url));
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

  /** All that n8n printed, before restarts too. */
  get log(): string {
    return this.#earlierLog + this.#process.log;
  }

  /** Stops n8n, or kills it, and starts it again with the same data, after what happens while it is away. */
  async restart(how: 'stop' | 'kill' = 'stop', meanwhile?: () => Promise<void>): Promise<void> {
    await (how === 'stop' ? this.#process.stop() : this.#process.kill());
    this.#earlierLog += this.#process.log;
    await meanwhile?.();
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
      port: port ?? (await getRandomPort('127.0.0.1')),
    });
  }

  /** Stops n8n and removes its folder. */
  async stop(): Promise<void> {
    await this.#process.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Makes this Leadterra, such as a sandbox, the one that workflows use which are imported from now on. */
  async connect({ url, apiKey }: { url: string; apiKey: string }): Promise<void> {
    await this.createCredential('leadterraApi', 'Leadterra account', { apiKey, baseUrl: url });
  }

  /** Creates a credential; workflows that are imported later get it wherever they ask for one of this type. */
  async createCredential(type: string, name: string, data: Record<string, unknown>): Promise<string> {
    const { data: made } = z
      .object({ data: withId })
      .parse(await this.api.editor('POST', '/credentials', { name, type, data }));
    const { id } = made;
    this.#credentials.set(type, { id, name });
    return id;
  }

  /** Imports exported JSON with the credentials that were created here, perhaps with static data. Returns its ID. */
  async importWorkflow(exported: unknown, staticData?: unknown): Promise<string> {
    return withId.parse(await this.api.public('POST', '/workflows', { ...this.#ready(exported), staticData }))
      .id;
  }

  /** Puts exported JSON in the place of a workflow. */
  async updateWorkflow(workflowId: string, exported: unknown): Promise<void> {
    await this.api.public('PUT', `/workflows/${workflowId}`, this.#ready(exported));
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
    await this.api.public('POST', `/workflows/${workflowId}/activate`, {});
    // Not published yet: n8n has not begun.
    const { status, triggers } = await this.#publication(workflowId, ['in_progress', 'not_published']);
    const complaints = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
    if (status !== 'published') throw new Error(`The workflow is ${status}: ${complaints.join('; ')}`);
  }

  /** Deactivates a workflow. When it resolves, its triggers have done what they do at the end. */
  async deactivate(workflowId: string): Promise<void> {
    await this.api.public('POST', `/workflows/${workflowId}/deactivate`, {});
    await this.#publication(workflowId, ['in_progress']);
  }

  /** n8n publishes in the background. Resolves once that is in none of these states any more. */
  async #publication(workflowId: string, pending: string[]): Promise<Publication> {
    return await this.#until(`workflow ${workflowId} is no longer ${pending.join(' or ')}`, async () => {
      const publication = await this.api.publication(workflowId);
      return !pending.includes(publication.status) && publication;
    });
  }

  /** Sends JSON to the production webhook of an active workflow. */
  async callWebhook(webhookPath: string, body: unknown): Promise<{ status: number; body: unknown }> {
    const answer = await fetchFromN8n(`${this.url}/webhook/${webhookPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: parseJsonOrText(await answer.text()) };
  }

  /** Resolves once all runs of all workflows have ended. */
  async idle(): Promise<void> {
    await this.#until(
      'all runs have ended',
      async () => {
        const { data } = executionPage.parse(
          await this.api.public('GET', '/executions?status=running&limit=1'),
        );
        return data.length === 0;
      },
      600_000,
    );
  }

  /** The ended runs of a workflow, oldest first, with their data. */
  async executions(workflowId: string): Promise<Execution[]> {
    const query = `/executions?workflowId=${workflowId}&includeData=true&limit=250`;
    const { data } = z.object({ data: z.array(z.unknown()) }).parse(await this.api.public('GET', query));
    return endedExecutions(data).reverse();
  }

  /** Waits until a workflow has ended so many runs. */
  async waitForExecutions(workflowId: string, count = 1): Promise<Execution[]> {
    return await this.#until(`${count} runs of workflow ${workflowId}`, async () => {
      const ended = await this.executions(workflowId);
      return ended.length >= count && ended;
    });
  }

  /** How many runs of a workflow have succeeded, once there are at least so many and no more are under way. */
  async countExecutions(workflowId: string, atLeast: number): Promise<number> {
    return await this.#until(`${atLeast} runs of workflow ${workflowId}`, async () => {
      // Without a status, n8n leaves out what this process is running.
      if ((await this.#statuses(workflowId, '&status=running')).length > 0) return undefined;
      const statuses = await this.#statuses(workflowId);
      const succeeded = statuses.filter((status) => status === 'success').length;
      return !statuses.some(isUnderWay) && succeeded >= atLeast && succeeded;
    });
  }

  /** Has as much more patience as n8n has less time to run. */
  async #until<T>(what: string, ask: () => Promise<T | undefined | false>, patienceMs = 100_000): Promise<T> {
    return await until(what, ask, patienceMs / (this.#options.throttle ?? 1));
  }

  async #statuses(workflowId: string, filter = ''): Promise<string[]> {
    const statuses: string[] = [];
    for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined;) {
      const query = `workflowId=${workflowId}${filter}&limit=250${cursor && `&cursor=${cursor}`}`;
      const page = executionPage.parse(await this.api.public('GET', `/executions?${query}`));
      statuses.push(...page.data.map(({ status }) => status));
      cursor = page.nextCursor;
    }
    return statuses;
  }
}
