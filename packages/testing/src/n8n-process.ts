import path from 'node:path';

import { getRandomPort } from 'get-port-please';

import { Program } from './program.ts';
import { until } from './until.ts';

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
  env?: NodeJS.ProcessEnv;
  /** The part of the time for which n8n may run once it has started, above 0 and below 1, as on a busy machine. */
  throttle?: number;
};

/** A running process of n8n and what it printed. */
export class N8nProcess {
  readonly url: string;
  readonly #program: Program;

  private constructor(program: Program, url: string) {
    this.#program = program;
    this.url = url;
  }

  /**
   * Starts n8n on loopback, without outward calls, and waits until it answers. It is the one of e2e/, unless
   * N8N_TEST_FOLDER names another folder that one is installed in, and N8N_TEST_NODE the Node to run it on.
   */
  static async start(options: N8nProcessOptions): Promise<N8nProcess> {
    const { command, userFolder, encryptionKey, port, env, throttle } = options;
    const bin = path.resolve(process.env['N8N_TEST_FOLDER'] ?? 'e2e', 'node_modules/n8n/bin/n8n');
    const program = await Program.start(process.env['N8N_TEST_NODE'] ?? process.execPath, [bin, command], {
      ready: commands[command],
      throttle,
      env: {
        PATH: process.env['PATH'],
        HOME: userFolder,
        N8N_USER_FOLDER: userFolder,
        N8N_ENCRYPTION_KEY: encryptionKey,
        N8N_PORT: String(port),
        QUEUE_HEALTH_CHECK_ACTIVE: 'true',
        QUEUE_HEALTH_CHECK_PORT: String(port),
        N8N_RUNNERS_BROKER_PORT: String(await getRandomPort('127.0.0.1')),
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
    });
    const started = new N8nProcess(program, `http://127.0.0.1:${port}`);
    await until(`n8n ${command} is ready`, () => started.#isReady(), 100_000 / (throttle ?? 1));
    return started;
  }

  get log(): string {
    return this.#program.output;
  }

  /** The process's number, for measurements. */
  get pid(): number {
    return this.#program.pid;
  }

  async #isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/healthz/readiness`).catch(() => undefined);
    return answer?.ok ?? false;
  }

  /** Asks n8n to end and waits until it has. */
  async stop(): Promise<void> {
    await this.#program.stop('SIGTERM');
  }

  /** Ends n8n at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.#program.stop('SIGKILL');
  }
}
