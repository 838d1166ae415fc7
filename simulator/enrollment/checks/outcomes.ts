import { blankTokens, fieldsOf, isReadable, mergedFields } from '../input.ts';
import {
  admittedBy,
  type Check,
  hadOutage,
  isReadable200,
  provesAll,
  requestsWith,
  takenAs,
  told,
  unansweredBy,
  untrue,
  wasCutShort,
} from './check.ts';

/** Every lead that was read has exactly one outcome, and all are read where nothing cut the run short. */
export const oneOutcomeEach: Check = (run, { history }) => {
  if (run.summary === undefined) return [];
  const problems = run.outcomes.flatMap((outcomes, index) =>
    outcomes.length === 1 ? [] : [`Lead ${index} has ${outcomes.length} outcomes.`],
  );
  // What a stream hands over while the run is being aborted is not asked for any more.
  const isCutOff = run.abortedAt !== undefined && run.outcomes.length === run.read - 1;
  if (run.outcomes.length !== run.read && !isCutOff)
    problems.push(`There are ${run.outcomes.length} outcomes for ${run.read} leads.`);
  if (run.read < history.input.records.length && !wasCutShort(run, history))
    problems.push(`It read ${run.read} leads of ${history.input.records.length}.`);
  return problems;
};

const totalOf: Record<string, string> = { left_out: 'leftOut', not_sent: 'notSent' };

/** The totals are the counts of the outcomes. */
export const totalsAddUp: Check = (run) => {
  if (!run.summary) return [];
  const { input, created = 0, updated = 0, ...totals } = run.summary.totals;
  const counted: Record<string, number> = {};
  for (const [outcome] of run.outcomes) {
    if (!outcome) continue;
    const name = totalOf[outcome.status] ?? outcome.status;
    counted[name] = (counted[name] ?? 0) + 1;
  }
  const problems = Object.entries({ ...counted, ...totals }).flatMap(([name]) => {
    const total: unknown = Reflect.get(totals, name);
    return (total ?? 0) === (counted[name] ?? 0)
      ? []
      : [`The total ${name} is ${String(total)}, the outcomes say ${counted[name] ?? 0}.`];
  });
  if (input !== run.outcomes.length)
    problems.push(`The total input is ${input}, there are ${run.outcomes.length} outcomes.`);
  const verdicts = run.outcomes.filter(
    ([outcome]) => outcome?.status === 'enrolled' && outcome.verdict,
  ).length;
  if (created + updated < verdicts)
    problems.push(`The totals count ${created} created and ${updated} updated, for ${verdicts} verdicts.`);
  return problems;
};

/** Who is enrolled is in the campaign, and the verdict tells how this run found them. */
export const enrolledIsTrue: Check = (run, trace) =>
  told(run, trace).flatMap((one) => {
    if (one.outcome.status !== 'enrolled') return [];
    const taken = takenAs(one.address, run, trace);
    if (!taken) return [untrue(one, 'Leadterra did not take it')];
    const { verdict } = one.outcome;
    return verdict && verdict !== taken ? [untrue(one, `Leadterra has ${taken} it`)] : [];
  });

/** Who is left out is on the suppression list. */
export const leftOutIsTrue: Check = (run, trace) =>
  told(run, trace).flatMap((one) =>
    one.outcome.status === 'left_out' &&
    !requestsWith(one.address, run).some(({ leads, effects }) =>
      leads.some(({ address }, place) => address === one.address && effects?.[place] === 'left-out'),
    )
      ? [untrue(one, 'Leadterra did not leave it out')]
      : [],
  );

