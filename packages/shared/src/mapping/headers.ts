import { isLeadField, type LeadField } from '../lead';

/**
 * What a column of a sheet can be. `optOut` and `optIn` say whether a person may be mailed, `status` may say so, and with
 * a column of `noPerson` the row is a deal, a task or a place. They and the last three have no place of their own in a
 * lead.
 */
export type ColumnField =
  | LeadField
  | 'fullName'
  | 'name'
  | 'optOut'
  | 'optIn'
  | 'status'
  | 'noPerson'
  | 'phone'
  | 'linkedinUrl'
  | 'website';

const words = (text: string) => text.trim().split(/\s+/);

/**
 * The headers of each field after `normaliseHeader`, the best first: a person's work address before bare ones, then the
 * company's, numbered and private ones last. In English, German, French, Spanish, Portuguese, Italian and Dutch. A
 * German `Titel` and an Italian `Titolo` are degrees, so they are no job titles.
 */
export const headerSynonyms: Readonly<Record<ColumnField, readonly string[]>> = {
  email: words(`
    workemail businessemail professionalemail primaryemail emailwork emailbusiness workemailaddress
    businessemailaddress primaryemailaddress personemailwork geschaftlicheemail emailgeschaftlich emailberuflich
    dienstlicheemail email emailaddress mail mailaddress emailid contactemail personemail leademail useremail emails
    emailaddresses emailadresse mailadresse epost adresseemail adressemail adressedemessagerie adresseelectronique
    courriel courrielprofessionnel emailprofessionnel correo correoelectronico direcciondecorreo
    direcciondecorreoelectronico direccionemail emailprofesional correioeletronico enderecodeemail enderecoemail
    indirizzoemail indirizzomail postaelettronica emailadres mailadres
    companyemail corporateemail firmenemail emailaziendale
    email1 emailaddress1 email1value email2 emailaddress2 email3 secondaryemail otheremail personalemail privateemail
    homeemail emailprivat personemailhome personemailother`),
  firstName: words(`
    firstname first fname givenname forename contactfirstname leadfirstname vorname prenom nombredepila primernombre
    primeironome primonome voornaam`),
  lastName: words(`
    lastname last lname surname familyname contactlastname leadlastname nachname familienname zuname nom nomdefamille
    apellido apellidos primerapellido sobrenome apelido ultimonome cognome achternaam familienaam`),
  fullName: words(`
    fullname contactname personname leadname displayname contact contactperson vollername vollstandigername
    ansprechpartner nomcomplet nometprenom prenometnom nombrecompleto nombreyapellido nombreyapellidos nomecompleto
    nomeesobrenome nomeecognome volledigenaam contactpersoon`),
  name: words('name nombre nome naam'),
  company: words(`
    companynameforemails companyname company organizationname organisationname organization organisation orgname org
    accountname account employer employername business businessname associatedcompany personorganization firma
    firmenname unternehmen unternehmensname gesellschaft arbeitgeber societe nomdelasociete nomsociete entreprise
    nomdelentreprise raisonsociale empresa nombredelaempresa nombredeempresa nombreempresa compania razonsocial
    sociedad nomedaempresa companhia azienda nomeazienda societa ragionesociale ditta impresa bedrijf bedrijfsnaam
    organisatie organisatienaam werkgever currentcompany`),
  jobTitle: words(`
    jobtitle title position role designation job jobposition jobrole currentposition organizationtitle jobtitel stelle
    stellenbezeichnung berufsbezeichnung funktion beruf poste fonction intituleduposte titreduposte metier cargo puesto
    puestodetrabajo titulodelpuesto funcao profissao posizione posizionelavorativa ruolo qualifica mansione functie
    functietitel functienaam beroep headline`),
  optOut: words(`
    unsubscribed unsubscribe unsub isunsubscribed unsubscribedat unsubscribedate unsubscribeddate unsubscribedon
    unsubscribedtime unsubtime unsubscribedfromemails unsubscribedfromallemail emailunsubscribed globalunsubscribe
    optout optedout optoutdate emailoptout emailoptedout emailoptoutdate optoutofemail hasoptedout hasoptedoutofemail
    personhasoptedoutofemail hsemailoptout donotcontact donotemail donotmail donotdisturb dnc dnd suppressed
    blacklisted blocklisted emailblacklisted bounced isbounced bouncedat hardbounce hardbounced bouncedhard
    hashardbounced cleantime emailbounced emailhardbounced isemailbounced emailbouncedreason emailbounceddate
    emailhardbouncereason hsemailhardbouncereasonenum hsemailbadaddress invalidemailaddress abgemeldet abgemeldetam
    newsletterabgemeldet werbesperre keinewerbung nichtkontaktieren desabonne desabonnee desinscrit desinscrite
    nepascontacter dadodebaja nocontactar descadastrado naocontatar disiscritto noncontattare uitgeschreven afgemeld
    nietcontacteren nietmailen`),
  optIn: words(`
    subscribed issubscribed emailsubscribed optin optedin emailoptin emailoptedin acceptsmarketing
    acceptsemailmarketing marketingconsent emailconsent emailmarketingconsent`),
  status: words(`
    status emailstatus mailstatus emailaddressstatus subscriptionstatus subscriberstatus marketingstatus
    personmarketingstatus contactstatus leadstatus stage contactstage leadstage event eventtype type`),
  noPerson: words(`
    pipelineid stageid stagename expectedclosedate estimatedclosedate closingdate closedate dealid dealname dealtitle
    dealstage opportunityid opportunityname duedate assignee placeid`),
  phone: words(`
    workdirectphone phone phonenumber telephone mobile mobilephone mobilenumber telefon telefonnummer telefono telefone
    telefoon`),
  linkedinUrl: words(
    'linkedin linkedinurl linkedinprofile linkedinprofileurl personlinkedinurl profileurl linkedinprofil',
  ),
  website: words(
    'website websiteurl url companywebsite companydomain domain webseite siteweb sitioweb sito sitoweb',
  ),
};

