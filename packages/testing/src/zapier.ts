import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type StandIn, startStandIn } from './stand-in.ts';
import { unzip } from './unzip.ts';
import { type EarlierSteps, type Filled, resolveInput } from './zapier-editor.ts';
import { isRecord, parseRecord, ZapierRunError } from './zapier-run-error.ts';
import { startZapierStore } from './zapier-store.ts';

export type ZapierAuth = { apiKey: string; signingSecret?: string };
export type Subscription = { id: string; secret?: string };

/** What a step hands to the next one, or one event of a trigger. */
export type Item = Record<string, unknown>;

type OpenOptions = {
  /** The build.zip, from the repository's root. Default: where the build puts it. */
  zip?: string;
  /** The Leadterra to work with. */
  baseUrl: string;
  auth: ZapierAuth;
};

/**
 * Unzips the built Zapier app into a folder of its own and starts zapier-platform-core's handler on it, in a process
 * of its own. Every call is one run of a Zap's step; it rejects with a ZapierRunError when the step fails.
 */
export async function openZapierApp(options: OpenOptions) {
  const app = new ZapierApp(options);
  await app.start();
  return app;
}

export class ZapierApp {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'zapier-app-'));
  readonly #options: OpenOptions;
  readonly #waiting = new Map<
    number,
    { resolve: (results: unknown) => void; reject: (error: Error) => void }
  >();
  readonly #printed: string[] = [];
  #child: ChildProcess | undefined;
  #logServer: StandIn | undefined;
  #store: StandIn | undefined;
  #runs = 0;

  constructor(options: OpenOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    unzip(path.resolve(this.#options.zip ?? 'packages/zapier-leadterra/build.zip'), this.folder);
    this.#logServer = await startStandIn();
    this.#store = await startZapierStore();
    const child = fork(path.resolve('packages/testing/src/zapier-runtime.cjs'), [this.folder], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'] },
      execArgv: [],
      silent: true,
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => this.#printed.push(text));
    child.on('message', (message) => this.#settle(message));
    child.on('exit', () => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(`The Zapier app's process ended.\n${this.logs()}`));
      this.#waiting.clear();
    });
  }

  /** All that the app printed or shipped to Zapier's logs. */
  logs(): string {
    return [...this.#printed, ...(this.#logServer?.requests ?? []).map(({ body }) => body)].join('');
  }

  /** The connection test; its result fills the connection label. */
  async authTest(auth?: ZapierAuth): Promise<Item> {
    return await this.#item('authentication.test', { authData: auth ?? this.#options.auth });
  }

  async create(key: string, inputData: object): Promise<Item> {
    return await this.#item(`creates.${key}.operation.perform`, { inputData });
  }

  /** A run of an action whose fields were filled in as the editor shows them, after earlier steps of the Zap. */
  async createInZap(key: string, filled: Filled, steps: EarlierSteps = {}): Promise<Item> {
    return await this.create(key, resolveInput(await this.inputFields(key, filled), filled, steps));
  }

  async search(key: string, inputData: object): Promise<Item[]> {
    return await this.#items(`searches.${key}.operation.perform`, { inputData });
  }

  /** The input fields of an action, with the ones that depend on what is filled in. */
  async inputFields(key: string, inputData: object): Promise<Item[]> {
    return await this.#items(`creates.${key}.operation.inputFields`, { inputData });
  }

  /** What happens when a Zap is switched on; the answer belongs to `hook` and `unsubscribe`. */
  async subscribe(key: string, targetUrl: string): Promise<Subscription> {
    const { id, secret } = await this.#item(`triggers.${key}.operation.performSubscribe`, { targetUrl });
    return { id: String(id), ...(typeof secret === 'string' && { secret }) };
  }

  /** What happens when a Zap is switched off. */
  async unsubscribe(key: string, subscribeData: Subscription): Promise<Item> {
    return await this.#item(`triggers.${key}.operation.performUnsubscribe`, { subscribeData });
  }

  /** One delivery to Zapier's URL, as received: the events that start the Zap. */
  async hook(
    key: string,
    rawBody: string,
    headers: Record<string, string | string[] | undefined>,
    subscribeData?: Subscription,
    inputData: object = {},
  ): Promise<Item[]> {
    return await this.#items(`triggers.${key}.operation.perform`, {
      subscribeData,
      inputData,
      rawRequest: { method: 'POST', querystring: '', content: rawBody, headers: asZapierWrites(headers) },
      cleanedRequest: parseRecord(rawBody),
    });
  }

  /** What the Zap editor shows before an event has come. */
  async performList(key: string, inputData: object = {}): Promise<Item[]> {
    return await this.#items(`triggers.${key}.operation.performList`, { inputData });
  }

  /** What a dropdown that a hidden trigger fills has to choose from. */
  async dropdown(key: string): Promise<Item[]> {
    return await this.#items(`triggers.${key}.operation.perform`, {});
  }

  /** The app's definition, as Zapier reads it. */
  async definition(): Promise<Item> {
    return parseRecord(JSON.stringify(await this.#send({ command: 'definition' })));
  }

  /** What Zapier's own schema finds wrong with the definition. */
  async validate(): Promise<unknown> {
    return await this.#send({ command: 'validate' });
  }

  async close(): Promise<void> {
    if (this.#child?.exitCode === null) {
      this.#child.kill();
      await once(this.#child, 'exit');
    }
    await this.#logServer?.close();
    await this.#store?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #item(method: string, bundle: object): Promise<Item> {
    const result = await this.#execute(method, bundle);
    if (isRecord(result)) return result;
    throw new Error(`${method} gave no object.`);
  }

  async #items(method: string, bundle: object): Promise<Item[]> {
    const results = await this.#execute(method, bundle);
    if (Array.isArray(results) && results.every(isRecord)) return results;
    throw new Error(`${method} gave no list of objects.`);
  }

  async #execute(method: string, bundle: object): Promise<unknown> {
    return await this.#send({
      command: 'execute',
      method,
      bundle: { authData: this.#options.auth, inputData: {}, meta: {}, ...bundle },
    });
  }

  async #send(event: object): Promise<unknown> {
    const id = this.#runs++;
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child?.send({
        id,
        event: {
          ...event,
          environment: {
            LEADTERRA_BASE_URL: this.#options.baseUrl,
            LOGGING_ENDPOINT: `${this.#logServer?.url ?? ''}/log`,
          },
          token: 'log-token',
          rpc_base: this.#store?.url,
          logToStdout: true,
          detailedLogToStdout: true,
          // Makes the core's checks of results throw, where in production they are only logged.
          isDeveloper: true,
        },
      });
    });
  }

  #settle(message: unknown): void {
    if (!isRecord(message) || typeof message['id'] !== 'number') return;
    const waiting = this.#waiting.get(message['id']);
    this.#waiting.delete(message['id']);
    const error = message['error'];
    if (isRecord(error)) waiting?.reject(new ZapierRunError(String(error['name']), String(error['message'])));
    else waiting?.resolve(message['results']);
  }
}

/** Zapier hands headers on as `Http-X-Leadterra-Signature`, and only these two as they are. */
function asZapierWrites(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const camel = name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
    const asIs = camel === 'Content-Type' || camel === 'Content-Length';
    written[asIs ? camel : `Http-${camel}`] = Array.isArray(value) ? value.join(', ') : value;
  }
  return written;
}
