import { type Preset } from '../preset';

export const apollo = {
  source: 'apollo',
  label: 'Apollo',
  shapes: [
    {
      name: 'Contact or Person',
      keys: ['employment_history', 'email_status'],
      matches: (record) =>
        'employment_history' in record ||
        ('email_status' in record &&
          ('organization' in record || 'organization_name' in record || 'organization_id' in record)),
      fields: {
        email: ['email'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        fullName: ['name'],
        company: [
          'organization_name',
          'organization.name',
          'account.name',
          'employment_history[current=true].organization_name',
        ],
        jobTitle: ['title', 'headline'],
      },
      optOut: [
        { path: 'email_unsubscribed', when: 'yes' },
        { path: 'email_status', when: ['bounced', 'invalid'] },
      ],
    },
  ],
} as const satisfies Preset;
