import { lazily } from '../lazily';
import { isLeadField } from '../lead';
import { columnOf } from '../mapping/headers/column';
import { type NamedField, terms } from '../mapping/headers/vocabulary';
import { squash, wordsOf } from '../mapping/headers/words';
import { parseToken, replaceTokens, tokensIn, upstreamName } from './tokens';

/** What HTML has brackets in that nobody reads. */
const unread = /<(style|script)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>/gi;
/** Stands where a token was, so that what is around it does not come together. */
const tokenMark = '\uE000';

const inside = String.raw`[^{}[\]\uE000]`;
/** Double brackets or braces, closed by anything or by nothing; or only closed; or one too many around a token. */
const doubled = lazily(
  () =>
    new RegExp(
      String.raw`(?:\{\{|\[\[)(?<name>${inside}{1,80})(?<end>[}\]]{0,2})|(?<unopened>[\p{L}_][\p{L}\p{M}\p{N}_.-]{0,60})\s?(?:\}\}|\]\])`,
      'gu',
    ),
);
/** What other tools have for tokens, which is one only with a name in it that leads have. */
const foreign = lazily(
  () =>
    new RegExp(
      [
        String.raw`[$#]?\{(${inside}{1,60})\}`,
        String.raw`\[(${inside}{1,60})\]`,
        String.raw`%{1,2}([\p{L}_][\p{L}_ -]{0,60})%{1,2}`,
        String.raw`\*\|([^|*]{1,60})\|\*`,
        String.raw`<%=?([^%<>]{1,60})%>`,
        String.raw`(?:<<|&lt;&lt;|«)([^<>&»]{1,60})(?:>>|&gt;&gt;|»)`,
      ].join('|'),
      'gu',
    ),
);

/** What a person reads of it. */
const readable = (html: string) =>
  html
    .replace(/<[^<>]*>|&[a-z]+;|&#\w+;/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const quoted = (text: string) => `"${text.replace(/\s+/g, ' ').slice(0, 60)}"`;
const beforeBar = (typed: string) => typed.replace(/\|.*/, '');
const isOneWord = (name: string) => tokensIn(`[[${name}]]`).includes(name);

/** A name of several words as the one word that a token can be: `Use Case` is `useCase`. */
function asOneWord(name: string): string {
  return name
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}\p{M}\p{N}]+(.?)/gu, (_gap, next: string) => next.toUpperCase())
    .replace(/./u, (first) => first.toLowerCase());
}

/** The field of a lead, or the custom field, that somebody meant by a name; undefined where it is like none. */
function meantBy(name: string, customFields: string[]): string | undefined {
  const custom = customFields.find((one) => squash(wordsOf(one)) === squash(wordsOf(name)));
  if (custom !== undefined) return isOneWord(custom) ? custom : asOneWord(custom);
  const column = columnOf(name);
  return column.kind === 'field' ? leadFieldFor(column.field) : undefined;
}

/** The field that can stand in copy for what a column holds. */
function leadFieldFor(field: NamedField): string | undefined {
  if (isLeadField(field)) return field;
  return field === 'name' || field === 'fullName' ? 'firstName' : undefined;
}

/**
 * What looks like a token in a text and is none, or is the name of no field: each in a sentence, with what to write.
 * @param customFields the names of the custom fields that leads bring; none, where they are not known
 */
export function mistakesIn(text: string, customFields: string[]): string[] {
  const plain = replaceTokens(text.replace(unread, ' '), () => tokenMark);
  return [
    ...tokensIn(text).flatMap((name) => unknownToken(name, customFields) ?? []),
    ...Array.from(plain.matchAll(doubled()), ({ 0: all, groups = {} }) =>
      misspelt(all, groups, customFields),
    ),
    ...Array.from(plain.replace(doubled(), tokenMark).matchAll(foreign()), ([all, ...names]) =>
      foreignToken(all, names.join(''), customFields),
    ),
  ].filter((sentence) => sentence !== undefined);
}

