import { WordFilter } from './word-filter';

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
    'dipl-ing med drs dhr mevr mag mgr dra univ univ-prof rer habil mudr judr phdr dkfm señor señora lt',
);
/** Part of the last name: father and son differ by it. */
const generations = words('jr sr ii iii iv');
/** Not part of the name. */
const degrees = words(
  'phd md mba dds esq cpa cfa jd msc bsc pmp llm mph rn phr sphr shrm-scp shrm-cp 様 さん 氏 殿 先生 님 씨',
);
/** The end of a company's name. The second list counts as it is spelled only, for `Ag` and `Sa` may be names. */
const legalForms = words(
  'inc llc ltd limited gmbh mbh corp corporation plc llp pty ltda sarl srl company doo sro',
);
const spelledLegalForms = words('AG KG UG BV NV OY AB SA SAS SE SL SpA SPA oo');

/** `Ph.D.` → `phd`. */
const bare = (word: string) => word.replaceAll('.', '').toLowerCase();

export const isHonorific = (word: string) => honorifics.has(bare(word));
export const isGeneration = (word: string) => generations.has(bare(word));
export const isSuffix = (word: string) => isGeneration(word) || degrees.has(bare(word));

const oneOf = (...lists: ReadonlySet<string>[]) => lists.flatMap((list) => [...list]).join('|');
/** For regular expressions: words that stand before a name, and words that stand after one or after a company's. */
export const honorificPattern = oneOf(honorifics);
export const suffixPattern = oneOf(generations, degrees, legalForms, spelledLegalForms);

/** The first words of what a mailbox or a part of a firm is called, so that most names need no closer look. */
const functionBeginnings = new WordFilter(() =>
  (
    'accounts account accounting sales team support customer service services care reception info information office admin ' +
    'administration no reply noreply help helpdesk billing hr human marketing department front contact general mail mailbox ' +
    'management staff finance purchasing procurement orders order shop webmaster postmaster newsletter press media careers ' +
    'jobs recruiting recruitment operations technical hello invoices payments payroll legal booking bookings reservations ' +
    'events feedback privacy buchhaltung vertrieb einkauf empfang rezeption sekretariat verwaltung kundenservice zentrale ' +
    'comptabilité accueil ventas administración recepción compras'
  ).split(' '),
);

/** Whether a first name may be the beginning of a name like `Accounts Payable`. */
export const mayBeFunction = (firstName: string) => {
  const end = firstName.indexOf(' ');
  return functionBeginnings.has(end === -1 ? firstName : firstName.slice(0, end));
};

const legalWords = new WordFilter(() => legalForms);

/** Whether a word is the end of a company's name. */
export function isLegalForm(word: string): boolean {
  const undotted = word.includes('.') ? word.replaceAll('.', '') : word;
  return legalWords.has(undotted) || spelledLegalForms.has(undotted);
}

/** The first words of honorifics, so that most texts need no closer look. */
const honorificWords = new WordFilter(() => honorifics);

/** Whether a text may begin with a form of address. */
export function mayBeginWithHonorific(text: string): boolean {
  let end = 0;
  // Past the end stands '', which is in every text.
  while (!' ./&'.includes(text.charAt(end))) end++;
  return honorificWords.hasPart(text, 0, end);
}

/** Whether a name of several words ends as only companies' names do: `Acme Inc.`, `Stone GmbH`. */
export const isCompanyName = (name: string) => isLegalForm(name.slice(name.lastIndexOf(' ') + 1));
