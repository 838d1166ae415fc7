import { type Lead, optionalLeadFields } from '../lead';

/**
 * Which addresses an input has held so far, where each came first, and what its record looked like, in 16 bytes per
 * slot: a Map of a million addresses takes some 120 MB, this takes 32. An address is known by a 64-bit hash, so the
 * chance that two different ones among a million are taken for one is about 1 in 37 million.
 */
export class SeenLeads {
  // Open addressing with linear probing, at most half full. Per slot: hash, hash, index + 1 (0 is a free slot), content.
  #slots = new Uint32Array(4 * 1024);
  #size = 0;

  /** Where the address came first, and whether its latest record was the same as this; undefined when it is new. */
  firstOrAdd(lead: Lead, index: number): { index: number; same: boolean } | undefined {
    const high = hash(lead.email, highSeed);
    const low = hash(lead.email, lowSeed);
    const content = contentHash(lead);
    const slot = this.#find(high, low);
    const taken = this.#slots[slot + 2] ?? 0;
    if (taken > 0) {
      const same = this.#slots[slot + 3] === content;
      this.#slots[slot + 3] = content;
      return { index: taken - 1, same };
    }
    this.#slots[slot] = high;
    this.#slots[slot + 1] = low;
    this.#slots[slot + 2] = index + 1;
    this.#slots[slot + 3] = content;
    this.#size += 1;
    if (8 * this.#size > this.#slots.length) this.#grow();
    return undefined;
  }

  /** Where the address came first; undefined when it has not come. */
  first(email: string): number | undefined {
    const taken = this.#slots[this.#find(hash(email, highSeed), hash(email, lowSeed)) + 2] ?? 0;
    return taken > 0 ? taken - 1 : undefined;
  }

  #find(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (low * 4) & mask;
    while (slots[slot + 2] !== 0 && !(slots[slot] === high && slots[slot + 1] === low))
      slot = (slot + 4) & mask;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    for (let slot = 0; slot < old.length; slot += 4) {
      if (old[slot + 2] === 0) continue;
      const target = this.#find(old[slot] ?? 0, old[slot + 1] ?? 0);
      for (let part = 0; part < 4; part++) this.#slots[target + part] = old[slot + part] ?? 0;
    }
  }
}

const highSeed = 0x9e3779b9;
const lowSeed = 0x85ebca6b;

function contentHash(lead: Lead): number {
  let value = 0;
  for (const field of optionalLeadFields) value = hash(lead[field] ?? '', value + 1);
  if (lead.customFields) value = hash(JSON.stringify(lead.customFields), value);
  return value;
}

// MurmurHash3's mixing, over UTF-16 units: what Node offers instead is a cryptographic hash, some ten times slower.
function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0xcc9e2d51);
    value = (value << 15) | (value >>> 17);
  }
  value = Math.imul(value ^ (value >>> 16) ^ text.length, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
