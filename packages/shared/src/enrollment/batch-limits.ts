import { type WaitingLead } from './waiting-lead';

/** How large a batch may be. Both limits shrink where Leadterra refuses a batch for its size, and never grow again. */
export class BatchLimits {
  #leads: number;
  #bytes = Infinity;

  constructor(leads: number) {
    this.#leads = leads;
  }

  /** Leads in one batch. */
  get leads(): number {
    return this.#leads;
  }

  shrinkLeads(to: number): void {
    this.#leads = Math.min(this.#leads, to);
  }

  /**
   * Learns from a batch of several leads that was too large. Returns it in parts to try next: a lead that weighs more
   * than all others goes alone, and teaches nothing of other batches.
   */
  lighten(batch: WaitingLead[]): WaitingLead[][] {
    const total = bytesOf(batch);
    const giant = batch.find((waiting) => 2 * bytesOf([waiting]) > total);
    if (giant) return [batch.filter((waiting) => waiting !== giant), [giant]];
    this.#bytes = Math.min(this.#bytes, Math.ceil(total / 2));
    return this.split(batch);
  }

  /** The batch in parts that keep the limits, as long as one lead alone does. */
  split(batch: WaitingLead[]): WaitingLead[][] {
    if (batch.length <= this.#leads && this.#bytes === Infinity) return [batch];
    const parts: WaitingLead[][] = [];
    let part: WaitingLead[] = [];
    let bytes = 0;
    for (const waiting of batch) {
      // What weighs nothing is not weighed: to write each lead as JSON once more takes time.
      const own = this.#bytes === Infinity ? 0 : bytesOf([waiting]);
      if (part.length > 0 && (part.length >= this.#leads || bytes + own > this.#bytes)) {
        parts.push(part);
        part = [];
        bytes = 0;
      }
      part.push(waiting);
      bytes += own;
    }
    return part.length > 0 ? [...parts, part] : parts;
  }
}

/** What leads weigh as JSON, in bytes. */
function bytesOf(leads: WaitingLead[]): number {
  const encoder = new TextEncoder();
  return leads.reduce((sum, { lead }) => sum + encoder.encode(JSON.stringify(lead)).length + 1, 0);
}
