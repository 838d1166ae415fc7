import { randomInt } from 'node:crypto';

/** A number from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** Crockford's alphabet, which the ids on the documentation's pages are written in. */
const idLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const idLength = 16;

/**
 * Repeatable chance: the mulberry32 generator. The same seed gives the same numbers in the same order. By hand, so
 * that no update of a package changes what a seed stands for.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chance that nobody can foresee. */
export function realRandom(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}

/** A new id such as `camp_01HZA1TPNQ8RD4KF`. */
export function newId(prefix: string, random: Random): string {
  let id = `${prefix}_`;
  for (let i = 0; i < idLength; i++) id += idLetters.charAt(Math.floor(random() * idLetters.length));
  return id;
}
