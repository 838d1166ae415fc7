import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const outlook = {
  source: 'outlook',
  label: 'Microsoft Outlook',
  shapes: [
    {
      name: 'Contact',
      keys: ['emailAddresses'],
      matches: ({ emailAddresses }) => {
        const first: unknown = Array.isArray(emailAddresses) ? emailAddresses[0] : undefined;
        return isRecord(first) && 'address' in first;
      },
      fields: {
        email: ['emailAddresses[].address'],
        firstName: ['givenName'],
        lastName: ['surname'],
        fullName: ['displayName'],
        company: ['companyName'],
        jobTitle: ['jobTitle'],
      },
    },
    {
      name: 'Row of the export',
      keys: ['E-mail Display Name'],
      matches: (record) => 'E-mail Address' in record,
      columnsIn: '',
      fields: {
        email: ['E-mail Address', 'E-mail 2 Address'],
        firstName: ['First Name'],
        lastName: ['Last Name'],
        company: ['Company'],
        jobTitle: ['Job Title'],
      },
    },
  ],
} as const satisfies Preset;
