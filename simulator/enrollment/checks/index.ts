import { type Violation } from '../../part.ts';
import { type Trace } from '../trace.ts';
import { calmEndsWell } from './calm.ts';
import { type Check } from './check.ts';
import { endsInTime, nothingElseIsThrown, progressIsTrue } from './ending.ts';
import {
  decidedHereIsTrue,
  dryRunIsDry,
  enrolledIsRemembered,
  enrolledIsTrue,
  failedIsFair,
  leftOutIsTrue,
  nothingIsHidden,
  nothingIsSentAgain,
  notSentIsTrue,
  oneOutcomeEach,
  proofIsNotLost,
  rejectedIsTrue,
  totalsAddUp,
  unchangedIsTrue,
  unconfirmedIsTrue,
} from './outcomes.ts';
import {
  nobodyGetsMailTwice,
  nobodyIsTwiceInOne,
  nothingStartsTooLate,
  requestsAreBounded,
  requestsAreCounted,
  sizesAreKept,
  tooLargeIsLearned,
} from './requests.ts';
import { nothingBlankIsStored, storedAsMerged } from './stored.ts';
import { endlessWaitsFail, nothingIsHammered, retryAfterIsHonoured, waitsAreShared } from './waits.ts';

/** What must be so in every run of every history. */
const checks: Record<string, Check> = {
  oneOutcomeEach,
  totalsAddUp,
  enrolledIsTrue,
  leftOutIsTrue,
  rejectedIsTrue,
  notSentIsTrue,
  nothingIsHidden,
  unconfirmedIsTrue,
  proofIsNotLost,
  decidedHereIsTrue,
  failedIsFair,
  unchangedIsTrue,
  nothingIsSentAgain,
  enrolledIsRemembered,
  dryRunIsDry,
  nothingBlankIsStored,
  storedAsMerged,
  requestsAreCounted,
  nothingStartsTooLate,
  sizesAreKept,
  nobodyIsTwiceInOne,
  tooLargeIsLearned,
  nobodyGetsMailTwice,
  requestsAreBounded,
  retryAfterIsHonoured,
  waitsAreShared,
  nothingIsHammered,
  endlessWaitsFail,
  endsInTime,
  progressIsTrue,
  nothingElseIsThrown,
  calmEndsWell,
};

/** All that is wrong with a history's runs. */
export function violationsOf(trace: Trace): Violation[] {
  return trace.runs.flatMap((run) =>
    Object.entries(checks).flatMap(([check, find]) => find(run, trace).map((what) => ({ check, what }))),
  );
}
