import { type LeadterraError } from '../error';
import { type BatchLimits } from './batch-limits';
import { type Ledger } from './ledger';
import { type LeadOutcome } from './report';
import { isOpen, matchByEmail, type WaitingLead, without } from './waiting-lead';

/** After so many refused alone with the same words, one after the other, it is asked whether they are about everyone. */
const suspicious = 5;

/** One batch that Leadterra refused, being taken apart. */
type Trial = {
  batch: WaitingLead[];
  error: LeadterraError;
  /** Refused alone with the same words, with no lead of the batch taken in between: not settled yet. */
  suspects: { lead: WaitingLead; error: LeadterraError }[];
  /** What was left of a batch without those at the positions that its error named. */
  unhinted?: WaitingLead[];
};

/** What a refused batch needs of whoever sends: as `Sender` has it. */
type Sending = {
  limits: BatchLimits;
  send: (batch: WaitingLead[]) => Promise<boolean>;
  stop: (error: LeadterraError) => LeadOutcome;
};

/** Finds the leads that a refusal is about: by their addresses, else by sending ever smaller parts. */
export class Isolation {
  readonly #sender: Sending;
  readonly #ledger: Ledger;
  readonly #trials = new WeakMap<WaitingLead, Trial>();
  #lastWords: string | undefined;
  /** How many leads, of whatever batch, were refused alone with these words one after the other. */
  #inARow = 0;
  #lastTrial: Promise<unknown> = Promise.resolve();
  /** Where positions in errors count from, as far as is known; undefined once neither way has led to the lead. */
  #firstPosition: 0 | 1 | undefined = 0;

  constructor(sender: Sending, ledger: Ledger) {
    this.#sender = sender;
    this.#ledger = ledger;
  }

  /** Settles the leads of a refused batch that are to blame, and sends the others. */
  async find(batch: WaitingLead[], error: LeadterraError): Promise<void> {
    const trial = batch[0] && this.#trials.get(batch[0]);
    if (trial) return await this.#narrow(trial, batch, error);
    const earlier = this.#lastTrial;
    const finding = this.#begin(batch, error, earlier);
    this.#lastTrial = Promise.allSettled([earlier, finding]);
    await finding;
  }

  async #begin(batch: WaitingLead[], error: LeadterraError, earlier: Promise<unknown>): Promise<void> {
    // As long as nobody was enrolled, it may be about everyone: one batch is enough to find that out.
    if (this.#ledger.totals.enrolled === 0) await earlier;
    const trial: Trial = { batch, error, suspects: [] };
    for (const lead of batch) this.#trials.set(lead, trial);
    await this.#narrow(trial, batch, error);
    await this.#convict(trial);
  }

  async #narrow(trial: Trial, batch: WaitingLead[], error: LeadterraError): Promise<void> {
    // No page says whether others of a refused request may have been taken.
    for (const lead of batch) {
      lead.unlessSentAgain ??= { status: 'failed', error };
      lead.verdict ??= 'unknown';
    }
    const { named } = matchByEmail(batch, error.refused);
    for (const [lead, reason] of named)
      await this.#ledger.settle([lead], () => ({ status: 'rejected', reason }));
    if (named.size > 0) {
      await this.#sendParts(trial, [without(batch, named)]);
      return;
    }
    const [first] = batch;
    if (first && batch.length === 1) return await this.#suspect(trial, first, error);
    if (batch === trial.unhinted) this.#firstPosition = this.#firstPosition === 0 ? 1 : undefined;
    const hinted = this.#hinted(batch, error);
    if (hinted.size > 0 && hinted.size < batch.length) {
      trial.unhinted = without(batch, hinted);
      await this.#sendParts(trial, [trial.unhinted, ...Array.from(hinted, (lead) => [lead])]);
      return;
    }
    const half = Math.ceil(batch.length / 2);
    const wereTaken = await this.#sendParts(trial, [batch.slice(0, half), batch.slice(half)]);
    // Both halves went through whole: it was the size.
    if (wereTaken && error.status === 400) this.#sender.limits.shrinkLeads(half);
  }

  /** The leads at the positions that an error names: where to look first, since no page says what they count from. */
  #hinted(batch: WaitingLead[], { refused }: LeadterraError): Set<WaitingLead> {
    const first = this.#firstPosition;
    if (first === undefined) return new Set();
    return new Set(refused.flatMap(({ index }) => (index === undefined ? [] : (batch[index - first] ?? []))));
  }

  /** Sends parts one after the other; resolves with whether Leadterra took all of the requests. */
  async #sendParts(trial: Trial, parts: WaitingLead[][]): Promise<boolean> {
    let all = true;
    for (const part of parts) {
      const untried = part.filter(isOpen);
      if (untried.length === 0) continue;
      const wasTaken = await this.#sender.send(untried.length === part.length ? part : untried);
      if (wasTaken) {
        this.#inARow = 0;
        await this.#convict(trial);
      }
      all &&= wasTaken;
    }
    return all;
  }

  /** Holds back a lead that was refused alone. If one that is far from it is refused in the same words, all would be. */
  async #suspect(trial: Trial, lead: WaitingLead, error: LeadterraError): Promise<void> {
    lead.wasRefusedAlone = true;
    const words = wordsOf(error);
    this.#inARow = words === this.#lastWords ? this.#inARow + 1 : 1;
    this.#lastWords = words;
    if (wordsOf(trial.suspects[0]?.error) !== words) await this.#convict(trial);
    trial.suspects.push({ lead, error });
    const count = trial.suspects.length;
    const farthest = trial.batch.findLast(isOpen);
    if (count === suspicious && farthest) await this.#sendParts(trial, [[farthest]]);
    const isAboutAll = this.#inARow >= 2 * suspicious && this.#ledger.totals.enrolled === 0;
    if (count <= suspicious && !isAboutAll) return;
    const outcome = this.#sender.stop(trial.error);
    const leads = trial.suspects.map((suspect) => suspect.lead);
    trial.suspects = [];
    await this.#ledger.settle(leads, () => outcome);
  }

  /** Settles those that were held back: it was about them. */
  async #convict(trial: Trial): Promise<void> {
    const { suspects } = trial;
    trial.suspects = [];
    for (const { lead, error } of suspects)
      await this.#ledger.settle([lead], () => ({ status: 'rejected', reason: reasonOf(error) }));
  }
}

/** Leadterra's words, without what differs from request to request. */
function wordsOf(error: LeadterraError | undefined): string | undefined {
  return error?.said?.replace(/\d+/g, '#');
}

/** Why Leadterra refuses a lead that it was sent alone. */
function reasonOf({ refused, said, status }: LeadterraError): string {
  return refused[0]?.message ?? (said || `Leadterra refused it without a reason (${status ?? 'no status'}).`);
}
