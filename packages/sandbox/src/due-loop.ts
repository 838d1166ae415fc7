import { setImmediate as nextTurn } from 'node:timers/promises';

import { type Clock } from './clock';

/** Work that the database holds and the clock releases: sends and webhook deliveries. */
export type DueWork = {
  /** When the earliest piece falls due, in sandbox time; null when nothing waits. */
  nextDue(): number | null;
  /** Does a share of what is due at `now`. It must make progress, else the loop would not end. */
  runDue(now: number): Promise<void>;
};

/**
 * Runs due work piece by piece, then sleeps until the next piece falls due. By hand, as schedulers know real time
 * only, and this clock can be scaled, skipped and stopped.
 */
export class DueLoop {
  #running: Promise<void> | null = null;
  #cancelTimer: () => void = () => undefined;
  #closed = false;

  constructor(
    private readonly work: DueWork,
    private readonly clock: Clock,
  ) {}

  /** Says that there may be new work, or that time has moved. */
  nudge(): void {
    if (this.#closed) return;
    this.#running ??= this.#drain().finally(() => this.#rest());
  }

  /** Resolves when what is due now is done; null when that is already so. */
  get busy(): Promise<void> | null {
    return this.#running;
  }

  nextDue(): number | null {
    return this.work.nextDue();
  }

  /** Starts no further piece; resolves when the one under way is done. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelTimer();
    await this.#running;
  }

  #dueNow(): boolean {
    const next = this.work.nextDue();
    return next !== null && next <= this.clock.now();
  }

  async #drain(): Promise<void> {
    this.#cancelTimer();
    for (;;) {
      // Lets requests in between two pieces, and lets the request that nudged finish first.
      await nextTurn();
      if (this.#closed || !this.#dueNow()) return;
      await this.work.runDue(this.clock.now());
    }
  }

  #rest(): void {
    this.#running = null;
    if (this.#closed) return;
    if (this.#dueNow()) {
      this.nudge();
      return;
    }
    const next = this.work.nextDue();
    if (next !== null) this.#cancelTimer = this.clock.at(next, () => this.nudge());
  }
}
