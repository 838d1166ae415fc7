import { decodeEntities } from './entities';

const placeholders = new Set([
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
const longestPlaceholder = Math.max(...Array.from(placeholders, (text) => text.length));

/** Has a 1 at the code of each first letter; most texts begin with another. */
const placeholderInitials = new Uint8Array(0x2015);
for (const { [0]: initial = '' } of placeholders) {
  placeholderInitials[initial.charCodeAt(0)] = 1;
  placeholderInitials[initial.toUpperCase().charCodeAt(0)] = 1;
}

function isPlaceholder(text: string): boolean {
  return text.length <= longestPlaceholder && placeholders.has(text.toLowerCase());
}

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

/** True when cleaning would change nothing; most values are like that, and this is a single pass without allocation. */
function isClean(text: string): boolean {
  let previous = space;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= space) {
      if (code !== space || previous === space) return false;
    } else if (code === ampersand) {
      if (text.charCodeAt(index + 1) !== space) return false;
    } else if (code >= 0x7f && isUnseen(code)) {
      return false;
    }
    previous = code;
  }
  return previous !== space;
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
  if (typeof value !== 'string' || value === '') return '';
  const text = isClean(value) ? value : thoroughlyCleaned(value);
  return placeholderInitials[text.charCodeAt(0)] === 1 && isPlaceholder(text) ? '' : text;
}
