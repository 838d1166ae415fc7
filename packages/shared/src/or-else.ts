import * as z from 'zod/mini';

/**
 * What the schema reads, or the fallback for anything else. In place of zod's own `catch`, which refers to all of its
 * helpers by name, so that a bundle keeps 12 kB that nothing calls.
 */
export function orElse<Output>(schema: z.ZodMiniType<Output>, fallback: Output) {
  return z.transform((value: unknown): Output => {
    const read = schema.safeParse(value);
    return read.success ? read.data : fallback;
  });
}

/** What the schema reads, or undefined for anything else. */
export function orUnknown<Output>(schema: z.ZodMiniType<Output>) {
  return z.optional(orElse<Output | undefined>(schema, undefined));
}
