import type { LeadOutcome } from '@leadterra/shared';

import { type History, type InputRecord } from '../history.ts';
import { addressOf } from '../input.ts';
import { type Exchange, type Run, type Trace } from '../trace.ts';

/** Says of one run of a history, in sentences, what is not as it must be. */
export type Check = (run: Run, trace: Trace) => string[];

/** A lead of the input beside what the run said of it. */
export type Told = { index: number; record: InputRecord; address: string; outcome: LeadOutcome };

/** The leads that have an outcome. */
export function told(run: Run, { history }: Trace): Told[] {
  return run.outcomes.flatMap(([outcome], index) => {
    const record = history.input.records[index];
    return outcome && record ? [{ index, record, address: addressOf(record.person), outcome }] : [];
  });
}

const admitting = new Set<LeadOutcome['status']>(['enrolled', 'unconfirmed', 'failed', 'unchanged']);

/**
 * The addresses of whom the run says that they are, or may be, in the campaign. In a stream, a record that follows a
 * failed one of the same address is tried on its own, so one that admits it is enough.
 */
export function admittedBy(run: Run, trace: Trace): Set<string> {
  return new Set(
    told(run, trace).flatMap(({ address, outcome }) => (admitting.has(outcome.status) ? [address] : [])),
  );
}

/** The addresses of which a run that did not come to its end owes outcomes. */
export function unansweredBy(run: Run, { history }: Trace): Set<string> {
  if (run.summary) return new Set();
  const open = history.input.records.filter((_, index) => run.outcomes[index]?.[0] === undefined);
  return new Set(open.map(({ person }) => addressOf(person)));
}

/** The sentence for a lead whose outcome is not true. */
export function untrue({ index, address, outcome }: Told, why: string): string {
  const verdict = 'verdict' in outcome && outcome.verdict ? `, ${outcome.verdict}` : '';
  return `Lead ${index} (${address}) is ${outcome.status}${verdict}, but ${why}.`;
}

/** What this run's first request that took somebody did; undefined where none did. */
export function takenAs(address: string, run: Run, { leadterra }: Trace): 'created' | 'updated' | undefined {
  return leadterra.held.get(address)?.takenBy.get(run.number);
}

/** The bulk requests of a run that hold somebody. */
export function requestsWith(address: string, run: Run): Exchange[] {
  return run.requestsWith.get(address) ?? [];
}

/** Whether a request was answered with a 200 that can be read. */
export function isReadable200({ end, fault }: Exchange): boolean {
  const isGarbled = fault?.kind === 'html' || fault?.kind === 'truncated' || fault?.kind === 'empty';
  return end?.kind === 'answer' && end.status === 200 && !isGarbled;
}

/** Whether the answer to a request says for certain that all of its leads were taken. */
export function provesAll(exchange: Exchange): boolean {
  const taken = exchange.effects?.every((effect) => effect === 'created' || effect === 'updated') ?? false;
  return taken && isReadable200(exchange) && exchange.fault?.kind !== 'odd-counts';
}

/** Whether a request ended in a way that lets one hope for a second try. */
export function mayPass({ end, fault }: Exchange): boolean {
  if (!end || end.kind === 'gone') return false;
  if (end.kind !== 'answer') return true;
  if (end.status === 200)
    return fault?.kind === 'html' || fault?.kind === 'truncated' || fault?.kind === 'empty';
  return end.status === 429 || (end.status >= 500 && end.status !== 501);
}

/** Whether only a run's own end can have cut it short: without it, all is read and sent. */
export function wasCutShort(run: Run, { clockJumps }: History): boolean {
  return run.abortedAt !== undefined || run.deadline !== undefined || clockJumps.length > 0;
}

/** Whether two requests were given up with no other one answered in between. */
export function hadOutage({ exchanges }: Run): boolean {
  const lastTries = new Map(exchanges.map((exchange) => [exchange.text, exchange]));
  const inOrder = exchanges
    .filter(({ kind, end }) => kind === 'bulk' && end !== undefined)
    .sort((one, other) => (one.end?.order ?? 0) - (other.end?.order ?? 0));
  let givenUp = 0;
  for (const exchange of inOrder) {
    if (exchange.fault?.kind !== 'final' && !mayPass(exchange)) givenUp = 0;
    else if (lastTries.get(exchange.text) === exchange) givenUp += 1;
    if (givenUp >= 2) return true;
  }
  return false;
}
