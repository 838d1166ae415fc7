import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

export type Delivery = { rawBody: string; headers: IncomingHttpHeaders };

/** Stands for hooks.zapier.com: takes every delivery and keeps it as it came. */
export async function openReceiver() {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    let rawBody = '';
    request.setEncoding('utf8').on('data', (text: string) => (rawBody += text));
    request.on('end', () => {
      deliveries.push({ rawBody, headers: request.headers });
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/hooks/standard/1/`,
    deliveries,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
