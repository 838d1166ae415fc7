import { type Preset } from '../preset';

export const intercom = {
  source: 'intercom',
  label: 'Intercom',
  shapes: [
    {
      name: 'Contact',
      keys: ['unsubscribed_from_emails', 'workspace_id'],
      matches: ({ type, email }) =>
        typeof email === 'string' && (type === 'contact' || type === 'user' || type === 'lead'),
      // Its `role` is that of a user of the app.
      fields: {
        email: ['email'],
        fullName: ['name'],
        company: ['companies.data[].name', 'companies.companies[].name', 'companies[].name'],
        jobTitle: ['custom_attributes.job_title', 'custom_attributes.title'],
      },
      optOut: [
        { path: 'unsubscribed_from_emails', when: 'yes' },
        { path: 'marked_email_as_spam', when: 'yes' },
        { path: 'has_hard_bounced', when: 'yes' },
      ],
    },
  ],
} as const satisfies Preset;
