import { type LeadterraError } from '../error';
import { type Lead } from '../lead';

/** What became of one input lead. Every input lead has exactly one. */
export type LeadOutcome =
  /**
   * Leadterra took it: the counts of its request prove that it took every lead of it. `verdict` is there only where
   * they prove it for this very lead.
   */
  | { status: 'enrolled'; verdict?: Verdict }
  /** Leadterra left it out, as it does with addresses on its suppression list: the counts prove it. */
  | { status: 'left_out' }
  /** Sent and answered with success, but the answer does not prove what became of this very lead. */
  | { status: 'unconfirmed'; reason: string }
  /** The same address came earlier in this input, at index `of`; this record's fields were merged into that one. */
  | { status: 'duplicate'; of: number }
  /** Not sent: it would leave these tokens of the copy blank. */
  | { status: 'incomplete'; missing: string[] }
  /** Leadterra refused this very lead. */
  | { status: 'rejected'; reason: string }
  /** Not sent: its record, or another one of the same address, says that this person must not be mailed. */
  | { status: 'opted_out'; reason: string }
  /** Not sent: the memory says that it was enrolled, with the same fields unless `enrolledBefore` is `skip`. */
  | { status: 'unchanged' }
  /** A dry run: it would have been sent. What Leadterra would make of it is not known. */
  | { status: 'ready' }
  /** Refused before anything was sent. */
  | { status: 'invalid'; reason: string }
  /** Not known to be enrolled, after retries. Enrolling it again is safe. */
  | { status: 'failed'; error: LeadterraError }
  | { status: 'not_sent'; reason: 'deadline' | 'aborted' };

export type Verdict = 'created' | 'updated';

/**
 * A lead's place in the input, counted from 0, and what became of it. `lead` is what was, or would be, sent: what later
 * records of its address brought is in it. An entry that came to no such lead, such as a duplicate, has none.
 */
export type SettledLead = { index: number; outcome: LeadOutcome; lead?: Lead };

/**
 * Counts of outcomes. `created` and `updated` are what Leadterra told of enrolled leads, absent if it never did; where
 * a request had to be repeated after an unclear answer, it cannot tell one from the other.
 */
export type EnrollmentTotals = {
  input: number;
  enrolled: number;
  created?: number;
  updated?: number;
  leftOut: number;
  unconfirmed: number;
  duplicate: number;
  incomplete: number;
  optedOut: number;
  unchanged: number;
  ready: number;
  rejected: number;
  invalid: number;
  failed: number;
  notSent: number;
};

export type EnrollmentSummary = {
  totals: EnrollmentTotals;
  /** Requests that the transport was asked for, repeated ones included. */
  requests: number;
  retries: number;
  /** What was strange on the way, in sentences for people; at most `maxOddities` of them. */
  oddities: string[];
};

export type EnrollmentReport = EnrollmentSummary & {
  /** In input order. */
  outcomes: LeadOutcome[];
};

export type EnrollmentProgress = {
  /** Leads read from the input so far. */
  read: number;
  /** Leads that have their outcome. */
  settled: number;
  enrolled: number;
  requests: number;
  retries: number;
};
