import { isRecord } from '../../json';
import { type Preset } from '../preset';

// Flat records of any origin are read by their headers (see headers.ts), and that is the rule for what no preset knows:
// rows of Google Sheets, Airtable and CSV files, Facebook Lead Ads, Lemlist, Dropcontact, Affinity. The shapes here are
// tools without a source of their own that nest what they say.
export const spreadsheet = {
  source: 'spreadsheet',
  label: 'Spreadsheet, CSV or Other',
  shapes: [
    {
      name: 'Google Contacts',
      keys: ['emailAddresses', 'names'],
      matches: ({ emailAddresses, names }) =>
        isRecord(emailAddresses) || (isRecord(names) && 'givenName' in names),
      fields: {
        email: ['emailAddresses.work[]', 'emailAddresses[][]', 'emailAddresses[].value'],
        firstName: ['names.givenName'],
        lastName: ['names.familyName'],
        fullName: ['names.displayName', 'names[].displayName'],
        company: ['organizations[current=true].name', 'organizations[].name'],
        jobTitle: ['organizations[current=true].title', 'organizations[].title'],
      },
    },
    {
      name: 'Clearbit',
      keys: ['name'],
      isNested: true,
      matches: ({ name }) => isRecord(name) && ('givenName' in name || 'familyName' in name),
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
