import { LeadterraError } from '@leadterra/shared';
import * as z from 'zod';

// Zapier hands over what users map: a blank text for an empty field, a number where a text is meant, or the reverse.
function present(value: unknown): unknown {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
  return value;
}

function textual(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : present(value);
}

/** A text that must be there, exactly as typed. */
export function requiredText(label: string) {
  return z.preprocess(textual, z.string({ error: () => `${label} is empty.` }));
}

/** A text that must be there, without space around it. */
export function requiredWord(label: string) {
  return requiredText(label).transform((text) => text.trim());
}

/** A text that may be left out, without space around it. */
export const optionalText = z.preprocess(
  textual,
  z
    .string('A field holds something that is no text.')
    .transform((text) => text.trim())
    .optional(),
);

/** A number that may be left out. */
export function optionalNumber(label: string, { min, max, whole = false }: NumberRange) {
  return z
    .unknown()
    .optional()
    .transform((value, context) => {
      const given = present(value);
      if (given === undefined) return undefined;
      const number = typeof given === 'string' ? Number(given) : given;
      const fits = typeof number === 'number' && number >= min && number <= max;
      if (fits && (!whole || Number.isInteger(number))) return number;
      context.addIssue(
        `${label} is ${JSON.stringify(given)}, not a ${whole ? 'whole ' : ''}number from ${min} to ${max}.`,
      );
      return z.NEVER;
    });
}
type NumberRange = { min: number; max: number; whole?: boolean };

/** Line items: a list of them, one alone, or none. */
export function lineItems<Item>(item: z.ZodType<Item>) {
  return z.preprocess((value) => {
    const given = present(value) ?? [];
    const list: unknown[] = Array.isArray(given) ? given : [given];
    return list;
  }, z.array(item));
}

/**
 * What the input fields hold.
 * @throws LeadterraError (`invalid_input`) that names the field, and the line item, that cannot be used
 */
export function parseInput<Input>(schema: z.ZodType<Input>, inputData: unknown): Input {
  const parsed = schema.safeParse(inputData);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const item = issue?.path.find((key) => typeof key === 'number');
  throw new LeadterraError({
    kind: 'invalid_input',
    summary: `${item === undefined ? '' : `Line item ${item + 1}: `}${issue?.message ?? 'A field cannot be used.'}`,
    advice: 'Correct the field in this step of the Zap.',
  });
}

/** The fields that hold something. */
export function filledIn<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
export function filledIn(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
