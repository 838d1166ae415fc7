import { type Fault } from './fault';

export const resetBeforeReading: Fault = {
  summary: 'Resets the connection before the body is read; nothing is done',
  number: null,
  create: () => ({
    onRequest: (request, reply) => {
      reply.hijack();
      request.raw.socket.resetAndDestroy();
      return true;
    },
  }),
};
