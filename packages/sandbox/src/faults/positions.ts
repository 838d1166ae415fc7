import { type Fault, mapJson } from './fault';
import { leadsOf } from './leads-of';

/** Refused leads are told as the dialect tells them, in a 422 or a 2xx, but by nothing except where they stood. */
function positionsFrom(first: 0 | 1): Fault {
  return {
    summary: `Names refused leads only by their position, counted from ${first}`,
    number: null,
    create: () => ({
      onSend: (request, _reply, payload) => {
        if (leadsOf(request) === null) return payload;
        return mapJson(payload, (key, value) => {
          if (key === 'email') return undefined;
          return key === 'index' && typeof value === 'number' ? value + first : value;
        });
      },
    }),
  };
}

export const positionsFrom0 = positionsFrom(0);

export const positionsFrom1 = positionsFrom(1);
