import { lazily } from '../../lazily';
import { isGivenName } from './given-names';
import {
  conjunctions,
  honorificPattern,
  isGeneration,
  isHonorific,
  isSuffix,
  particles,
  suffixPattern,
} from './name-words';
import { isFunction, isJob, isOrganisation } from './organisation';
import { cleanText } from './text';

export type PersonName = { firstName: string; lastName: string };

const lowerCaseA = 0x61;

const isLowerCase = (text: string) => text === text.toLowerCase();

/** The index of the first letter of the word that ends before the space at `start - 1`. */
const wordBefore = (name: string, start: number) => name.lastIndexOf(' ', start - 2) + 1;

/** The index at which the last name begins in a name of several words. */
function lastNameStart(name: string): number {
  let start = name.lastIndexOf(' ') + 1;
  const isFirstLowerCase = name.charCodeAt(0) >= lowerCaseA;
  if (
    isFirstLowerCase &&
    particles.has(name.slice(0, name.indexOf(' '))) &&
    !isLowerCase(name.slice(start))
  ) {
    return 0;
  }
  for (let before = wordBefore(name, start); before > 0; before = wordBefore(name, start)) {
    const word = name.slice(before, start - 1);
    const joined = conjunctions.has(word) ? wordBefore(name, before) : 0;
    if (particles.has(word.toLowerCase())) start = before;
    else if (joined > 0) start = joined;
    else break;
  }
  return start;
}

/** `First Last` with nothing around it. */
function splitPlainName(name: string): PersonName {
  if (!name.includes(' ')) return { firstName: name, lastName: '' };
  const start = lastNameStart(name);
  return { firstName: name.slice(0, Math.max(0, start - 1)), lastName: name.slice(start) };
}

/** What makes more, or less, of a text than a first and a last name. Nearly no name has any of it. */
const emptyWord = '(?:null|undefined|none|unknown)(?: |$)';
const isUnusual = lazily(
  () =>
    new RegExp(
      [
        String.raw`[^\p{L}\p{M} '’-]|['’-](?: |$)`,
        String.raw`^(?:['’-]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]|(?:${honorificPattern}) |${emptyWord})`,
        ` (?:['’-]|(?:and|und|et) |(?:${suffixPattern})$|${emptyWord})`,
      ].join('|'),
      'iu',
    ),
);

