import { type LeadterraClient } from '../api/client';
import { invalidInput, LeadterraError } from '../api/errors';
import { type BulkUpsertAnswer } from '../api/schemas/bulk-upsert';
import { type Lead } from '../lead';
import { missingTokens } from '../personalization/tokens';
import { matchRefused, readCounts, type WaitingLead } from './batch-answer';
import { defaultBatchSize, defaultConcurrency, type EnrollmentInput } from './input';
import { checkLead, mergeLead, prepareLead } from './prepare-lead';
import { type EnrollmentSummary, type LeadOutcome, type SettledLead, Tally } from './report';
import { SeenLeads } from './seen-leads';

// After so many refused alone, with none accepted, a 400 is about the request and not about a lead.
const hopelessRefusals = 10;

/** A lead of the input that can be sent, its cleaned address, and what came later in a list for the same address. */
type CheckedLead = { index: number; email: string; given: Lead; later?: CheckedLead[] };

/** One run of the engine: reads the input, sends batches, settles every lead. */
export class Enrollment {
  readonly #client: LeadterraClient;
  readonly #input: EnrollmentInput;
  readonly #onSettled: (settled: SettledLead[]) => void | Promise<void>;
  readonly #concurrency: number;
  readonly #tally = new Tally();
  readonly #inFlight = new Set<Promise<unknown>>();
  /** Leads that came after a lead of the same address was sent, and differ from it. They are sent once that is done. */
  readonly #corrections = new Map<string, WaitingLead>();
  /** Settled while reading, not handed on yet. */
  #settledUnsent: SettledLead[] = [];
  /** Smaller than asked for once Leadterra has refused a batch for its size. */
  #batchSize: number;
  #stopped: LeadOutcome | undefined;
  #refusedAlone = 0;
  #unansweredBatches = 0;

  constructor(
    client: LeadterraClient,
    input: EnrollmentInput,
    onSettled: (settled: SettledLead[]) => void | Promise<void>,
  ) {
    this.#client = client;
    this.#input = input;
    this.#onSettled = onSettled;
    this.#batchSize = input.batchSize ?? defaultBatchSize;
    this.#concurrency = input.concurrency ?? defaultConcurrency;
  }

