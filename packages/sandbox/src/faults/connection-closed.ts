import { type Fault } from './fault';

/** On a connection that was kept alive there is nothing to accept: there it is cut when the request comes. */
export const connectionClosed: Fault = {
  summary: 'Closes the connection at once when it is accepted, as if nobody listened',
  number: null,
  create: () => ({
    onConnection: (socket) => socket.resetAndDestroy(),
    onRequest: (request, reply) => {
      reply.hijack();
      request.raw.socket.resetAndDestroy();
      return true;
    },
  }),
};
