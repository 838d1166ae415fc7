import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { type BulkUpsertAnswer } from '../api/schemas/bulk-upsert';
import { LeadterraError, type RefusedItem } from '../error';
import { BatchLimits } from './batch-limits';
import { leadsIn, type Proof, provenVerdict, readCounts, whyUnclear } from './counts';
import { defaultBatchSize, defaultConcurrency, type EnrollmentSettings } from './input';
import { Isolation } from './isolation';
import { type Ledger } from './ledger';
import { type LeadOutcome } from './report';
import { isLookedFor, isOpen, matchByEmail, type WaitingLead, without } from './waiting-lead';

/** Sends leads in batches, and goes on until each of them has an outcome. */
export class Sender {
  readonly limits: BatchLimits;
  readonly #client: LeadterraClient;
  readonly #input: EnrollmentSettings;
  readonly #ledger: Ledger;
  readonly #isolation: Isolation;
  readonly #inFlight = new Set<Promise<unknown>>();
  #stopped: LeadOutcome | undefined;
  #unanswered = 0;

  constructor(client: LeadterraClient, input: EnrollmentSettings, ledger: Ledger) {
    this.#client = client;
    this.#input = input;
    this.#ledger = ledger;
    this.limits = new BatchLimits(input.batchSize ?? defaultBatchSize);
    this.#isolation = new Isolation(this, ledger);
  }

