import { type FastifyReply } from 'fastify';

import { type App } from '../http/app';
import { type Workspace } from '../workspace';

/** A page that is told more often than this has no time to show anything. */
const quietMs = 200;

/** Tells the pages that are open that there is something new, as server-sent events. Returns how to tell them. */
export function liveUpdates(app: App, { events, closing }: Workspace): () => void {
  const open = new Set<FastifyReply>();
  let timer: NodeJS.Timeout | null = null;

  const changed = () => {
    if (open.size === 0) return;
    timer ??= setTimeout(() => {
      timer = null;
      for (const reply of open) reply.raw.write('data: changed\n\n');
    }, quietMs);
  };
  for (const event of ['request', 'message', 'attempt'] as const) events.on(event, changed);
  closing.signal.addEventListener('abort', () => clearTimeout(timer ?? undefined));

  app.get('/events', { schema: { hide: true } }, (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write('retry: 1000\n\n');
    open.add(reply);
    request.raw.once('close', () => open.delete(reply));
  });
  return changed;
}
