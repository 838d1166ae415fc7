import { isLeadField } from '../../lead';
import { type Language } from '../languages/language';
import { type Permission, permissionOf } from '../permission/column';
import { withoutQualifiers } from './qualifiers';
import { termBySlip } from './typos';
import { type NamedField, phraseSet, type Term, terms } from './vocabulary';
import { isOfOthers, subjectOf, type Whose, without } from './whose';
import { longestHeader, squash, wordsOf } from './words';

/** A column that can fill a field of a lead. Of several the one with the least rank does. */
export type FieldColumn = {
  kind: 'field';
  field: NamedField;
  rank: number;
  whose: Whose;
  /** The language of the header, where it is one; an ambiguous one means this only beside other columns of that language. */
  language: Language | undefined;
  isAmbiguous: boolean;
  /** It says `title` or `role` and no more: that may be of anything. */
  isBare: boolean;
};

/**
 * What is known of a header. `deal` and `thing` tell that the row is none of a person; `kind` may say that it is one of
 * an organisation; `own` holds more of the same person; `others` speaks of somebody else.
 */
export type Column =
  | FieldColumn
  | { kind: 'permission'; permission: Permission; saysKind: boolean }
  | { kind: 'kind' | 'deal' | 'thing' | 'own' | 'others' | 'ignored' | 'custom' };

const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What is neither a lead's field nor worth a custom one: keys that the system before keeps for itself. */
const ignoredNames = wordSet('id rownumber createdtime createdat updatedat');
const deals = wordSet(`
  pipelineid stageid expectedclosedate estimatedclosedate closingdate closedate dealid dealname dealtitle dealstage
  opportunityname duedate placeid`);
const things = wordSet(`
  sku price productid productname variantid bodyhtml transcripturl audiourl lineitems commitsha shortid quantity
  currency isbn pages videourl tracknumber`);
const kinds = wordSet(`
  iscompany isorganization isorganisation isbusiness iscorporate customertype contacttype recordtype entitytype
  accounttype clienttype partytype vatnumber vatid taxvat ustid`);
const containers = wordSet(`
  fields customfields customattributes attributes properties mergefields profile details employment job currentjob traits
  billing billingaddress answers questionsandanswers registrationanswers questions responses values fielddata formdata
  data custom variables position currentposition work experience jobs contactdetails person name names`);

const exactRank = 0;
const termRank = 200;
const slipRank = 700;
const lenientRank = 600;
const whoseRanks: Readonly<Record<Whose, number>> = { lead: 0, bare: 1_000, user: 2_000 };

const isDigits = (word: string) => /^\d+$/.test(word);

type Meaning = Pick<FieldColumn, 'field' | 'rank' | 'language' | 'isAmbiguous'>;

const meaning = (field: NamedField, rank: number): Meaning => ({
  field,
  rank,
  language: undefined,
  isAmbiguous: false,
});

const meant = ({ field, order, language, isAmbiguous }: Term, rank: number): Meaning => ({
  field,
  rank: rank + Math.min(order, 39),
  language,
  isAmbiguous,
});

/** `Role / Job title` is one field, said twice; `First name Last name` is the whole name. */
function meaningOfParts(words: readonly string[]): Meaning | undefined {
  const fields = new Set<NamedField>();
  for (let from = 0; from < words.length;) {
    let to = Math.min(words.length, from + 4);
    while (to > from && !terms().get(squash(words.slice(from, to)))) to--;
    const term = terms().get(squash(words.slice(from, to)));
    if (!term || term.isAmbiguous) return undefined;
    fields.add(term.field);
    from = to;
  }
  const [field, other] = fields;
  if (field === undefined || fields.size > 2) return undefined;
  if (other === undefined) return meaning(field, termRank + 40);
  const isWhole = [...fields].every((one) => one === 'firstName' || one === 'lastName' || one === 'name');
  return isWhole ? meaning('fullName', termRank) : undefined;
}