  async run(): Promise<EnrollmentSummary> {
    try {
      const { leads } = this.#input;
      await (isList(leads) ? this.#readList(leads) : this.#readStream(leads));
      await Promise.all(this.#inFlight);
      await this.#sendCorrections();
      await this.#handOn([]);
    } finally {
      await Promise.allSettled(this.#inFlight);
    }
    return this.#tally.summary();
  }

  /**
   * A list is looked through as a whole first, so that each address is sent once, with all that is known of it. What is
   * sent of a lead is written when its turn comes, while Leadterra is at work.
   */
  async #readList(leads: Lead[]): Promise<void> {
    const byEmail = new Map<string, CheckedLead>();
    for (const given of leads) {
      const checked = this.#check(given);
      if (!checked) continue;
      const first = byEmail.get(checked.email);
      if (!first) {
        byEmail.set(checked.email, checked);
        continue;
      }
      this.#settledUnsent.push({ index: checked.index, outcome: { status: 'duplicate', of: first.index } });
      (first.later ??= []).push(checked);
    }
    // One incomplete lead may have to stop all of them.
    if (this.#input.copy?.whenMissing === 'stop')
      for (const checked of byEmail.values()) this.#fillsCopy(this.#prepare(checked));

    let batch: WaitingLead[] = [];
    for (const checked of byEmail.values()) {
      const waiting = this.#prepare(checked);
      if (!this.#fillsCopy(waiting)) continue;
      batch.push(waiting);
      if (batch.length < this.#batchSize) continue;
      await this.#dispatch(batch);
      batch = [];
    }
    await this.#dispatch(batch);
  }

  /** A stream is sent as it is read. What comes too late to be merged becomes a correction. */
  async #readStream(leads: Iterable<Lead> | AsyncIterable<Lead>): Promise<void> {
    const seen = new SeenLeads();
    let batch: WaitingLead[] = [];
    const dispatchBatch = async () => {
      const complete = batch.filter((waiting) => this.#fillsCopy(waiting));
      batch = [];
      await this.#dispatch(complete);
    };
    const take = (given: Lead): Promise<void> | undefined => {
      const checked = this.#check(given);
      if (!checked) return undefined;
      const waiting = this.#prepare(checked);
      const { index, lead } = waiting;
      const first = seen.firstOrAdd(lead, index);
      if (!first) {
        batch.push(waiting);
        return batch.length < this.#batchSize ? undefined : dispatchBatch();
      }
      this.#settledUnsent.push({ index, outcome: { status: 'duplicate', of: first.index } });
      const earlier = batch.find((one) => one.index === first.index) ?? this.#corrections.get(lead.email);
      if (earlier) mergeLead(earlier.lead, lead);
      else if (!first.same) this.#corrections.set(lead.email, { index: first.index, lead, correction: true });
      return this.#corrections.size >= this.#batchSize ? this.#sendCorrections() : undefined;
    };
    if (Symbol.asyncIterator in leads) {
      for await (const given of leads) await take(given);
    } else {
      // `for await` would allocate some 600 bytes for each lead that is there already.
      for (const given of leads) {
        const sending = take(given);
        if (sending) await sending;
      }
    }
    await dispatchBatch();
  }

  /** Counts the next lead of the input. One that cannot be sent is settled. */
  #check(given: Lead): CheckedLead | undefined {
    const index = this.#tally.totals.input++;
    const checked = checkLead(given);
    if ('email' in checked) return { index, email: checked.email, given };
    this.#settledUnsent.push({ index, outcome: { status: 'invalid', reason: checked.reason } });
    return undefined;
  }

  #prepare({ index, email, given, later = [] }: CheckedLead): WaitingLead {
    const lead = prepareLead(given, email, (what) =>
      this.#tally.note(`Lead ${index + 1} was enrolled without ${what}.`),
    );
    for (const one of later) mergeLead(lead, this.#prepare(one).lead);
    return { index, lead };
  }

  /** Whether a lead can fill every token of the copy, where that is asked for. One that cannot is settled. */
  #fillsCopy({ index, lead }: WaitingLead): boolean {
    const { copy } = this.#input;
    if (!copy || copy.whenMissing === 'send') return true;
    const missing = missingTokens(lead, copy.tokens);
    if (missing.length === 0) return true;
    const reason = `It would leave ${missing.map((token) => `{{${token}}}`).join(', ')} blank.`;
    if (copy.whenMissing === 'stop') {
      throw invalidInput(
        `Lead ${index + 1}, ${lead.email}, cannot be enrolled. ${reason}`,
        'Complete it or leave it out.',
      );
    }
    this.#settledUnsent.push({ index, outcome: { status: 'invalid', reason } });
    return false;
  }

  /** Sends a batch as soon as there is room for one more. */
  async #dispatch(batch: WaitingLead[]): Promise<void> {
    if (batch.length === 0) return;
    while (this.#inFlight.size >= this.#concurrency) await Promise.race(this.#inFlight);
    // One that rejects stays, so that whoever waits next for the batches on their way gets its error.
    const sending: Promise<unknown> = this.#send(batch).then(() => this.#inFlight.delete(sending));
    this.#inFlight.add(sending);
    sending.catch(() => {});
  }

  /** Sends a batch, in parts where it must, until each of its leads has an outcome. Returns how many were refused. */
  async #send(batch: WaitingLead[], sentBefore = false): Promise<number> {
    const stopped = this.#whyStopped();
    if (stopped) return await this.#settle(batch, stopped);
    if (batch.length > this.#batchSize) return await this.#sendParts(batch, this.#batchSize, sentBefore);

    let retried: LeadterraError | undefined;
    let inDoubt = sentBefore;
    let answer: BulkUpsertAnswer;
    this.#tally.requests += 1;
    try {
      const { campaignId, customFieldsAs, deadline, signal } = this.#input;
      const leads = batch.map(({ lead }) => lead);
      const onRetry = (error: LeadterraError) => {
        retried = error;
        inDoubt ||= error.mayHaveActed;
        this.#tally.requests += 1;
        this.#tally.retries += 1;
      };
      answer = await this.#client.upsertLeads(
        { campaignId, customFieldsAs, leads },
        { deadline, signal, onRetry },
      );
    } catch (error) {
      if (!(error instanceof LeadterraError)) throw error;
      // Cancelled while it waited for its next try: it was sent, and what came of it is the earlier error.
      return await this.#refuse(batch, error.kind === 'cancelled' ? (retried ?? error) : error);
    }
    return await this.#accept(batch, answer, inDoubt);
  }

  async #sendParts(batch: WaitingLead[], size: number, sentBefore = false): Promise<number> {
    let refused = 0;
    for (let start = 0; start < batch.length; start += size) {
      refused += await this.#send(batch.slice(start, start + size), sentBefore);
    }
    return refused;
  }

  /** `inDoubt`: some of the leads may have been enrolled by an earlier try, so `updated` does not mean old. */
  async #accept(batch: WaitingLead[], answer: BulkUpsertAnswer, inDoubt: boolean): Promise<number> {
    this.#unansweredBatches = 0;
    const { named, strangers } = matchRefused(batch, answer.refused);
    const taken = batch.filter((lead) => !named.has(lead));
    const { counts, told, verdict, oddities } = readCounts(answer, taken.length);
    for (const oddity of oddities) this.#tally.note(`An answer for ${batch.length} leads is odd: ${oddity}.`);
    if (inDoubt)
      this.#tally.note('Leads were sent again after an unclear answer: those told to be updated may be new.');
    if (strangers > 0 && oddities.length === 0 && told < taken.length) {
      return (await this.#reject(named)) + (await this.#isolateUnnamed(taken, answer));
    }
    if (strangers > 0)
      this.#tally.note(`An answer for ${batch.length} leads is odd: it refuses leads that were not sent.`);
    if (!batch[0]?.correction) this.#tally.book(counts, taken.length);
    await this.#settle(taken, {
      status: 'accepted',
      ...(verdict && !inDoubt && strangers === 0 && { verdict }),
    });
    return await this.#reject(named);
  }

  /** An answer took some leads and refused others without saying which: ever smaller batches show it. */
  async #isolateUnnamed(batch: WaitingLead[], answer: BulkUpsertAnswer): Promise<number> {
    if (batch.length > 1) return await this.#sendParts(batch, Math.ceil(batch.length / 2), true);
    const reason = answer.refused[0]?.message ?? 'Leadterra refused it without a reason.';
    return await this.#settle(batch, { status: 'rejected', reason });
  }

  async #refuse(batch: WaitingLead[], error: LeadterraError): Promise<number> {
    switch (error.kind) {
      case 'too_large':
        if (batch.length === 1)
          return await this.#settle(batch, { status: 'rejected', reason: error.summary });
        this.#batchSize = Math.min(this.#batchSize, Math.ceil(batch.length / 2));
        return await this.#send(batch);
      case 'invalid_request':
        if (error.status === 422 || error.status === 400) return await this.#isolate(batch, error);
        return await this.#settle(batch, { status: 'failed', error });
      case 'authentication':
      case 'not_found':
        return await this.#stop(batch, error);
      case 'cancelled':
        return await this.#settle(batch, this.#whyStopped() ?? { status: 'not_sent', reason: 'deadline' });
      case 'server':
      case 'network':
      case 'timeout':
      case 'unexpected_answer':
      case 'rate_limited':
        // One batch may have met bad luck in all its tries; two in a row, with no answer in between, are an outage.
        this.#unansweredBatches += 1;
        if (this.#unansweredBatches >= 2) return await this.#stop(batch, error);
        return await this.#settle(batch, { status: 'failed', error });
      case 'invalid_input':
        return await this.#settle(batch, { status: 'failed', error });
    }
  }

  /** Takes the leads out that an answer refuses, and sends the others again. */
  async #isolate(batch: WaitingLead[], error: LeadterraError): Promise<number> {
    this.#unansweredBatches = 0;
    const { named } = matchRefused(batch, error.refused);
    if (named.size > 0) {
      const others = batch.filter((lead) => !named.has(lead));
      const refused = await this.#reject(named);
      return others.length > 0 ? refused + (await this.#send(others)) : refused;
    }
    if (batch.length === 1) {
      this.#refusedAlone += 1;
      const hopeless = error.status === 400 && this.#refusedAlone >= hopelessRefusals;
      if (hopeless && this.#tally.totals.accepted === 0) return await this.#stop(batch, error);
      return await this.#settle(batch, { status: 'rejected', reason: error.summary });
    }
    const half = Math.ceil(batch.length / 2);
    const refused = await this.#sendParts(batch, half);
    // Both halves went through whole: it was the size.
    if (refused === 0 && error.status === 400 && !this.#whyStopped())
      this.#batchSize = Math.min(this.#batchSize, half);
    return refused;
  }

  /** Ends all further sending: it would meet the same error. */
  async #stop(batch: WaitingLead[], error: LeadterraError): Promise<number> {
    this.#stopped = { status: 'failed', error };
    return await this.#settle(batch, this.#stopped);
  }

  #whyStopped(): LeadOutcome | undefined {
    const { signal, deadline } = this.#input;
    if (this.#stopped) return this.#stopped;
    if (signal?.aborted) return { status: 'not_sent', reason: 'aborted' };
    if (deadline !== undefined && this.#client.now() >= deadline)
      return { status: 'not_sent', reason: 'deadline' };
    return undefined;
  }

  async #settle(batch: WaitingLead[], outcome: LeadOutcome): Promise<number> {
    const settled: SettledLead[] = [];
    for (const { index, lead, correction } of batch) {
      if (!correction) settled.push({ index, outcome });
      else if (outcome.status !== 'accepted') {
        this.#tally.note(
          `The later record of ${lead.email} was not merged into the earlier one (${outcome.status}).`,
        );
      }
    }
    await this.#handOn(settled);
    return outcome.status === 'rejected' ? batch.length : 0;
  }

  async #reject(named: Map<WaitingLead, string>): Promise<number> {
    for (const [lead, reason] of named) await this.#settle([lead], { status: 'rejected', reason });
    return named.size;
  }

  async #handOn(settled: SettledLead[]): Promise<void> {
    const all = this.#settledUnsent.length > 0 ? this.#settledUnsent.concat(settled) : settled;
    this.#settledUnsent = [];
    if (all.length === 0) return;
    for (const { outcome } of all) this.#tally.settle(outcome);
    await this.#onSettled(all);
    this.#input.onProgress?.(this.#tally.progress());
  }

  async #sendCorrections(): Promise<void> {
    await Promise.all(this.#inFlight);
    const batch = [...this.#corrections.values()];
    this.#corrections.clear();
    if (batch.length > 0) await this.#send(batch);
  }
}

function isList(leads: EnrollmentInput['leads']): leads is Lead[] {
  return Array.isArray(leads);
}
