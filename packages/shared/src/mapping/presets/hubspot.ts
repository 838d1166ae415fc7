import { isRecord } from '../../json';
import { type OptOutFlag, type Preset } from '../preset';

/** The flags of a contact whose properties stand at `before` and hold their values at `after`. */
const unmailable = (before: string, after: string): OptOutFlag[] => [
  { path: `${before}hs_email_optout${after}`, when: 'yes' },
  { path: `${before}hs_email_hard_bounce_reason_enum${after}`, when: 'present' },
  { path: `${before}hs_email_bad_address${after}`, when: 'yes' },
];

const hasValue = (property: unknown) => isRecord(property) && 'value' in property;

export const hubspot = {
  source: 'hubspot',
  label: 'HubSpot',
  shapes: [
    {
      name: 'Company',
      keys: ['properties'],
      matches: ({ properties }) =>
        isRecord(properties) &&
        'name' in properties &&
        !('firstname' in properties) &&
        !('lastname' in properties) &&
        ('hs_object_id' in properties || hasValue(properties.name)),
      fields: {
        email: ['properties.email', 'properties.email.value'],
        company: ['properties.name', 'properties.name.value'],
      },
      unmappedIn: 'properties',
    },
    {
      name: 'Contact (API v1)',
      keys: ['properties'],
      matches: (record) =>
        isRecord(record.properties) &&
        ('identity-profiles' in record ||
          hasValue(record.properties.email) ||
          hasValue(record.properties.firstname) ||
          hasValue(record.properties.lastname)),
      fields: {
        email: ['properties.email.value', 'identity-profiles[].identities[type=EMAIL].value'],
        firstName: ['properties.firstname.value'],
        lastName: ['properties.lastname.value'],
        company: ['properties.company.value'],
        jobTitle: ['properties.jobtitle.value'],
      },
      knows: ['hs_'],
      optOut: unmailable('properties.', '.value'),
      unmappedIn: 'properties',
    },
    {
      name: 'Contact (API v3)',
      keys: ['properties'],
      matches: ({ properties }) =>
        isRecord(properties) &&
        ('hs_object_id' in properties ||
          'firstname' in properties ||
          'lastname' in properties ||
          'email' in properties),
      fields: {
        email: ['properties.email'],
        firstName: ['properties.firstname'],
        lastName: ['properties.lastname'],
        company: ['properties.company'],
        jobTitle: ['properties.jobtitle'],
      },
      knows: ['hs_'],
      optOut: unmailable('properties.', ''),
      unmappedIn: 'properties',
    },
    {
      name: 'Contact (flat)',
      keys: ['hs_object_id'],
      matches: (record) => 'hs_object_id' in record,
      fields: {
        email: ['email'],
        firstName: ['firstname'],
        lastName: ['lastname'],
        company: ['company'],
        jobTitle: ['jobtitle'],
      },
      knows: ['hs_'],
      optOut: unmailable('', ''),
    },
  ],
} as const satisfies Preset;
