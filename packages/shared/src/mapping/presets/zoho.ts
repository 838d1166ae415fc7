import { type Preset, type UnknownRecord } from '../preset';

/** Zoho's bookkeeping: `$approved`, `$state`, `$editable` … */
function hasSystemKey(record: UnknownRecord): boolean {
  for (const key in record) if (key.startsWith('$')) return true;
  return false;
}

// A lead's job is its `Designation`; only contacts have a `Title`.
export const zoho = {
  source: 'zoho',
  label: 'Zoho CRM',
  shapes: [
    {
      name: 'Lead or Contact',
      keys: ['Last_Name', 'First_Name', 'Full_Name'],
      matches: hasSystemKey,
      fields: {
        email: ['Email', 'Secondary_Email'],
        firstName: ['First_Name'],
        lastName: ['Last_Name'],
        fullName: ['Full_Name'],
        company: ['Company', 'Account_Name.name'],
        jobTitle: ['Designation', 'Title'],
      },
      optOut: [
        { path: 'Email_Opt_Out', when: 'yes' },
        { path: 'Unsubscribed_Time', when: 'present' },
      ],
    },
  ],
} as const satisfies Preset;
