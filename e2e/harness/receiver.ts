import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

export type Received = { body: string; headers: IncomingHttpHeaders };

/** A URL on this machine that takes a delivery, as a Zap's own would. `received` resolves with the first one. */
export async function receiveOne(): Promise<{
  url: string;
  received: Promise<Received>;
  close(): Promise<void>;
}> {
  let take: (received: Received) => void;
  const received = new Promise<Received>((resolve) => (take = resolve));
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      response.end();
      take({ body, headers: request.headers });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/zap`,
    received,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
