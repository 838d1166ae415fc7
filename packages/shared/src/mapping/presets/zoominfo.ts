import { type Preset } from '../preset';

export const zoominfo = {
  source: 'zoominfo',
  label: 'ZoomInfo',
  shapes: [
    {
      name: 'Row of the export',
      keys: ['ZoomInfo Contact ID', 'ZoomInfo Contact Profile URL', 'ZoomInfo Company ID'],
      matches: () => true,
      columnsIn: '',
      fields: {
        email: ['Email Address'],
        firstName: ['First Name'],
        lastName: ['Last Name'],
        company: ['Company Name'],
        jobTitle: ['Job Title'],
      },
    },
    {
      name: 'Contact',
      keys: ['contactAccuracyScore'],
      matches: () => true,
      fields: {
        email: ['email'],
        firstName: ['firstName'],
        lastName: ['lastName'],
        company: ['company.name', 'companyName'],
        jobTitle: ['jobTitle'],
      },
    },
  ],
} as const satisfies Preset;
