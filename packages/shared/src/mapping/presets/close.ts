import { type Preset, type UnknownRecord } from '../preset';

const hasIdPrefix = ({ id }: UnknownRecord, prefix: string) =>
  typeof id === 'string' && id.startsWith(prefix);

// In Close a lead is a company with contacts; a contact knows its lead by id only.
export const close = {
  source: 'close',
  label: 'Close',
  shapes: [
    {
      name: 'Lead with one contact',
      keys: ['contacts'],
      matches: (record) => hasIdPrefix(record, 'lead_') && Array.isArray(record.contacts),
      fields: {
        email: ['contacts[].emails[type=office].email', 'contacts[].emails[].email'],
        fullName: ['contacts[].name', 'contacts[].display_name'],
        company: ['display_name', 'name'],
        jobTitle: ['contacts[].title'],
      },
      optOut: [{ path: 'contacts[].emails[].is_unsubscribed', when: 'yes' }],
      people: 'contacts',
    },
    {
      name: 'Contact',
      keys: ['emails'],
      matches: (record) => hasIdPrefix(record, 'cont_') && Array.isArray(record.emails),
      fields: {
        email: ['emails[type=office].email', 'emails[].email'],
        fullName: ['name', 'display_name'],
        jobTitle: ['title'],
      },
      optOut: [{ path: 'emails[].is_unsubscribed', when: 'yes' }],
    },
  ],
} as const satisfies Preset;