/** What is neither a lead's field nor worth a custom one: keys that the system before keeps for itself. */
const ignoredNames = new Set(['id', 'rownumber', 'createdtime', 'createdat', 'updatedat']);
const ignoredPrefix = 'owner';

/** Headers longer than this are read as they are; no synonym comes near it. */
const longestHeader = 100;

/** Letters that Unicode does not take apart into a base letter and an accent. */
const folded: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** `E-Mail Adresse` → `emailadresse`, `Prénom` → `prenom`: lower case, without accents, letters a–z and digits only. */
export function normaliseHeader(header: string): string {
  return header
    .slice(0, longestHeader)
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => folded[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '');
}

/** What is known of a header: its field with its rank among that field's headers (less is better), or none. */
export type Column = { field: ColumnField | 'custom' | 'ignored'; rank: number; normalised: string };

const known = new Map<string, Column>();
for (const [field, headers] of entriesOf(headerSynonyms)) {
  for (const [rank, normalised] of headers.entries()) {
    known.set(normalised, { field, rank: rank + 1, normalised });
  }
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  const entries: [Key, Value][] = [];
  for (const key in record) entries.push([key, record[key]]);
  return entries;
}

function findColumn(header: string): Column {
  const normalised = normaliseHeader(header);
  const column = known.get(normalised);
  if (column) return isLeadField(header) ? { ...column, rank: 0 } : column;
  const ignored = ignoredNames.has(normalised) || normalised.startsWith(ignoredPrefix);
  return { field: ignored ? 'ignored' : 'custom', rank: 0, normalised };
}

// The same few headers come with every row. The bound keeps records with invented keys from filling the memory.
const maxRemembered = 2_000;
const remembered = new Map<string, Column>();

/** What a header stands for. */
export function columnOf(header: string): Column {
  const column = remembered.get(header);
  if (column) return column;
  const found = findColumn(header);
  if (header.length > longestHeader) return found;
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(header, found);
  return found;
}
