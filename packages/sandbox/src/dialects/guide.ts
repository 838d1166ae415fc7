import { Type } from '@sinclair/typebox';

import { wholeAnswer } from './answer';
import { type Dialect, type Failure } from './dialect';
import { leadWithNestedFields } from './lead-shapes';

/** The API as the guides show it: every answer under the name of what it holds. */
export const guide: Dialect = {
  name: 'guide',
  choose: ({ guide }) => guide,
  envelope: (name) => name,
  // A guess, as in every dialect: no page shows an error's body.
  error: wholeAnswer(
    Type.Object({
      error: Type.Object({ code: Type.String(), message: Type.String() }),
      errors: Type.Optional(Type.Array(Type.Any())),
    }),
    ({ code, message, errors }: Failure) => ({
      error: { code, message },
      ...(errors === undefined ? {} : { errors }),
    }),
  ),
  lead: leadWithNestedFields,
  // The guide says nothing of bad leads, and sends its readers to the reference.
  badLeadSinks: 'whole_batch',
  pages: true,
};
