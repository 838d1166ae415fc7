import { type Part, type Violation } from '../part.ts';
import { shrink } from '../shrink.ts';
import { type CallHistory, generateCall } from './history.ts';
import { callAddress, type CallTrace, playCall } from './play.ts';

/** Calls of the client that change something beside leads: what may be repeated, and what each address came to. */
export const callsPart: Part = {
  name: 'calls',
  violations: async (subject, seed) => violationsOf(await playCall(subject, generateCall(seed))),
  explain: async (subject, seed, check) => {
    const fails = async (history: CallHistory) =>
      violationsOf(await playCall(subject, history)).some((violation) => violation.check === check);
    const trace = await playCall(subject, await shrink(generateCall(seed), smaller, fails));
    const { history, startedAt, made, suppressed, result, thrown } = trace;
    return [
      JSON.stringify(history),
      `Requests started at ${startedAt.join(', ')} ms; ${made} made, ${suppressed.size} suppressed.`,
      thrown instanceof Error ? thrown.message : JSON.stringify(result),
    ];
  },
};

type Check = (trace: CallTrace) => string[];

/** What must not happen twice does not, and whoever is told that nothing happened is told the truth. */
const onceAtMost: Check = ({ history, made, thrown, hasEnded }) => {
  if (history.call === 'suppress' || !hasEnded) return [];
  if (made > 1) return [`It was made ${made} times.`];
  const mayHaveActed: unknown =
    typeof thrown === 'object' && thrown !== null && Reflect.get(thrown, 'mayHaveActed');
  if (thrown === undefined && made === 0) return ['It counts as made, and is not.'];
  return thrown !== undefined && made === 1 && mayHaveActed === false
    ? ['It was made, and the error says that it was not.']
    : [];
};

/** Between tries there is a wait, and they have an end; nothing starts after the deadline. */
const triesAreSpaced: Check = ({ history, startedAt, hasEnded }) => {
  if (!hasEnded) return ['It does not end.'];
  const late = startedAt.filter((at) => history.deadlineMs !== undefined && at >= history.deadlineMs);
  if (late.length > 0) return [`A request starts at ${late.join(', ')} ms, after the deadline.`];
  if (history.call === 'suppress') return [];
  return startedAt.flatMap((at, number) =>
    number > 0 && at - (startedAt[number - 1] ?? 0) < 500 ? [`Try ${number} is at ${at} ms, too soon.`] : [],
  );
};

/** Every address has one outcome, and it is true. */
const everyAddressIsTold: Check = ({ history, suppressed, result, hasEnded }) => {
  if (history.call !== 'suppress' || !hasEnded || !result) return [];
  const { outcomes = [] } = result;
  const problems =
    outcomes.length === history.addresses
      ? []
      : [`There are ${outcomes.length} outcomes for ${history.addresses} addresses.`];
  for (const { email, status } of outcomes) {
    const isBad = history.bad.some((number) => callAddress(number) === email);
    if (status === 'suppressed' && !suppressed.has(email))
      problems.push(`${email} counts as suppressed, and is not.`);
    if (status === 'rejected' && !isBad)
      problems.push(`${email} counts as rejected, and Leadterra would take it.`);
    if (status !== 'suppressed' && history.faults.length === 0 && history.deadlineMs === undefined && !isBad)
      problems.push(`${email} is ${status}, though nothing kept it from being suppressed.`);
  }
  return problems;
};

const checks: Record<string, Check> = { onceAtMost, triesAreSpaced, everyAddressIsTold };

function violationsOf(trace: CallTrace): Violation[] {
  return Object.entries(checks).flatMap(([check, find]) => find(trace).map((what) => ({ check, what })));
}

function* smaller(history: CallHistory): Generator<CallHistory> {
  if (history.deadlineMs !== undefined) yield { ...history, deadlineMs: undefined };
  for (const [place, fault] of history.faults.entries()) {
    yield { ...history, faults: history.faults.toSpliced(place, 1) };
    if (fault) yield { ...history, faults: history.faults.with(place, undefined) };
  }
  if (history.bad.length > 0) yield { ...history, bad: history.bad.slice(1) };
  if (history.addresses > 1) yield { ...history, addresses: Math.ceil(history.addresses / 2) };
}
