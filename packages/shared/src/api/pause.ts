/**
 * A wait that all calls of a client share: when Leadterra tells one of them to slow down, all wait. Times in
 * milliseconds.
 */
export class SharedPause {
  #current: { until: number; over: Promise<unknown> } | undefined;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #now: () => number;

  constructor(sleep: (ms: number) => Promise<void>, now: () => number) {
    this.#sleep = sleep;
    this.#now = now;
  }

  /**
   * Makes everyone wait for this long from now. Requests that were on their way together are told to wait one after
   * the other: that is one pause, so what would make it longer by less than a tenth changes nothing.
   */
  extend(ms: number): void {
    const until = this.#now() + ms;
    if (this.#current && this.#current.until + ms / 10 >= until) return;
    const pause = { until, over: Promise.all([this.#current?.over, this.#sleep(ms)]) };
    this.#current = pause;
    const end = () => {
      if (this.#current === pause) this.#current = undefined;
    };
    pause.over.then(end, end);
  }

  /** Resolves when nobody has to wait any more. */
  async over(): Promise<void> {
    while (this.#current) await this.#current.over;
  }

  /** When the present pause ends, in epoch milliseconds; undefined when there is none. */
  get until(): number | undefined {
    return this.#current?.until;
  }
}
