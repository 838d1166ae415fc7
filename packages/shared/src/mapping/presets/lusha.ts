import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const lusha = {
  source: 'lusha',
  label: 'Lusha',
  shapes: [
    {
      name: 'Person',
      keys: ['emailAddresses', 'emails'],
      isNested: true,
      matches: ({ emailAddresses, emails }) => {
        const list = emailAddresses ?? emails;
        const first: unknown = Array.isArray(list) ? list[0] : undefined;
        return isRecord(first) && 'email' in first && 'emailType' in first;
      },
      fields: {
        email: ['emailAddresses[emailType=work].email', 'emailAddresses[].email', 'emails[].email'],
        firstName: ['firstName', 'name.first'],
        lastName: ['lastName', 'name.last'],
        fullName: ['fullName', 'name.full'],
        company: ['company.name', 'companyName'],
        jobTitle: ['jobTitle.title', 'jobTitle'],
      },
    },
  ],
} as const satisfies Preset;
