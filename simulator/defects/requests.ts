import { type Defect } from './defect.ts';

const api = 'packages/shared/src/api';
const enrollment = 'packages/shared/src/enrollment';

/** What is asked for too often, too early, too late or twice. */
export const requests: Defect[] = [
  {
    name: 'a 503 does not hold the other calls back',
    file: `${api}/caller.ts`,
    find: 'if (isForAll && isGranted) this.#pause',
    replace: 'if (error.status === 429 && isGranted) this.#pause',
    foundBy: 'enrollment',
  },
  {
    name: 'a wait may be as short as chance will have it',
    file: `${api}/retry.ts`,
    find: 'Math.floor(half + random() * half)',
    replace: 'Math.floor(random() * half)',
    foundBy: 'enrollment',
  },
  {
    name: 'a Retry-After of 0 is a wait',
    file: `${api}/retry-after.ts`,
    find: 'return wait > 0 ? wait : undefined;',
    replace: 'return wait;',
    foundBy: 'calls',
  },
  {
    name: 'Retry-After is not read',
    file: `${api}/retry.ts`,
    find: 'Math.max(retryAfterMs, policy.baseDelayMs / 2)',
    replace: 'policy.baseDelayMs',
    foundBy: 'enrollment',
  },
  {
    name: 'hours are waited for',
    file: `${api}/caller.ts`,
    find: '(error.retryAfterMs ?? 0) <= this.#retry.maxRetryAfterMs',
    replace: '(error.retryAfterMs ?? 0) >= 0',
    foundBy: 'enrollment',
  },
  {
    name: 'a wait goes on after the deadline',
    file: `${api}/caller.ts`,
    find: 'this.now() + delay >= (options.deadline ?? Infinity)',
    replace: 'options.deadline === -1',
    foundBy: 'enrollment',
  },
  {
    name: 'an abort is noticed after the wait',
    file: `${api}/caller.ts`,
    find: 'await unlessAborted(wait, signal);',
    replace: 'await wait;',
    foundBy: 'enrollment',
  },
  {
    name: 'a wait that fails ends the run',
    file: `${api}/caller.ts`,
    find: "throw cancelledError(task, signal?.aborted ? 'aborted' : 'no_wait');",
    replace: "throw signal?.aborted ? cancelledError(task, 'aborted') : new Error('no wait');",
    foundBy: 'enrollment',
  },
  {
    name: 'what must not happen twice is repeated after a timeout',
    file: `${api}/retry.ts`,
    find: "return repeat === 'always' || !error.mayHaveActed;",
    replace: 'return true;',
    foundBy: 'calls',
  },
  {
    name: 'repeated requests are not counted',
    file: `${enrollment}/ledger.ts`,
    find: 'this.requests += 1;',
    replace: 'if (number === 1) this.requests += 1;',
    foundBy: 'enrollment',
  },
  {
    name: 'one request more than asked for is under way',
    file: `${enrollment}/sender.ts`,
    find: 'this.#inFlight.size >= most',
    replace: 'this.#inFlight.size > most',
    foundBy: 'enrollment',
  },
  {
    name: 'the next answer does not end an outage',
    file: `${enrollment}/sender.ts`,
    find: 'this.#unanswered = 0;\n      await this.#accept(batch, answer);',
    replace: 'await this.#accept(batch, answer);',
    foundBy: 'enrollment',
  },
  {
    name: 'leads are sent again on a campaign that runs',
    file: `${enrollment}/sender.ts`,
    find: ".status === 'draft'",
    replace: ".status !== 'paused'",
    foundBy: 'enrollment',
  },
  {
    name: 'one huge lead shrinks all further batches',
    file: `${enrollment}/batch-limits.ts`,
    find: 'if (giant) return',
    replace: 'if (giant) this.#leads = Math.ceil(batch.length / 16);\n    if (giant) return',
    foundBy: 'enrollment',
    shape: 'one huge lead among 10,000',
  },
  {
    name: 'the same reason for everyone is held against each lead',
    file: `${enrollment}/isolation.ts`,
    find: 'if (count <= suspicious && !isAboutAll) return;',
    replace: 'if (count > 0) return;',
    foundBy: 'enrollment',
  },
];
