import { Type } from '@sinclair/typebox';

import { wholeAnswer } from './answer';
import { type Dialect, type Failure } from './dialect';
import { leadWithExtraKeys } from './lead-shapes';

/** The API as its reference pages show it: bare objects and arrays. */
export const reference: Dialect = {
  name: 'reference',
  choose: ({ reference }) => reference,
  envelope: () => null,
  // The shape is a guess: the tables have a Code column, and no page shows a body.
  error: wholeAnswer(
    Type.Object({
      code: Type.String(),
      message: Type.String(),
      errors: Type.Optional(Type.Array(Type.Any())),
    }),
    (failure: Failure) => failure,
  ),
  lead: leadWithExtraKeys,
  badLeadSinks: 'whole_batch',
  pages: false,
};
