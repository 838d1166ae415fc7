import { type Preset } from '../preset';

const expandedAccount = 'parentcustomerid_account.name';
// These are there when the request asked for them (`Prefer: odata.include-annotations`). A contact's parent may be a
// contact as well.
const formattedAccount = '["_parentcustomerid_value@OData.Community.Display.V1.FormattedValue"]';
const kindOfParent = '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname';

const person = {
  email: ['emailaddress1', 'emailaddress2'],
  firstName: ['firstname'],
  lastName: ['lastname'],
  fullName: ['fullname'],
  jobTitle: ['jobtitle'],
} as const;

const optOut = [
  { path: 'donotemail', when: 'yes' },
  { path: 'donotbulkemail', when: 'yes' },
] as const;

export const dynamics = {
  source: 'dynamics',
  label: 'Microsoft Dynamics 365',
  shapes: [
    {
      name: 'Account',
      keys: ['accountid'],
      matches: (record) =>
        'emailaddress1' in record && 'name' in record && !('firstname' in record || 'lastname' in record),
      fields: { email: ['emailaddress1', 'emailaddress2'], company: ['name'] },
      optOut,
    },
    {
      name: 'Contact that belongs to a contact',
      keys: [kindOfParent],
      matches: (record) => record[kindOfParent] === 'contact',
      fields: person,
      optOut,
    },
    {
      name: 'Contact or Lead',
      keys: ['emailaddress1', '@odata.etag'],
      // Rows of Excel Online have an etag too.
      matches: (record) =>
        'emailaddress1' in record ||
        ('@odata.etag' in record && ('contactid' in record || 'leadid' in record || 'fullname' in record)),
      fields: { ...person, company: ['companyname', expandedAccount, formattedAccount] },
      optOut,
    },
  ],
} as const satisfies Preset;
