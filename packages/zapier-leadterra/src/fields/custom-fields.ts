import { defineInputField } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { optionalText } from '../input';

export const customFieldsField = defineInputField({
  key: 'customFields',
  label: 'Custom Fields',
  dict: true,
  helpText: 'On the left a name such as `useCase`, on the right its value. Emails use it as `[[useCase]]`.',
});

/** Names with what they hold; empty ones are left out. */
export const customFields = z.pipe(
  z.nullish(z.catchall(z.object({}), optionalText)),
  z.transform((fields) => {
    const filled: Record<string, string> = {};
    for (const [name, value] of Object.entries(fields ?? {})) if (value !== undefined) filled[name] = value;
    return filled;
  }),
);
