import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

export type Delivery = { rawBody: string; headers: IncomingHttpHeaders };

/** Stands for hooks.zapier.com: takes every delivery and keeps it as it came. `first` resolves with the first one. */
export async function openReceiver(): Promise<{
  url: string;
  deliveries: Delivery[];
  first: Promise<Delivery>;
  close(): Promise<void>;
}> {
  const deliveries: Delivery[] = [];
  let take: (delivery: Delivery) => void;
  const first = new Promise<Delivery>((resolve) => (take = resolve));
  const server = createServer((request, response) => {
    let rawBody = '';
    request.setEncoding('utf8').on('data', (text: string) => (rawBody += text));
    request.on('end', () => {
      const delivery = { rawBody, headers: request.headers };
      deliveries.push(delivery);
      response.end('{}');
      take(delivery);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/hooks/standard/1/`,
    deliveries,
    first,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
