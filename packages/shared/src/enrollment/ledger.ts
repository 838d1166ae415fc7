import { type EnrollmentSettings } from './input';
import {
  type EnrollmentProgress,
  type EnrollmentSummary,
  type EnrollmentTotals,
  type LeadOutcome,
  type SettledLead,
  type Verdict,
} from './report';
import { type WaitingLead } from './waiting-lead';

/** Enough to see what is wrong; a million of the same sentence would help nobody. */
const maxOddities = 20;

const totalOf = {
  enrolled: 'enrolled',
  left_out: 'leftOut',
  unconfirmed: 'unconfirmed',
  duplicate: 'duplicate',
  incomplete: 'incomplete',
  opted_out: 'optedOut',
  unchanged: 'unchanged',
  ready: 'ready',
  rejected: 'rejected',
  invalid: 'invalid',
  failed: 'failed',
  not_sent: 'notSent',
} as const satisfies Record<LeadOutcome['status'], keyof EnrollmentTotals>;

type Sink = Pick<EnrollmentSettings, 'onProgress'> & {
  onEnrolled: (leads: WaitingLead[]) => Promise<void>;
  onSettled: (settled: SettledLead[]) => void | Promise<void>;
};

/** A lead, or an entry that gives none, of which nothing is sent. */
type Unsent = Pick<WaitingLead, 'index' | 'onSettled'> & Partial<Pick<WaitingLead, 'lead'>>;

/** The account of an enrollment: each lead's outcome is booked here once, and handed on. */
export class Ledger {
  readonly totals: EnrollmentTotals = {
    input: 0,
    enrolled: 0,
    leftOut: 0,
    unconfirmed: 0,
    duplicate: 0,
    incomplete: 0,
    optedOut: 0,
    unchanged: 0,
    ready: 0,
    rejected: 0,
    invalid: 0,
    failed: 0,
    notSent: 0,
  };
  requests = 0;
  retries = 0;
  readonly #sink: Sink;
  readonly #oddities = new Set<string>();
  /** Settled without a request, handed on with the next that had one. */
  #unhanded: SettledLead[] = [];

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Counts the next lead of the input and gives its index. */
  read(): number {
    return this.totals.input++;
  }

  /** Counts a request of a call, the `number`-th. */
  tried(number: number): void {
    this.requests += 1;
    if (number > 1) this.retries += 1;
  }

  /** Books what Leadterra told of enrolled leads. */
  tell(verdict: Verdict, count: number): void {
    this.totals[verdict] = (this.totals[verdict] ?? 0) + count;
  }

  note(oddity: string): void {
    if (this.#oddities.size < maxOddities) this.#oddities.add(oddity);
  }

  /** Settles a lead of the input that is not sent. */
  settleUnsent({ index, lead, onSettled }: Unsent, outcome: LeadOutcome): void {
    onSettled?.(index, outcome);
    this.#unhanded.push({ index, outcome, lead });
  }

  /** Settles leads after they were sent, or when they cannot be any more. Resolves when they were handed on. */
  async settle(leads: WaitingLead[], outcomeOf: (lead: WaitingLead) => LeadOutcome): Promise<void> {
    const enrolled: WaitingLead[] = [];
    const settled = leads.map((waiting) => {
      const outcome = outcomeOf(waiting);
      if (outcome.status === 'enrolled') enrolled.push(waiting);
      waiting.isSettled = true;
      const { index, lead } = waiting;
      waiting.onSettled?.(index, outcome);
      if (waiting.correctionOf === undefined) return { index, outcome, lead };
      if (outcome.status !== 'enrolled' && outcome.status !== 'ready')
        this.note(
          `The later record of ${lead.email} may not have been merged into the earlier one (${outcome.status}).`,
        );
      return { index, outcome: { status: 'duplicate' as const, of: waiting.correctionOf } };
    });
    await this.#sink.onEnrolled(enrolled);
    await this.handOn(settled);
  }

  /** Hands on what is settled. */
  async handOn(settled: SettledLead[] = []): Promise<void> {
    const all = this.#unhanded.length > 0 ? this.#unhanded.concat(settled) : settled;
    this.#unhanded = [];
    if (all.length === 0) return;
    for (const { outcome } of all) this.totals[totalOf[outcome.status]] += 1;
    await this.#sink.onSettled(all);
    this.#sink.onProgress?.(this.#progress());
  }

  summary(): EnrollmentSummary {
    const { totals, requests, retries } = this;
    return { totals, requests, retries, oddities: [...this.#oddities] };
  }

  #progress(): EnrollmentProgress {
    const { totals, requests, retries } = this;
    const settled = Object.values(totalOf).reduce((sum, name) => sum + totals[name], 0);
    return { read: totals.input, settled, enrolled: totals.enrolled, requests, retries };
  }
}
