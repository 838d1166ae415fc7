import { type Preset } from '../preset';

const expandedAccount = 'parentcustomerid_account.name';
// There when the request asked for formatted values (`Prefer: odata.include-annotations`).
const formattedAccount = '["_parentcustomerid_value@OData.Community.Display.V1.FormattedValue"]';

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
      optOut: [
        { path: 'donotemail', when: 'yes' },
        { path: 'donotbulkemail', when: 'yes' },
      ],
    },
    {
      name: 'Contact or Lead',
      keys: ['emailaddress1', '@odata.etag'],
      // Rows of Excel Online have an etag too.
      matches: (record) =>
        'emailaddress1' in record ||
        ('@odata.etag' in record && ('contactid' in record || 'leadid' in record || 'fullname' in record)),
      fields: {
        email: ['emailaddress1', 'emailaddress2'],
        firstName: ['firstname'],
        lastName: ['lastname'],
        fullName: ['fullname'],
        company: ['companyname', expandedAccount, formattedAccount],
        jobTitle: ['jobtitle'],
      },
      optOut: [
        { path: 'donotemail', when: 'yes' },
        { path: 'donotbulkemail', when: 'yes' },
      ],
    },
  ],
} as const satisfies Preset;
