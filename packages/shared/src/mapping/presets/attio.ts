import { isRecord } from '../../json';
import { type Preset } from '../preset';

// An empty attribute is an empty list. A person's company is only the id of another record, so there is no path for it.
export const attio = {
  source: 'attio',
  label: 'Attio',
  shapes: [
    {
      name: 'Person',
      keys: ['values'],
      matches: ({ values }) =>
        isRecord(values) && (Array.isArray(values.email_addresses) || Array.isArray(values.name)),
      fields: {
        email: ['values.email_addresses[].email_address'],
        firstName: ['values.name[].first_name'],
        lastName: ['values.name[].last_name'],
        fullName: ['values.name[].full_name'],
        jobTitle: ['values.job_title[].value'],
      },
      unmappedIn: 'values',
    },
  ],
} as const satisfies Preset;
