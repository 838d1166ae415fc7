import { type Fault, successText } from './fault';

export const truncatedJson: Fault = {
  summary: 'Does what was asked and answers half of the JSON',
  number: null,
  create: () => ({
    onSend: (_request, reply, payload) => {
      const text = successText(reply, payload);
      if (text === null) return payload;
      reply.removeHeader('content-length');
      return text.slice(0, Math.floor(text.length / 2));
    },
  }),
};
