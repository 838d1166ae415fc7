import { invalidInput, type ZodType } from './core';

/** The value of one of the node's fields, or a refusal that names the field as the user sees it. */
export function parseField<T>(label: string, schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
  throw invalidInput(
    `The field ${label}${where} cannot be used: ${issue?.message ?? 'it is of another kind'}.`,
    'Correct it. If an expression stands there, check what it gives for this item.',
  );
}
