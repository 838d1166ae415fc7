import { absentIfBlank, asText } from '@leadterra/shared';
import * as z from 'zod/mini';

export { parseInput } from '@leadterra/shared';

/** All that a user gave, to be read by the core. */
export const anyInput = z.record(z.string(), z.unknown());

/** A text that may be left out, without space around it. */
export const optionalText = z.pipe(
  z.transform((value) => asText(absentIfBlank(value))),
  z.optional(z.string('A field holds something that is no text.').check(z.trim())),
);

/** Line items: a list of them, one alone, or none. */
export function lineItems<Item>(item: z.ZodMiniType<Item>) {
  const asList = z.transform((value): unknown[] => [absentIfBlank(value) ?? []].flat());
  return z.pipe(asList, z.array(item));
}
