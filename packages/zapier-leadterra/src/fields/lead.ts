import { defineInputFields } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { optionalText } from '../input';

/** The standard fields of a lead. */
export const leadFields = defineInputFields([
  { key: 'email', label: 'Email', type: 'string', placeholder: 'ava@example.com' },
  { key: 'firstName', label: 'First Name', type: 'string', placeholder: 'Ava' },
  { key: 'lastName', label: 'Last Name', type: 'string', placeholder: 'Patel' },
  { key: 'company', label: 'Company', type: 'string', placeholder: 'Example Robotics' },
  { key: 'jobTitle', label: 'Job Title', type: 'string', placeholder: 'Head of Sales' },
]);

export const leadInput = z.object({
  email: optionalText,
  firstName: optionalText,
  lastName: optionalText,
  company: optionalText,
  jobTitle: optionalText,
});