/** What words head, after all that is beside the field was taken off. */
function meaningOf(words: readonly string[]): Meaning | undefined {
  if (words.length === 0) return undefined;
  const term =
    terms().get(squash(words)) ?? (words.length === 2 ? terms().get(squash(words.toReversed())) : undefined);
  if (term) return meant(term, termRank);
  for (const field of ['email', undefined] as const) {
    const { rest, rank } = withoutQualifiers(words, field);
    const qualified = rest.length < words.length ? terms().get(squash(rest)) : undefined;
    if (qualified && (qualified.field === 'email') === (field === 'email')) return meant(qualified, rank);
  }
  return words.length > 1 ? meaningOfParts(words) : undefined;
}

const asks = wordSet(`
  your you ihre ihrer deine deiner votre vos ton tu su sus seu sua tuo tua suo uw jouw je twoj twoja din ditt dit vas vase
  vash vasa dumneavoastra sizin anda`);

/** A question that names an address and asks the reader for theirs: `Where can we reach you? (E-mail)`. */
function asksForAddress(words: readonly string[]): boolean {
  return (
    words.length > 2 &&
    words.some((word) => asks.has(word)) &&
    words.some((word) => terms().get(word)?.field === 'email')
  );
}

const namesOfPeople: Readonly<Partial<Record<NamedField, NamedField>>> = { name: 'fullName' };
const organisations = wordSet(
  'customer client customers kunde kunden cliente klient klienta kunder asiakas buyer billing',
);

function fieldColumn(header: string, words: readonly string[]): FieldColumn | undefined {
  const numbers = words.filter(isDigits);
  const all = words.filter((word, index) => !isDigits(word) && word !== words[index - 1]);
  const plain = without(all, phraseSet('noise'));
  const { whose, rest } = subjectOf(plain);
  const exact = meaningOf(all) ?? meaningOf(plain);
  const ofSubject = exact ? undefined : ofPeople(plain, rest);
  const found = exact ?? ofSubject ?? slipped(rest) ?? (asksForAddress(all) ? lenient : undefined);
  if (!found) return undefined;
  const isByName = ofSubject !== undefined || (!exact && whose !== 'bare');
  const isOfPerson = isByName && !plain.some((word) => organisations.has(word));
  const number = numbers.length > 0 ? Number(numbers[0]) % 50 : 0;
  const rank =
    number === 0
      ? found.rank
      : Math.max(found.rank, found.field === 'email' && found.rank >= termRank ? 400 : 0) + number;
  const owner: Whose = isByName ? whose : 'bare';
  return {
    kind: 'field',
    field: (isOfPerson && owner === 'lead' && namesOfPeople[found.field]) || found.field,
    rank: whoseRanks[owner] + (isLeadField(header) ? exactRank : rank),
    whose: owner,
    language: found.language,
    isAmbiguous: found.isAmbiguous,
    isBare: found.field === 'jobTitle' && all.length === 1,
  };
}

/** `Contact Company` is the contact's company; `Company Contact` is a person, but as likely an address or an id. */
function ofPeople(plain: readonly string[], rest: readonly string[]): Meaning | undefined {
  const found = meaningOf(rest);
  const isOfCompany = found?.field === 'company' || found?.field === 'jobTitle';
  return isOfCompany && plain.at(-1) !== rest.at(-1) ? undefined : found;
}

const lenient = meaning('email', lenientRank);

function slipped(words: readonly string[]): Meaning | undefined {
  // Short words such as `id` and `url` say that it is about something else.
  if (words.some((word) => word.length < 4)) return undefined;
  const term = termBySlip(squash(words));
  return term && !term.isAmbiguous ? meaning(term.field, slipRank) : undefined;
}

function findColumn(header: string): Column {
  const words = wordsOf(header);
  const squashed = squash(words);
  if (ignoredNames.has(squashed) || squashed.startsWith('owner')) return { kind: 'ignored' };
  const permission = permissionOf(words);
  if (permission)
    return { kind: 'permission', permission, saysKind: squashed === 'type' || kinds.has(squashed) };
  if (kinds.has(squashed)) return { kind: 'kind' };
  if (deals.has(squashed)) return { kind: 'deal' };
  if (things.has(squashed)) return { kind: 'thing' };
  if (!terms().get(squashed) && isOfOthers(words)) return { kind: 'others' };
  const field = fieldColumn(header, words);
  if (field) return field;
  return { kind: containers.has(squashed) ? 'own' : 'custom' };
}

// The same few headers come with every row. The bound keeps records with invented keys from filling the memory.
const maxRemembered = 4_000;
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
