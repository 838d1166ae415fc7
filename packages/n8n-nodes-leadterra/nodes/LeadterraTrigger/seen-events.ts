import { createHash } from 'node:crypto';
import { array, number, object, string } from '../shared/core';

const hour = 3_600_000;
/** Leadterra repeats a delivery for about 11 hours. */
const keptFor = 24 * hour;
const mostEvents = 10_000;
const eventsPerBucket = 500;
/** 48 bits in base64: that a new event looks like one of 10,000 seen ones happens once in 28 billion. */
const hashLength = 8;

const stored = array(object({ since: number(), hashes: string() }));
/** Events that came one after the other: when the first of them came, and the hashes of all. */
type Bucket = { since: number; hashes: string };

/**
 * The events of one trigger that have started the workflow. They live in memory, where deliveries that come at the
 * same time see each other, and are stored with each change, for the time after a restart. Times in epoch
 * milliseconds.
 */
export class SeenEvents {
  readonly #hashes = new Set<string>();
  #buckets: Bucket[] = [];
  /** The bucket that this process fills; those from elsewhere are only read. */
  #open: Bucket | undefined;

  has(eventKey: string): boolean {
    return this.#hashes.has(hash(eventKey));
  }

  add(eventKey: string, now: number): void {
    const isFull = (this.#open?.hashes.length ?? 0) >= eventsPerBucket * hashLength;
    if (!this.#open || isFull || now - this.#open.since >= hour) {
      this.#dropOld(now);
      this.#open = { since: now, hashes: '' };
      this.#buckets.push(this.#open);
    }
    this.#open.hashes += hash(eventKey);
    this.#hashes.add(hash(eventKey));
  }

  /** Takes an event back that did not start the workflow after all. */
  forget(eventKey: string): void {
    this.#hashes.delete(hash(eventKey));
  }

  /** Takes over what was stored before a restart, or by another process. */
  merge(data: unknown): void {
    for (const bucket of stored.safeParse(data).data ?? []) {
      const mine = this.#buckets.find(({ since }) => since === bucket.since);
      if (mine && mine.hashes.length >= bucket.hashes.length) continue;
      for (let start = mine?.hashes.length ?? 0; start < bucket.hashes.length; start += hashLength)
        this.#hashes.add(bucket.hashes.slice(start, start + hashLength));
      if (mine) mine.hashes = bucket.hashes;
      else this.#buckets.push(bucket);
    }
  }

  /** A copy, because n8n watches the objects that it stores for changes. */
  toStored(): Bucket[] {
    return this.#buckets.map((bucket) => ({ ...bucket }));
  }

  /** Makes room for another bucket. */
  #dropOld(now: number): void {
    this.#buckets.sort((one, other) => one.since - other.since);
    const isOld = ({ since }: Bucket) => since + hour + keptFor < now;
    const isTooMuch = () => this.#hashes.size > mostEvents - eventsPerBucket;
    for (let oldest = this.#buckets[0]; oldest && (isOld(oldest) || isTooMuch()); oldest = this.#buckets[0]) {
      this.#buckets.shift();
      for (let start = 0; start < oldest.hashes.length; start += hashLength)
        this.#hashes.delete(oldest.hashes.slice(start, start + hashLength));
    }
  }
}

function hash(eventKey: string): string {
  return createHash('sha256').update(eventKey).digest('base64url').slice(0, hashLength);
}
