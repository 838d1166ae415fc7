import { type Entries } from './input';
import { type LeadReader } from './lead-reader';
import { type Ledger } from './ledger';
import { type Outbox } from './outbox';
import { mergeLead } from './prepare-lead';
import { type LeadOutcome } from './report';
import { type Parts } from './run';
import { SeenLeads } from './seen-leads';
import { type Sender } from './sender';
import { type WaitingLead } from './waiting-lead';

/** Sends leads as they are read. Once the signal aborts, nothing more is read. */
export async function readStream<Entry>(
  entries: Entries<Entry>,
  parts: Parts<Entry>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const stream = new LeadStream(parts);
  if (Symbol.asyncIterator in entries) {
    for await (const entry of untilAborted(entries, signal)) await stream.take(entry);
  } else {
    // `for await` would allocate some 600 bytes for each lead that is there already.
    for (const entry of entries) {
      const sending = stream.take(entry);
      if (sending) await sending;
      if (signal?.aborted) break;
    }
  }
  await stream.end();
}

/** Ends an iteration as soon as the signal aborts, even while it waits for the next value. */
async function* untilAborted<Value>(
  values: AsyncIterable<Value>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Value> {
  const iterator = values[Symbol.asyncIterator]();
  let stop = () => {};
  const onAbort = () => {
    stop();
  };
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      // Not a race against one promise for all: that would keep something of each value until the end.
      const next = await new Promise<IteratorResult<Value> | undefined>((resolve, reject) => {
        stop = () => {
          resolve(undefined);
        };
        iterator.next().then(resolve, reject);
      });
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // An iterator that is still busy with its next value ends after that; nobody waits for it.
    Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

/**
 * The leads of a stream. What comes for an address that was sent before, and differs, waits until it is known what
 * became of the first: it is a correction of a lead that Leadterra took, else a lead of its own.
 */
class LeadStream<Entry> {
  readonly #reader: LeadReader<Entry>;
  readonly #outbox: Outbox;
  readonly #sender: Sender;
  readonly #ledger: Ledger;
  readonly #seen = new SeenLeads();
  readonly #later = new Map<string, { waiting: WaitingLead; first: number }>();
  /** The first leads of an address that Leadterra is not known to have taken. */
  readonly #notTaken = new Set<number>();
  readonly #onSettled = (index: number, { status }: LeadOutcome) => {
    if (!taken.has(status)) this.#notTaken.add(index);
  };

  constructor({ reader, outbox, sender, ledger }: Parts<Entry>) {
    this.#reader = reader;
    this.#outbox = outbox;
    this.#sender = sender;
    this.#ledger = ledger;
  }

  /** Takes the next entry; a promise where it has to wait for Leadterra before the one after it. */
  take(entry: Entry): Promise<void> | undefined {
    const checked = this.#reader.check(entry);
    if (!checked) return undefined;
    if ('optedOut' in checked) return this.#heedOptOut(checked.optedOut);
    const waiting = this.#reader.prepare(checked, this.#onSettled);
    const { lead } = waiting;
    const first = this.#seen.firstOrAdd(lead, waiting.index);
    if (!first) return this.#outbox.add(waiting);
    const unsent = this.#outbox.find(first.index) ?? this.#later.get(lead.email)?.waiting;
    if (unsent) mergeLead(unsent.lead, lead);
    if (unsent || first.same) this.#reader.settleDuplicate(waiting, first.index);
    else this.#later.set(lead.email, { waiting, first: first.index });
    return this.#later.size >= this.#sender.limits.leads ? this.#sendLater() : undefined;
  }

  async end(): Promise<void> {
    await this.#outbox.flush();
    await this.#sendLater();
  }

  #heedOptOut(email: string): undefined {
    const first = this.#seen.first(email);
    if (first !== undefined && !this.#outbox.find(first) && !this.#notTaken.has(first))
      this.#ledger.note(`${email} was sent before a later record said that this person must not be mailed.`);
  }

  async #sendLater(): Promise<void> {
    await this.#sender.idle();
    const later = [...this.#later.values()];
    this.#later.clear();
    const isCorrection = ({ first }: { first: number }) => !this.#notTaken.has(first);
    for (const one of later) {
      if (isCorrection(one)) one.waiting.correctionOf = one.first;
      // The first may have come through all the same.
      else one.waiting.verdict = 'unknown';
    }
    const [corrections, others] = [later.filter(isCorrection), later.filter((one) => !isCorrection(one))];
    for (const group of [corrections, others]) {
      const leads = group.map(({ waiting }) => waiting);
      const ready = await this.#outbox.sift(leads);
      if (ready.length > 0) await this.#sender.send(ready);
    }
    await this.#ledger.handOn();
  }
}

/** The outcomes of leads of which it is known what Leadterra made of them; others may be sent once more. */
const taken = new Set<LeadOutcome['status']>(['enrolled', 'left_out', 'unchanged', 'ready']);
