import {
  LeadterraClient,
  parseJsonOrText,
  type RetryPolicy,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '@leadterra/shared';

/** An answer as it comes over the wire: a status, a body, perhaps headers; or a failure without an answer. */
export type ScriptedAnswer =
  { status?: number; body?: unknown; headers?: Record<string, string> } | { fails: string };

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
  options: { retry?: Partial<RetryPolicy>; now?: () => number } = {},
) {
  const requests: TransportRequest[] = [];
  const waits: number[] = [];
  let time = Date.parse('2026-11-21T12:00:00Z');
  const transport: Transport = (request) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? {};
    requests.push(structuredClone(request));
    if ('fails' in answer) return Promise.reject(connectionError(answer.fails));
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
