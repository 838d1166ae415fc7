import { type Preset } from '../preset';

/** Keap's words for an address that bounced, complained or opted out, in lower case, in both versions of its API. */
const unmailable = (
  'bounce bounced hardbounce hard_bounce invalid deactivated feedback spam optout unsubscribed listunsubscribe ' +
  'list_unsubscribe manual admin system'
).split(' ');

export const keap = {
  source: 'keap',
  label: 'Keap',
  shapes: [
    {
      name: 'Contact',
      keys: ['email_addresses'],
      matches: (record) =>
        'email_addresses' in record &&
        ('given_name' in record || 'family_name' in record || 'email_opted_in' in record),
      fields: {
        email: ['email_addresses[field=EMAIL1].email', 'email_addresses[].email'],
        firstName: ['given_name'],
        lastName: ['family_name'],
        company: ['company.company_name'],
        jobTitle: ['job_title'],
      },
      optOut: [
        { path: 'email_opted_in', when: 'no' },
        { path: 'email_status', when: unmailable },
        { path: 'email_addresses[].email_opt_status', when: unmailable },
      ],
    },
  ],
} as const satisfies Preset;
