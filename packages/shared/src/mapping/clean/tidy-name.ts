import { lazily } from '../../lazily';

/** In lower case inside a last name. */
const lowered = new Set('van von der den ter ten zu zum zur de del della la y e bin ibn af av'.split(' '));
/** Numbers and initials that stay as they are. */
const kept = lazily(() => /^(?:[IVX]{1,4}|\p{L}{1,2})$/u);
/** Letters whose other case depends on the language: Turkish has two of I. */
const turkish = /[İıŞşĞğ]/;
const isCased = lazily(() => /^[\p{L}\p{M} .'’-]+$/u);
const wordStart = lazily(() => /(?<![\p{L}\p{M}])\p{L}/gu);

function capitalised(word: string): string {
  const first = word.toLowerCase().replace(wordStart(), (letter) => letter.toUpperCase());
  return first.replace(/Mc(\p{L})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

function tidied(name: string): string {
  const words = name.split(' ');
  return words
    .map((word, index) => {
      const lower = word.toLowerCase();
      if (lowered.has(lower) && index < words.length - 1) return lower;
      return kept().test(word) && word !== lower ? word : capitalised(word);
    })
    .join(' ');
}

/** `Ava`: nearly all names need no closer look. */
const mixed = /[A-Z][a-z]/;

/**
 * A first or last name that somebody typed in capitals or in lower case only, as it is written: `JOHN`, `o'neil`, `VAN DER
 * BERG`. All others stay: `McDonald`, `van der Berg`, `JP`, and names in which a letter has no certain other case.
 */
export function tidyName(name: string): string {
  if (mixed.test(name)) return name;
  const isOneCase = (name === name.toUpperCase()) !== (name === name.toLowerCase());
  if (!isOneCase || name.length < 2 || !isCased().test(name) || turkish.test(name)) return name;
  return tidied(name);
}
