/**
 * A wait that all calls of a client share: when Leadterra tells one of them to slow down, all wait. It is slept only
 * once somebody waits for it. Times in milliseconds.
 */
export class SharedPause {
  /** Epoch milliseconds. */
  #until: number | undefined;
  #longest = 0;
  #over: Promise<void> | undefined;
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

  /** Resolves when nobody has to wait any more; rejects if it cannot be waited. */
  async over(): Promise<void> {
    while (this.#until !== undefined) {
      this.#over ??= this.#wait(this.#until).finally(() => {
        this.#over = undefined;
      });
      await this.#over;
    }
  }

  /** When the present pause ends, in epoch milliseconds; undefined when there is none. */
  get until(): number | undefined {
    return this.#until;
  }

  async #wait(until: number): Promise<void> {
    try {
      // A clock that was set back must not make it any longer.
      const left = Math.min(until - this.#now(), this.#longest);
      if (left > 0) await this.#sleep(left);
      // What made it longer meanwhile.
      for (let slept = until; this.#until !== undefined && this.#until > slept;) {
        const more = this.#until - slept;
        slept = this.#until;
        await this.#sleep(more);
      }
    } finally {
      this.#until = undefined;
      this.#longest = 0;
    }
  }
}