/** Who is rejected would be refused again, alone, and this run has not put them into the campaign. */
export const rejectedIsTrue: Check = (run, trace) => {
  const { leadterra, history } = trace;
  const { limit, closedWith } = leadterra.traits;
  const bytesOf = (address: string) =>
    Math.max(...requestsWith(address, run).map(({ leads, bytes }) => (leads.length === 1 ? bytes : 0)));
  // A later record of the same address may be a lead of its own.
  const admitted = new Set([...admittedBy(run, trace), ...unansweredBy(run, trace)]);
  return told(run, trace).flatMap((one) => {
    if (one.outcome.status !== 'rejected') return [];
    if (takenAs(one.address, run, trace) && !admitted.has(one.address))
      return [untrue(one, 'Leadterra has taken it')];
    const mayBeRefused =
      history.input.records.some((record) => record.person === one.record.person && record.badTitle) ||
      leadterra.refuses({ address: one.address, fields: new Map() });
    const isHuge =
      limit !== undefined &&
      (limit.bytes === undefined ? limit.leads === 0 : bytesOf(one.address) > limit.bytes);
    return mayBeRefused || isHuge || closedWith ? [] : [untrue(one, 'Leadterra would take it')];
  });
};

/** Who is not sent is not in the campaign by this run. */
export const notSentIsTrue: Check = (run, trace) => {
  const admitted = new Set([...admittedBy(run, trace), ...unansweredBy(run, trace)]);
  return told(run, trace).flatMap((one) => {
    if (one.outcome.status !== 'not_sent') return [];
    const { reason } = one.outcome;
    if (takenAs(one.address, run, trace) && !admitted.has(one.address))
      return [untrue(one, 'Leadterra has taken it')];
    if (reason === 'aborted' && run.abortedAt === undefined) return [untrue(one, 'nobody aborted the run')];
    return reason === 'deadline' && run.deadline === undefined ? [untrue(one, 'there is no deadline')] : [];
  });
};

/** Whomever this run has put into the campaign has an outcome that admits it. */
export const nothingIsHidden: Check = (run, trace) => {
  if (!run.summary) return [];
  const admitted = admittedBy(run, trace);
  return [...trace.leadterra.held.keys()].flatMap((address) =>
    takenAs(address, run, trace) && !admitted.has(address)
      ? [`This run has put ${address} into the campaign, and does not say so.`]
      : [],
  );
};

/** Unconfirmed is for what was answered; what was not is failed. */
export const unconfirmedIsTrue: Check = (run, trace) =>
  told(run, trace).flatMap((one) =>
    one.outcome.status === 'unconfirmed' && !requestsWith(one.address, run).some(isReadable200)
      ? [untrue(one, 'no request with it was answered with a 200')]
      : [],
  );

/** Where an answer proves that somebody was taken, that is what the run says. */
export const proofIsNotLost: Check = (run, trace) => {
  const { input } = trace.history;
  const enrolled = new Set(
    told(run, trace).flatMap(({ address, outcome }) => (outcome.status === 'enrolled' ? [address] : [])),
  );
  return told(run, trace).flatMap((one) => {
    if (enrolled.has(one.address) || ['duplicate', 'invalid', 'unchanged'].includes(one.outcome.status))
      return [];
    // What a later record of a stream proves comes after the outcome of the first one.
    const requests = requestsWith(one.address, run);
    const first = input.as === 'list' ? requests : requests.filter(({ text }) => text === requests[0]?.text);
    // An answer that comes in the moment of an abort may come too late.
    const isInTime = ({ end }: (typeof first)[number]) =>
      !end || run.abortedAt === undefined || end.at < run.abortedAt;
    return first.filter(isInTime).some(provesAll)
      ? [untrue(one, 'an answer proves that it is enrolled')]
      : [];
  });
};

