type Event = { at: number; order: number; happen: () => void };

/** How a world ended: what was awaited settled, nothing was left to happen, or it went on without end. */
export type Ending = 'settled' | 'idle' | 'endless';

/**
 * Time that passes only from event to event, in milliseconds from 0. `clock` is what a program reads: it starts at a
 * fixed day, and somebody may set it.
 */
export class VirtualTime {
  now = 0;
  #clockSkew = Date.UTC(2026, 0, 15, 9);
  #order = 0;
  // A binary heap: the next event is first.
  readonly #events: Event[] = [];

  clock = (): number => this.now + this.#clockSkew;

  setClock(byMs: number): void {
    this.#clockSkew += byMs;
  }

  /** Lets something happen in so many milliseconds. What is planned for the same moment happens in that order. */
  in(ms: number, happen: () => void): void {
    const event = { at: this.now + Math.max(0, ms), order: this.#order++, happen };
    const heap = this.#events;
    let place = heap.push(event) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (!parent || isBefore(parent, event)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = event;
  }

  sleep = (ms: number): Promise<void> => new Promise((resolve) => this.in(ms, resolve));

  /** Lets time pass until `awaited` has settled and everything that follows from it at once is done. */
  async passUntil(awaited: Promise<unknown>, mostEvents: number): Promise<Ending> {
    const state = { isSettled: false };
    const settle = () => {
      state.isSettled = true;
    };
    awaited.then(settle, settle);
    // A tick that is asked for outside of any reaction would come before all of them.
    await Promise.resolve();
    for (let events = 0; events < mostEvents; events++) {
      await allReactions();
      if (state.isSettled) return 'settled';
      const next = this.#takeNext();
      if (!next) return 'idle';
      this.now = next.at;
      next.happen();
    }
    return 'endless';
  }

  #takeNext(): Event | undefined {
    const heap = this.#events;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const left = heap[2 * place + 1];
      const right = heap[2 * place + 2];
      const lower = right && left && isBefore(right, left) ? right : left;
      if (!lower || isBefore(last, lower)) break;
      heap[place] = lower;
      place = 2 * place + (lower === left ? 1 : 2);
    }
    heap[place] = last;
    return first;
  }
}

function isBefore(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** Node runs what `nextTick` is given once no promise has a reaction left to run. */
function allReactions(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}
