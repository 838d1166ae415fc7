import { lazily } from '../lazily';

// A token is one word: a letter or underscore, then letters, digits, `_`, `.` and `-`; after a bar may stand what to say
// where a lead has no such value. What else stands in double braces or brackets is left alone. `[[…]]` exists because
// n8n and Zapier take `{{…}}` for their own.
const inside = String.raw`\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*(?:\|([^[\]{}|<>,;\r\n]*))?`;
const spelledOut = lazily(() => new RegExp(String.raw`\{\{${inside}\}\}|\[\[${inside}\]\]`, 'gu'));

/** A token, taken apart: the field of a lead that it stands for, and what to say where that is blank. */
type Token = { field: string; fallback: string | undefined };

/** A token by its name, which is its field's with, if it has one, its fallback: `firstName`, `firstName|there`. */
export function parseToken(name: string): Token {
  const [field = '', fallback] = name.split('|');
  return { field: field.trim(), fallback: fallback?.trim() };
}

/**
 * What Leadterra knows a token by. It has no fallbacks, so a token with one is a custom field of its own:
 * `firstName|there` is `firstNameOrThere`.
 */
export function upstreamName(name: string): string {
  const { field, fallback } = parseToken(name);
  if (fallback === undefined) return field;
  const words = Array.from(fallback.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) =>
    word.replace(/./u, (first) => first.toUpperCase()),
  );
  return `${field}Or${words.join('')}`;
}

/** The text with each token, in both spellings, replaced by what `write` gives for its name and spelling. */
export function replaceTokens(text: string, write: (name: string, typed: string) => string): string {
  return text.replace(spelledOut(), (match: string, ...groups: (string | undefined)[]) => {
    const [inBraces, afterBraces, inBrackets, afterBrackets] = groups;
    const field = inBraces ?? inBrackets ?? '';
    const fallback = afterBraces ?? afterBrackets;
    if (fallback === undefined) return write(field, match);
    return /[\p{L}\p{N}]/u.test(fallback) ? write(`${field}|${fallback.trim()}`, match) : match;
  });
}

/** The names of the tokens in a text, in both spellings, with their fallbacks: each once, in order. */
export function tokensIn(text: string): string[] {
  const names = new Set<string>();
  replaceTokens(text, (name, typed) => {
    names.add(name);
    return typed;
  });
  return [...names];
}

/**
 * The tokens that a person lists: names with commas, spaces or line breaks between, with or without brackets or braces,
 * as a list or as one text. A text that is copy itself gives the tokens in it. Each token once, in order.
 */
export function readTokens(given: string | string[]): string[] {
  return [...new Set([given].flat().flatMap(listedIn))];
}

function listedIn(text: string): string[] {
  const inCopy = tokensIn(text);
  // Beside a token, copy has other words.
  const isCopy =
    inCopy.length > 0 &&
    replaceTokens(text, () => '')
      .split(/[,;\n]/)
      .some((part) => /\S\s+\S|</.test(part));
  if (isCopy) return inCopy;
  return text
    .split(/[,;\n[\]{}]/)
    .flatMap((part) => part.match(/[^\s|]+(?:\s*\|.*)?/g) ?? [])
    .map(canonical);
}

function canonical(name: string): string {
  const { field, fallback } = parseToken(name);
  return fallback ? `${field}|${fallback}` : field;
}

/** The text with its tokens as Leadterra wants them, `{{firstName}}`. Everything else stays as typed. */
export function toUpstreamTokens(text: string): string {
  // A path in braces is code of some other tool, and is left to show.
  const isCode = (typed: string) => /\{\{[^|]*\./.test(typed);
  return replaceTokens(text, (name, typed) => (isCode(typed) ? typed : `{{${upstreamName(name)}}}`));
}
