import { type Transport } from './transport';

/**
 * A transport that ends at once when its time is over (`ETIMEDOUT`) or its caller aborts (`ABORT_ERR`), also while a
 * body is still coming in. `send` is given one signal that says either.
 */
export function endingInTime(send: Transport): Transport {
  return async ({ timeoutMs, signal, ...request }) => {
    const ending = new AbortController();
    const ended = new Promise<never>((_, reject) => {
      const endWhen = (cause: AbortSignal | undefined, name: string, code: string, message: string) => {
        const end = () => {
          reject(Object.assign(new Error(message), { name, code }));
          ending.abort();
        };
        if (cause?.aborted) end();
        else cause?.addEventListener('abort', end, { signal: ending.signal });
      };
      endWhen(signal, 'AbortError', 'ABORT_ERR', 'The request was aborted');
      const late =
        timeoutMs === undefined ? undefined : AbortSignal.timeout(Math.max(0, Math.ceil(timeoutMs)));
      endWhen(late, 'TimeoutError', 'ETIMEDOUT', 'There was no complete answer in time');
    });
    try {
      if (ending.signal.aborted) return await ended;
      return await Promise.race([ended, send({ ...request, timeoutMs, signal: ending.signal })]);
    } finally {
      // Takes its ear off the caller's signal; what is left of a body that was read to its end is nothing.
      ending.abort();
    }
  };
}
