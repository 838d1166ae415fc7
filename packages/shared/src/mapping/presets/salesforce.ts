import { isRecord } from '../../api/json';
import { type Preset } from '../preset';

/** Salesforce ids have 15 characters, or 18 with a checksum. */
const isId = (id: unknown) => typeof id === 'string' && (id.length === 15 || id.length === 18);

// Leads and contacts differ only in where the company stands. The title and a contact's account are there only when
// the step before asked for them.
export const salesforce = {
  source: 'salesforce',
  label: 'Salesforce',
  shapes: [
    {
      name: 'Lead or Contact',
      keys: ['attributes', 'Id'],
      matches: ({ attributes, Id, LastName }) =>
        (isRecord(attributes) && (attributes.type === 'Lead' || attributes.type === 'Contact')) ||
        (LastName !== undefined && isId(Id)),
      fields: {
        email: ['Email'],
        firstName: ['FirstName'],
        lastName: ['LastName'],
        fullName: ['Name'],
        company: ['Company', 'Account.Name'],
        jobTitle: ['Title'],
      },
      optOut: [
        { path: 'HasOptedOutOfEmail', when: 'yes' },
        { path: 'IsEmailBounced', when: 'yes' },
        { path: 'EmailBouncedReason', when: 'present' },
        { path: 'EmailBouncedDate', when: 'present' },
      ],
    },
  ],
} as const satisfies Preset;
