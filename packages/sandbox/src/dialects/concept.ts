import { Type } from '@sinclair/typebox';

import { wholeAnswer } from './answer';
import { type Dialect, type Failure } from './dialect';
import { leadWithExtraKeys } from './lead-shapes';

/** The API as the concept pages show it: every answer under `data`. Where a page's JSON is not visible, likewise. */
export const concept: Dialect = {
  name: 'concept',
  choose: ({ concept }) => concept,
  envelope: () => 'data',
  // A guess, as in every dialect: no page shows an error's body.
  error: wholeAnswer(
    Type.Object({
      error: Type.String(),
      message: Type.String(),
      errors: Type.Optional(Type.Array(Type.Any())),
    }),
    ({ code, message, errors }: Failure) => ({
      error: code,
      message,
      ...(errors === undefined ? {} : { errors }),
    }),
  ),
  lead: leadWithExtraKeys,
  badLeadSinks: 'that_lead',
  pages: false,
};
