import { type CustomValue, isLeadField, type Lead } from '../lead';

// A token is one word: a letter or underscore, then letters, digits, `_`, `.` and `-`. What else stands in double
// braces or brackets is left alone. `[[…]]` exists because n8n and Zapier take `{{…}}` for their own.
const token = /\{\{\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*\}\}|\[\[\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*\]\]/gu;

/** The names of the tokens in a text, in both spellings, each once, in order. */
export function tokensIn(text: string): string[] {
  const names = Array.from(text.matchAll(token), ([, braces, brackets]) => braces ?? brackets ?? '');
  return [...new Set(names)];
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
  const isCopy = inCopy.length > 0 && text.split(/[,;\n]/).some((part) => /[^\s[{<]\s+[^\s\]}]|</.test(part));
  return isCopy ? inCopy : text.split(/[\s,;[\]{}]+/).filter((name) => name !== '');
}

/** The text with `[[firstName]]` spelled as Leadterra wants it, `{{firstName}}`. Everything else stays as typed. */
export function toUpstreamTokens(text: string): string {
  return text.replace(token, (match: string, _braces: unknown, brackets: unknown) =>
    typeof brackets === 'string' ? `{{${brackets}}}` : match,
  );
}

/** Those of the tokens that would render as nothing for this lead. */
export function missingTokens(lead: Lead, tokens: string[]): string[] {
  return tokens.filter((name) => {
    const value = valueOf(lead, name);
    return value === undefined || (typeof value === 'string' && value.trim() === '');
  });
}

/** What a token stands for; undefined for a field that the lead does not have. */
function valueOf(lead: Lead, token: string): CustomValue | undefined {
  if (isLeadField(token)) return lead[token];
  const custom = lead.customFields;
  return custom && Object.hasOwn(custom, token) ? custom[token] : undefined;
}

/** The text as Leadterra would send it to this lead: each token filled in, those without a value gone. */
export function renderCopy(text: string, lead: Lead): string {
  return toUpstreamTokens(text).replace(token, (_match, name: string) => String(valueOf(lead, name) ?? ''));
}
