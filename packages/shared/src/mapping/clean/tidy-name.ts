import { lazily } from '../../lazily';
import { featuresOf, has } from './text';

/** In lower case inside a last name. */
const lowered = new Set('van von der den ter ten zu zum zur de del della la y e bin ibn af av'.split(' '));
/** Numbers and initials that stay as they are. */
const kept = lazily(() => /^(?:[IVX]{1,4}|\p{L}{1,2}\.?|(?:\p{L}\.)+)$/u);
/** Letters whose other case depends on the language: Turkish has two of I. */
const turkish = /[İıŞşĞğ]/;
const isCased = lazily(() => /^[\p{L}\p{M} .'’-]+$/u);
const wordStart = lazily(() => /(?<![\p{L}\p{M}])\p{L}/gu);

function capitalised(word: string): string {
  const first = word.toLowerCase().replace(wordStart(), (letter) => letter.toUpperCase());
  return first.replace(/^Mc(\p{L})(?=\p{L}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
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

const isUpperCode = (code: number) => code >= 0x41 && code <= 0x5a;
const isLowerCode = (code: number) => code >= 0x61 && code <= 0x7a;

/** `Ava`: nearly all names need no look at the rest. */
const beginsMixed = (name: string) => isUpperCode(name.charCodeAt(0)) && isLowerCode(name.charCodeAt(1));

/**
 * A first or last name that somebody typed in capitals or in lower case only, as it is written: `JOHN`, `o'neil`, `VAN DER
 * BERG`. All others stay: `McDonald`, `van der Berg`, `JP`, and names in which a letter has no certain other case.
 */
export function tidyName(name: string): string {
  if (beginsMixed(name)) return name;
  const found = featuresOf(name);
  const isMixed = (found & has.upper) !== 0 && (found & has.lower) !== 0;
  if (isMixed || (found & (has.upper | has.lower | has.letter)) === 0) return name;
  if (name.length < 2 || !isCased().test(name) || turkish.test(name)) return name;
  const isOneCase = name === name.toUpperCase() || name === name.toLowerCase();
  return isOneCase && name.toUpperCase() !== name.toLowerCase() ? tidied(name) : name;
}
