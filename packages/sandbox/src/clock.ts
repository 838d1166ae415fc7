/** The longest delay that setTimeout takes; a longer wait is made of several. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * The time of the sandbox: real time, run `timeScale` times as fast, plus whatever was skipped.
 * With `timeScale` 0 it stands still and only `skipTo` moves it.
 */
export class Clock {
  readonly timeScale: number;
  readonly #realNow: () => number;
  readonly #startedAt: number;
  #skipped = 0;

  constructor(options: { now: () => number; timeScale: number }) {
    this.#realNow = options.now;
    this.timeScale = options.timeScale;
    this.#startedAt = options.now();
  }

  /** Sandbox time in whole epoch milliseconds. */
  now(): number {
    const elapsed = (this.#realNow() - this.#startedAt) * this.timeScale;
    return Math.floor(this.#startedAt + elapsed + this.#skipped);
  }

  /** Moves the clock forward to a sandbox time; never back. */
  skipTo(at: number): void {
    this.#skipped += Math.max(0, at - this.now());
  }

  /** Runs `task` at a sandbox time, or a little earlier where the wait is very long. Returns how to call it off. */
  at(time: number, task: () => void): () => void {
    if (this.timeScale === 0) return () => undefined;
    const delay = Math.ceil(Math.max(0, time - this.now()) / this.timeScale);
    const timer = setTimeout(task, Math.min(delay, longestTimerMs));
    return () => clearTimeout(timer);
  }
}
