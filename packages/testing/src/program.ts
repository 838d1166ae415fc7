import { type ChildProcessByStdio, fork, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { type Readable } from 'node:stream';

type Options = {
  /** Words that it prints once it works. */
  ready: string;
  env?: NodeJS.ProcessEnv;
  /** The user that it runs as; default: the present one. */
  uid?: number;
  /** The part of the time for which it may run once it is ready, above 0 and below 1; default: always. */
  throttle?: number;
};

/**
 * A program that runs beside a test, and what it printed. By hand: libraries for it, such as execa, are ES modules
 * alone, which Jest loads only with an experimental flag of Node's.
 */
export class Program {
  output = '';
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #news = new EventEmitter<{ news: [] }>();

  private constructor(child: ChildProcessByStdio<null, Readable, Readable>) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        this.#news.emit('news');
      });
    // Nothing stays behind where a test or a script breaks off.
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    child.on('exit', () => {
      process.off('exit', end);
      this.#news.emit('news');
    });
  }

  /** Starts a program. Resolves once it is ready; rejects with what it printed if it ends before or takes five minutes. */
  static async start(file: string, args: string[], options: Options): Promise<Program> {
    const { ready, env, uid, throttle } = options;
    // What is throttled gets a group of its own, with all that it starts.
    const detached = throttle !== undefined;
    const program = new Program(spawn(file, args, { env, uid, detached, stdio: ['ignore', 'pipe', 'pipe'] }));
    try {
      await once(program.#child, 'spawn');
      await program.#printed(ready, AbortSignal.timeout(300_000));
    } catch (error) {
      await program.stop('SIGKILL');
      throw new Error(`${[file, ...args].join(' ')} did not start:\n${program.output}`, { cause: error });
    }
    if (throttle !== undefined) program.#throttle(throttle);
    return program;
  }

  async #printed(words: string, signal: AbortSignal): Promise<void> {
    while (!this.output.includes(words)) {
      if (this.hasEnded) throw new Error(`It ended with status ${this.#child.exitCode ?? 'unknown'}.`);
      await once(this.#news, 'news', { signal });
    }
  }

  #throttle(part: number): void {
    // A process of its own keeps time while this one is busy. Signals, as a control group takes rights that tests lack.
    const file = path.resolve('packages/testing/src/throttle-process.mjs');
    const throttling = fork(file, [String(this.pid), String(part)]);
    throttling.unref();
    throttling.channel?.unref();
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.#child.pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Sends a signal that ends it, and waits until it has ended. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }
}