/** Why a well-formed token is none that leads have a value for; undefined where one may. */
function unknownToken(name: string, customFields: string[]): string | undefined {
  const { field, fallback } = parseToken(name);
  if (isLeadField(field) || customFields.includes(field)) return undefined;
  const meant = meantBy(field, customFields);
  if (meant !== undefined) {
    const token = fallback === undefined ? meant : `${meant}|${fallback}`;
    return `No lead has a field "${field}": did you mean [[${token}]]?`;
  }
  if (customFields.length === 0) return undefined;
  return `[[${field}]] is neither a field of a lead nor one of the custom fields that you named.`;
}

type Groups = Record<string, string | undefined>;

function misspelt(all: string, groups: Groups, customFields: string[]): string | undefined {
  const { name, end = '', unopened } = groups;
  if (unopened !== undefined) return unpaired(all, 'has no brackets before it', unopened, customFields);
  const typed = readable(name ?? '');
  if (end.length === 2) return paired(all, typed, customFields);
  // What is not closed goes on for the rest of the text.
  const two = typed.split(' ').slice(0, 2).join(' ');
  const isOfTwo = meantBy(two, customFields) !== undefined;
  return unpaired(
    all
      .replace(/[<\n].*/s, '')
      .slice(0, 30)
      .trim(),
    'is not closed',
    isOfTwo ? two : typed.replace(/ .*/, ''),
    customFields,
  );
}

function unpaired(all: string, what: string, name: string, customFields: string[]): string | undefined {
  if (!/\p{L}/u.test(name)) return undefined;
  return `${quoted(all)} ${what}: for a token, write [[${meantBy(name, customFields) ?? asOneWord(name)}]].`;
}

function paired(all: string, typed: string, customFields: string[]): string | undefined {
  const name = beforeBar(typed);
  const fallback = typed.slice(name.length);
  const isWords = /^[\p{L}\p{N}\s_-]+$/u.test(name);
  const meant = isWords ? meantBy(name, customFields) : undefined;
  const isNoToken = `${quoted(all)} is no token`;
  if (fallback && /\p{L}/u.test(name)) {
    const said = fallback.replace(/[|,;&<>\s]+/g, ' ').trim() || 'there';
    return `${isNoToken}: did you mean [[${meant ?? asOneWord(name)}|${said}]]? After one bar stand a few words, without commas, semicolons or "&".`;
  }
  if (meant !== undefined) return `${isNoToken}: did you mean [[${meant}]]?`;
  // Braces never stand in a text by chance; brackets may be around numbers.
  if (all.startsWith('[') && !/^\p{L}/u.test(name)) return undefined;
  const word = asOneWord(name);
  return isWords && isOneWord(word)
    ? `${isNoToken}, since a token is one word: if leads have it as a custom field, call that "${word}" and write [[${word}]].`
    : `${isNoToken}: it would be sent as it stands.`;
}

function foreignToken(all: string, name: string, customFields: string[]): string | undefined {
  const words = squash(wordsOf(beforeBar(readable(name))));
  const term = terms().get(words);
  const custom = customFields.find((one) => isOneWord(one) && squash(wordsOf(one)) === words);
  const meant = custom ?? (term && leadFieldFor(term.field));
  return meant === undefined ? undefined : `${quoted(all)} is no token: did you mean [[${meant}]]?`;
}

/** What is wrong with the names of custom fields themselves. */
export function misnamedFields(customFields: string[]): string[] {
  return customFields
    .filter((name) => !isOneWord(name))
    .map(
      (name) =>
        `No copy can show a custom field "${name}", since a token is one word: call it "${asOneWord(name)}", also where leads get it.`,
    );
}

/** Fallbacks of one field that Leadterra would take for the same. */
export function clashingFallbacks(tokens: string[]): string[] {
  return tokens.flatMap((name, index) => {
    const other = tokens.slice(0, index).find((one) => upstreamName(one) === upstreamName(name));
    return other === undefined
      ? []
      : [`[[${other}]] and [[${name}]] differ in nothing but signs: use one of them throughout.`];
  });
}
