import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const klaviyo = {
  source: 'klaviyo',
  label: 'Klaviyo',
  shapes: [
    {
      name: 'Profile',
      keys: ['attributes'],
      isNested: true,
      matches: ({ type, attributes }) => type === 'profile' && isRecord(attributes),
      fields: {
        email: ['attributes.email'],
        firstName: ['attributes.first_name'],
        lastName: ['attributes.last_name'],
        company: ['attributes.organization'],
        jobTitle: ['attributes.title'],
      },
      // Never subscribed is not unsubscribed.
      optOut: [
        { path: 'attributes.subscriptions.email.marketing.consent', when: ['unsubscribed'] },
        { path: 'attributes.subscriptions.email.marketing.suppression[].reason', when: 'present' },
        { path: 'attributes.subscriptions.email.marketing.suppressions[].reason', when: 'present' },
      ],
      unmappedIn: 'attributes',
    },
  ],
} as const satisfies Preset;
