import { isRecord } from '../../json';
import { type Preset, type UnknownRecord } from '../preset';

/** Salesforce ids have 15 characters, or 18 with a checksum. */
const isId = (id: unknown) => typeof id === 'string' && (id.length === 15 || id.length === 18);

const isAccount = ({ attributes }: UnknownRecord) => isRecord(attributes) && attributes.type === 'Account';

// Leads, contacts and campaign members differ only in where the company stands. The title and a contact's account are there only when
// the step before asked for them.
export const salesforce = {
  source: 'salesforce',
  label: 'Salesforce',
  shapes: [
    {
      name: 'Person account',
      keys: ['attributes', 'PersonEmail'],
      matches: (record) => 'PersonEmail' in record || (isAccount(record) && Boolean(record.LastName)),
      fields: {
        email: ['PersonEmail', 'Email'],
        firstName: ['FirstName'],
        lastName: ['LastName'],
        fullName: ['Name'],
        jobTitle: ['PersonTitle'],
      },
      optOut: [
        { path: 'PersonHasOptedOutOfEmail', when: 'yes' },
        { path: 'PersonEmailBouncedReason', when: 'present' },
        { path: 'PersonEmailBouncedDate', when: 'present' },
      ],
    },
    {
      name: 'Account',
      keys: ['attributes'],
      matches: isAccount,
      fields: { email: ['Email'], company: ['Name'] },
    },
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
        company: ['Company', 'Account.Name', 'CompanyOrAccount'],
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
