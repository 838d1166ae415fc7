import { type Fault } from './fault';

export const none: Fault = {
  summary: 'Nothing happens: lets one request pass in a row of `next`',
  number: null,
  create: () => ({}),
};
