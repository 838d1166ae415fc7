import { LeadterraError } from '../../error';
import { stringAt } from '../../json';

// Without a connection nothing was sent.
const notConnected = new Set<string | undefined>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const timedOut = new Set<string | undefined>([
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ECONNABORTED',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** What the usual slips in a base URL look like from here. */
const advices = new Map<string | undefined, string>([
  [
    'ECONNREFUSED',
    'Nobody listens there: check host and port of the base URL. Inside a container, localhost is that container itself.',
  ],
  [
    'ENOTFOUND',
    'There is no such host: check the base URL. The name of a container is known only to containers of its network.',
  ],
]);

/** The error for a request without an answer. Of what the transport threw only the code is kept: the rest may hold the key. */
export function errorFromNoAnswer(task: string, thrown: unknown): LeadterraError {
  const code = stringAt(thrown, 'code') ?? stringAt(thrown, 'cause', 'code');
  const late = timedOut.has(code) || stringAt(thrown, 'name') === 'TimeoutError';
  return new LeadterraError({
    kind: late ? 'timeout' : 'network',
    code,
    mayHaveActed: !notConnected.has(code),
    summary: `Could not ${task}: ${late ? 'Leadterra did not answer in time' : 'the connection to Leadterra failed'}${code ? ` (${code})` : ''}.`,
    advice: advices.get(code) ?? 'Check the base URL and the network, then try again.',
    suspectsBaseUrl: true,
  });
}

const reasons = {
  deadline: 'the time for it was over',
  aborted: 'it was stopped',
  no_wait: 'the program cannot wait any more',
};

/** The error for work that ended because its caller said so. `wasSent`: a request was on its way, and may have acted. */
export function cancelledError(
  task: string,
  why: keyof typeof reasons,
  { wasSent = false } = {},
): LeadterraError {
  return new LeadterraError({
    kind: 'cancelled',
    code: why,
    mayHaveActed: wasSent,
    summary: `Could not ${task}: ${reasons[why]}.`,
    advice: 'Run it again.',
  });
}
