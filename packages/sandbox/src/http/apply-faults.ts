import { type ActiveFault, type Faults } from '../faults/faults';
import { type App } from './app';

declare module 'fastify' {
  interface FastifyRequest {
    faults: ActiveFault[];
  }
}

/** Lets the chosen faults act on every request: before it is read, before the route acts, before the answer leaves. */
export function applyFaults(app: App, faults: Faults): void {
  app.addHook('onRequest', async (request, reply) => {
    request.faults = faults.choose(request.headers['x-sandbox-fault']);
    for (const { hooks } of request.faults) {
      if ((await hooks.onRequest?.(request, reply)) === true) return reply;
    }
  });
  app.addHook('preHandler', (request, _reply, done) => {
    for (const { hooks } of request.faults) hooks.preHandler?.(request);
    done();
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    let changed: unknown = payload;
    for (const { hooks } of request.faults) changed = hooks.onSend?.(request, reply, changed) ?? changed;
    done(null, changed);
  });
}
