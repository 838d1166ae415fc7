import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const activecampaign = {
  source: 'activecampaign',
  label: 'ActiveCampaign',
  shapes: [
    {
      name: 'Contact (one, with its relations)',
      keys: ['contact'],
      matches: (record) =>
        isRecord(record.contact) && ('accountContacts' in record || 'contactAutomations' in record),
      fields: {
        email: ['contact.email'],
        firstName: ['contact.firstName'],
        lastName: ['contact.lastName'],
        company: ['contact.orgname'],
        jobTitle: ['accountContacts[].jobTitle'],
      },
      // Status 2 means unsubscribed from that list, 3 bounced there.
      knows: ['bounced'],
      optOut: [
        { path: 'contact.bounced_hard', when: 'yes' },
        { path: 'contactLists[].status', when: ['2', '3'] },
      ],
      unmappedIn: 'contact',
    },
    {
      name: 'Contact',
      keys: ['orgname', 'udate'],
      matches: (record) => 'orgname' in record || ('cdate' in record && 'udate' in record),
      fields: {
        email: ['email'],
        // Webhooks spell the names with an underscore.
        firstName: ['firstName', 'first_name'],
        lastName: ['lastName', 'last_name'],
        company: ['orgname'],
      },
      knows: ['bounced'],
      optOut: [{ path: 'bounced_hard', when: 'yes' }],
    },
  ],
} as const satisfies Preset;
