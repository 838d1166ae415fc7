import { Chance } from '../chance.ts';
import { someFault } from '../enrollment/generate.ts';
import { type Fault } from '../enrollment/history.ts';

/** One call of the client that changes something, and what its requests meet. */
export type CallHistory = {
  seed: number;
  call: 'create-campaign' | 'register-webhook' | 'suppress';
  /** By the number of the request; those after the last one meet none. */
  faults: (Fault | undefined)[];
  deadlineMs?: number;
  /** For `suppress`: how many addresses there are, and which of them are refused. */
  addresses: number;
  bad: number[];
  namesBad: boolean;
};

/** The call of a seed. */
export function generateCall(seed: number): CallHistory {
  const chance = new Chance(seed ^ 0x165667b1);
  const addresses = chance.oneIn(300) ? chance.between(900, 2500) : chance.between(1, 12);
  return {
    seed,
    call: chance.pick(['create-campaign', 'register-webhook', 'suppress']),
    faults: Array.from({ length: chance.between(0, 5) }, () =>
      chance.oneIn(4) ? undefined : someFault(chance),
    ),
    ...(chance.oneIn(6) && { deadlineMs: chance.between(0, 20_000) }),
    addresses,
    bad: chance.some(addresses, chance.pick([0, 0.1]), 5),
    namesBad: chance.oneIn(2),
  };
}