/** `"Ava Stone"`: quotes that a text brought along from a file. */
const quoted = /^["“]([^"“”]*)["”]$/;
/** `(Acme)`, `"Rocky"`: what stands in a name in brackets or quotes. */
const aside = /[("“][^()"“”]*[)"”]|(?<= )['‘][^'‘’]*['’](?= )/g;
/** `Ava Stone - Acme`, `Ava Stone | Sales`: the name is what stands before. */
const separator = / [-–—/•·] |[|;]/;
/** What stands between two people, or in the name of a company. */
const joiner = /^(?:&|\+|and|und|et)$/i;
/** `CEO`, `F.A.C.S.` */
const abbreviation = /^(?:[A-Z]{2,}(?:-[A-Z]{2,})*|(?:[A-Z]\.){3,})$/;
/** In these scripts the family name stands first. */
const familyFirst = lazily(() => /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]/u);

/** Templates leave `null` where a field was empty; an emoji is no name either. */
const isNameWord = (word: string) => joiner.test(word) || (/\p{L}/u.test(word) && cleanText(word) !== '');
const nameWords = (text: string): readonly string[] => text.split(' ').filter(isNameWord);

const nobody: PersonName = { firstName: '', lastName: '' };

type Words = readonly [string, ...string[]];
const isSome = (words: readonly string[]): words is Words => words.length > 0;

/** `First Last` with what stands around it. `suffixes` were cut off before. */
function splitWords(words: Words, suffixes: readonly string[]): PersonName {
  const from = words.findIndex((word, index) => !isHonorific(word) && (index === 0 || !joiner.test(word)));
  if (from === -1) return nobody;
  const to = words.findLastIndex((word) => !isSuffix(word)) + 1;

  const name = words.slice(from, to);
  if (!isSome(name) || name.some((word) => joiner.test(word))) return nobody;
  const [first, ...others] = name;
  if (others.length === 0 && from === 0) return { firstName: first, lastName: '' };
  const { firstName, lastName } =
    others.length === 0 || familyFirst().test(first)
      ? { firstName: others.join(' '), lastName: first }
      : splitPlainName(name.join(' '));
  const generations = [...words.slice(to), ...suffixes].filter(isGeneration);
  return { firstName, lastName: [lastName, ...generations].join(' ') };
}

/** `Last, First` rather than `First Last, Something`: `given` stands after the comma. Undefined where nobody can tell. */
function isTurned(first: Words, given: Words): boolean | undefined {
  const [begin] = first;
  const [next] = given;
  const bare = given.filter((word) => !isSuffix(word));
  if (isJob(bare) || isOrganisation(given.join(' '))) return false;
  // Four given names, or four words of anything.
  if (bare.length > 3)
    return isGivenName(begin) || (first.length > 1 && !isGivenName(next)) ? false : undefined;
  if (isGivenName(next) !== isGivenName(begin)) return isGivenName(next);
  if (first.length === 1 || particles.has(begin.toLowerCase())) return true;
  return isGivenName(begin) ? false : undefined;
}

/** A name with commas, each part as its words. */
function splitAtCommas(first: Words, others: readonly Words[]): PersonName {
  const isMixedCase = first.length > 1 && first.some((word) => word !== word.toUpperCase());
  const isAfterName = (word: string) =>
    isSuffix(word) || isHonorific(word) || (isMixedCase && abbreviation.test(word));
  const given = others.find((words) => !words.every(isAfterName));
  const suffixes = others.filter((words) => words !== given).flat();
  if (!given) return splitWords(first, suffixes);
  const turned = isTurned(first, given);
  if (turned === undefined) return nobody;
  if (!turned) return splitWords(first, suffixes);
  return {
    firstName: given.filter((word) => !isHonorific(word) && !isSuffix(word)).join(' '),
    lastName: [...first, ...[...given, ...suffixes].filter(isGeneration)].join(' '),
  };
}

/** `DOE Jane`, `DE LA CRUZ Ana`: a last name in capitals before a given name that is not. */
const capitalsFirst = lazily(() => /^(?:[\p{Lu}'’-]{2,} )+\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*$/u);

/**
 * A full name in its two parts. The last word is the last name, with the particles before it (`Vincent` + `van Gogh`);
 * `Last, First` is turned round; forms of address and degrees are left out; `Jr.` and `III` stay with the last name.
 * A single word is a first name, unless a form of address stands before it. Asides in brackets or quotes are left out,
 * and so is what follows a dash, and what follows a comma unless it is the given name. An address, a number, a company,
 * a mailbox or a couple is no name.
 */
function splitFullName(fullName: string): PersonName {
  if (isUnusual().test(fullName)) return splitUnusual(fullName);
  if (isOrganisation(fullName) || isFunction(fullName)) return nobody;
  return splitCapitalsFirst(fullName) ?? splitPlainName(fullName);
}

function splitCapitalsFirst(fullName: string): PersonName | undefined {
  // Nearly no name goes on in capitals.
  const second = fullName.charAt(1);
  if (second !== second.toUpperCase() || !capitalsFirst().test(fullName)) return undefined;
  const end = fullName.lastIndexOf(' ');
  const lastName = fullName.slice(0, end);
  const firstName = fullName.slice(end + 1);
  const isTurned = !lastName.split(' ').every(isGivenName) && (lastName.length > 2 || isGivenName(firstName));
  return isTurned ? { firstName, lastName } : undefined;
}

function splitUnusual(fullName: string): PersonName {
  const unquoted = fullName.replace(quoted, '$1').replace(aside, ' ');
  const end = unquoted.search(separator);
  const name = end === -1 ? unquoted : unquoted.slice(0, end);
  const whole = name.trim();
  const isCut = end !== -1 && whole.includes(' ');
  if (!isCut && isOrganisation(fullName)) return nobody;
  if (isOrganisation(whole) || isFunction(whole) || /[@#]/.test(whole)) return nobody;
  const [first, ...others] = name.split(',').map(nameWords).filter(isSome);
  return first ? splitAtCommas(first, others) : nobody;
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/**
 * What a full name adds to the first and last name of a record: a missing part. A "full name" that does not hold the
 * known part is the other part: sheets head their columns `Vorname | Name` and `Name | Surname`.
 */
export function completeName({
  firstName,
  lastName,
  fullName,
}: PersonName & { fullName: string }): Partial<PersonName> {
  if (firstName !== '' && lastName !== '') return {};
  const split = splitFullName(fullName);
  if (firstName === '' && lastName === '') return split;
  if ((split.firstName === '' && split.lastName === '') || same(fullName, firstName + lastName)) return {};
  if (lastName === '') {
    if (same(split.firstName, firstName)) return { lastName: split.lastName };
    const startsWithFirst = same(fullName.slice(0, firstName.length + 1), `${firstName} `);
    return { lastName: startsWithFirst ? fullName.slice(firstName.length + 1) : fullName };
  }
  if (same(split.lastName, lastName)) return { firstName: split.firstName };
  const endsWithLast = same(fullName.slice(-lastName.length - 1), ` ${lastName}`);
  return { firstName: endsWithLast ? fullName.slice(0, -lastName.length - 1) : fullName };
}
