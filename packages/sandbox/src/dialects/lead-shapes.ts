import { Type } from '@sinclair/typebox';

import { type Scalar } from '../domain';

const customValue = Type.Unsafe<Scalar>({ type: ['string', 'number', 'boolean'] });
const standardFields = {
  email: Type.String({ format: 'email' }),
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  company: Type.Optional(Type.String()),
  jobTitle: Type.Optional(Type.String()),
};

/** Extra keys beside the standard ones are custom fields. */
export const leadWithExtraKeys = Type.Object(standardFields, { additionalProperties: customValue });

/** The same, or custom fields in an object of their own, which may not shadow the standard ones. */
export const leadWithNestedFields = Type.Object(
  {
    ...standardFields,
    customFields: Type.Optional(
      Type.Object(
        {},
        { additionalProperties: customValue, propertyNames: { not: { enum: Object.keys(standardFields) } } },
      ),
    ),
  },
  { additionalProperties: customValue },
);
