import { type Preset } from '../preset';

export const linkedin = {
  source: 'linkedin',
  label: 'LinkedIn Export',
  shapes: [
    {
      name: 'Row of the export of connections',
      keys: ['Connected On'],
      matches: (record) => 'First Name' in record || 'Position' in record,
      columnsIn: '',
      fields: {
        email: ['Email Address'],
        firstName: ['First Name'],
        lastName: ['Last Name'],
        company: ['Company'],
        jobTitle: ['Position'],
      },
    },
  ],
} as const satisfies Preset;
