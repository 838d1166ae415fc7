import { invalidInput, type ZodMiniType } from './core';

/** The value of one of the node's fields, or a refusal that names the field as the user sees it. */
export function parseField<T>(label: string, schema: ZodMiniType<T>, value: unknown): T {
  const parsed = schema.safeParse(value, { error: () => 'it is of another kind' });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
  throw invalidInput(
    `"${label}"${where} cannot be used: ${issue?.message ?? ''}.`,
    'Correct it. If an expression stands there, check what it gives for this item.',
  );
}
