import * as z from 'zod/mini';

import { invalidInput } from '../error';

/** What hosts hand over for an empty field, a blank text, null or an empty list, is as good as nothing. */
export function absentIfBlank(value: unknown): unknown {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

/** Hosts hand over numbers and truth values where a text is meant. */
export function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** What a field's value is, from what a user gave. One that cannot be used is refused. */
export type Read<Value> = (given: unknown) => Value;

class Refusal extends Error {}

/** Ends the reading of a value; `problem` says in a sentence why it cannot be used. */
export function refuse(problem: string): never {
  throw new Refusal(problem);
}

/** What a reader gives, or why it refuses. */
export function tryToRead<Value>(read: Read<Value>, given: unknown): { value: Value } | { problem: string } {
  try {
    return { value: read(given) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

/** A field as a schema, to stand among others. */
export function schemaOf<Value>({ read }: { read: Read<Value> }): z.ZodMiniType<Value> {
  return z.transform((given, context) => {
    const tried = tryToRead(read, given);
    if ('value' in tried) return tried.value;
    context.issues.push({ code: 'custom', input: given, message: tried.problem });
    return z.NEVER;
  });
}

/** More would hide the first. */
const maxProblems = 5;

/** The refusal of an input, with what is wrong with each of its fields. */
export function refusedInput(
  problems: string[],
  advice = 'Correct it, or check what the step before gives for it.',
) {
  return invalidInput(problems.slice(0, maxProblems).join(' '), advice);
}

/**
 * What the input fields hold.
 * @param nameOf what errors call the entry at a place of a list, counted from 0
 * @throws LeadterraError (`invalid_input`) that names the fields, and the entries of lists, that cannot be used
 */
export function parseInput<Input>(
  schema: z.ZodMiniType<Input>,
  given: unknown,
  nameOf = (place: number) => `Line item ${place + 1}`,
): Input {
  const parsed = schema.safeParse(given, { error: () => 'A field holds something of another kind.' });
  if (parsed.success) return parsed.data;
  throw refusedInput(
    parsed.error.issues.map(({ path, message }) => {
      const index = path.find((key) => typeof key === 'number');
      return index === undefined ? message : `${nameOf(index)}: ${message}`;
    }),
  );
}
