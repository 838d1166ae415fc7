import { ExpressionParser, type IExecuteFunctions } from 'n8n-workflow';

import { invalidInput, isLeadField, parseToken, tokensIn } from '../../shared/core';

/** One text of the copy: where it stands, and what the user typed there. */
type CopyField = { label: string; typed: unknown };

/**
 * What a user typed as copy, with its expressions worked out. Two braces turn a field of n8n into an expression, in
 * which `{{ firstName }}` would be nothing: the bare name of a field of a lead, or of one of the custom fields, is taken
 * for the token that it is.
 * @throws LeadterraError (`invalid_input`) where any other expression gives nothing
 */
export function readCopy(
  context: IExecuteFunctions,
  item: number,
  { label, typed }: CopyField,
  customFields: string[],
): unknown {
  if (typeof typed !== 'string' || !typed.startsWith('=')) return typed;
  const parts = ExpressionParser.splitExpression(typed.slice(1)).map((part) => {
    if (part.type === 'text') return part;
    const [token] = tokensIn(`[[${part.text}]]`);
    const field = token === undefined ? '' : parseToken(token).field;
    if (token !== undefined && (isLeadField(field) || customFields.includes(field)))
      return { type: 'text' as const, text: `[[${token}]]` };
    const value = context.evaluateExpression(ExpressionParser.joinExpression([part]), item);
    if (isNothing(value)) throw givesNothing(label, part.text.trim(), token);
    return part;
  });
  return context.evaluateExpression(ExpressionParser.joinExpression(parts), item);
}

/** What an expression gives that stands alone in a field. */
export function evaluated(context: IExecuteFunctions, item: number, typed: unknown): unknown {
  return typeof typed === 'string' && typed.startsWith('=')
    ? context.evaluateExpression(typed.slice(1), item)
    : typed;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function givesNothing(label: string, code: string, token: string | undefined) {
  const advice =
    token === undefined
      ? 'Check what the step before gives for it.'
      : `For a token, write [[${token}]], or name the field under Custom Fields in the Copy. For data of the item, begin with $json.`;
  return invalidInput(
    `${label}: the expression ${code} gives nothing, and would leave a gap in the copy.`,
    advice,
  );
}