/** What is decided before anything is sent: invalid, duplicate and incomplete. */
export const decidedHereIsTrue: Check = (run, trace) => {
  const { input, settings } = trace.history;
  const tokens = settings.copy?.tokens ?? [];
  return told(run, trace).flatMap((one) => {
    const { outcome, record, index, address } = one;
    if (isReadable(record) === (outcome.status === 'invalid'))
      return [untrue(one, 'its address says otherwise')];
    if (outcome.status === 'invalid') return [];
    if (outcome.status === 'duplicate') {
      const [of] = run.outcomes[outcome.of] ?? [];
      const isOfSame = input.records[outcome.of]?.person === record.person;
      // The first one's own outcome may come later, and in a run that died or threw never.
      const isFirst = of ? of.status !== 'duplicate' && of.status !== 'invalid' : !run.summary;
      return isOfSame && outcome.of < index && isFirst ? [] : [untrue(one, `not of ${outcome.of}`)];
    }
    const first = trace.firstIndex.get(record.person) ?? index;
    const [before] = run.outcomes[first] ?? [];
    // Only where an earlier record of a stream came to nothing is a later one a try of its own.
    const mayBeItsOwn = first === index || (input.as !== 'list' && before && before.status !== 'enrolled');
    if (!mayBeItsOwn) return [untrue(one, `its address comes first at ${first}`)];
    if (outcome.status !== 'incomplete') return [];
    if (settings.copy?.whenMissing !== 'skip') return [untrue(one, 'nobody asked for that')];
    // A stream knows only what it has read so far.
    const fields = input.as === 'list' ? mergedFields(input, record.person) : fieldsOf(record);
    return blankTokens(fields, address, tokens).length === 0 ? [untrue(one, 'it lacks no token')] : [];
  });
};

/** Who is unchanged was enrolled by an earlier run, and the campaign has them with all that the list knows. */
export const unchangedIsTrue: Check = (run, trace) => {
  const { input, settings } = trace.history;
  return told(run, trace).flatMap((one) => {
    if (one.outcome.status !== 'unchanged') return [];
    const held = trace.leadterra.held.get(one.address);
    if (!held || !trace.runs.some(({ number }) => held.takenBy.has(number)))
      return [untrue(one, 'no run has enrolled it')];
    // What a stream brought piece by piece may have been refused in part.
    if (input.as !== 'list' || settings.enrolledBefore === 'skip') return [];
    const lacks = [...mergedFields(input, one.record.person)].filter(
      ([name, value]) => held.fields.get(name) !== value,
    );
    return lacks.length > 0 ? [untrue(one, `the campaign lacks its ${String(lacks[0]?.[0])}`)] : [];
  });
};

/** What an earlier run of the same list enrolled, and remembers, is not sent again. */
export const nothingIsSentAgain: Check = (run, { history }) =>
  history.input.as === 'list'
    ? [...run.knownBefore].flatMap((address) =>
        requestsWith(address, run).length > 0 ? [`${address} is sent again, and has not changed.`] : [],
      )
    : [];

/** Whoever is enrolled is remembered, where there is a memory that holds. */
export const enrolledIsRemembered: Check = (run, trace) => {
  const { history, remembered } = trace;
  if (history.settings.memory !== 'kept') return [];
  return told(run, trace).flatMap((one) =>
    one.outcome.status === 'enrolled' && !remembered.has(one.address)
      ? [untrue(one, 'it is not remembered')]
      : [],
  );
};

/** A dry run asks nobody, and says of nobody what only Leadterra can know. */
export const dryRunIsDry: Check = (run, trace) => {
  const { dryRun } = trace.history.settings;
  const fromAnswers = ['enrolled', 'left_out', 'unconfirmed', 'rejected', 'failed'];
  return told(run, trace)
    .filter(({ outcome }) => (dryRun ? fromAnswers.includes(outcome.status) : outcome.status === 'ready'))
    .map((one) => untrue(one, dryRun ? 'the run is dry' : 'the run is not dry'))
    .concat(dryRun && run.exchanges.length > 0 ? ['A dry run sends requests.'] : []);
};

/** Who was not even sent is failed only where that was hopeless: after an outage, a refusal of everybody, or all waits. */
export const failedIsFair: Check = (run, trace) => {
  const { traits } = trace.leadterra;
  const { lastWait } = trace.history.settings;
  const isHopeless =
    traits.closedWith !== undefined || traits.sameWords || lastWait !== undefined || hadOutage(run);
  if (isHopeless) return [];
  return told(run, trace).flatMap((one) =>
    one.outcome.status === 'failed' && requestsWith(one.address, run).length === 0
      ? [untrue(one, 'it was not sent, and others were answered')]
      : [],
  );
};
