/** The words of a list that is written as a text. */
export const wordsIn = (text: string): readonly string[] => text.match(/\S+/g) ?? [];

const places = 4096;

/** A place for the word in a text by its length, its first, middle and last letter, whatever their case. */
function placeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) | 0x20;
  const middle = text.charCodeAt((start + end) >> 1) | 0x20;
  const last = text.charCodeAt(end - 1) | 0x20;
  return ((end - start) * 1_031 + first * 67 + middle * 29 + last) & (places - 1);
}

/** A set of short texts in lower case, which tells of nearly all others that they are none without looking them up. */
export class WordFilter {
  readonly #list: () => Iterable<string>;
  #words: ReadonlySet<string> | undefined;
  readonly #isTaken = new Uint8Array(places);

  /** `list` is read when a text is first looked for. */
  constructor(list: () => Iterable<string>) {
    this.#list = list;
  }

  #read(): ReadonlySet<string> {
    const words = new Set(this.#list());
    for (const word of words) this.#isTaken[placeOf(word, 0, word.length)] = 1;
    return words;
  }

  /** Whether the text is in the set, in upper or lower case. */
  has(text: string): boolean {
    return this.hasPart(text, 0, text.length);
  }

  /** As `has`, for the part of a text from `start` to before `end`. */
  hasPart(text: string, start: number, end: number): boolean {
    const words = (this.#words ??= this.#read());
    if (this.#isTaken[placeOf(text, start, end)] !== 1) return false;
    return words.has(text.slice(start, end).toLowerCase());
  }

  /** Whether any word between the blanks of a text is in the set, but for those that begin before `from`. */
  hasWordOf(text: string, from: number): boolean {
    for (let start = from; ;) {
      const blank = text.indexOf(' ', start);
      if (this.hasPart(text, start, blank === -1 ? text.length : blank)) return true;
      if (blank === -1) return false;
      start = blank + 1;
    }
  }

  /** Whether all words between the blanks of a text are in the set. */
  hasAllOf(text: string): boolean {
    for (let start = 0; ;) {
      const blank = text.indexOf(' ', start);
      if (!this.hasPart(text, start, blank === -1 ? text.length : blank)) return false;
      if (blank === -1) return true;
      start = blank + 1;
    }
  }
}
