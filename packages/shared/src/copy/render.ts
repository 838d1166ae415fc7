import { type CustomValue, isLeadField, type Lead } from '../lead';
import { parseToken, replaceTokens, upstreamName } from './tokens';

/** What a field of a lead holds; undefined where the lead has no such field, or nothing but space in it. */
function valueOf(lead: Lead, field: string): CustomValue | undefined {
  const custom = lead.customFields;
  const value = isLeadField(field)
    ? lead[field]
    : custom && Object.hasOwn(custom, field)
      ? custom[field]
      : undefined;
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** What a token would say to a lead. */
function filled(lead: Lead, name: string): CustomValue | undefined {
  const { field, fallback } = parseToken(name);
  return valueOf(lead, field) ?? fallback;
}

/** Those of the tokens that would render as nothing for this lead; one with a fallback never does. */
export function missingTokens(lead: Lead, tokens: string[]): string[] {
  return tokens.filter((name) => filled(lead, name) === undefined);
}

/**
 * The lead with a custom field for each token that has a fallback, as `toUpstreamTokens` names it in the copy. With
 * `isPartial` only for those that the lead has a value for.
 */
export function withFallbacks(lead: Lead, tokens: string[], { isPartial = false } = {}): Lead {
  const own: [string, CustomValue][] = [];
  for (const name of tokens) {
    const { field, fallback } = parseToken(name);
    const value = valueOf(lead, field) ?? (isPartial ? undefined : fallback);
    if (fallback !== undefined && value !== undefined) own.push([upstreamName(name), value]);
  }
  if (own.length === 0) return lead;
  return { ...lead, customFields: { ...lead.customFields, ...Object.fromEntries(own) } };
}

/**
 * The text as Leadterra would send it to this lead, in the spelling of either its author or Leadterra: each token
 * filled in.
 * @param blank what to write for a token without a value, such as a mark for a preview; nothing, if left out
 */
export function renderCopy(text: string, lead: Lead, blank: (token: string) => string = () => ''): string {
  return replaceTokens(text, (name) => String(filled(lead, name) ?? blank(name)));
}
