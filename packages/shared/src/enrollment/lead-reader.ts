import { missingTokens, withFallbacks } from '../copy/render';
import { invalidInput } from '../error';
import { type Lead } from '../lead';
import { type EnrollmentSettings } from './input';
import { type Ledger } from './ledger';
import { prepareLead } from './prepare-lead';
import { type ReadAs } from './read-entry';
import { type WaitingLead } from './waiting-lead';

/** A lead of the input that has a usable address, in the place where it stands. */
export type CheckedLead = { index: number; email: string; given: Lead };

/** The address of a record that says that this person must not be mailed. */
type OptedOut = { optedOut: string };

/** Makes leads of the input ready to be sent, and settles those that cannot be. */
export class LeadReader<Entry> {
  readonly #settings: EnrollmentSettings;
  readonly #readAs: ReadAs<Entry>;
  readonly #ledger: Ledger;
  /** The addresses of people who must not be mailed, with the index of the record that says so. */
  readonly #optedOut = new Map<string, number>();

  constructor(settings: EnrollmentSettings, readAs: ReadAs<Entry>, ledger: Ledger) {
    this.#settings = settings;
    this.#readAs = readAs;
    this.#ledger = ledger;
  }

  /** Counts the next entry of the input. One that gives no lead is settled. */
  check(entry: Entry): CheckedLead | OptedOut | undefined {
    const index = this.#ledger.read();
    const read = this.#readAs(entry);
    if ('given' in read) return { index, email: read.email, given: read.given };
    this.#ledger.settleUnsent({ index }, read.outcome);
    if (read.outcome.status !== 'opted_out' || read.email === undefined) return undefined;
    this.#optedOut.set(read.email, index);
    return { optedOut: read.email };
  }

  prepare({ index, email, given }: CheckedLead, onSettled?: WaitingLead['onSettled']): WaitingLead {
    const lead = prepareLead(given, email, (what) =>
      this.#ledger.note(`Lead ${index + 1} was enrolled without ${what}.`),
    );
    // With all that most leads will have: what is added to an object later takes more memory.
    return { index, lead, onSettled, isSettled: false };
  }

  settleDuplicate({ index }: { index: number }, of: number): void {
    this.#ledger.settleUnsent({ index }, { status: 'duplicate', of });
  }

  /** Whether one lead that lacks a token of the copy is to stop all of them. */
  get mustAllBeComplete(): boolean {
    return this.#settings.copy?.whenMissing === 'stop';
  }

  /** Whether a record so far says that a person must not be mailed. */
  get hasOptOuts(): boolean {
    return this.#optedOut.size > 0;
  }

  /** Whether no record so far says that a person must not be mailed. A lead of whom one does is settled. */
  isMailable(email: string, lead: Parameters<Ledger['settleUnsent']>[0]): boolean {
    const record = this.#optedOut.get(email);
    if (record === undefined) return true;
    const reason = `Record ${record + 1} has the same address, and says that this person must not be mailed.`;
    this.#ledger.settleUnsent(lead, { status: 'opted_out', reason });
    return false;
  }

  /** Gives a lead what the copy's tokens with a fallback stand for. A correction does not bring fallbacks along. */
  addFallbacks(waiting: WaitingLead): void {
    const { tokens = [] } = this.#settings.copy ?? {};
    waiting.lead = withFallbacks(waiting.lead, tokens, { isPartial: waiting.correctionOf !== undefined });
  }

  /**
   * Whether a lead can fill every token of the copy, where that is asked for. One that cannot is settled.
   * @throws LeadterraError (`invalid_input`) where it is to stop all of them
   */
  fillsCopy(waiting: WaitingLead): boolean {
    const { index, lead } = waiting;
    const { copy } = this.#settings;
    if (!copy || copy.whenMissing === 'send') return true;
    const missing = missingTokens(lead, copy.tokens);
    if (missing.length === 0) return true;
    if (copy.whenMissing === 'stop') {
      throw invalidInput(
        `Lead ${index + 1}, ${lead.email}, cannot be enrolled: it would leave ${spelled(missing)} blank.`,
        'Complete it or leave it out.',
      );
    }
    this.#ledger.settleUnsent(waiting, { status: 'incomplete', missing });
    return false;
  }
}

function spelled(tokens: string[]): string {
  return tokens.map((token) => `[[${token}]]`).join(', ');
}
