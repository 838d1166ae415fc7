import { isLeadField } from '../../lead';
import { type Language } from '../languages/language';
import { type Permission, permissionOf } from '../permission/column';
import { remembering } from '../remembering';
import { withoutQualifiers } from './qualifiers';
import { termBySlip } from './typos';
import { type NamedField, phraseSet, type Term, terms } from './vocabulary';
import { isOfOthers, subjectOf, type Whose, without } from './whose';
import { longestHeader, squash, wordSet, wordsOf } from './words';

/** A column that can fill a field of a lead. Of several the one with the least rank does. */
export type FieldColumn = {
  kind: 'field';
  field: NamedField;
  rank: number;
  whose: Whose;
  /** The language of the header, where it is one; an ambiguous one means this only beside other columns of that language. */
  language: Language | undefined;
  isAmbiguous: boolean;
  /** It is one word, such as `title` or `role`: that may be of anything. */
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
const numberedRank = 400;
const slipRank = 700;
const lenientRank = 600;
const whoseRanks: Readonly<Record<Whose, number>> = { lead: 0, bare: 1_000, user: 2_000 };

const isDigits = (word: string) => /\d/.test(word);

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
    let to = from + 4;
    while (to > from && !terms().get(squash(words.slice(from, to)))) to--;
    const term = terms().get(squash(words.slice(from, to)));
    if (!term || term.isAmbiguous) return undefined;
    fields.add(term.field);
    from = to;
  }
  const [field, ...others] = fields;
  if (others.length === 0) return field && meaning(field, termRank + 40);
  const isWhole = [...fields].every((one) => one === 'firstName' || one === 'lastName' || one === 'name');
  return isWhole ? meaning('fullName', termRank) : undefined;
}

/** What words head, after all that is beside the field was taken off. */
function meaningOf(words: readonly string[]): Meaning | undefined {
  const term = terms().get(squash(words)) ?? terms().get(squash(words.toReversed()));
  if (term) return meant(term, termRank);
  for (const field of ['email', undefined] as const) {
    const { rest, rank } = withoutQualifiers(words, field);
    const qualified = terms().get(squash(rest));
    if (qualified && (qualified.field === 'email') === (field === 'email')) return meant(qualified, rank);
  }
  return meaningOfParts(words);
}

const asks = wordSet(`
  your you ihre ihrer deine deiner votre vos ton tu su sus seu sua tuo tua suo uw jouw je twoj twoja din ditt dit vas vase
  vash vasa dumneavoastra sizin anda`);

/** A question that names an address and asks the reader for theirs: `Where can we reach you? (E-mail)`. */
function asksForAddress(words: readonly string[]): boolean {
  return words.some((word) => asks.has(word)) && words.some((word) => terms().get(word)?.field === 'email');
}

const organisations = wordSet(
  'customer client customers kunde kunden cliente klient klienta kunder asiakas buyer billing',
);

function fieldColumn(header: string, words: readonly string[]): FieldColumn | undefined {
  const numbers = words.filter(isDigits);
  const all = words.filter((word) => !isDigits(word));
  const plain = without(all, phraseSet('noise'));
  const { whose, rest } = subjectOf(plain);
  const exact = meaningOf(all) ?? meaningOf(plain);
  const found =
    exact ?? ofPeople(all, plain, rest) ?? slipped(rest) ?? (asksForAddress(all) ? lenient : undefined);
  if (!found) return undefined;
  const number = numbers.length > 0 ? Number(numbers[0]) % 50 : 0;
  const rank =
    number === 0 ? found.rank : Math.max(found.rank, found.rank < termRank ? 0 : numberedRank) + number;
  const owner: Whose = exact ? 'bare' : whose;
  const isOfPerson = owner === 'lead' && !plain.some((word) => organisations.has(word));
  return {
    kind: 'field',
    field: isOfPerson && found.field === 'name' ? 'fullName' : found.field,
    rank: whoseRanks[owner] + (isLeadField(header) ? exactRank : rank),
    whose: owner,
    language: found.language,
    isAmbiguous: found.isAmbiguous,
    isBare: all.length === 1,
  };
}

/**
 * `Contact Company` is the contact's company, and so is `Company of the contact`; `Company Contact` is a person, but as
 * likely an address or an id.
 */
function ofPeople(
  all: readonly string[],
  plain: readonly string[],
  rest: readonly string[],
): Meaning | undefined {
  const found = meaningOf(rest);
  const isOfCompany = found?.field === 'company' || found?.field === 'jobTitle';
  const isJoined = without(all.slice(-2, -1), phraseSet('noise')).length > 0;
  return isOfCompany && isJoined && plain.at(-1) !== rest.at(-1) ? undefined : found;
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

/** What a header stands for. The same few come with every row. */
export const columnOf = remembering(findColumn, 4_000, longestHeader);
