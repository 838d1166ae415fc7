import { isRecord } from '../../json';
import { type Preset, type UnknownRecord } from '../preset';

/** Addresses marked as primary or not; an empty list is what a person without an address has. */
const isMarkedList = (list: unknown) =>
  Array.isArray(list) && (list.length === 0 || (isRecord(list[0]) && 'primary' in list[0]));

const isLeadOrDeal = (record: UnknownRecord) =>
  'title' in record &&
  'person_id' in record &&
  ('is_archived' in record ||
    'expected_close_date' in record ||
    !('name' in record || 'first_name' in record));

// `title` is never read: it is the title of a lead or deal ("Acme, 20 seats"), not what a person does.
export const pipedrive = {
  source: 'pipedrive',
  label: 'Pipedrive',
  shapes: [
    {
      name: 'Lead or deal',
      keys: ['person_id'],
      matches: isLeadOrDeal,
      fields: {
        email: ['email', 'person_id.email[].value'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        fullName: ['name', 'person_id.name'],
        company: ['org_name', 'org_id.name'],
      },
    },
    {
      name: 'Person (search)',
      keys: ['organization'],
      matches: ({ emails, organization, primary_email: primaryEmail }) =>
        Array.isArray(emails) &&
        (typeof emails[0] === 'string' || primaryEmail !== undefined) &&
        organization !== undefined,
      fields: {
        email: ['primary_email', 'emails[]'],
        fullName: ['name'],
        company: ['organization.name'],
      },
    },
    {
      name: 'Person',
      keys: ['org_id', 'owner_id'],
      matches: (record) =>
        ('org_id' in record || 'owner_id' in record) &&
        (isMarkedList(record.email) || isMarkedList(record.emails) || 'primary_email' in record),
      fields: {
        email: ['email[].value', 'emails[].value', 'primary_email', 'email'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        fullName: ['name'],
        company: ['org_id.name', 'org_name'],
        jobTitle: ['job_title'],
      },
      optOut: [{ path: 'marketing_status', when: ['unsubscribed'] }],
    },
  ],
} as const satisfies Preset;
