import { type Preset } from '../preset';

export const hunter = {
  source: 'hunter',
  label: 'Hunter',
  shapes: [
    {
      name: 'Lead, or address of a domain',
      keys: ['confidence_score', 'confidence', 'verification'],
      matches: (record) => 'first_name' in record && 'position' in record,
      fields: {
        email: ['email', 'value'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        company: ['company', 'organization'],
        jobTitle: ['position'],
      },
      optOut: [{ path: 'verification.status', when: ['invalid', 'disposable'] }],
    },
  ],
} as const satisfies Preset;
