import { type Preset, type UnknownRecord } from '../preset';

const isZoho = (record: UnknownRecord) =>
  ('Last_Name' in record || 'First_Name' in record || 'Full_Name' in record) &&
  Object.keys(record).some((key) => key.startsWith('$'));

// A lead's job is its `Designation`; only contacts have a `Title`.
export const zoho = {
  source: 'zoho',
  label: 'Zoho CRM',
  shapes: [
    {
      name: 'Lead or Contact',
      keys: ['Last_Name', 'First_Name', 'Full_Name'],
      matches: isZoho,
      fields: {
        email: ['Email', 'Secondary_Email'],
        firstName: ['First_Name'],
        lastName: ['Last_Name'],
        fullName: ['Full_Name'],
        company: ['Company', 'Account_Name.name'],
        jobTitle: ['Designation', 'Title'],
      },
      optOut: [{ path: 'Email_Opt_Out', when: 'yes' }],
    },
  ],
} as const satisfies Preset;
