import { isCompanyName } from './name-words';
import { WordFilter, wordsIn } from './word-filter';

const filter = (text: string) => new WordFilter(() => wordsIn(text));

/** Words that stand in names of organisations and in no person's. */
const ofOrganisations = filter(`
  university universität universitat université universidad universidade università universiteit uniwersytet college school schools hochschule
  institute institut instituto hospital clinic klinik klinikum clínica clinica foundation stiftung fondation fundación association
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
const ofFunctions = filter(`
  accounts account payable receivable accounting sales team support customer service services care success reception info
  information office admin administration administrator no reply noreply help desk helpdesk billing hr human resources
  marketing department dept front contact us enquiries inquiries enquiry general mail mailbox e-mail email management staff
  finance purchasing procurement orders order shop store webmaster postmaster newsletter news press media careers jobs
  recruiting recruitment operations it technical tech hello invoices invoice payments payroll legal compliance security
  booking bookings reservations events feedback data privacy dpo the and & of for manager to do not please central main
  buchhaltung vertrieb einkauf empfang kontakt rezeption sekretariat verwaltung kundenservice kundendienst zentrale service
  personalabteilung rechnungswesen rechnung geschäftsleitung geschäftsführung comptabilité comptabilite accueil ventes direction commercial
  secretariat achats rh ventas contabilidad administración administracion recepción recepcion compras soporte atención al cliente recursos humanos
  amministrazione ufficio acquisti vendite segreteria contabilità assistenza clienti boekhouding inkoop verkoop receptie
  administratie klantenservice księgowość sekretariat biuro obsługa klienta sprzedaż financeiro suporte atendimento vendas
  бухгалтерия отдел продаж секретариат приемная`);

/** Whether a name is that of a mailbox or a part of a firm: `Accounts Payable`, `Info`. */
export function isFunction(name: string): boolean {
  return ofFunctions.hasAllOf(name);
}

/** Whether a name is that of an organisation: by its legal form, or a word that no person is called. */
export function isOrganisation(name: string): boolean {
  const second = name.indexOf(' ') + 1;
  if (second === 0) return false;
  return isCompanyName(name) || ofOrganisations.hasWordOf(name, second) || begins(name, second);
}

/** The words that such beginnings have, to tell most names from them. */
const beginningWords = filter(`
  city town county state university bank church house office ministry friends department team the stadt ville mairie
  autohaus cafe hotel`);

function begins(name: string, second: number): boolean {
  return beginningWords.hasPart(name, 0, second - 1) && beginnings.test(name);
}

const ofJobs = filter(`
  president vice vp svp evp manager director head chief officer engineer consultant marketing sales owner founder cofounder
  co-founder partner developer analyst specialist coordinator assistant executive lead supervisor administrator architect
  designer buyer accountant controller secretary treasurer professor lecturer researcher teacher nurse attorney lawyer
  representative associate principal operations procurement purchasing product project program finance hr intern student
  editor journalist recruiter geschäftsführer geschäftsführerin leiter leiterin leitung vorstand inhaber berater einkauf
  vertrieb directeur directrice responsable gérant gérante gerente director directora jefe jefa direttore responsabile titolare
  dyrektor kierownik prezes diretor diretora chef ceo cto cfo coo cmo cio phd mba of for at certified board member`);

/** Whether words say what somebody does: one of them is a word for it. */
export function isJob(words: readonly string[]): boolean {
  return words.some((word) => ofJobs.has(word.replace(/[.:]/g, '')));
}
