import { leadFields as fields, perLeadField } from '@leadterra/shared';
import * as z from 'zod/mini';

import { optionalText } from '../input';

/** The fields of a lead. */
export const leadFields = fields.map(({ key, label, placeholder }) => ({
  key,
  label,
  type: 'string' as const,
  placeholder,
}));

export const leadInput = z.object(perLeadField(() => optionalText));
