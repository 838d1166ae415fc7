import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { readAddresses } from '../mapping/clean/email';
import { absentIfBlank, asText, type Read, refuse } from './input';

/** What a field is called and what is said of it, in plain sentences; hosts fit them to their own rules. */
type Words = { label: string; help?: string; placeholder?: string };

export type Choice<Value extends string = string> = { value: Value; label: string; help?: string };

/** Things to choose from in the place of typing an ID; undefined where Leadterra has no list of them. */
export type Choices = (
  client: LeadterraClient,
  options?: CallOptions,
) => Promise<{ id: string; label: string }[] | undefined>;

/** What kinds of fields there are, each with what a host needs to show it. */
type Kind =
  | { kind: 'text'; suggestions?: readonly Choice[]; default?: undefined }
  | { kind: 'longText' | 'html' | 'texts' | 'emails' | 'dateTime'; default?: undefined }
  | { kind: 'id'; page?: string; list?: Choices; search?: string; default?: undefined }
  | { kind: 'number' | 'percent'; min: number; max: number; isWhole: boolean; default?: number }
  | { kind: 'limit'; min: number; default: number }
  | { kind: 'yesNo'; default: boolean }
  | { kind: 'choice'; choices: readonly Choice[]; default?: string }
  | { kind: 'choices'; choices: readonly Choice[]; default?: undefined };

/** One field of an action: how it is shown, and how what a user gave becomes its value. */
export type Field<Value = unknown> = Words &
  Kind & {
    /** Whether it may be left empty; then its value is undefined. One with a default is never without a value. */
    isOptional: boolean;
    read: Read<Value>;
  };

/** The field, but it may be left empty. */
export function optional<Value>(field: Field<Value>): Field<Value | undefined> {
  const read: Read<Value | undefined> = (given) =>
    absentIfBlank(given) === undefined ? undefined : field.read(given);
  return { ...field, isOptional: true, read };
}

function define<Value>(words: Words & Kind, read: Read<Value>): Field<Value> {
  const readGiven: Read<Value> = (given) => {
    const value = absentIfBlank(given) ?? words.default;
    return value === undefined ? refuse(`"${words.label}" is empty.`) : read(value);
  };
  return { ...words, isOptional: false, read: readGiven };
}

const typed =
  ({ label }: Words): Read<string> =>
  (value) => {
    const text = asText(value);
    return typeof text === 'string' ? text : refuse(`"${label}" holds no text.`);
  };
const trimmed =
  (words: Words): Read<string> =>
  (value) =>
    typed(words)(value).trim();

/** A text on one line, without space around it. With `suggestions`, hosts offer these; others may be typed. */
export const text = (words: Words & { suggestions?: readonly Choice[] }) =>
  define({ ...words, kind: 'text' }, trimmed(words));

/** A text of any length, exactly as typed. */
export const longText = (words: Words) => define({ ...words, kind: 'longText' }, typed(words));

/** HTML, exactly as typed. */
export const html = (words: Words) => define({ ...words, kind: 'html' }, typed(words));

/**
 * An ID. With `page`, also the address of the thing's page in Leadterra, in whose path the ID follows that word. With
 * `list`, hosts offer what to choose from; `search` is the key of the action that finds one.
 */
export function id(words: Words & { page?: string; list?: Choices; search?: string }) {
  const address = words.page === undefined ? undefined : new RegExp(`^${pageAddress(words.page)}$`);
  const kind = 'id' as const;
  const { read } = define({ ...words, kind }, (value) => {
    const text = trimmed(words)(value);
    return address?.exec(text)?.[1] ?? text;
  });
  return { ...words, kind, isOptional: false, read };
}

/** The pattern of a page's address, with the ID as its group. */
export function pageAddress(page: string): string {
  return `https?://[^?#]*/${page}/([^/?#\\s]+)\\S*`;
}

/** A number from `min` to `max`, in steps of one if `isWhole`; also a text that is one. */
export function number(words: Words & NumberRange): Field<number> {
  const kind = { kind: 'number' as const, isWhole: false, max: Infinity };
  return define({ ...kind, ...words }, numberIn({ ...kind, ...words }));
}
type NumberRange = { min: number; max?: number; isWhole?: boolean; default?: number };

