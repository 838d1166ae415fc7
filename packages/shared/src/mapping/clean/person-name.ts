import { cleanText } from './text';

export type PersonName = { firstName: string; lastName: string };

const words = (list: string) => new Set(list.split(' '));

/** Words that begin a last name. */
const PARTICLES = words(
  'van von der den de del della dello di da das do dos du des la le el al bin ibn ben bint abu ter ten te zu zum zur af av',
);
/** Words that join two last names, in lower case only (`Ortega y Gasset`). */
const CONJUNCTIONS = words('y e i');
const HONORIFICS = words(
  'mr mrs ms miss mx dr prof professor sir herr frau mme mlle monsieur madame sr sra srta dott ing drs dhr mevr',
);
/** Part of the last name: father and son differ by it. */
const GENERATIONS = words('jr sr ii iii iv');
/** Not part of the name. */
const DEGREES = words('phd md mba dds esq cpa cfa jd msc bsc pmp llm mph rn');
/** The end of a company's name; the second list counts in capitals only, for `Ag` and `Kg` may be somebody's name. */
const LEGAL_FORMS = words('inc llc ltd limited gmbh mbh corp corporation plc llp pty ltda sarl srl company');
const CAPITAL_LEGAL_FORMS = words('AG KG UG BV NV OY');
const LONGEST_AFFIX = 11;
const LOWER_CASE_A = 0x61;

/** `Ph.D.` → `phd`; empty for what is too long to be a word that is looked for. */
function bare(word: string): string {
  if (word.length > LONGEST_AFFIX + 1) return '';
  return (word.includes('.') ? word.replaceAll('.', '') : word).toLowerCase();
}

const isHonorific = (word: string) => HONORIFICS.has(bare(word));

/** Whether a text is nothing but forms of address, such as `Mr.`, `Herr Dr.` or `Mr/Mrs`. */
export function isFormOfAddress(text: string): boolean {
  return text.split(/[ /&]+/).every(isHonorific);
}

/** A first or last name; empty for an address, which CRMs put there when they know no name. */
export function partOfName(text: string): string {
  return text.includes('@') ? '' : text;
}

/** Whether a name ends as only companies' names do: `Acme Inc.`, `Stone GmbH`. */
export function isCompanyName(name: string): boolean {
  const lastWord = name.slice(name.lastIndexOf(' ') + 1);
  if (lastWord === name) return false;
  return LEGAL_FORMS.has(bare(lastWord)) || CAPITAL_LEGAL_FORMS.has(lastWord.replaceAll('.', ''));
}

const isGeneration = (word: string) => GENERATIONS.has(bare(word));

function isSuffix(word: string): boolean {
  const suffix = bare(word);
  return GENERATIONS.has(suffix) || DEGREES.has(suffix);
}

const oneOf = (...lists: ReadonlySet<string>[]) => lists.flatMap((list) => [...list]).join('|');

/** What makes more, or less, of a text than a first and a last name. Nearly no name has any of it. */
const suffixes = oneOf(GENERATIONS, DEGREES, LEGAL_FORMS, CAPITAL_LEGAL_FORMS);
const HAS_AFFIX = new RegExp(`[.,@#("“\\d]|^(?:${oneOf(HONORIFICS)}) | (?:${suffixes})$`, 'i');

