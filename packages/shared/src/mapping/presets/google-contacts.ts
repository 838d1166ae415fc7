import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const googleContacts = {
  source: 'google-contacts',
  label: 'Google Contacts',
  shapes: [
    {
      name: 'Contact',
      keys: ['emailAddresses', 'names'],
      isNested: true,
      matches: ({ emailAddresses, names, resourceName }) =>
        resourceName !== undefined || isRecord(emailAddresses) || (isRecord(names) && 'givenName' in names),
      fields: {
        email: ['emailAddresses.work[]', 'emailAddresses[][]', 'emailAddresses[].value'],
        firstName: ['names.givenName', 'names[].givenName'],
        lastName: ['names.familyName', 'names[].familyName'],
        fullName: ['names.displayName', 'names[].displayName'],
        company: ['organizations[current=true].name', 'organizations[].name'],
        jobTitle: ['organizations[current=true].title', 'organizations[].title'],
      },
    },
    {
      name: 'Row of the export',
      keys: ['E-mail 1 - Value'],
      matches: () => true,
      columnsIn: '',
      fields: {
        email: ['E-mail 1 - Value'],
        firstName: ['First Name', 'Given Name'],
        lastName: ['Last Name', 'Family Name'],
        company: ['Organization Name', 'Organization 1 - Name'],
        jobTitle: ['Organization Title', 'Organization 1 - Title'],
      },
    },
  ],
} as const satisfies Preset;
