import { type Workspace } from '../workspace';
import { type App } from './app';

/** Logs every request in the database and names it in `x-request-id`. Headers and queries, where keys may be, are left out. */
export function logRequests(app: App, { requests, events, clock, database }: Workspace): void {
  app.addHook('onRequest', (request, reply, done) => {
    request.faults = [];
    reply.header('x-request-id', request.id);
    const { method } = request;
    const path = request.url.split('?', 1).join('');
    const startedAt = clock.now();
    let status: number | null = null;
    reply.raw.once('finish', () => (status = reply.raw.statusCode));
    // Not Fastify's onResponse: that one is silent where a fault cuts the connection.
    reply.raw.once('close', () => {
      if (!database.isOpen) return;
      const fault = request.faults.length === 0 ? null : request.faults.map(({ spec }) => spec).join(',');
      const logged = { id: request.id, method, path, status, fault };
      requests.add(logged, startedAt);
      events.emit('request', logged);
    });
    done();
  });
}
