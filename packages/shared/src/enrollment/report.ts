import { type LeadterraError } from '../api/errors';

/** What became of one input lead. Every input lead has exactly one. */
export type LeadOutcome =
  /**
   * Leadterra took it. `verdict` is there only where the answer's counts prove it for this very lead: `skipped`
   * means that Leadterra left it out because it is on the suppression list.
   */
  | { status: 'accepted'; verdict?: 'created' | 'updated' | 'skipped' }
  /** The same address came earlier in this input, at index `of`; this record's fields were merged into that one. */
  | { status: 'duplicate'; of: number }
  /** Leadterra refused this lead. */
  | { status: 'rejected'; reason: string }
  /** Refused before anything was sent. */
  | { status: 'invalid'; reason: string }
  /** Not known to be enrolled, after retries. Enrolling it again is safe. */
  | { status: 'failed'; error: LeadterraError }
  | { status: 'not_sent'; reason: 'deadline' | 'aborted' };

/** A lead's place in the input, counted from 0, and what became of it. */
export type SettledLead = { index: number; outcome: LeadOutcome };

/**
 * Counts of outcomes. `accepted` is `created + updated + skipped + unaccounted`: the first three are what Leadterra
 * told (absent if it never did), the last is the rest, among it suppressed leads that its answer does not mention.
 */
export type EnrollmentTotals = {
  input: number;
  accepted: number;
  created?: number;
  updated?: number;
  skipped?: number;
  unaccounted: number;
  duplicate: number;
  rejected: number;
  invalid: number;
  failed: number;
  notSent: number;
};

export type EnrollmentSummary = {
  totals: EnrollmentTotals;
  /** Requests sent, repeated ones included. */
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
  accepted: number;
  requests: number;
  retries: number;
};

/** Enough to see what is wrong; a million of the same sentence would help nobody. */
export const maxOddities = 20;

const totalOf = {
  accepted: 'accepted',
  duplicate: 'duplicate',
  rejected: 'rejected',
  invalid: 'invalid',
  failed: 'failed',
  not_sent: 'notSent',
} as const satisfies Record<LeadOutcome['status'], keyof EnrollmentTotals>;

/** The running account of an enrollment. */
export class Tally {
  readonly totals: EnrollmentTotals = {
    input: 0,
    accepted: 0,
    unaccounted: 0,
    duplicate: 0,
    rejected: 0,
    invalid: 0,
    failed: 0,
    notSent: 0,
  };
  requests = 0;
  retries = 0;
  readonly #oddities = new Set<string>();

  settle(outcome: LeadOutcome): void {
    this.totals[totalOf[outcome.status]] += 1;
  }

  /** Books what an answer says of `taken` leads; what it does not say is unaccounted. */
  book(counts: { created?: number; updated?: number; skipped?: number }, taken: number): void {
    let told = 0;
    for (const name of ['created', 'updated', 'skipped'] as const) {
      const count = counts[name];
      if (count === undefined) continue;
      this.totals[name] = (this.totals[name] ?? 0) + count;
      told += count;
    }
    this.totals.unaccounted += taken - told;
  }

  note(oddity: string): void {
    if (this.#oddities.size < maxOddities) this.#oddities.add(oddity);
  }

  progress(): EnrollmentProgress {
    const { input, accepted, duplicate, rejected, invalid, failed, notSent } = this.totals;
    const settled = accepted + duplicate + rejected + invalid + failed + notSent;
    return { read: input, settled, accepted, requests: this.requests, retries: this.retries };
  }

  summary(): EnrollmentSummary {
    const { totals, requests, retries } = this;
    return { totals, requests, retries, oddities: [...this.#oddities] };
  }
}
