import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Fault } from './fault';

const chunk = ' '.repeat(1024);

export const endlessBody: Fault = {
  summary: 'Answers 200 with a body that never ends, and does not act',
  number: { meaning: 'milliseconds between two pieces of 1 kB; 0: as fast as it is read', default: 10 },
  create: (pauseMs) => ({
    onRequest: (_request, reply) => {
      reply.type('application/json').send(Readable.from(pieces(pauseMs), { objectMode: false }));
      return true;
    },
  }),
};

async function* pieces(pauseMs: number): AsyncGenerator<string> {
  yield '{"data":"';
  for (;;) {
    yield chunk;
    if (pauseMs > 0) await sleep(pauseMs, undefined, { ref: false });
  }
}
