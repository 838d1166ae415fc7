import * as z from 'zod';
import { unwrap } from '../envelope';
import { count } from './lenient';

/** How many addresses a suppression request added. Only `suppressed`, the newly added ones, is documented everywhere. */
export const suppressionAnswer = z.preprocess(
  (body) => unwrap(body, 'result'),
  z.object({ suppressed: z.number().int().nonnegative(), alreadySuppressed: count }),
);
