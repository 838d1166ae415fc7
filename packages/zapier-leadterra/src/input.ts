import { invalidInput } from '@leadterra/shared';
import * as z from 'zod/mini';

/** Zapier hands over what users map: a blank text or null for an empty field. */
export function present(value: unknown): unknown {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
  return value;
}

/** And a number where a text is meant. */
function textual(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : present(value);
}

/** A text that must be there, exactly as typed. */
export function requiredText(label: string) {
  return z.pipe(z.transform(textual), z.string(`${label} is empty.`));
}

/** A text that must be there, without space around it. */
export function requiredWord(label: string) {
  return z.pipe(z.transform(textual), z.string(`${label} is empty.`).check(z.trim()));
}

/** A text that may be left out, without space around it. */
export const optionalText = z.pipe(
  z.transform(textual),
  z.optional(z.string('A field holds something that is no text.').check(z.trim())),
);

/** One of a dropdown's choices; `otherwise` where it is left empty. */
export function choice<Value extends string>(label: string, values: readonly Value[], otherwise: Value) {
  return z.pipe(
    optionalText,
    z.transform((text, context) => {
      const chosen = text?.toLowerCase() ?? otherwise;
      const found = values.find((value) => value === chosen);
      return found ?? refuse(context, `${label} is "${chosen}", which is none of its choices.`);
    }),
  );
}

/** A number that may be left out. */
export function optionalNumber(label: string, { min, max, whole = false }: NumberRange) {
  return z.transform((value, context) => {
    const given = present(value);
    if (given === undefined) return undefined;
    const number = typeof given === 'string' ? Number(given) : given;
    const fits = typeof number === 'number' && number >= min && number <= max;
    if (fits && (!whole || Number.isInteger(number))) return number;
    const kind = whole ? 'whole number' : 'number';
    return refuse(context, `${label} is ${JSON.stringify(given)}, not a ${kind} from ${min} to ${max}.`);
  });
}
type NumberRange = { min: number; max: number; whole?: boolean };

function refuse(context: z.core.ParsePayload, message: string) {
  context.issues.push({ code: 'custom', input: context.value, message });
  return z.NEVER;
}

/** Line items: a list of them, one alone, or none. */
export function lineItems<Item>(item: z.ZodMiniType<Item>) {
  const asList = z.transform((value): unknown[] => {
    const given = present(value) ?? [];
    return Array.isArray(given) ? given : [given];
  });
  return z.pipe(asList, z.array(item));
}

/** More would hide the first. */
const maxProblems = 5;

/**
 * What the input fields hold.
 * @throws LeadterraError (`invalid_input`) that names the fields, and the line items, that cannot be used
 */
export function parseInput<Input>(schema: z.ZodMiniType<Input>, inputData: unknown): Input {
  const parsed = schema.safeParse(inputData, { error: () => 'A field holds something of another kind.' });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, maxProblems).map(({ path, message }) => {
    const item = path.find((key) => typeof key === 'number');
    return item === undefined ? message : `Line item ${item + 1}: ${message}`;
  });
  throw invalidInput(problems.join(' '), 'Correct this step of the Zap.');
}
