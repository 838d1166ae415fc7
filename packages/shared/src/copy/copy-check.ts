import { isLeadField } from '../lead';
import { columnOf } from '../mapping/headers/column';
import { tokensIn } from './tokens';

/** The tokens of a sequence's copy, and what its author should know of them before anyone is mailed. */
export type CopyCheck = { tokens: string[]; warnings: string[] };

/**
 * Reads the tokens of all steps, in both spellings. Any token that is no field of a lead gets a warning: with the
 * field that was meant where the name is that of a column (`first_name`, `Vorname`), else with what would fill it.
 */
export function checkCopy(steps: { subject: string; bodyHtml: string }[]): CopyCheck {
  const tokens = tokensIn(steps.map(({ subject, bodyHtml }) => `${subject}\n${bodyHtml}`).join('\n'));
  const warnings = tokens.filter((token) => !isLeadField(token)).map(warningFor);
  return { tokens, warnings };
}

function warningFor(token: string): string {
  const column = columnOf(token);
  if (column.kind === 'field' && isLeadField(column.field)) {
    return `No lead has a field "${token}": did you mean {{${column.field}}}?`;
  }
  return `{{${token}}} stays blank for leads that are enrolled without a custom field "${token}".`;
}