/** `(Acme)`, `"Rocky"`: what stands in a name in brackets or quotes. */
const ASIDE = /[("“][^()"“”]*[)"”]/g;

/** An address, an order number, a company: what stands where a name should. */
function isNoName(text: string): boolean {
  return /[@#]/.test(text) || !/\p{L}/u.test(text) || isCompanyName(text);
}

const isLowerCase = (text: string) => text === text.toLowerCase();

/** The index of the first letter of the word that ends before the space at `start - 1`. */
const wordBefore = (name: string, start: number) => name.lastIndexOf(' ', start - 2) + 1;

/** The index at which the last name begins in a name of several words. */
function lastNameStart(name: string): number {
  let start = name.lastIndexOf(' ') + 1;
  const isFirstLowerCase = name.charCodeAt(0) >= LOWER_CASE_A;
  if (
    isFirstLowerCase &&
    PARTICLES.has(name.slice(0, name.indexOf(' '))) &&
    !isLowerCase(name.slice(start))
  ) {
    return 0;
  }
  for (let before = wordBefore(name, start); before > 0; before = wordBefore(name, start)) {
    const word = name.slice(before, start - 1);
    const joined = CONJUNCTIONS.has(word) ? wordBefore(name, before) : 0;
    if (PARTICLES.has(word.toLowerCase())) start = before;
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

/** `First Last` with what stands around it. `suffixes` were cut off before. */
function splitWords(fullName: string, suffixes: readonly string[]): PersonName {
  const parts = fullName.split(' ');
  let from = 0;
  let to = parts.length;
  while (from < to - 1 && (isHonorific(parts[from] ?? '') || (from > 0 && parts[from] === '&'))) from++;
  while (to - 1 > from && isSuffix(parts[to - 1] ?? '')) to--;

  const name = splitPlainName(parts.slice(from, to).join(' '));
  if (to - from === 1 && from === 0) return name;
  const { firstName, lastName } = to - from === 1 ? { firstName: '', lastName: name.firstName } : name;
  const generations = [...parts.slice(to), ...suffixes].filter(isGeneration);
  return { firstName, lastName: [lastName, ...generations].join(' ') };
}

/**
 * A full name in its two parts. The last word is the last name, with the particles before it (`Vincent` + `van Gogh`);
 * `Last, First` is turned round; forms of address and degrees are left out; `Jr.` and `III` stay with the last name.
 * A single word is a first name, unless a form of address stands before it. Asides in brackets or quotes are left out.
 * An address, a number or a company is no name.
 */
export function splitFullName(fullName: string): PersonName {
  if (!HAS_AFFIX.test(fullName)) return splitPlainName(fullName);
  if (isNoName(fullName)) return { firstName: '', lastName: '' };
  const name = cleanText(fullName.replace(ASIDE, ' '));
  if (!name.includes(',')) return splitWords(name, []);
  const sections = name
    .split(',')
    .map((section) => section.trim())
    .filter((section) => section !== '');
  const isAllSuffixes = (section: string) => section.split(' ').every(isSuffix);
  const end = sections.findLastIndex((section, index) => index === 0 || !isAllSuffixes(section)) + 1;
  const [first = '', second = ''] = sections;
  const suffixes = sections.slice(end).flatMap((section) => section.split(' '));
  if (end === 1) return splitWords(first, suffixes);
  const given = second.split(' ');
  return {
    firstName: given.filter((word) => !isHonorific(word) && !isSuffix(word)).join(' '),
    lastName: [first, ...[...given, ...suffixes].filter(isGeneration)].join(' '),
  };
}

const same = (one: string, other: string) =>
  one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase());

/**
 * First and last name from what a record says. A missing part comes from the full name. A "full name" that does not
 * hold the known part is the other part: sheets head their columns `Vorname | Name` and `Name | Surname`.
 */
export function completeName({
  firstName,
  lastName,
  fullName,
}: PersonName & { fullName: string }): PersonName {
  const isComplete = firstName !== '' && lastName !== '';
  if (isComplete || fullName === '') return { firstName, lastName };
  const split = splitFullName(fullName);
  if (firstName === '' && lastName === '') return split;
  if (split.firstName === '' && split.lastName === '') return { firstName, lastName };
  if (same(fullName, firstName + lastName)) return { firstName, lastName };
  if (lastName === '') {
    if (same(split.firstName, firstName)) return { firstName, lastName: split.lastName };
    const startsWithFirst = same(fullName.slice(0, firstName.length + 1), `${firstName} `);
    return { firstName, lastName: startsWithFirst ? fullName.slice(firstName.length + 1) : fullName };
  }
  if (same(split.lastName, lastName)) return { firstName: split.firstName, lastName };
  const endsWithLast = same(fullName.slice(-lastName.length - 1), ` ${lastName}`);
  return { firstName: endsWithLast ? fullName.slice(0, -lastName.length - 1) : fullName, lastName };
}
