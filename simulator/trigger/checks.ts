import { type Violation } from '../part.ts';
import { type DeliveryTrace } from './play.ts';

type Check = (trace: DeliveryTrace) => string[];

/** An event that was answered with a 2xx has started the workflow. */
const answeredHasRun: Check = ({ events }) =>
  events.flatMap(({ runs, isAnswered }, event) =>
    isAnswered && runs.length === 0 ? [`Event ${event} was answered with 200 and started nothing.`] : [],
  );

/** One process that lives on starts the workflow once with an event, whoever still listens. */
const oneRunEach: Check = ({ events, history }) => {
  if (history.processes > 1 || history.restarts.length > 0) return [];
  return events.flatMap(({ runs }, event) =>
    runs.length > 1 ? [`Event ${event} started ${runs.length} runs.`] : [],
  );
};

/** What a process has started, or has read to be started, it does not start again. */
const knownIsNotStarted: Check = ({ knownTwice }) => knownTwice;

/** Only what has started the workflow counts as seen. */
const seenHasRun: Check = ({ neverRun }) => neverRun;

/** Every delivery comes to an end. */
const noneIsStuck: Check = ({ stuck, history }) =>
  // Those that wait for a delivery which died with its process wait for ever, as it does.
  stuck > 0 && history.restarts.length === 0 ? [`${stuck} deliveries wait for ever.`] : [];

const checks: Record<string, Check> = {
  answeredHasRun,
  oneRunEach,
  knownIsNotStarted,
  seenHasRun,
  noneIsStuck,
};

/** All that is wrong in a history of deliveries. */
export function deliveryViolations(trace: DeliveryTrace): Violation[] {
  return Object.entries(checks).flatMap(([check, find]) => find(trace).map((what) => ({ check, what })));
}
