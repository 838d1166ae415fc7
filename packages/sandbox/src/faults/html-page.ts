import { type Fault } from './fault';

export const htmlPage: Fault = {
  summary: 'Answers an HTML page with status 200 and does not act, as a proxy or a sign-in page would',
  number: null,
  create: () => ({
    onRequest: (_request, reply) => {
      reply.type('text/html').send('<!doctype html><html><body><h1>Welcome</h1></body></html>');
      return true;
    },
  }),
};
