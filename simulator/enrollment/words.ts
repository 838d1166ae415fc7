import type { LeadOutcome } from '@leadterra/shared';

import { type Fault, forever, type History, type LeadterraTraits } from './history.ts';
import { type Exchange, type Run, type Trace } from './trace.ts';

/** A request with more leads than that is told by their number. */
const mostNamed = 12;

/** A history and what came of it, line by line. */
export function inWords(trace: Trace): string[] {
  const { history, runs } = trace;
  return [
    ...inputInWords(history),
    ...leadterraInWords(history.leadterra),
    ...history.spells.map(
      ({ from, count, fault }) =>
        `Request ${from}${count === 1 ? '' : ` and all up to ${count === forever ? 'the end' : from + count - 1}`}: ${faultInWords(fault)}.`,
    ),
    ...history.clockJumps.map(({ at, by }) => `After ${at} ms the clock is set by ${by} ms.`),
    ...(history.interruption
      ? [
          `${history.interruption.what === 'abort' ? 'It is aborted' : 'Its host dies'} at ${history.interruption.at.moment} ${history.interruption.at.number}.`,
        ]
      : []),
    ...(history.secondRun ? [`A second run: ${history.secondRun}.`] : []),
    ...runs.flatMap(runInWords),
  ];
}

function inputInWords({ input, settings }: History): string[] {
  const records = input.records.slice(0, mostNamed).map(({ person, kind, ...fields }) => {
    const details = JSON.stringify({ ...(kind !== 'plain' && { kind }), ...fields });
    return `lead${person}${details === '{}' ? '' : ` ${details}`}`;
  });
  const more = input.records.length > mostNamed ? ` and ${input.records.length - mostNamed} more` : '';
  return [
    `A ${input.as} of ${input.records.length}: ${records.join(', ')}${more}.`,
    `Settings: ${JSON.stringify(settings)}.`,
  ];
}

function leadterraInWords(traits: LeadterraTraits): string[] {
  const {
    campaign,
    tellsStatus,
    dialect,
    envelope,
    bad,
    suppressed,
    known,
    refusal,
    names,
    sameWords,
    limit,
    closedWith,
  } = traits;
  const people = (list: number[]) =>
    list.length > mostNamed ? `${list.length} people` : list.map((person) => `lead${person}`).join(', ');
  return [
    `A ${campaign} campaign (${tellsStatus ? 'its statistics tell that' : 'which nothing tells'}); answers as in ${dialect}, ${envelope}.`,
    ...(bad.length > 0
      ? [
          `Refused: ${people(bad)}; ${refusal}, names by ${names}${sameWords ? ', the same words for all' : ''}.`,
        ]
      : []),
    ...(suppressed.length > 0 ? [`Suppressed: ${people(suppressed)}.`] : []),
    ...(known.length > 0 ? [`Known before: ${people(known)}.`] : []),
    ...(limit
      ? [
          `More than ${limit.leads ?? `${limit.bytes ?? 0} bytes of`} leads in a request are refused with ${limit.status}.`,
        ]
      : []),
    ...(closedWith ? [`The campaign refuses everybody with ${closedWith}.`] : []),
  ];
}

function faultInWords(fault: Fault): string {
  const { kind, ...details } = fault;
  const told = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return [kind, ...told].join(', ');
}

function runInWords(run: Run): string[] {
  const ended = run.died
    ? 'its host died'
    : run.endedAt === undefined
      ? `it did not end (${run.ending})`
      : `it ended after ${run.endedAt - run.startedAt} ms`;
  const shown = run.exchanges.slice(0, 40);
  return [
    `Run ${run.number}: ${ended}.`,
    ...shown.map((exchange) => `  ${exchangeInWords(exchange)}`),
    ...(shown.length < run.exchanges.length
      ? [`  … and ${run.exchanges.length - shown.length} requests more.`]
      : []),
    // The outcomes of a run that died may have gaps.
    ...Object.entries(run.outcomes.slice(0, 40)).map(
      ([index, outcomes]) => `  Lead ${index}: ${outcomes.map(outcomeInWords).join(' AND ')}`,
    ),
    ...('thrown' in run ? [`  It threw ${String(run.thrown)}`] : []),
    ...(run.summary ? [`  ${JSON.stringify(run.summary)}`] : []),
  ];
}

function exchangeInWords({ kind, startedAt, leads, effects, end, after }: Exchange): string {
  const named = leads.map(
    ({ address }, place) => `${address.slice(0, address.indexOf('@'))} ${effects?.[place] ?? ''}`,
  );
  const who =
    kind === 'other' ? 'other' : leads.length > mostNamed ? `${leads.length} leads` : named.join(', ');
  const answer =
    end?.kind === 'answer'
      ? `${end.status} ${JSON.stringify(end.headers)} ${JSON.stringify(end.body).slice(0, 200)}`
      : end?.kind === 'no-answer'
        ? end.code
        : 'nobody waited for an answer';
  return `${startedAt} ms${after ? ` (after ${after})` : ''}: ${who} → ${end ? `${end.at} ms: ` : ''}${answer}`;
}

function outcomeInWords(outcome: LeadOutcome): string {
  const { status, ...details } = outcome;
  return `${status} ${JSON.stringify(details)}`;
}
