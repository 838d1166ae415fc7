import { absentIfBlank, asText } from '@leadterra/shared';
import * as z from 'zod/mini';

export { parseInput } from '@leadterra/shared';

/** All that a user gave, to be read by the core. */
export const anyInput = z.looseObject({});
export type Input = z.infer<typeof anyInput>;

/** A text that may be left out, without space around it. */
export const optionalText = z.pipe(
  z.transform((value) => asText(absentIfBlank(value))),
  z.optional(z.string('A field holds something that is not text.').check(z.trim())),
);

/** A field that takes several values: a list of them, one alone, or none. */
export function severalOf<Item>(item: z.ZodMiniType<Item>) {
  return z.pipe(z.transform(listOf), z.array(item));
}

function listOf(value: unknown): unknown[] {
  return [absentIfBlank(value) ?? []].flat();
}

/**
 * Line items as a live run has them. Where a list was mapped, they stand under their parent, and what the children hold
 * stands at the top level too, joined with commas: that is for nobody. Where the fields were filled in one by one, there
 * is the top level alone, which is one item.
 * @param parent the key of the field with the children
 * @param children their keys
 */
export function lineItemsIn(
  input: Input,
  parent: string,
  children: string[],
): { items: unknown[]; isMapped: boolean } {
  const mapped = listOf(input[parent]);
  if (mapped.length > 0) return { items: mapped, isMapped: true };
  const single = Object.fromEntries(children.map((key) => [key, input[key]]));
  const isFilled = Object.values(single).some((value) => absentIfBlank(value) !== undefined);
  return { items: isFilled ? [single] : [], isMapped: false };
}
