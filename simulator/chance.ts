/**
 * Random numbers that a seed decides (mulberry32). By hand and not from fast-check: here one seed is one history, on
 * whichever worker, and a history is plain data that shrinks by leaving parts of it out.
 */
export class Chance {
  #state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13);
    this.next();
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  oneIn(count: number): boolean {
    return this.next() * count < 1;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.next() * items.length)] ?? items[0];
  }

  /** Each of the numbers from 0 to `count - 1` with this probability, at most `most` of them. */
  some(count: number, probability: number, most = Infinity): number[] {
    const picked: number[] = [];
    for (let one = 0; one < count && picked.length < most; one++) {
      if (this.next() < probability) picked.push(one);
    }
    return picked;
  }
}
