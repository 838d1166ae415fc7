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
const LONGEST_AFFIX = 9;

/** `Ph.D.` → `phd`; empty for what is too long to be a word that is looked for. */
function bare(word: string): string {
  if (word.length > LONGEST_AFFIX + 1) return '';
  return (word.includes('.') ? word.replaceAll('.', '') : word).toLowerCase();
}

/** Whether a text is nothing but a form of address, such as `Mr.` or `Dr`. */
export function isHonorific(text: string): boolean {
  return HONORIFICS.has(bare(text));
}

const isGeneration = (word: string) => GENERATIONS.has(bare(word));

function isSuffix(word: string): boolean {
  const suffix = bare(word);
  return GENERATIONS.has(suffix) || DEGREES.has(suffix);
}

const isLowerCase = (text: string) => text === text.toLowerCase();

/** The index in `parts`, between `from` and `to`, at which the last name begins. */
function lastNameStart(parts: readonly string[], from: number, to: number): number {
  if (PARTICLES.has(parts[from] ?? '') && !isLowerCase(parts[to - 1] ?? '')) return from;
  let start = to - 1;
  for (;;) {
    const before = parts[start - 1] ?? '';
    if (start > from + 1 && PARTICLES.has(before.toLowerCase())) start--;
    else if (start > from + 2 && CONJUNCTIONS.has(before)) start -= 2;
    else return start;
  }
}

/** `First Last` with what stands around it. `suffixes` were cut off before. */
function splitWords(fullName: string, suffixes: readonly string[]): PersonName {
  const parts = fullName.split(' ');
  let from = 0;
  let to = parts.length;
  while (from < to - 1 && isHonorific(parts[from] ?? '')) from++;
  while (to - 1 > from && isSuffix(parts[to - 1] ?? '')) to--;

  if (to - from === 1 && from === 0) return { firstName: parts[0] ?? '', lastName: '' };
  const start = to - from === 1 ? from : lastNameStart(parts, from, to);
  if (parts.length === 2 && from === 0 && start === 1 && to === 2 && suffixes.length === 0) {
    return { firstName: parts[0] ?? '', lastName: parts[1] ?? '' };
  }
  const generations = [...parts.slice(to), ...suffixes].filter(isGeneration);
  return {
    firstName: parts.slice(from, start).join(' '),
    lastName: [...parts.slice(start, to), ...generations].join(' '),
  };
}

/**
 * A full name in its two parts. The last word is the last name, with the particles before it (`Vincent` + `van Gogh`);
 * `Last, First` is turned round; forms of address and degrees are left out; `Jr.` and `III` stay with the last name.
 * A single word is a first name, unless a form of address stands before it. An address is no name.
 */
export function splitFullName(fullName: string): PersonName {
  if (fullName === '' || fullName.includes('@')) return { firstName: '', lastName: '' };
  if (!fullName.includes(',')) return splitWords(fullName, []);
  const sections = fullName
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
  if (isComplete || fullName === '' || fullName.includes('@')) return { firstName, lastName };
  const split = splitFullName(fullName);
  if (firstName === '' && lastName === '') return split;
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
