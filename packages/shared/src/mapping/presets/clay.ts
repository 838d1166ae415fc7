import { type Preset } from '../preset';

export const clay = {
  source: 'clay',
  label: 'Clay',
  shapes: [
    {
      name: 'Row of a table of people',
      keys: ['Company Table Data', 'Find work email', 'Find Work Email', 'Enrich person', 'Enrich Person'],
      matches: () => true,
      columnsIn: '',
      fields: {
        email: ['Work Email', 'Email'],
        firstName: ['First Name'],
        lastName: ['Last Name'],
        fullName: ['Full Name'],
        company: ['Company', 'Company Name'],
        jobTitle: ['Job Title'],
      },
    },
  ],
} as const satisfies Preset;
