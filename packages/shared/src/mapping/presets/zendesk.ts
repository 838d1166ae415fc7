import { type Preset } from '../preset';

export const zendesk = {
  source: 'zendesk',
  label: 'Zendesk',
  shapes: [
    {
      name: 'User',
      keys: ['organization_id'],
      matches: (record) =>
        'role' in record && 'email' in record && ('locale_id' in record || 'ticket_restriction' in record),
      // Its `role` is that of an account, its organization only an id.
      fields: { email: ['email'], fullName: ['name'], company: ['organization.name'] },
    },
  ],
} as const satisfies Preset;
