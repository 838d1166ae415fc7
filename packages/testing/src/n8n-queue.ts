import { getRandomPort } from 'get-port-please';

import { N8n } from './n8n.ts';
import { type N8nProcess } from './n8n-process.ts';
import { startPostgres } from './postgres.ts';
import { type Service, startRedis } from './redis.ts';

/**
 * n8n in queue mode with a Redis and a PostgreSQL of its own: the main process, which tests import workflows and
 * look at executions through, and beside it as many webhook processors and workers as are started.
 */
export class QueueModeN8n {
  readonly main: N8n;
  readonly #webhookPort: number;
  readonly #services: Service[];
  readonly #processes: N8nProcess[] = [];

  private constructor(main: N8n, webhookPort: number, services: Service[]) {
    this.main = main;
    this.#webhookPort = webhookPort;
    this.#services = services;
  }

  /** Starts the services and the main process. */
  static async start(): Promise<QueueModeN8n> {
    const services: Service[] = [];
    try {
      const redis = await startRedis();
      services.push(redis);
      const postgres = await startPostgres();
      services.push(postgres);
      const webhookPort = await getRandomPort('127.0.0.1');
      const main = await N8n.start({
        env: {
          EXECUTIONS_MODE: 'queue',
          QUEUE_BULL_REDIS_HOST: '127.0.0.1',
          QUEUE_BULL_REDIS_PORT: String(redis.port),
          DB_TYPE: 'postgresdb',
          DB_POSTGRESDB_HOST: '127.0.0.1',
          DB_POSTGRESDB_PORT: String(postgres.port),
          DB_POSTGRESDB_DATABASE: 'postgres',
          DB_POSTGRESDB_USER: 'postgres',
          WEBHOOK_URL: `http://127.0.0.1:${webhookPort}/`,
          N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
          // One execution at a time for each worker.
          N8N_CONCURRENCY_PRODUCTION_LIMIT: '1',
          // A dead worker is noticed after seconds, where the default is a minute.
          QUEUE_WORKER_LOCK_DURATION: '10000',
          QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
          QUEUE_WORKER_STALLED_INTERVAL: '3000',
        },
      });
      return new QueueModeN8n(main, webhookPort, services);
    } catch (error) {
      await Promise.all(services.map(async (service) => await service.stop()));
      throw error;
    }
  }

  async startWorker(): Promise<N8nProcess> {
    return this.#keep(await this.main.startBeside('worker'));
  }

  /** Starts the webhook processor whose URL n8n tells others. */
  async startWebhookProcessor(): Promise<N8nProcess> {
    return this.#keep(await this.main.startBeside('webhook', this.#webhookPort));
  }

  /** Starts one more webhook processor, as behind a load balancer. */
  async startAnotherWebhookProcessor(): Promise<N8nProcess> {
    return this.#keep(await this.main.startBeside('webhook'));
  }

  #keep(started: N8nProcess): N8nProcess {
    this.#processes.push(started);
    return started;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#processes.map(async (one) => await one.kill()));
    await this.main.stop();
    await Promise.all(this.#services.map(async (service) => await service.stop()));
  }
}
