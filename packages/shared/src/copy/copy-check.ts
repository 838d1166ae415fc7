import { isLeadField } from '../lead';
import { clashingFallbacks, misnamedFields, mistakesIn } from './mistakes';
import { checkStyle, type Email } from './style';
import { parseToken, tokensIn, upstreamName } from './tokens';

/** What is to be known of a sequence's copy before anyone is mailed. */
export type CopyCheck = {
  /** Its tokens with their fallbacks, as enrolling takes them. */
  tokens: string[];
  /**
   * What looks like a token and is none, or names no field: each a sentence, with the place of its email, counted from
   * 0, unless it is about all of them.
   */
  mistakes: { step?: number; message: string }[];
  /** What may be right and still needs a look. */
  warnings: string[];
};

/**
 * Checks the copy of a sequence, in both spellings of tokens.
 * @param customFields the names of the custom fields that leads bring. Left out, any word that is like no field of a
 *   lead is taken for one, with a warning; else it is a mistake.
 */
export function checkCopy(steps: Email[], options: { customFields?: string[] } = {}): CopyCheck {
  const { tokens, mistakes, warnings } = checkTokens(steps, options);
  return { tokens, mistakes, warnings: [...warnings, ...checkStyle(steps)] };
}

/** `checkCopy` of the tokens alone. */
export function checkTokens(
  steps: Email[],
  { customFields = [] }: { customFields?: string[] } = {},
): CopyCheck {
  const tokens = tokensIn(steps.map(textOf).join('\n'));
  const mistakes = steps.flatMap((email, step) => {
    const inBoth = [email.subject, email.bodyHtml].flatMap((text) => mistakesIn(text, customFields));
    return [...new Set(inBoth)].map((message) => ({ step, message }));
  });
  const ofAll = [...misnamedFields(customFields), ...clashingFallbacks(tokens)].map((message) => ({
    message,
  }));
  const said = new Set(mistakes.map(({ message }) => message));
  return {
    tokens,
    mistakes: [...mistakes, ...ofAll],
    warnings: tokens.flatMap((name) => tokenWarning(name, customFields, said)),
  };
}

const textOf = ({ subject, bodyHtml }: Email) => `${subject}\n${bodyHtml}`;

function tokenWarning(name: string, customFields: string[], said: Set<string>): string[] {
  const { field, fallback } = parseToken(name);
  if (fallback !== undefined) {
    return [
      `Leadterra has no fallbacks: [[${name}]] is stored as [[${upstreamName(name)}]], which stays blank for leads that are enrolled without "${name}" among Tokens in the Copy.`,
    ];
  }
  const isKnown = isLeadField(field) || customFields.includes(field);
  if (isKnown || mistakesIn(`[[${name}]]`, customFields).some((message) => said.has(message))) return [];
  return [`[[${name}]] stays blank for leads that are enrolled without a custom field "${name}".`];
}