/** A number of percent, from 0 to 100. */
export function percent(words: Words & { default?: number }): Field<number> {
  const range = { min: 0, max: 100, isWhole: false };
  return define({ ...words, ...range, kind: 'percent' }, numberIn({ ...words, ...range }));
}

/** The most results that a list may give; Infinity for all. */
export function limit(words: { default: number }): Field<number> {
  const said = { ...words, label: 'Limit', help: 'Max number of results to return.', min: 1 };
  return define({ ...said, kind: 'limit' }, numberIn({ ...said, max: Infinity, isWhole: true }));
}

function numberIn({
  label,
  min,
  max,
  isWhole,
}: Words & Required<Omit<NumberRange, 'default'>>): Read<number> {
  return (value) => {
    const number = typeof value === 'string' ? Number(value) : value;
    const fits = typeof number === 'number' && number >= min && number <= max;
    // Infinity, the limit of a list without one, is whole in this sense.
    if (fits && (!isWhole || Math.floor(number) === number)) return number;
    const range = max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
    return refuse(`"${label}" is ${shown(value)}, not a ${isWhole ? 'whole ' : ''}number ${range}.`);
  };
}

/** Yes or no; its help begins with "Whether". */
export function yesNo(words: Words & { default: boolean }): Field<boolean> {
  return define({ ...words, kind: 'yesNo' }, (value) => {
    const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
    if (said === true || said === 'true' || said === 'yes') return true;
    if (said === false || said === 'false' || said === 'no') return false;
    return refuse(`"${words.label}" is ${shown(value)}, neither yes nor no.`);
  });
}

/** One of several values. */
export function choice<Value extends string>(
  words: Words & { choices: readonly Choice<Value>[]; default?: NoInfer<Value> },
): Field<Value> {
  return define({ ...words, kind: 'choice' }, oneOf(words));
}

/** Any of several values: a list of them, or one text with commas between. */
export function choices<Value extends string>(
  words: Words & { choices: readonly Choice<Value>[] },
): Field<Value[]> {
  return define({ ...words, kind: 'choices' }, (value) => parts(value).map(oneOf(words)));
}

function oneOf<Value extends string>(words: Words & { choices: readonly Choice<Value>[] }): Read<Value> {
  return (value) => {
    const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
    const found = words.choices.find((one) => one.value.toLowerCase() === said);
    return found?.value ?? refuse(`"${words.label}" is ${shown(value)}, which is none of its choices.`);
  };
}

/** Texts: a list of them, or one text with commas or line breaks between. */
export function texts(words: Words): Field<string[]> {
  return define({ ...words, kind: 'texts' }, parts);
}

export type Addresses = { emails: string[]; refused: string[] };

/**
 * Email addresses: a list of them, or one text with commas, semicolons or line breaks between; each once, in lower
 * case. What is no address is named in `refused`; a field without any address is refused as a whole.
 */
export function emails(words: Words): Field<Addresses> {
  return define({ ...words, kind: 'emails' }, (value) => {
    const given = parts(value).map((part) => ({ part, found: readAddresses(part) }));
    const emails = [...new Set(given.flatMap(({ found }) => found))];
    const refused = given.filter(({ found }) => found.length === 0).map(({ part }) => part);
    if (emails.length > 0) return { emails, refused };
    const named = refused.slice(0, 10).map((part) => `"${part.slice(0, 100)}"`);
    const what = named.length === 1 ? 'is not an email address' : 'are not email addresses';
    return refuse(named.length === 0 ? `"${words.label}" is empty.` : `${named.join(', ')} ${what}.`);
  });
}

function parts(value: unknown): string[] {
  return [value].flat().flatMap((one) => {
    const text = asText(absentIfBlank(one) ?? '');
    const split = typeof text === 'string' ? text.split(/[,;\n]/).map((part) => part.trim()) : [shown(one)];
    return split.filter((part) => part !== '');
  });
}

/** A point in time, as a text that names it or as a date of the host's own; its value is ISO 8601 in UTC. */
export function dateTime(words: Words): Field<string> {
  return define({ ...words, kind: 'dateTime' }, (value) => {
    const time = typeof value === 'string' ? Date.parse(value) : Number(value);
    const date = new Date(typeof value === 'boolean' ? NaN : time);
    if (!Number.isNaN(date.getTime())) return date.toISOString();
    return refuse(`"${words.label}" is ${shown(value)}, not a time such as 2026-07-05T14:00:00Z.`);
  });
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 100);
}
