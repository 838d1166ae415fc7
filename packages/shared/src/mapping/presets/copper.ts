import { isRecord } from '../../json';
import { type Preset } from '../preset';

const hasCategory = (entry: unknown) => isRecord(entry) && 'category' in entry && 'email' in entry;

export const copper = {
  source: 'copper',
  label: 'Copper',
  shapes: [
    {
      name: 'Person or Lead',
      keys: ['emails', 'email'],
      isNested: true,
      matches: ({ emails, email }) => hasCategory(email) || (Array.isArray(emails) && hasCategory(emails[0])),
      fields: {
        email: ['emails[category=work].email', 'emails[].email', 'email.email'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        fullName: ['name'],
        company: ['company_name'],
        jobTitle: ['title'],
      },
    },
  ],
} as const satisfies Preset;
