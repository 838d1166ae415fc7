import { decodeEntities } from './entities';
import { WordFilter } from './word-filter';

const placeholders = new WordFilter(() => [
  'n/a',
  '#n/a',
  'n.a.',
  'null',
  'none',
  'unknown',
  'undefined',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
  '...',
  '?',
  '??',
  '???',
  'tba',
  'tbd',
  'not available',
  'not provided',
  '[not provided]',
  '[object object]',
]);

const space = 0x20;
const ampersand = 0x26;

/** Code units that a reader sees as a blank. */
function isBlank(code: number): boolean {
  if (code < 0x1680) return code === space || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Zero-width joiner and non-joiner: part of the spelling in Persian and Indic names, junk between Latin letters. */
function isJoiner(code: number): boolean {
  return code === 0x200c || code === 0x200d;
}

/** Whether a code unit leaves no mark on the page: blanks, controls, marks of direction, zero-width characters. */
export function isUnseen(code: number): boolean {
  if (code < 0x2000) {
    return (
      code <= space ||
      (code >= 0x7f && code <= 0xa0) ||
      code === 0xad ||
      code === 0x061c ||
      code === 0x1680 ||
      code === 0x180e
    );
  }
  return (
    code <= 0x200f ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** What a text has in it; `untidy` when cleaning would change it. */
export const has = { upper: 1, lower: 2, letter: 4, slash: 8, odd: 16, untidy: 32 } as const;

const ordinary = " '-.,&()";
const features = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (code < space) return has.untidy;
  if (character >= 'A' && character <= 'Z') return has.upper;
  if (character >= 'a' && character <= 'z') return has.lower;
  if (character === '/') return has.slash;
  return ordinary.includes(character) ? 0 : has.odd;
});

/** Punctuation, symbols, emoji, surrogates and what stands behind them, but for the curly apostrophe. */
const isSymbol = (code: number) => (code >= 0x2010 && code < 0x2e80 && code !== 0x2019) || code >= 0xd800;

/** What a text has in it, as one number: a single pass without allocation, which for most texts is all that it takes. */
export function featuresOf(text: string): number {
  let found = 0;
  let previous = space;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x7f) {
      if (code === space && previous === space) found |= has.untidy;
      else if (code === ampersand && text.charCodeAt(index + 1) !== space) found |= has.untidy;
      found |= features[code] ?? 0;
    } else if (isUnseen(code)) found |= has.untidy;
    else found |= isSymbol(code) ? has.odd : has.letter;
    previous = code;
  }
  return previous === space ? found | has.untidy : found;
}

/** Drops what cannot be seen, makes each run of blanks one space, and trims. Linear in the length. */
function withoutInvisible(text: string): string {
  let cleaned = '';
  let keptFrom = 0;
  let previous = space;
  let pendingSpace = false;
  let pendingJoiner = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isUnseen(code)) {
      if (pendingSpace || pendingJoiner !== 0) {
        if (pendingSpace) cleaned += ' ';
        else if (previous > 0x7f && code > 0x7f) cleaned += String.fromCharCode(pendingJoiner);
        pendingSpace = false;
        pendingJoiner = 0;
      }
      previous = code;
      continue;
    }
    cleaned += text.slice(keptFrom, index);
    keptFrom = index + 1;
    if (isBlank(code)) pendingSpace = cleaned !== '';
    else if (isJoiner(code)) pendingJoiner ||= code;
  }
  return cleaned + text.slice(keptFrom);
}

// Cleaning can lay bare another entity or another blank (`&amp;nbsp;`), so it runs until nothing changes. Text that
// still changes after a few rounds was made to; it loses its ampersands, so that the result is final in any case.
const rounds = 4;

function thoroughlyCleaned(text: string): string {
  let current = withoutInvisible(text);
  for (let round = 0; current.includes('&'); round++) {
    const next = withoutInvisible(decodeEntities(round < rounds ? current : current.replaceAll('&', '')));
    if (next === current) break;
    current = next;
  }
  return current;
}

/**
 * A value as text: trimmed, each run of blanks one space, without control and invisible characters, entities decoded.
 * Accents, apostrophes and scripts stay. Empty for what is neither text nor a number, and for placeholders (`N/A`).
 */
export function cleanText(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value !== 'string') return '';
  return cleanedText(value, featuresOf(value));
}

/** As `cleanText`, of a text whose features are known. */
export function cleanedText(value: string, found: number): string {
  const text = (found & has.untidy) === 0 ? value : thoroughlyCleaned(value);
  return placeholders.has(text) ? '' : text;
}
