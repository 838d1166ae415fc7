import type { EnrollmentProgress, EnrollmentSummary, LeadOutcome } from '@leadterra/shared';

import { type Ending } from '../virtual-time.ts';
import { type Fault, type History } from './history.ts';
import { type Ended } from './leadterra/faults.ts';
import { type Leadterra } from './leadterra/leadterra.ts';
import { type Effect, type SentLead } from './leadterra/wire.ts';

/** One request, as the world saw it. `startedAt` and the like are virtual milliseconds. */
export type Exchange = {
  kind: 'bulk' | 'other';
  startedAt: number;
  /** What the program's clock showed. */
  clock: number;
  /** Of things that happen at the same moment, the earlier has the lower one. */
  order: number;
  /** Whether the run had been aborted, or had ended, before. */
  after?: 'abort' | 'end';
  /** What was sent, to tell a repetition from a new request. */
  text: string;
  leads: SentLead[];
  bytes: number;
  /** Requests of this run that were under way, this one included. */
  inFlight: number;
  fault?: Fault;
  /** What it did to each of its leads; absent while it has not arrived. */
  effects?: Effect[];
  /** How it ended for its sender; `gone` when that one did not wait. */
  end?: (Ended | { kind: 'gone' }) & { at: number; order: number };
};

/** One run of the engine, from outside. */
export type Run = {
  number: number;
  startedAt: number;
  deadline?: number;
  exchanges: Exchange[];
  /** The bulk requests that held somebody, by address. */
  requestsWith: Map<string, Exchange[]>;
  sleeps: { at: number; ms: number }[];
  progress: EnrollmentProgress[];
  /** How many leads it took from its input. */
  read: number;
  abortedAt?: number;
  /** Its host died: nobody hears of it any more. */
  died: boolean;
  /** The addresses that the memory held when it began. */
  knownBefore: Set<string>;
  /** By index; more than one where the engine said so. */
  outcomes: LeadOutcome[][];
  summary?: EnrollmentSummary;
  thrown?: unknown;
  endedAt?: number;
  ending: Ending;
};

/** All that can be held against the engine after a history was played. */
export type Trace = {
  history: History;
  leadterra: Leadterra;
  runs: Run[];
  /** The addresses that the memory holds in the end. */
  remembered: Set<string>;
  /** Where each person comes first among the records whose address can be read. */
  firstIndex: Map<number, number>;
};
