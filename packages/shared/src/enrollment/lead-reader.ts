import { missingTokens } from '../copy/tokens';
import { invalidInput } from '../error';
import { type Lead } from '../lead';
import { type EnrollmentInput } from './input';
import { type Ledger } from './ledger';
import { checkLead, prepareLead } from './prepare-lead';
import { type WaitingLead } from './waiting-lead';

/** A lead of the input that has a usable address, in the place where it stands. */
export type CheckedLead = { index: number; email: string; given: Lead };

/** Makes leads of the input ready to be sent, and settles those that cannot be. */
export class LeadReader {
  readonly #input: EnrollmentInput;
  readonly #ledger: Ledger;

  constructor(input: EnrollmentInput, ledger: Ledger) {
    this.#input = input;
    this.#ledger = ledger;
  }

  /** Counts the next lead of the input. One that cannot be sent is settled. */
  check(given: Lead): CheckedLead | undefined {
    const index = this.#ledger.read();
    const checked = checkLead(given);
    if ('email' in checked) return { index, email: checked.email, given };
    this.#ledger.settleUnsent(index, { status: 'invalid', reason: checked.reason });
    return undefined;
  }

  prepare({ index, email, given }: CheckedLead): WaitingLead {
    const lead = prepareLead(given, email, (what) =>
      this.#ledger.note(`Lead ${index + 1} was enrolled without ${what}.`),
    );
    return { index, lead };
  }

  settleDuplicate({ index }: { index: number }, of: number): void {
    this.#ledger.settleUnsent(index, { status: 'duplicate', of });
  }

  /** Whether one lead that lacks a token of the copy is to stop all of them. */
  get mustAllBeComplete(): boolean {
    return this.#input.copy?.whenMissing === 'stop';
  }

  /**
   * Whether a lead can fill every token of the copy, where that is asked for. One that cannot is settled.
   * @throws LeadterraError (`invalid_input`) where it is to stop all of them
   */
  fillsCopy({ index, lead }: WaitingLead): boolean {
    const { copy } = this.#input;
    if (!copy || copy.whenMissing === 'send') return true;
    const missing = missingTokens(lead, copy.tokens);
    if (missing.length === 0) return true;
    if (copy.whenMissing === 'stop') {
      throw invalidInput(
        `Lead ${index + 1}, ${lead.email}, cannot be enrolled: it would leave ${spelled(missing)} blank.`,
        'Complete it or leave it out.',
      );
    }
    this.#ledger.settleUnsent(index, { status: 'incomplete', missing });
    return false;
  }
}

function spelled(tokens: string[]): string {
  return tokens.map((token) => `{{${token}}}`).join(', ');
}
