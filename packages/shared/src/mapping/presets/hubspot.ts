import { isRecord } from '../../api/json';
import { type Preset } from '../preset';

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
      optOut: [
        { path: 'properties.hs_email_optout.value', when: 'yes' },
        { path: 'properties.hs_email_hard_bounce_reason_enum.value', when: 'present' },
      ],
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
      optOut: [
        { path: 'properties.hs_email_optout', when: 'yes' },
        { path: 'properties.hs_email_hard_bounce_reason_enum', when: 'present' },
      ],
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
      optOut: [
        { path: 'hs_email_optout', when: 'yes' },
        { path: 'hs_email_hard_bounce_reason_enum', when: 'present' },
      ],
    },
  ],
} as const satisfies Preset;
