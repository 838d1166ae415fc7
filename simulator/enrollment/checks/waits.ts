import { type History } from '../history.ts';
import { type Exchange, type Run } from '../trace.ts';
import { type Check } from './check.ts';
import { repetitions } from './requests.ts';

// The policy that the simulated clients have, in the words of its documentation: no wait is shorter than half a second,
// no call is tried more often than 200 times, and no wait of more than five minutes is granted.
const leastWaitMs = 500;
const mostTries = 200;
const longestGrantedMs = 300_000;

/** The seconds that an answer asks to wait, as far as it does: neither 0 nor a date gone by is a wait. */
function askedWaitMs({ end, clock, startedAt }: Exchange): number | undefined {
  if (end?.kind !== 'answer' || (end.status !== 429 && end.status !== 503)) return undefined;
  const header = end.headers['retry-after'] ?? '';
  const ms = /^\d+(\.\d+)?$/.test(header)
    ? 1000 * Number(header)
    : Date.parse(header) - (clock + end.at - startedAt);
  // A date has no milliseconds.
  return ms > 0 ? Math.floor(ms) : undefined;
}

function certainRepetitions(run: Run, history: History) {
  return repetitions(run, history).filter(({ isCertain }) => isCertain);
}

/** The next try of a request is not before the moment that the answer names. */
export const retryAfterIsHonoured: Check = (run, { history }) => {
  if (history.clockJumps.length > 0) return [];
  return certainRepetitions(run, history).flatMap(({ earlier, again }) => {
    const asked = askedWaitMs(earlier);
    const waited = again.startedAt - (earlier.end?.at ?? 0);
    return asked !== undefined && waited < asked
      ? [`A request is repeated after ${waited} ms, ${asked} were asked for.`]
      : [];
  });
};

/** A wait that Leadterra asks one request for holds for all of the run. */
export const waitsAreShared: Check = (run, { history }) => {
  // Who cannot wait goes on without: else what comes after one wait would be lost too.
  if (history.clockJumps.length > 0 || history.settings.lastWait !== undefined) return [];
  return run.exchanges.flatMap((asking) => {
    const asked = askedWaitMs(asking);
    const { end } = asking;
    // Where more is asked for than is granted, that request fails, and the others may try their luck.
    if (asked === undefined || asked > longestGrantedMs || !end) return [];
    const early = run.exchanges.find(
      ({ startedAt, order }) => order > end.order && startedAt > end.at && startedAt < end.at + asked,
    );
    return early
      ? [`A request starts at ${early.startedAt} ms; until ${end.at + asked} ms no one was to.`]
      : [];
  });
};

/** Between a failure and the next try there is a wait, and tries have an end. */
export const nothingIsHammered: Check = (run, { history }) => {
  if (history.clockJumps.length > 0) return [];
  const again = certainRepetitions(run, history);
  const tries = new Map<string, number>();
  for (const {
    again: { text },
  } of again)
    tries.set(text, (tries.get(text) ?? 1) + 1);
  const most = Math.max(0, ...tries.values());
  return [
    ...(most > mostTries ? [`A request is tried ${most} times.`] : []),
    ...again.flatMap(({ earlier, again }) => {
      const waited = again.startedAt - (earlier.end?.at ?? 0);
      return waited < leastWaitMs ? [`A request is repeated after ${waited} ms.`] : [];
    }),
  ];
};

/** What asks for too long a wait fails at once. */
export const endlessWaitsFail: Check = (run, { history }) => {
  if (history.clockJumps.length > 0) return [];
  return certainRepetitions(run, history).flatMap(({ earlier }) =>
    (askedWaitMs(earlier) ?? 0) > longestGrantedMs
      ? ['A request is repeated that was asked to wait longer than is granted.']
      : [],
  );
};
