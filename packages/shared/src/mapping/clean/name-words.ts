const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that begin a last name. */
export const particles = words(
  'van von der den de del della dello di da das do dos du des la le el al bin ibn ben bint abu ter ten te zu zum zur af ' +
    'av st st.',
);
/** Words that join two last names, in lower case only (`Ortega y Gasset`). */
export const conjunctions = words('y e i');
const honorifics = words(
  'mr mrs ms miss mx dr prof professor sir rev capt herr frau fr mme mlle monsieur madame sr sra srta dott ing dipl ' +
    'dipl-ing med drs dhr mevr',
);
/** Part of the last name: father and son differ by it. */
const generations = words('jr sr ii iii iv');
/** Not part of the name. */
const degrees = words('phd md mba dds esq cpa cfa jd msc bsc pmp llm mph rn');
/** The end of a company's name. The second list counts as it is spelled only, for `Ag` and `Sa` may be names. */
const legalForms = words(
  'inc llc ltd limited gmbh mbh corp corporation plc llp pty ltda sarl srl company doo sro',
);
const spelledLegalForms = words('AG KG UG BV NV OY AB SA SAS SE SL SpA SPA oo');
/** What apps say of the account of a user. */
const accountRoles = words('user lead contact admin member customer subscriber');
const longestWord = 13;

/** `Ph.D.` → `phd`; empty for what is too long to be in a list. */
function bare(word: string): string {
  if (word.length > longestWord) return '';
  return (word.includes('.') ? word.replaceAll('.', '') : word).toLowerCase();
}

export const isHonorific = (word: string) => honorifics.has(bare(word));
export const isGeneration = (word: string) => generations.has(bare(word));
export const isSuffix = (word: string) => isGeneration(word) || degrees.has(bare(word));

const oneOf = (...lists: ReadonlySet<string>[]) => lists.flatMap((list) => [...list]).join('|');
/** For regular expressions: words that stand before a name, and words that stand after one or after a company's. */
export const honorificPattern = oneOf(honorifics);
export const suffixPattern = oneOf(generations, degrees, legalForms, spelledLegalForms);

const shortestAddress = 'a@b.co'.length;

/** A first or last name; empty for an address, which CRMs put there when they know no name. */
export function partOfName(text: string): string {
  return text.length >= shortestAddress && text.includes('@') ? '' : text;
}

const longestNoJob = 20;
const noJob = new RegExp(
  `^(?:(?!professor$)(?:${honorificPattern})\\.?(?:[ /&]+|$))+$|^(?:${oneOf(accountRoles)})$`,
  'i',
);

/** A job title; empty for forms of address (`Dr.`, `Mr/Mrs`) and for the role of an account (`user`). */
export function jobTitleIn(text: string): string {
  return text.length <= longestNoJob && noJob.test(text) ? '' : text;
}

/** Whether a name ends as only companies' names do: `Acme Inc.`, `Stone GmbH`. */
export function isCompanyName(name: string): boolean {
  const lastWord = name.slice(name.lastIndexOf(' ') + 1);
  if (lastWord === name) return false;
  return legalForms.has(bare(lastWord)) || spelledLegalForms.has(lastWord.replaceAll('.', ''));
}
