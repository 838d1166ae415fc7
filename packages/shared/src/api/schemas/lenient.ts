import * as z from 'zod/mini';

import { orElse, orUnknown } from '../../or-else';

// A field that is absent or of an unexpected type is unknown: it must neither fail the answer nor turn into 0 or "".

/** A count, or undefined where the answer gives no non-negative whole number. */
export const count = orUnknown(z.int().check(z.nonnegative()));

/** A share between 0 and 1, or undefined. */
export const share = orUnknown(z.number().check(z.minimum(0), z.maximum(1)));

/** A text, or undefined. */
export const text = orUnknown(z.string().check(z.minLength(1)));

/** A list of texts; anything else is an empty list. */
export const texts = orElse(z.array(z.string()), []);

/** IDs differ in case and length between the documentation's pages, so all that is asked of one is that it is there. */
export const id = z.string().check(z.minLength(1));

/** A number, or undefined. */
export const figure = orUnknown(z.number());

/** Yes or no, or undefined. */
export const flag = orUnknown(z.boolean());
