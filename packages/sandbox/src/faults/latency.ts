import { setTimeout as sleep } from 'node:timers/promises';

import { type Fault } from './fault';

export const latency: Fault = {
  summary: 'Waits before it acts',
  number: { meaning: 'milliseconds of real time', default: 500 },
  create: (ms) => ({ onRequest: () => sleep(ms, false, { ref: false }) }),
};
