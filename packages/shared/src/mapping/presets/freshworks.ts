import { type Preset } from '../preset';

export const freshworks = {
  source: 'freshworks',
  label: 'Freshworks CRM',
  shapes: [
    {
      name: 'Contact',
      keys: ['sales_accounts', 'work_number'],
      matches: (record) =>
        'sales_accounts' in record ||
        ('work_number' in record && ('display_name' in record || 'lead_score' in record)),
      fields: {
        email: ['emails[].value', 'email'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        fullName: ['display_name'],
        company: ['sales_accounts[].name'],
        jobTitle: ['job_title'],
      },
      optOut: [{ path: 'do_not_disturb', when: 'yes' }],
    },
  ],
} as const satisfies Preset;
