/**
 * A wait that all calls of a client share: when Leadterra tells one of them to slow down, all wait. It is slept only
 * once somebody waits for it. Times in milliseconds.
 */
export class SharedPause {
  /** Epoch milliseconds. */
  #until: number | undefined;
  /** What the sleeps so far have covered of it. */
  #slept: number | undefined;
  #longest = 0;
  #sleeping: Promise<void> | undefined;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #now: () => number;

  constructor(sleep: (ms: number) => Promise<void>, now: () => number) {
    this.#sleep = sleep;
    this.#now = now;
  }

  /** Makes everyone wait for at least this long from now. */
  extend(ms: number): void {
    this.#until = Math.max(this.#until ?? 0, this.#now() + ms);
    this.#longest = Math.max(this.#longest, ms);
  }

  /** When the present pause ends, in epoch milliseconds; undefined when there is none. */
  get until(): number | undefined {
    return this.#until;
  }

  /** Waits for the end of the pause as it is known now: it may be longer by then. Rejects if it cannot be waited. */
  async wait(): Promise<void> {
    this.#sleeping ??= this.#sleepOn().finally(() => {
      this.#sleeping = undefined;
    });
    await this.#sleeping;
  }

  async #sleepOn(): Promise<void> {
    const until = this.#until ?? 0;
    // A clock that was set back must not make it any longer.
    const left =
      this.#slept === undefined ? Math.min(until - this.#now(), this.#longest) : until - this.#slept;
    try {
      if (left > 0) await this.#sleep(left);
    } finally {
      const isOver = this.#until === until;
      this.#slept = isOver ? undefined : until;
      if (isOver) {
        this.#until = undefined;
        this.#longest = 0;
      }
    }
  }
}
