import { isRecord } from '../../json';
import { type Preset } from '../preset';

// Flat records of any origin are read by their headers (see headers/), and that is the rule for what no preset knows:
// rows of Google Sheets, Airtable and CSV files, Facebook Lead Ads, Lemlist, Dropcontact, Affinity. The shapes here are
// tools without a source of their own that nest what they say.
export const spreadsheet = {
  source: 'spreadsheet',
  label: 'Spreadsheet, CSV or Other',
  shapes: [
    {
      name: 'Clearbit',
      keys: ['name'],
      isNested: true,
      matches: ({ name, employment }) =>
        isRecord(name) && isRecord(employment) && ('givenName' in name || 'familyName' in name),
      fields: {
        email: ['email'],
        firstName: ['name.givenName'],
        lastName: ['name.familyName'],
        fullName: ['name.fullName'],
        company: ['employment.name'],
        jobTitle: ['employment.title'],
      },
    },
    {
      name: 'Odoo (lead or opportunity)',
      keys: ['email_from'],
      matches: (record) => 'partner_name' in record || 'contact_name' in record || 'partner_id' in record,
      // Its `name` is what the opportunity is called.
      fields: {
        email: ['email_from'],
        fullName: ['contact_name'],
        company: ['partner_name'],
        jobTitle: ['function'],
      },
    },
    {
      name: 'Bitrix24',
      keys: ['ASSIGNED_BY_ID', 'SECOND_NAME'],
      matches: (record) => 'NAME' in record && 'LAST_NAME' in record,
      fields: {
        email: ['EMAIL[VALUE_TYPE=WORK].VALUE', 'EMAIL[].VALUE', 'EMAIL'],
        firstName: ['NAME'],
        lastName: ['LAST_NAME'],
        company: ['COMPANY_TITLE'],
        jobTitle: ['POST'],
      },
    },
    {
      name: 'Instantly',
      keys: ['payload'],
      matches: (record) => isRecord(record.payload) && ('first_name' in record || 'company_name' in record),
      fields: {
        email: ['email'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        company: ['company_name'],
        jobTitle: ['payload.jobTitle'],
      },
      unmappedIn: 'payload',
    },
  ],
} as const satisfies Preset;
