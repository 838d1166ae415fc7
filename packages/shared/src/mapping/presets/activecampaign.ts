import { isRecord } from '../../api/json';
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
      unmappedIn: 'contact',
    },
    {
      name: 'Contact',
      keys: ['orgname', 'udate'],
      matches: (record) => 'orgname' in record || ('cdate' in record && 'udate' in record),
      fields: {
        email: ['email'],
        firstName: ['firstName'],
        lastName: ['lastName'],
        company: ['orgname'],
      },
    },
  ],
} as const satisfies Preset;
