import type * as z from 'zod/mini';

import { LeadterraError } from '../error';
import { errorFromResponse, errorFromUnreadableAnswer } from './errors/from-answer';
import { cancelledError, errorFromNoAnswer } from './errors/without-answer';
import { SharedPause } from './pause';
import { defaultRetryPolicy, mayRetry, retryDelay, type RetryPolicy } from './retry';
import { type Transport, type TransportRequest, type TransportResponse } from './transport';

export type CallerOptions = {
  transport: Transport;
  /** Resolves after so many milliseconds; hosts differ in how one may wait. */
  sleep: (ms: number) => Promise<void>;
  /** Epoch milliseconds. Default: the system clock. */
  now?: () => number;
  /** From 0 up to 1. Default: Math.random. */
  random?: () => number;
  /** What differs from the default policy. */
  retry?: Partial<RetryPolicy>;
};

/** Settings of a single call. */
export type CallOptions = {
  /** Ends the call at once, waits and a request on its way included. */
  signal?: AbortSignal;
  /** Epoch milliseconds after which nothing is sent or waited for. */
  deadline?: number;
  /** Told just before each request, with its number among this call's, from 1 on. */
  onTry?: (number: number) => void;
  /** Told of each failure that is about to be retried. */
  onRetry?: (error: LeadterraError) => void;
};

/** One request: what is sent, what is expected, and whether it may be sent again. */
export type Call<Answer> = {
  /** Completes "Could not …" in errors, with the item's name: `start campaign "camp_1"`. */
  task: string;
  request: TransportRequest;
  answer: z.ZodMiniType<Answer>;
  /** What a refusal (a status outside 2xx) is documented to mean; undefined where it is an error. */
  refusal?: (response: TransportResponse) => Answer | undefined;
  /**
   * `always`: a second time changes nothing, so any failure may be retried. `never-twice`: a second time would make
   * a second one, so it is retried only when the first certainly did nothing.
   */
  repeat: 'always' | 'never-twice';
  /** For `never-twice`: where a person sees whether it happened, when that is in doubt. */
  lookHere?: string;
};

// Twice the 10 s that Leadterra gives others to answer its webhooks, and enough for a batch of some hundred leads.
const requestTimeoutMs = 20_000;

/** Makes requests: repeats what failed and may be repeated, waits as Leadterra asks, and ends when it has to. */
export class Caller {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly #transport: Transport;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #random: () => number;
  readonly #retry: RetryPolicy;
  readonly #pause: SharedPause;

  constructor({ transport, sleep, now = Date.now, random = Math.random, retry }: CallerOptions) {
    this.now = now;
    this.#transport = transport;
    this.#sleep = sleep;
    this.#random = random;
    this.#retry = { ...defaultRetryPolicy, ...retry };
    this.#pause = new SharedPause(sleep, now);
  }

  /** Resolves with the parsed answer; rejects with a LeadterraError that says what happened and what to do. */
  async call<Answer>(call: Call<Answer>, options: CallOptions = {}): Promise<Answer> {
    const rateLimited = { times: 0, waitedMs: 0 };
    let failures = 0;
    for (let number = 1; ; number++) {
      await this.#untilAllowed(call.task, options);
      // Whoever aborts or sets the clock may have had a turn since.
      this.#refuseIfOver(call.task, options, this.#pause.until);
      try {
        options.onTry?.(number);
        return await this.#try(call, options);
      } catch (error) {
        if (!(error instanceof LeadterraError)) throw error;
        const isRateLimited = error.kind === 'rate_limited';
        const times = isRateLimited ? ++rateLimited.times : ++failures;
        const isPatient = isRateLimited && rateLimited.waitedMs < this.#retry.rateLimitedMs;
        const isOver = (times >= this.#retry.attempts && !isPatient) || number >= this.#retry.maxTries;
        const delay = retryDelay(error, times, this.#retry, this.#random);
        const isTooLate = this.now() + delay >= (options.deadline ?? Infinity);
        const isGranted = (error.retryAfterMs ?? 0) <= this.#retry.maxRetryAfterMs;
        const isForAll = error.status === 429 || error.status === 503;
        // Also where this call gives up: the others are to wait all the same.
        if (isForAll && isGranted) this.#pause.extend(delay);
        if (isOver || isTooLate || options.signal?.aborted || !mayRetry(error, call.repeat))
          throw inDoubt(error, call);
        if (!isGranted) throw comeBackLater(error, this.now());
        options.onRetry?.(error);
        if (isRateLimited) rateLimited.waitedMs += delay;
        if (!isForAll) await this.#wait(this.#sleep(delay), call.task, options);
      }
    }
  }

  async #try<Answer>(
    { task, request, answer, refusal }: Call<Answer>,
    { deadline = Infinity, signal }: CallOptions,
  ): Promise<Answer> {
    const timeoutMs = Math.min(requestTimeoutMs, deadline - this.now());
    let response: TransportResponse;
    try {
      const sent = this.#transport({ ...request, timeoutMs, signal });
      response = await unlessAborted(sent, signal);
    } catch (thrown) {
      if (signal?.aborted) throw cancelledError(task, 'aborted', { wasSent: true });
      throw errorFromNoAnswer(task, thrown);
    }
    if (response.status < 200 || response.status > 299) {
      const meaning = refusal?.(response);
      if (meaning !== undefined) return meaning;
      throw errorFromResponse(task, response, this.now());
    }
    const parsed = answer.safeParse(response.body);
    if (parsed.success) return parsed.data;
    throw errorFromUnreadableAnswer(
      task,
      response,
      parsed.error.issues.slice(0, 1).flatMap(({ path }) => path),
    );
  }

  /** Waits for the pause that all calls share, unless it outlasts the call. */
  async #untilAllowed(task: string, options: CallOptions): Promise<void> {
    while (this.#pause.until !== undefined) {
      this.#refuseIfOver(task, options, this.#pause.until);
      await this.#wait(this.#pause.wait(), task, options);
    }
  }

  async #wait(wait: Promise<void>, task: string, { signal }: CallOptions): Promise<void> {
    try {
      await unlessAborted(wait, signal);
    } catch {
      throw cancelledError(task, signal?.aborted ? 'aborted' : 'no_wait');
    }
  }

  #refuseIfOver(task: string, { signal, deadline = Infinity }: CallOptions, notBefore = 0): void {
    if (signal?.aborted) throw cancelledError(task, 'aborted');
    if (Math.max(this.now(), notBefore) >= deadline) throw cancelledError(task, 'deadline');
  }
}

/** Settles as `work` does, or rejects as soon as the signal aborts. What `work` comes to then is of no interest. */
async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return await work;
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(new Error('aborted'));
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function inDoubt(error: LeadterraError, { lookHere }: { lookHere?: string }): LeadterraError {
  return error.mayHaveActed && lookHere !== undefined ? error.advising(lookHere) : error;
}

function comeBackLater(error: LeadterraError, now: number): LeadterraError {
  const then = new Date(now + (error.retryAfterMs ?? 0));
  return error.advising(
    `Leadterra asks to wait until ${then.toISOString().slice(0, 16).replace('T', ' ')} UTC: run it again then.`,
  );
}