  /** Sends a batch as soon as there is room for one more request. */
  async dispatch(batch: WaitingLead[]): Promise<void> {
    if (batch.length === 0) return;
    const most = this.#input.concurrency ?? defaultConcurrency;
    while (this.#inFlight.size >= most) await Promise.race(this.#inFlight);
    // One that rejects stays, so that whoever waits next for the batches on their way gets its error.
    const sending: Promise<unknown> = this.send(batch).then(() => this.#inFlight.delete(sending));
    this.#inFlight.add(sending);
    sending.catch(() => {});
  }

  /** Resolves when nothing is on its way any more; rejects with what ended one of the batches, if anything did. */
  async idle(): Promise<void> {
    await Promise.all(this.#inFlight);
  }

  /** As `idle`, but never rejects. */
  async finish(): Promise<void> {
    await Promise.allSettled(this.#inFlight);
  }

  /**
   * Sends a batch, in parts where it must. Resolves when each of its leads is settled, or held back as a suspect;
   * with whether Leadterra took the request, whatever it says of single leads.
   */
  async send(batch: WaitingLead[]): Promise<boolean> {
    const stopped = this.whyStopped();
    if (stopped) {
      await this.#ledger.settle(batch, ({ unlessSentAgain = stopped }) => unlessSentAgain);
      return false;
    }
    const parts = this.limits.split(batch);
    if (parts.length > 1) return await this.sendAll(parts);
    let retried: LeadterraError | undefined;
    try {
      const answer = await this.#request(batch, (error) => {
        retried = error;
        if (error.mayHaveActed) for (const waiting of batch) waiting.verdict ??= 'unknown';
      });
      this.#unanswered = 0;
      await this.#accept(batch, answer);
      return true;
    } catch (error) {
      if (!(error instanceof LeadterraError)) throw error;
      await this.#refuse(batch, error, retried);
      return false;
    }
  }

  /** Sends parts one after the other; resolves with whether Leadterra took all of the requests. */
  async sendAll(parts: WaitingLead[][]): Promise<boolean> {
    let all = true;
    for (const part of parts) {
      // What was sent of one part may have settled a lead of a later one.
      const open = part.filter(isOpen);
      if (open.length > 0) all = (await this.send(open)) && all;
    }
    return all;
  }

  /** The outcome of whatever has not been sent, where nothing may be sent, or nothing any more. */
  whyStopped(): LeadOutcome | undefined {
    const { signal, deadline, dryRun } = this.#input;
    if (this.#stopped) return this.#stopped;
    if (signal?.aborted) return { status: 'not_sent', reason: 'aborted' };
    if (deadline !== undefined && this.#client.now() >= deadline)
      return { status: 'not_sent', reason: 'deadline' };
    return dryRun ? { status: 'ready' } : undefined;
  }

  /** Ends all further sending: it would meet the same error. */
  stop(error: LeadterraError): LeadOutcome {
    this.#stopped ??= { status: 'failed', error };
    return this.#stopped;
  }

  async #request(batch: WaitingLead[], onRetry: (error: LeadterraError) => void): Promise<BulkUpsertAnswer> {
    const { campaignId, customFieldsAs } = this.#input;
    const leads = batch.map(({ lead }) => lead);
    return await this.#client.upsertLeads({ campaignId, customFieldsAs, leads }, this.#callOptions(onRetry));
  }

  #callOptions(onRetry?: (error: LeadterraError) => void): CallOptions {
    const { deadline, signal } = this.#input;
    return { deadline, signal, onRetry, onTry: (number) => this.#ledger.tried(number) };
  }

  async #accept(batch: WaitingLead[], answer: BulkUpsertAnswer): Promise<void> {
    const { named, others } = matchByEmail(batch, answer.refused);
    for (const [lead, reason] of named)
      await this.#ledger.settle([lead], () => ({ status: 'rejected', reason }));
    const rest = without(batch, named);
    if (rest.length === 0) return;
    const proof = readCounts(answer, rest.length);
    const tellOdd = (oddity: string) =>
      this.#ledger.note(`An answer for ${leadsIn(batch.length)} is odd: ${oddity}.`);
    proof.oddities.forEach(tellOdd);
    this.#tell(rest, proof);

    // An address that was not sent says nothing of those that were.
    const unnamed = others.filter(({ email }) => email === undefined);
    if (unnamed.length < others.length) tellOdd('it refuses leads that were not sent');
    if (proof.taken === rest.length && unnamed.length === 0) return await this.#settleEnrolled(rest, proof);
    if (proof.taken === 0 && unnamed.length === 0)
      return await this.#ledger.settle(rest, () => ({ status: 'left_out' }));
    if (proof.taken === 0 && rest.length === 1)
      return await this.#ledger.settle(rest, () => ({
        status: 'rejected',
        reason: unnamed[0]?.message ?? 'Leadterra refused it without a reason.',
      }));
    await this.#settleUnclear(rest, proof, unnamed);
  }

  /** Books what an answer tells. After an unclear one, what it calls new is new, but not what it calls updated. */
  #tell(leads: WaitingLead[], { taken, created, updated }: Proof): void {
    const isUnclear = leads.some(({ verdict }) => verdict === 'unknown');
    if (isUnclear && updated !== 0)
      this.#ledger.note(
        'Some leads were sent again, after an answer that settled nothing: those told to be updated may be new.',
      );
    if (taken === undefined || leads.some(({ correctionOf }) => correctionOf !== undefined)) return;
    const isFirst = leads.every(({ verdict }) => verdict === undefined);
    if (created !== undefined && (isFirst || isUnclear)) this.#ledger.tell('created', created);
    if (updated !== undefined && (isFirst || (isUnclear && updated === 0)))
      this.#ledger.tell('updated', updated);
  }

  async #settleEnrolled(leads: WaitingLead[], proof: Proof): Promise<void> {
    await this.#ledger.settle(leads, (waiting) => {
      const verdict = provenVerdict(waiting, proof);
      return verdict ? { status: 'enrolled', verdict } : { status: 'enrolled' };
    });
  }

  /** The counts prove that some of the leads were taken, and not which: halves show it, where that can do no harm. */
  async #settleUnclear(leads: WaitingLead[], proof: Proof, unnamed: RefusedItem[]): Promise<void> {
    const outcome: LeadOutcome = { status: 'unconfirmed', reason: whyUnclear(leads.length, proof, unnamed) };
    const mayFind =
      leads.length > 1 && proof.taken !== undefined && (isLookedFor(leads) || (await this.#maySendAgain()));
    if (!mayFind) return await this.#ledger.settle(leads, () => outcome);
    for (const waiting of leads) {
      waiting.unlessSentAgain = outcome;
      waiting.verdict = provenVerdict(waiting, proof) ?? 'unknown';
    }
    const half = Math.ceil(leads.length / 2);
    await this.sendAll([leads.slice(0, half), leads.slice(half)]);
  }

  async #maySendAgain(): Promise<boolean> {
    const { findLeftOut = 'auto', campaignId } = this.#input;
    if (findLeftOut !== 'auto') return findLeftOut === 'always';
    try {
      return (await this.#client.getCampaignStats(campaignId, this.#callOptions())).status === 'draft';
    } catch (error) {
      // What Leadterra does not tell is not known.
      if (error instanceof LeadterraError) return false;
      throw error;
    }
  }

  /** `retried`: the error of the try before, where the call was given up while it waited for the next. */
  async #refuse(batch: WaitingLead[], error: LeadterraError, retried?: LeadterraError): Promise<void> {
    const failed = (why: LeadterraError) =>
      this.#ledger.settle(
        batch,
        ({ unlessSentAgain }) => unlessSentAgain ?? { status: 'failed', error: why },
      );
    switch (error.kind) {
      case 'cancelled': {
        if (error.mayHaveActed || retried) return await failed(retried ?? error);
        // A pause that outlasts the deadline ends a call before the time is over.
        const late: LeadOutcome | undefined =
          error.code === 'deadline' ? { status: 'not_sent', reason: 'deadline' } : undefined;
        const stopped = this.whyStopped() ?? late;
        if (!stopped) return await failed(error);
        return await this.#ledger.settle(batch, ({ unlessSentAgain = stopped }) => unlessSentAgain);
      }
      case 'authentication':
      case 'not_found':
        this.stop(error);
        return await failed(error);
      case 'too_large':
        this.#unanswered = 0;
        return await this.#lighten(batch, error);
      case 'invalid_request':
        if (error.status === 422 || error.status === 400) {
          this.#unanswered = 0;
          return await this.#isolation.find(batch, error);
        }
        return await this.#giveUp(batch, error);
      case 'invalid_input':
        return await failed(error);
      case 'server':
      case 'network':
      case 'timeout':
      case 'unexpected_answer':
      case 'rate_limited':
        return await this.#giveUp(batch, error);
    }
  }

  /** One batch may have met bad luck in all its tries; two in a row, with no answer in between, are an outage. */
  async #giveUp(batch: WaitingLead[], error: LeadterraError): Promise<void> {
    this.#unanswered += 1;
    if (this.#unanswered >= 2) this.stop(error);
    await this.#ledger.settle(batch, ({ unlessSentAgain }) => unlessSentAgain ?? { status: 'failed', error });
  }

  async #lighten(batch: WaitingLead[], error: LeadterraError): Promise<void> {
    if (batch.length === 1)
      return await this.#ledger.settle(batch, () => ({
        status: 'rejected',
        reason: `It is too large for Leadterra (${error.status ?? 413}).`,
      }));
    for (const waiting of batch) waiting.unlessSentAgain ??= { status: 'failed', error };
    await this.sendAll(this.limits.lighten(batch));
  }
}
