import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export type ReceivedRequest = { method: string; path: string; headers: IncomingHttpHeaders; body: string };

/** An outside service on this machine that remembers all that it was sent. */
export type StandIn = {
  url: string;
  requests: ReceivedRequest[];
  /** Resolves with the first request. */
  first: Promise<ReceivedRequest>;
  /** Hangs up on whoever is still waiting for an answer. */
  close: () => Promise<void>;
};

const open = new Set<StandIn>();

/**
 * Starts an outside service on a free port of loopback.
 * @param answer what it does with each request, whose body it has read; default: answers 200 with an empty JSON object
 */
export async function startStandIn(
  answer: (response: ServerResponse, request: ReceivedRequest) => void = (response) => response.end('{}'),
): Promise<StandIn> {
  const requests: ReceivedRequest[] = [];
  let arrive: (request: ReceivedRequest) => void;
  const first = new Promise<ReceivedRequest>((resolve) => (arrive = resolve));
  const server = createServer((incoming, response) => {
    const { method = '', url: path = '', headers } = incoming;
    text(incoming).then(
      (body) => {
        const request = { method, path, headers, body };
        requests.push(request);
        arrive(request);
        answer(response.setHeader('content-type', 'application/json'), request);
      },
      // Whoever hangs up before the end of a request has sent none.
      () => {},
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  const standIn = {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    first,
    close: async () => {
      open.delete(standIn);
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
    },
  };
  open.add(standIn);
  return standIn;
}

/** Closes all stand-ins that are open. Tests call it in `afterEach` or `afterAll`. */
export async function closeStandIns(): Promise<void> {
  await Promise.all(Array.from(open, (standIn) => standIn.close()));
}
