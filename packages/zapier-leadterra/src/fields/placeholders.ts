import { schemaOf, tokenFields } from '@leadterra/shared';
import type * as z from 'zod/mini';

import { renderField } from '../render-field';

const { tokens, whenMissing } = tokenFields;

/** The fields of the rule for leads that would leave a token of the emails blank. */
export const placeholderFields = [
  // One text: what Create Campaign gives, and what people type.
  { ...renderField('placeholders', tokens), list: false },
  renderField('whenMissing', whenMissing),
];

export const placeholderInput = { placeholders: schemaOf(tokens), whenMissing: schemaOf(whenMissing) };
export type PlaceholderInput = z.infer<z.ZodMiniObject<typeof placeholderInput>>;
