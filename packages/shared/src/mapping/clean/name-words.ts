const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that begin a last name. */
export const PARTICLES = words(
  'van von der den de del della dello di da das do dos du des la le el al bin ibn ben bint abu ter ten te zu zum zur af ' +
    'av st st.',
);
/** Words that join two last names, in lower case only (`Ortega y Gasset`). */
export const CONJUNCTIONS = words('y e i');
const HONORIFICS = words(
  'mr mrs ms miss mx dr prof professor sir rev capt herr frau fr mme mlle monsieur madame sr sra srta dott ing dipl ' +
    'dipl-ing med drs dhr mevr',
);
/** Part of the last name: father and son differ by it. */
const GENERATIONS = words('jr sr ii iii iv');
/** Not part of the name. */
const DEGREES = words('phd md mba dds esq cpa cfa jd msc bsc pmp llm mph rn');
/** The end of a company's name. The second list counts as it is spelled only, for `Ag` and `Sa` may be names. */
const LEGAL_FORMS = words(
  'inc llc ltd limited gmbh mbh corp corporation plc llp pty ltda sarl srl company doo sro',
);
const SPELLED_LEGAL_FORMS = words('AG KG UG BV NV OY AB SA SAS SE SL SpA SPA oo');
/** What apps say of the account of a user. */
const ACCOUNT_ROLES = words('user lead contact admin member customer subscriber');
const LONGEST_WORD = 13;

/** `Ph.D.` → `phd`; empty for what is too long to be in a list. */
function bare(word: string): string {
  if (word.length > LONGEST_WORD) return '';
  return (word.includes('.') ? word.replaceAll('.', '') : word).toLowerCase();
}

export const isHonorific = (word: string) => HONORIFICS.has(bare(word));
export const isGeneration = (word: string) => GENERATIONS.has(bare(word));
export const isSuffix = (word: string) => isGeneration(word) || DEGREES.has(bare(word));

const oneOf = (...lists: ReadonlySet<string>[]) => lists.flatMap((list) => [...list]).join('|');
/** For regular expressions: words that stand before a name, and words that stand after one or after a company's. */
export const honorificPattern = oneOf(HONORIFICS);
export const suffixPattern = oneOf(GENERATIONS, DEGREES, LEGAL_FORMS, SPELLED_LEGAL_FORMS);

const SHORTEST_ADDRESS = 'a@b.co'.length;

/** A first or last name; empty for an address, which CRMs put there when they know no name. */
export function partOfName(text: string): string {
  return text.length >= SHORTEST_ADDRESS && text.includes('@') ? '' : text;
}

const LONGEST_NO_JOB = 20;
const NO_JOB = new RegExp(
  `^(?:(?!professor$)(?:${honorificPattern})\\.?(?:[ /&]+|$))+$|^(?:${oneOf(ACCOUNT_ROLES)})$`,
  'i',
);

/** A job title; empty for forms of address (`Dr.`, `Mr/Mrs`) and for the role of an account (`user`). */
export function jobTitleIn(text: string): string {
  return text.length <= LONGEST_NO_JOB && NO_JOB.test(text) ? '' : text;
}

/** Whether a name ends as only companies' names do: `Acme Inc.`, `Stone GmbH`. */
export function isCompanyName(name: string): boolean {
  const lastWord = name.slice(name.lastIndexOf(' ') + 1);
  if (lastWord === name) return false;
  return LEGAL_FORMS.has(bare(lastWord)) || SPELLED_LEGAL_FORMS.has(lastWord.replaceAll('.', ''));
}
