import { Chance } from '../chance.ts';

/** What deliveries of events to a trigger meet, as plain data. Times are milliseconds. */
export type DeliveryHistory = {
  seed: number;
  /** n8n's processes: they share what is stored, and nothing else. */
  processes: 1 | 2;
  /** When each event happens. */
  events: number[];
  /** An event that Leadterra delivers twice at the same moment, by its place. */
  doubled: number[];
  /** How deliveries fare, in the order in which they come; the last one again for all further ones. */
  fates: Fate[];
  restarts: { at: number; process: number }[];
};

export type Fate = {
  process: number;
  /** Until n8n starts the workflow, or fails to. */
  workMs: number;
  startFails: boolean;
  /** From then until the answer is there. */
  answerMs: number;
  /** The sender loses the connection before the answer. */
  hangsUp: boolean;
};

/** The deliveries of a seed. */
export function generateDeliveries(seed: number): DeliveryHistory {
  const chance = new Chance(seed ^ 0x27d4eb2f);
  const processes = chance.oneIn(3) ? 2 : 1;
  const events = Array.from({ length: chance.between(1, 6) }, () =>
    chance.between(0, chance.pick([100, 20_000, 90_000])),
  );
  const isSlow = chance.oneIn(2);
  const fates = Array.from({ length: chance.between(1, 16) }, (): Fate => ({
    process: chance.between(0, processes - 1),
    workMs: chance.between(0, isSlow && chance.oneIn(2) ? 45_000 : 500),
    startFails: chance.oneIn(6),
    answerMs: chance.between(0, isSlow && chance.oneIn(2) ? 15_000 : 100),
    hangsUp: chance.oneIn(6),
  }));
  return {
    seed,
    processes,
    events,
    doubled: chance.some(events.length, 0.15),
    fates: [...fates, { process: 0, workMs: 10, startFails: false, answerMs: 1, hangsUp: false }],
    restarts: Array.from({ length: chance.oneIn(3) ? chance.between(1, 3) : 0 }, () => ({
      at: chance.between(0, chance.pick([20_000, 400_000])),
      process: chance.between(0, processes - 1),
    })),
  };
}
