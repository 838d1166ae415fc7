import { type EnrollmentSettings } from './input';
import { type Ledger } from './ledger';
import { contentOf } from './memory';
import { type WaitingLead } from './waiting-lead';

/** Holds back what was enrolled before, and remembers what is enrolled now. */
export class Recollection {
  readonly #settings: EnrollmentSettings;
  readonly #ledger: Ledger;
  /** The indexes of leads that are not sent whatever their fields: nor are corrections of them. */
  readonly #skipped = new Set<number>();

  constructor(settings: EnrollmentSettings, ledger: Ledger) {
    this.#settings = settings;
    this.#ledger = ledger;
  }

  /** The leads that are to be sent. The others are settled. */
  async withoutUnchanged(leads: WaitingLead[]): Promise<WaitingLead[]> {
    const { memory, enrolledBefore = 'send_changed', campaignId } = this.#settings;
    if (!memory || leads.length === 0) return leads;
    const known = await memory.recall(
      campaignId,
      leads.map(({ lead }) => lead.email),
    );
    return leads.filter((waiting, place) => {
      const { index, lead, correctionOf } = waiting;
      if (correctionOf !== undefined) {
        if (!this.#skipped.has(correctionOf)) return true;
        this.#ledger.settleUnsent({ index }, { status: 'duplicate', of: correctionOf });
        return false;
      }
      const content = known[place];
      if (content === undefined) return true;
      if (enrolledBefore === 'skip') this.#skipped.add(index);
      else if (content !== contentOf(lead)) return true;
      this.#ledger.settleUnsent(waiting, { status: 'unchanged' });
      return false;
    });
  }

  async remember(enrolled: WaitingLead[]): Promise<void> {
    const { memory, campaignId } = this.#settings;
    if (!memory || enrolled.length === 0) return;
    try {
      await memory.remember(
        campaignId,
        enrolled.map(({ lead }) => ({ email: lead.email, content: contentOf(lead) })),
      );
    } catch {
      this.#ledger.note('Some leads could not be remembered: the next run sends them again.');
    }
  }
}
