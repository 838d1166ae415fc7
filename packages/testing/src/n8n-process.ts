import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

import { until } from './n8n-wait.ts';

/** What a process of n8n is started as, and what it prints once it works. Queue mode has one main and any number of the others. */
const commands = {
  start: 'Editor is now accessible',
  webhook: 'Webhook listener waiting for requests',
  worker: 'n8n worker is now ready',
} as const;

export type N8nProcessOptions = {
  command: keyof typeof commands;
  userFolder: string;
  encryptionKey: string;
  /** A worker answers questions after its health there, and nothing else. */
  port: number;
  /** Adds to or replaces the environment. */
  env: NodeJS.ProcessEnv;
};

/** A running process of n8n and what it printed. */
export class N8nProcess {
  readonly url: string;
  log = '';
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.log += chunk.toString('utf8');
      });
  }

  /** Starts n8n on loopback, without outward calls, and waits until it answers. */
  static async start(options: N8nProcessOptions): Promise<N8nProcess> {
    const { command, userFolder, encryptionKey, port, env } = options;
    const bin = path.resolve('e2e/node_modules/n8n/bin/n8n');
    const child = spawn(process.execPath, [bin, command], {
      env: {
        PATH: process.env['PATH'],
        HOME: userFolder,
        N8N_USER_FOLDER: userFolder,
        N8N_ENCRYPTION_KEY: encryptionKey,
        N8N_PORT: String(port),
        QUEUE_HEALTH_CHECK_ACTIVE: 'true',
        QUEUE_HEALTH_CHECK_PORT: String(port),
        N8N_RUNNERS_BROKER_PORT: String(await freePort()),
        N8N_LISTEN_ADDRESS: '127.0.0.1',
        N8N_HOST: '127.0.0.1',
        N8N_PROTOCOL: 'http',
        N8N_SECURE_COOKIE: 'false',
        N8N_DIAGNOSTICS_ENABLED: 'false',
        N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
        N8N_TEMPLATES_ENABLED: 'false',
        N8N_PERSONALIZATION_ENABLED: 'false',
        N8N_HIRING_BANNER_ENABLED: 'false',
        N8N_VERIFIED_PACKAGES_ENABLED: 'false',
        NO_COLOR: '1',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new N8nProcess(child, `http://127.0.0.1:${port}`);
    try {
      await until(`n8n ${command} is ready`, () => started.#isReady(commands[command]), 300_000);
    } catch (error) {
      await started.kill();
      throw new Error(`n8n ${command} did not come up:\n${started.log}`, { cause: error });
    }
    return started;
  }

  /** The process's number, for measurements. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async #isReady(announcement: string): Promise<true | undefined> {
    if (this.#child.exitCode !== null) throw new Error(`n8n ended with status ${this.#child.exitCode}`);
    if (!this.log.includes(announcement)) return undefined;
    const answer = await fetch(`${this.url}/healthz/readiness`).catch(() => undefined);
    return answer?.ok ? true : undefined;
  }

  /** Asks n8n to end and waits until it has. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends n8n at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
