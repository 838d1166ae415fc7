import { blankTokens, fieldsOf } from '../input.ts';
import { type Check } from './check.ts';

/** A run ends: not only when its world does, and soon after its deadline or an abort. */
export const endsInTime: Check = (run, { history }) => {
  if (run.died) return [];
  if (run.ending === 'idle') return ['Nothing is left to happen, and it has not ended.'];
  if (run.ending === 'endless') return ['It goes on without end.'];
  const { settings, input, clockJumps } = history;
  const end = run.endedAt ?? 0;
  // Whoever takes the outcomes, and an input that takes its time, may be waited for.
  const slack = input.as === 'async-stream' ? input.readingMs : 0;
  if (settings.handing?.slowMs) return [];
  const problems: string[] = [];
  if (run.abortedAt !== undefined && end > run.abortedAt + slack)
    problems.push(`It ends ${end - run.abortedAt} ms after it was aborted.`);
  if (settings.deadlineMs !== undefined && clockJumps.length === 0 && run.deadline !== undefined) {
    const late = end - run.startedAt - settings.deadlineMs;
    // An input that waits for its leads is read to its end.
    if (late > slack * input.records.length) problems.push(`It ends ${late} ms after its deadline.`);
  }
  return problems;
};

/** Progress only grows, and its last word is that of the report. */
export const progressIsTrue: Check = (run) => {
  const problems: string[] = [];
  let before = { read: 0, settled: 0, requests: 0, retries: 0 };
  for (const now of run.progress) {
    const { read, settled, requests, retries } = now;
    if (
      read < before.read ||
      settled < before.settled ||
      requests < before.requests ||
      retries < before.retries
    )
      problems.push(`Progress goes back from ${JSON.stringify(before)} to ${JSON.stringify(now)}.`);
    if (settled > read) problems.push(`It has settled ${settled} leads of ${read} that it has read.`);
    before = now;
  }
  if (run.summary && run.progress.length > 0 && before.settled !== run.outcomes.length)
    problems.push(`The last progress is ${before.settled} of ${run.outcomes.length} leads.`);
  return problems;
};

/** A run throws nothing, but where a lead that lacks a token is to stop it. */
export const nothingElseIsThrown: Check = (run, { history }) => {
  if (!('thrown' in run)) return [];
  const { copy } = history.settings;
  const isIncomplete = history.input.records.some(
    (record) => blankTokens(fieldsOf(record), 'x', copy?.tokens ?? []).length > 0,
  );
  const kind: unknown =
    typeof run.thrown === 'object' && run.thrown !== null ? Reflect.get(run.thrown, 'kind') : '';
  if (copy?.whenMissing === 'stop' && isIncomplete && kind === 'invalid_input') {
    const isSent = history.input.as === 'list' && run.exchanges.some(({ kind }) => kind === 'bulk');
    return isSent ? ['It stops for an incomplete lead of a list after it has sent something.'] : [];
  }
  return [`It throws ${String(run.thrown)}.`];
};
