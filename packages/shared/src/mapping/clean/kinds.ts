import { lazily } from '../../lazily';
import { isJobless, nameJunk, textJunk } from './junk';
import { cleanedText, cleanText, featuresOf, has } from './text';

const anyLetter = has.upper | has.lower | has.letter;
/** What takes a closer look to be read. */
const unusual = has.odd | has.slash | has.untidy;

/** A text that stands for a value that was never filled in. */
const template =
  /\{\{|\}\}|\*\||\|\*|<%|%%|\$\{|^\{[^{}]*\}$|^%[\w.-]+%$|^\[\[?[\w. -]*\]?\]$|^__\w+__$|^@\w+@$/;
/** What a sheet shows in place of a result, or a formula that was never worked out. */
const sheetError = /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|ERROR|CALC|FIELD)\b|^[=+@-][A-Z]+\(/i;
const markup = /<\/?[a-z][^<>]*>/gi;
const address = /\S@\S/;
const url = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)/i;
const dot = 0x2e;
const longestToken = 64;
/** `acct_1Kx…`, `usr-0a1b…`, what has a UUID in it, the id of a record of Salesforce or Airtable. */
const ids: readonly RegExp[] = [
  /^[a-z]{2,8}[_-](?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]{6,}$/,
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i,
  /^(?=[A-Za-z]*\d)[A-Za-z0-9]{14,}$/,
];
/** With the joiners, selectors and tones that make one sign of several. */
const pictograph = lazily(
  () => /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3/gu,
);
const pronouns = lazily(
  () =>
    / ?[([|]? ?\b(?:she|he|they|ze|xe|sie|er|ella|él|elle|il) ?\/ ?(?:her|him|them|hers|his|theirs|hir|xem|ihr|ihm|they|she|he|ella|elle)(?: ?\/ ?\p{L}+)? ?[)\]]?$/iu,
);
const isNumber = /^[-+#(]*\d[\d\s.,:/()+_-]*$/;
const hasLetter = lazily(() => /\p{L}/u);
const hasLetterOrDigit = lazily(() => /[\p{L}\p{N}]/u);

/** Whether a text is an id: one word of letters and digits that nobody reads. */
function isId(text: string): boolean {
  return text.length <= longestToken && !text.includes(' ') && ids.some((id) => id.test(text));
}

/** The text without emoji, markup and pronouns; empty for what cannot be read by anybody: templates, errors, ids. */
function readable(value: string, found: number): string {
  let text = cleanedText(value, found);
  if ((found & has.odd) !== 0) text = cleanText(text.replace(markup, ' ').replace(pictograph(), ' '));
  return template.test(text) || sheetError.test(text) || url.test(text) || isId(text) ? '' : text;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Whether a text has letters, and nothing that takes a closer look; `www.x.example` takes one. */
function isPlain(text: string, found: number, unlike = unusual): boolean {
  return (found & unlike) === 0 && (found & anyLetter) !== 0 && text.charCodeAt(3) !== dot;
}

/** A name of a person, or a part of one; empty for what cannot be one: an address, an id, a number, a template. */
export function nameIn(value: unknown): string {
  if (!isText(value)) return '';
  const found = featuresOf(value);
  const text = isPlain(value, found) ? value : unusualName(value, found);
  return nameJunk.has(text) ? '' : text;
}

function unusualName(value: string, found: number): string {
  const text = readable(value, found);
  return address.test(text) || !hasLetter().test(text) ? '' : text.replace(pronouns(), '');
}

const longestCompany = 160;

/** What a company is called; empty for what cannot be its name: an address, an id, a long number, a template. */
export function companyIn(value: unknown): string {
  if (typeof value === 'number') return companyIn(String(value));
  if (!isText(value)) return '';
  const found = featuresOf(value);
  const text = isPlain(value, found) ? value : unusualCompany(value, found);
  return textJunk.has(text) || text.length > longestCompany ? '' : text;
}

const shortNumber = /^\d{1,4}$/;

function unusualCompany(value: string, found: number): string {
  if (shortNumber.test(value)) return Number(value) === 0 ? '' : value;
  const text = readable(value, found);
  return address.test(text) || isNumber.test(text) || !hasLetterOrDigit().test(text) ? '' : text;
}

/**
 * What somebody does; empty for what cannot be it: an address, an id, a number, a form of address, the role of an
 * account. `isBare` is the text of a column called just `title`, `role` or `position`, which may be of anything.
 */
export function jobTitleIn(value: unknown, isBare: boolean): string {
  if (!isText(value)) return '';
  const found = featuresOf(value);
  const text = isPlain(value, found, unusual ^ has.slash) ? value : unusualJob(value, found, isBare);
  return textJunk.has(text) || isJobless(text, isBare) ? '' : text;
}

const endsInNumber = / #?\d+$/;

function unusualJob(value: string, found: number, isBare: boolean): string {
  const text = readable(value, found);
  if (address.test(text) || !hasLetter().test(text)) return '';
  return isBare && endsInNumber.test(text) ? '' : text;
}
