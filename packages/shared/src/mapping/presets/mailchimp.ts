import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const mailchimp = {
  source: 'mailchimp',
  label: 'Mailchimp',
  shapes: [
    {
      name: 'Member',
      keys: ['merge_fields'],
      matches: ({ merge_fields: mergeFields }) => isRecord(mergeFields),
      fields: {
        email: ['email_address'],
        firstName: ['merge_fields.FNAME'],
        lastName: ['merge_fields.LNAME'],
        fullName: ['full_name'],
        company: ['merge_fields.COMPANY'],
      },
      // "cleaned" is Mailchimp's word for an address that bounced.
      optOut: [{ path: 'status', when: ['unsubscribed', 'cleaned'] }],
      unmappedIn: 'merge_fields',
    },
  ],
} as const satisfies Preset;
