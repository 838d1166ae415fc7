import { isCompanyName } from './name-words';

const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that stand in names of organisations and in no person's. */
const ofOrganisations = wordSet(`
  university universitat universite universidad universidade universita universiteit uniwersytet college school schools hochschule
  institute institut instituto hospital clinic klinik klinikum clinica foundation stiftung fondation fundacion association
  verein verband council ministry department abteilung committee federation consulting solutions technologies technology
  systems services group gruppe holding holdings partners agency agentur agence studio studios software labs laboratories
  logistics international industries enterprises ventures productions pharma pharmacy apotheke restaurant hotel academy
  akademie museum bibliothek library embassy kanzlei praxis werke bank insurance versicherung versicherungen media network
  networks dental dentistry realty properties motors airlines construction company corporation gmbh ltd inc llc limited
  supplies manufacturing wholesale boutique plumbing roofing catering fitness gym events marketing advertising
  stadtwerke gemeinde rathaus shop store magazine nonprofit charity society club
  администрация университет ооо оао зао`);
/** What only a word before makes one: `City of Springfield`, `Team Acme`, `The Bakery`. */
const beginnings =
  /^(?:(?:city|town|county|state|university|bank|church|house|office|ministry|friends|department) of|team|the|stadt|ville de|mairie|autohaus|cafe|hotel) /i;

/** What a mailbox or a part of a firm is called: all words of such a name are among these. */
const ofFunctions = wordSet(`
  accounts account payable receivable accounting sales team support customer service services care success reception info
  information office admin administration administrator no reply noreply help desk helpdesk billing hr human resources
  marketing department dept front contact us enquiries inquiries enquiry general mail mailbox e-mail email management staff
  finance purchasing procurement orders order shop store webmaster postmaster newsletter news press media careers jobs
  recruiting recruitment operations it technical tech hello invoices invoice payments payroll legal compliance security
  booking bookings reservations events feedback data privacy dpo the and & of for manager to do not please central main
  buchhaltung vertrieb einkauf empfang kontakt rezeption sekretariat verwaltung kundenservice kundendienst zentrale service
  personalabteilung rechnungswesen rechnung geschaftsleitung geschaftsfuhrung comptabilite accueil ventes direction commercial
  secretariat achats rh ventas contabilidad administracion recepcion compras soporte atencion al cliente recursos humanos
  amministrazione ufficio acquisti vendite segreteria contabilita assistenza clienti boekhouding inkoop verkoop receptie
  administratie klantenservice ksiegowosc sekretariat biuro obsluga klienta sprzedaz financeiro suporte atendimento vendas
  бухгалтерия отдел продаж секретариат приемная`);

const bareWord = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.,:]+/gu, '');

/** Whether a name is that of a mailbox or a part of a firm: `Accounts Payable`, `Info`. */
export function isFunction(name: string): boolean {
  if (name.length > 60) return false;
  return name.split(' ').every((word) => ofFunctions.has(bareWord(word)));
}

/** Whether a name is that of an organisation: by its legal form, or a word that no person is called. */
export function isOrganisation(name: string): boolean {
  if (isCompanyName(name)) return true;
  if (name.length > 160 || !name.includes(' ')) return false;
  return (
    beginnings.test(name) ||
    name.split(' ').some((word, index) => index > 0 && ofOrganisations.has(bareWord(word)))
  );
}

const ofJobs = wordSet(`
  president vice vp svp evp manager director head chief officer engineer consultant marketing sales owner founder cofounder
  co-founder partner developer analyst specialist coordinator assistant executive lead supervisor administrator architect
  designer buyer accountant controller secretary treasurer professor lecturer researcher teacher nurse attorney lawyer
  representative associate principal operations procurement purchasing product project program finance hr intern student
  editor journalist recruiter geschaftsfuhrer geschaftsfuhrerin leiter leiterin leitung vorstand inhaber berater einkauf
  vertrieb directeur directrice responsable gerant gerente director directora jefe jefa direttore responsabile titolare
  dyrektor kierownik prezes diretor diretora chef ceo cto cfo coo cmo cio phd mba of for at certified board member`);

/** Whether words say what somebody does: one of them is a word for it. */
export function isJob(words: readonly string[]): boolean {
  return words.some((word) => ofJobs.has(bareWord(word)));
}
