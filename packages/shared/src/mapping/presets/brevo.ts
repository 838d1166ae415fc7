import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const brevo = {
  source: 'brevo',
  label: 'Brevo',
  shapes: [
    {
      name: 'Contact',
      keys: ['emailBlacklisted', 'attributes'],
      matches: (record) =>
        'emailBlacklisted' in record ||
        (isRecord(record.attributes) &&
          ('FIRSTNAME' in record.attributes || 'LASTNAME' in record.attributes)),
      fields: {
        email: ['email'],
        // The attributes of French and German accounts have names in those languages.
        firstName: ['attributes.FIRSTNAME', 'attributes.PRENOM', 'attributes.VORNAME'],
        lastName: ['attributes.LASTNAME', 'attributes.NOM', 'attributes.NACHNAME'],
        company: ['attributes.COMPANY'],
        jobTitle: ['attributes.JOB_TITLE'],
      },
      optOut: [{ path: 'emailBlacklisted', when: 'yes' }],
      unmappedIn: 'attributes',
    },
  ],
} as const satisfies Preset;
