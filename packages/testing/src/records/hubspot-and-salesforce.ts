import { salesforceFields } from './other-fields.ts';
import { type RecordCase } from './record-case.ts';

const v1 = (value: string, timestamp = 1731489000000) => ({
  value,
  versions: [{ value, 'source-type': 'CRM_UI', 'source-id': 'userId:4711', timestamp, selected: false }],
});

export const hubspotAndSalesforceRecords: RecordCase[] = [
  {
    name: 'HubSpot contact, API v3',
    source: 'hubspot',
    record: {
      id: '151',
      properties: {
        company: 'Larkspur Analytics',
        createdate: '2025-03-04T09:12:44.120Z',
        email: 'mara.ostrowski@larkspur.example',
        firstname: 'Mara',
        hs_email_optout: 'false',
        hs_object_id: '151',
        jobtitle: 'Head of Revenue Operations',
        lastmodifieddate: '2025-10-19T15:01:02.884Z',
        lastname: 'Ostrowski',
      },
      createdAt: '2025-03-04T09:12:44.120Z',
      updatedAt: '2025-10-19T15:01:02.884Z',
      archived: false,
    },
    lead: {
      email: 'mara.ostrowski@larkspur.example',
      firstName: 'Mara',
      lastName: 'Ostrowski',
      company: 'Larkspur Analytics',
      jobTitle: 'Head of Revenue Operations',
    },
  },
  {
    name: 'HubSpot contact, legacy API v1',
    source: 'hubspot',
    record: {
      vid: 204727,
      'canonical-vid': 204727,
      'merged-vids': [],
      'portal-id': 62515,
      'is-contact': true,
      properties: {
        email: v1('jonas.feld@tidewater.example'),
        firstname: v1('Jonas'),
        lastname: v1('Feld'),
        company: v1('Tidewater Logistics'),
        jobtitle: v1('Procurement Lead'),
        lastmodifieddate: v1('1731489000000'),
      },
      'form-submissions': [],
      'identity-profiles': [
        {
          vid: 204727,
          'saved-at-timestamp': 1731489000000,
          'deleted-changed-timestamp': 0,
          identities: [
            {
              type: 'EMAIL',
              value: 'jonas.feld@tidewater.example',
              timestamp: 1731489000000,
              'is-primary': true,
            },
            { type: 'LEAD_GUID', value: '6c1d3c5a-0f1e-4b39-9f0a-1f6b4b0c2d11', timestamp: 1731489000001 },
          ],
        },
      ],
      'merge-audits': [],
    },
    lead: {
      email: 'jonas.feld@tidewater.example',
      firstName: 'Jonas',
      lastName: 'Feld',
      company: 'Tidewater Logistics',
      jobTitle: 'Procurement Lead',
    },
  },
  {
    name: 'HubSpot contact, legacy API v1, with the address in its identity profile only',
    source: 'hubspot',
    record: {
      addedAt: 1731489000000,
      vid: 3234574,
      'portal-id': 62515,
      'is-contact': true,
      properties: {
        firstname: { value: 'Inès' },
        lastname: { value: 'Roux' },
        lastmodifieddate: { value: '1731489000000' },
      },
      'identity-profiles': [
        {
          vid: 3234574,
          identities: [
            { type: 'LEAD_GUID', value: 'f9d728f1-dff1-49b0-9caa-247dbdf5b8b7', timestamp: 1731489000000 },
            { type: 'EMAIL', value: 'ines.roux@clairval.example', timestamp: 1731489000000 },
          ],
        },
      ],
    },
    lead: { email: 'ines.roux@clairval.example', firstName: 'Inès', lastName: 'Roux' },
  },
  {
    name: 'HubSpot contact, flattened by an earlier step',
    source: 'spreadsheet',
    record: {
      email: 'tomas.vidal@norte.example',
      firstname: 'Tomás',
      lastname: 'Vidal',
      company: 'Norte Solar',
      jobtitle: 'Gerente de compras',
    },
    lead: {
      email: 'tomas.vidal@norte.example',
      firstName: 'Tomás',
      lastName: 'Vidal',
      company: 'Norte Solar',
      jobTitle: 'Gerente de compras',
    },
  },
  {
    name: 'Salesforce lead',
    source: 'salesforce',
    record: {
      attributes: { type: 'Lead', url: '/services/data/v59.0/sobjects/Lead/00QWx000003kZ1dMAE' },
      Id: '00QWx000003kZ1dMAE',
      ...salesforceFields,
      Salutation: 'Ms.',
      FirstName: 'Priyanka',
      LastName: 'Nair',
      Name: 'Priyanka Nair',
      Title: 'VP, Supply Chain',
      Company: 'Harbor & Finch',
      Email: 'p.nair@harborfinch.example',
      Status: 'Open - Not Contacted',
      HasOptedOutOfEmail: false,
      EmailBouncedReason: null,
      EmailBouncedDate: null,
    },
    lead: {
      email: 'p.nair@harborfinch.example',
      firstName: 'Priyanka',
      lastName: 'Nair',
      company: 'Harbor & Finch',
      jobTitle: 'VP, Supply Chain',
    },
  },
  {
    name: 'Salesforce contact with its account',
    source: 'salesforce',
    record: {
      attributes: { type: 'Contact', url: '/services/data/v59.0/sobjects/Contact/0035g00000RfQwPAAV' },
      Id: '0035g00000RfQwPAAV',
      FirstName: 'Rosalind',
      LastName: 'Achebe',
      Email: 'rosalind@quillworks.example',
      Title: 'SVP, Procurement',
      AccountId: '0015g00000Q4nkzAAB',
      Account: {
        attributes: { type: 'Account', url: '/services/data/v59.0/sobjects/Account/0015g00000Q4nkzAAB' },
        Name: 'Quillworks',
      },
      HasOptedOutOfEmail: false,
      IsEmailBounced: false,
      ...salesforceFields,
    },
    lead: {
      email: 'rosalind@quillworks.example',
      firstName: 'Rosalind',
      lastName: 'Achebe',
      company: 'Quillworks',
      jobTitle: 'SVP, Procurement',
    },
  },
  {
    name: 'Salesforce contact with the few fields that n8n asks for by default',
    source: 'salesforce',
    record: {
      attributes: { type: 'Contact', url: '/services/data/v59.0/sobjects/Contact/0035g00000RfQwQAAV' },
      Id: '0035g00000RfQwQAAV',
      FirstName: null,
      LastName: 'Brandt',
      Email: 'k.brandt@ostsee.example',
      LastModifiedDate: '2025-08-14T07:00:00.000+0000',
    },
    lead: { email: 'k.brandt@ostsee.example', lastName: 'Brandt' },
  },
];
