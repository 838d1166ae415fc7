import * as z from 'zod/mini';

import { enveloped } from '../envelope';
import { count } from './lenient';

/** How many addresses a suppression request added. Only `suppressed`, the newly added ones, is documented everywhere. */
export const suppressionAnswer = enveloped(
  ['result'],
  z.object({ suppressed: z.int().check(z.nonnegative()), alreadySuppressed: count }),
);
