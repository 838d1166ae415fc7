import {
  type CallerOptions,
  LeadterraClient,
  parseJsonOrText,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '@leadterra/shared';

/**
 * An answer as it comes over the wire: a status, a body, perhaps headers; or a failure without an answer, by its code or
 * as whatever the transport throws.
 */
export type ScriptedAnswer =
  | { status?: number; body?: unknown; headers?: Record<string, string> }
  | { fails: string }
  | { throws: unknown };

/** The error that Node's sockets give, with its code. */
export function connectionError(code: string): Error {
  return Object.assign(new Error(`connect ${code} with Bearer sk_test_mustnotshow1234`), { code });
}

/**
 * A client whose API gives the scripted answers in turn, the last one for ever. Its waits take no time, and its clock
 * moves by them alone.
 */
export function scriptedClient(
  answers: ScriptedAnswer[],
  options: Partial<Pick<CallerOptions, 'retry' | 'now' | 'random'>> = {},
) {
  const requests: TransportRequest[] = [];
  const waits: number[] = [];
  let time = Date.parse('2026-11-21T12:00:00Z');
  const transport: Transport = (request) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? {};
    requests.push(structuredClone(request));
    if ('fails' in answer) return Promise.reject(connectionError(answer.fails));
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a transport may throw anything
    if ('throws' in answer) return Promise.reject(answer.throws);
    const { status = 200, body, headers = {} } = answer;
    const response: TransportResponse = {
      status,
      headers,
      body: typeof body === 'string' ? parseJsonOrText(body) : body,
    };
    return Promise.resolve(response);
  };
  const client = new LeadterraClient({
    transport,
    sleep: (ms) => {
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
    now: () => time,
    random: () => 0.5,
    ...options,
  });
  return { client, requests, waits };
}

/** A client over a transport, whose waits take no time. */
export function clientOf(transport: Transport, now?: () => number): LeadterraClient {
  return new LeadterraClient({ transport, sleep: () => Promise.resolve(), now });
}

/** What a promise rejects with; fails the test when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new Error(`rejected with ${typeof error}, not with an Error`);
  }
  throw new Error('did not reject');
}
