import { createHash } from 'node:crypto';

import { array, number, object, string } from '../shared/core';

const hour = 3_600_000;
/** Leadterra repeats a delivery for about 11 hours. */
const keptFor = 24 * hour;
const mostEvents = 10_000;
const spareRoom = 500;
/** 48 bits in base64: that a new event looks like one of 10,000 seen ones happens once in 28 billion. */
const hashLength = 8;

const stored = array(object({ since: number(), hashes: string() }));
/** The events of one hour: when it began, and the hashes of all. */
type Bucket = { since: number; hashes: string };

/**
 * The events of one trigger that have started the workflow. They live in memory, where deliveries that come at the
 * same time see each other, and are stored with each change, for other processes and for the time after a restart.
 * An event that is only about to start the workflow is stored by its own delivery alone: if that one fails, Leadterra
 * delivers the event again, and nobody may have heard of it. Times in epoch milliseconds.
 */
export class SeenEvents {
  readonly #starting = new Map<string, Promise<void>>();
  readonly #hashes = new Set<string>();
  #buckets: Bucket[] = [];

  /** Whether the event has started the workflow. */
  has(eventKey: string): boolean {
    return this.#hashes.has(hash(eventKey));
  }

  /**
   * Lets one delivery start the workflow with an event. Where another one is about to, waits until that one has, or
   * has failed.
   * @param hasStarted whether this delivery has started the workflow, once that is known; must not reject
   * @returns what is to be stored if it does; undefined when the event has started the workflow before
   */
  async claim(eventKey: string, now: number, hasStarted: Promise<boolean>): Promise<Bucket[] | undefined> {
    const key = hash(eventKey);
    for (let other = this.#starting.get(key); other; other = this.#starting.get(key)) await other;
    if (this.#hashes.has(key)) return undefined;
    const settled = hasStarted.then((started) => {
      this.#starting.delete(key);
      if (started) this.#add(key, now);
    });
    this.#starting.set(key, settled);
    this.#dropOld(now);
    // A copy, because n8n watches the objects that it stores for changes.
    const copy = this.#buckets.map((bucket) => ({ ...bucket }));
    bucketAt(copy, now).hashes += key;
    return copy;
  }

  /** Takes over what was stored before a restart, or by another process. */
  merge(data: unknown): void {
    for (const { since, hashes } of stored.safeParse(data).data ?? []) {
      if (this.#buckets.some((mine) => mine.since === since && mine.hashes === hashes)) continue;
      for (const one of split(hashes)) this.#add(one, since);
    }
  }

  #add(one: string, now: number): void {
    if (this.#hashes.has(one)) return;
    this.#hashes.add(one);
    bucketAt(this.#buckets, now).hashes += one;
  }

  #dropOld(now: number): void {
    this.#buckets.sort((one, other) => one.since - other.since);
    for (let oldest = this.#buckets[0]; oldest; oldest = this.#buckets[0]) {
      const isOld = oldest.since + hour + keptFor < now;
      const tooMany = this.#hashes.size - mostEvents;
      if (!isOld && tooMany < 0) return;
      // Some more than must go, so that the next events need no room made.
      const end = isOld ? Infinity : (tooMany + spareRoom) * hashLength;
      for (const one of split(oldest.hashes.slice(0, end))) this.#hashes.delete(one);
      oldest.hashes = oldest.hashes.slice(end);
      if (oldest.hashes === '') this.#buckets.shift();
    }
  }
}

function bucketAt(buckets: Bucket[], now: number): Bucket {
  const since = now - (now % hour);
  const found = buckets.find((bucket) => bucket.since === since);
  if (found) return found;
  const added = { since, hashes: '' };
  buckets.push(added);
  return added;
}

function* split(hashes: string): Generator<string> {
  for (let start = 0; start < hashes.length; start += hashLength)
    yield hashes.slice(start, start + hashLength);
}

function hash(eventKey: string): string {
  return createHash('sha256').update(eventKey).digest('base64url').slice(0, hashLength);
}
