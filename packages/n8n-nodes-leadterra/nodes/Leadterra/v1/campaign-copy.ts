import { ExpressionParser, type IExecuteFunctions } from 'n8n-workflow';

import {
  array,
  checkCopy,
  invalidInput,
  isLeadField,
  looseObject,
  parseToken,
  tokensIn,
} from '../../shared/core';
import { toNodeError } from '../../shared/errors';
import { parseField } from '../../shared/parse-field';

/** The fields of an email that are copy. */
const copyFields = ['subject', 'bodyHtml'];

/**
 * The emails in a collection, with their expressions worked out. Two braces turn a field of n8n into an expression, in
 * which `{{ firstName }}` would be nothing: the bare name of a field of a lead, or of one of the custom fields, is taken
 * for the token that it is.
 * @param at the parameter, and what errors call it and one of its emails
 * @throws LeadterraError (`invalid_input`) where any other expression in the copy gives nothing
 */
export function readEmailFields(
  context: IExecuteFunctions,
  item: number,
  at: { parameter: string; label: string; one: string },
  customFields: string[] = [],
): Record<string, unknown>[] {
  const read = (options?: { rawExpressions: true }): unknown =>
    context.getNodeParameter(at.parameter, item, [], options);
  const typed = read({ rawExpressions: true });
  const emails = array(looseObject({}));
  // A collection that is an expression as a whole holds none.
  if (!Array.isArray(typed)) return parseField(at.label, emails, read());
  return parseField(at.label, emails, typed).map((email, index) => {
    const where = `${at.one} ${index + 1}`;
    const worked = Object.entries(email).map(([key, value]) => {
      if (typeof value !== 'string' || !value.startsWith('=')) return [key, value] as const;
      const expression = value.slice(1);
      const isCopy = copyFields.includes(key);
      const withTokens = isCopy ? tokensTaken(context, item, expression, customFields, where) : expression;
      return [key, context.evaluateExpression(withTokens, item)] as const;
    });
    return Object.fromEntries<unknown>(worked);
  });
}

/**
 * A field that holds copy as a whole, such as JSON, with its expression worked out; two braces as for one email.
 * @throws LeadterraError (`invalid_input`) where any other expression in it gives nothing
 */
export function readCopy(
  context: IExecuteFunctions,
  item: number,
  at: { parameter: string; label: string },
  customFields: string[],
): unknown {
  const typed: unknown = context.getNodeParameter(at.parameter, item, '', { rawExpressions: true });
  if (typeof typed !== 'string' || !typed.startsWith('=')) return typed;
  const expression = tokensTaken(context, item, typed.slice(1), customFields, at.label);
  return context.evaluateExpression(expression, item);
}

/** The expression with tokens in the place of the code that they were taken for. */
function tokensTaken(
  context: IExecuteFunctions,
  item: number,
  expression: string,
  customFields: string[],
  where: string,
): string {
  const parts = ExpressionParser.splitExpression(expression).map((part) => {
    if (part.type === 'text') return part;
    const code = part.text.trim();
    const [token] = tokensIn(`[[${code}]]`);
    const { field, fallback } = parseToken(token ?? '');
    if (token !== undefined && (isLeadField(field) || customFields.includes(field)))
      return { type: 'text' as const, text: `[[${token}]]` };
    const whole = ExpressionParser.joinExpression([part]);
    // To n8n the bar would be a sum of bits.
    if (fallback !== undefined || givesNothing(context, item, whole)) throw gap(where, code, customFields);
    return part;
  });
  return ExpressionParser.joinExpression(parts);
}

const words = /^[\p{L}\p{M}\p{N}\s_|-]+$/u;

function givesNothing(context: IExecuteFunctions, item: number, expression: string): boolean {
  let value: unknown;
  try {
    value = context.evaluateExpression(expression, item);
  } catch (error) {
    // `First Name` is no code at all.
    if (words.test(expression.replace(/[{}]/g, ''))) return true;
    throw toNodeError(context.getNode(), error, item);
  }
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function gap(where: string, code: string, customFields: string[]) {
  const [slip] = checkCopy([{ subject: `[[${code}]]`, bodyHtml: '' }], { customFields }).mistakes;
  const asToken = `If leads have it as a custom field, write [[${code}]], or add it to "Custom Fields in the Copy".`;
  const advice = words.test(code) ? (slip?.message ?? asToken) : 'Check what the step before gives for it.';
  return invalidInput(`${where}: the expression "${code}" gives nothing, and would leave a gap.`, advice);
}
