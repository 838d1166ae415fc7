import { type Fault } from './fault';

export const resetAfterActing: Fault = {
  summary: 'Does what was asked, then resets the connection instead of answering',
  number: null,
  create: () => ({
    onSend: (request, _reply, payload) => {
      request.raw.socket.resetAndDestroy();
      return payload;
    },
  }),
};
