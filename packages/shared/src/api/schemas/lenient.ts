import * as z from 'zod';

// A field that is absent or of an unexpected type is unknown: it must neither fail the answer nor turn into 0 or "".

/** A count, or undefined where the answer gives no non-negative whole number. */
export const count = z.number().int().nonnegative().optional().catch(undefined);

/** A share between 0 and 1, or undefined. */
export const share = z.number().min(0).max(1).optional().catch(undefined);

/** A text, or undefined. */
export const text = z.string().min(1).optional().catch(undefined);

/** A list of texts; anything else is an empty list. */
export const texts = z.array(z.string()).catch([]);

/** IDs differ in case and length between the documentation's pages, so all that is asked of one is that it is there. */
export const id = z.string().min(1, 'it has no id');
