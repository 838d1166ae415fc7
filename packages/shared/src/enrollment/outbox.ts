import { type LeadReader } from './lead-reader';
import { type Recollection } from './recollection';
import { type Sender } from './sender';
import { type WaitingLead } from './waiting-lead';

type Reader = Pick<LeadReader<never>, 'isMailable' | 'fillsCopy' | 'addFallbacks'>;

/** Collects leads until they fill a request. What is not to be sent after all is sifted out shortly before. */
export class Outbox {
  readonly #reader: Reader;
  readonly #recollection: Recollection;
  readonly #sender: Sender;
  #unsifted: WaitingLead[] = [];
  #sifted: WaitingLead[] = [];

  constructor(reader: Reader, recollection: Recollection, sender: Sender) {
    this.#reader = reader;
    this.#recollection = recollection;
    this.#sender = sender;
  }

  /** Takes one more lead; a promise where there is something to wait for. */
  add(waiting: WaitingLead): Promise<void> | undefined {
    this.#unsifted.push(waiting);
    const isFull = this.#sifted.length + this.#unsifted.length >= this.#sender.limits.leads;
    return isFull ? this.#sendIfFull() : undefined;
  }

  /** The lead of this index, if it has not been sent yet. */
  find(index: number): WaitingLead | undefined {
    const isIt = (one: WaitingLead) => one.index === index;
    return this.#unsifted.find(isIt) ?? this.#sifted.find(isIt);
  }

  /** Sends what is left. */
  async flush(): Promise<void> {
    await this.#siftAll();
    await this.#send();
  }

  /** The leads that are to be sent. The others are settled. */
  async sift(leads: WaitingLead[]): Promise<WaitingLead[]> {
    // A correction takes nothing away from the lead that it belongs to.
    const fillsCopy = (one: WaitingLead) => one.correctionOf !== undefined || this.#reader.fillsCopy(one);
    const sendable = this.#mailable(leads).filter(fillsCopy);
    for (const one of sendable) this.#reader.addFallbacks(one);
    return await this.#recollection.withoutUnchanged(sendable);
  }

  async #sendIfFull(): Promise<void> {
    await this.#siftAll();
    if (this.#sifted.length >= this.#sender.limits.leads) await this.#send();
  }

  async #siftAll(): Promise<void> {
    const leads = this.#unsifted;
    this.#unsifted = [];
    this.#sifted = this.#sifted.concat(await this.sift(leads));
  }

  async #send(): Promise<void> {
    // Records that came since may say that one of these people must not be mailed.
    const batch = this.#mailable(this.#sifted);
    // A later record of the same address may have brought a value since.
    for (const one of batch) this.#reader.addFallbacks(one);
    this.#sifted = [];
    await this.#sender.dispatch(batch);
  }

  #mailable(leads: WaitingLead[]): WaitingLead[] {
    return leads.filter((one) => this.#reader.isMailable(one.lead.email, one));
  }
}
