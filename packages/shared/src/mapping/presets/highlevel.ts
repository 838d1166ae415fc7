import { type Preset } from '../preset';

export const highlevel = {
  source: 'highlevel',
  label: 'HighLevel',
  shapes: [
    {
      name: 'Contact',
      keys: ['locationId'],
      matches: (record) =>
        'locationId' in record && ('contactName' in record || 'firstName' in record || 'dateAdded' in record),
      fields: {
        email: ['email'],
        firstName: ['firstName'],
        lastName: ['lastName'],
        fullName: ['contactName', 'name'],
        company: ['companyName'],
      },
      // A setting that is active keeps the channel shut.
      optOut: [
        { path: 'dnd', when: 'yes' },
        { path: 'dndSettings.Email.status', when: ['active', 'permanent'] },
        { path: 'unsubscribeEmail', when: 'yes' },
        { path: 'bounceEmail', when: 'yes' },
      ],
    },
  ],
} as const satisfies Preset;
