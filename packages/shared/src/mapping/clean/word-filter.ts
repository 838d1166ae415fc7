const places = 4096;

/** A place for a word by its length, its first and its last letter, whatever their case. */
function placeOf(word: string): number {
  const first = word.charCodeAt(0) | 0x20;
  const last = word.charCodeAt(word.length - 1) | 0x20;
  return (word.length * 961 + first * 31 + last) & (places - 1);
}

/** A set of short texts in lower case, which tells of nearly all others that they are none without looking them up. */
export class WordFilter {
  readonly #words: ReadonlySet<string>;
  readonly #isTaken = new Uint8Array(places);

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    for (const word of this.#words) this.#isTaken[placeOf(word)] = 1;
  }

  /** Whether the text is in the set, in upper or lower case. */
  has(text: string): boolean {
    return this.#isTaken[placeOf(text)] === 1 && this.#words.has(text.toLowerCase());
  }
}
