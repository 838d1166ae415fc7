import { type RecordCase } from './record-case.ts';

const attioValue = (attribute: string, value: object) => ({
  active_from: '2025-02-11T08:40:11.209000000Z',
  active_until: null,
  created_by_actor: { type: 'api-token', id: '5b0a7c0e-6d1b-4c5e-9a57-0c1f2b3d4e5f' },
  ...value,
  attribute_type: attribute,
});

export const salesCrmRecords: RecordCase[] = [
  {
    name: 'Attio person',
    source: 'attio',
    record: {
      id: { workspace_id: '8d2f', object_id: '41b7', record_id: 'c3e9' },
      created_at: '2025-02-11T08:40:11.209000000Z',
      web_url: 'https://app.attio.example/person/c3e9',
      values: {
        name: [
          attioValue('personal-name', { first_name: 'Elif', last_name: 'Aydın', full_name: 'Elif Aydın' }),
        ],
        email_addresses: [
          attioValue('email-address', {
            original_email_address: 'Elif@Anka.example',
            email_address: 'elif@anka.example',
            email_domain: 'anka.example',
            email_root_domain: 'anka.example',
            email_local_specifier: 'elif',
          }),
        ],
        company: [
          attioValue('record-reference', {
            target_object: 'companies',
            target_record_id: '77aa0c1d-1111-4222-8333-944455556666',
          }),
        ],
        job_title: [attioValue('text', { value: 'Country Manager' })],
        phone_numbers: [],
        description: [],
      },
    },
    lead: { email: 'elif@anka.example', firstName: 'Elif', lastName: 'Aydın', jobTitle: 'Country Manager' },
  },
  {
    name: 'Attio person in a list response',
    source: 'attio',
    record: {
      data: [
        {
          id: { record_id: 'c3ea' },
          values: {
            name: [],
            email_addresses: [attioValue('email-address', { email_address: 'hello@anka.example' })],
            job_title: [],
            company: [],
          },
        },
      ],
    },
    lead: { email: 'hello@anka.example' },
  },
  {
    name: 'Close contact',
    source: 'close',
    record: {
      id: 'cont_5Hq2nVYbIkZ0Gm8',
      lead_id: 'lead_9aTzPqR4',
      name: 'Bruno Castell',
      display_name: 'Bruno Castell',
      title: 'Owner',
      phones: [],
      urls: [],
      emails: [{ email: 'bruno@castell.example', type: 'office', is_unsubscribed: false }],
      date_created: '2025-04-04T10:00:00.000000+00:00',
      organization_id: 'orga_1',
    },
    lead: { email: 'bruno@castell.example', firstName: 'Bruno', lastName: 'Castell', jobTitle: 'Owner' },
  },
  {
    name: 'Close lead with one contact',
    source: 'close',
    record: {
      id: 'lead_9aTzPqR4',
      name: 'Castell Ceramics',
      display_name: 'Castell Ceramics',
      status_label: 'Potential',
      contacts: [
        {
          id: 'cont_5Hq2nVYbIkZ0Gm8',
          lead_id: 'lead_9aTzPqR4',
          name: 'Bruno Castell',
          title: 'Owner',
          emails: [{ email: 'bruno@castell.example', type: 'office' }],
        },
      ],
      opportunities: [],
    },
    lead: {
      email: 'bruno@castell.example',
      firstName: 'Bruno',
      lastName: 'Castell',
      company: 'Castell Ceramics',
      jobTitle: 'Owner',
    },
  },
  {
    name: 'Dynamics contact in an OData list',
    source: 'dynamics',
    record: {
      '@odata.context': 'https://org.crm4.dynamics.example/api/data/v9.2/$metadata#contacts',
      value: [
        {
          '@odata.etag': 'W/"4711"',
          contactid: '8a1c9a5e-0000-4000-8000-00000000c001',
          emailaddress1: 'sven.dahl@fjordline.example',
          emailaddress2: null,
          firstname: 'Sven',
          lastname: 'Dahl',
          jobtitle: 'Fleet Manager',
          donotemail: false,
          donotbulkemail: false,
          _parentcustomerid_value: '8a1c9a5e-0000-4000-8000-00000000a001',
          '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue': 'Fjordline Freight',
        },
      ],
    },
    lead: {
      email: 'sven.dahl@fjordline.example',
      firstName: 'Sven',
      lastName: 'Dahl',
      company: 'Fjordline Freight',
      jobTitle: 'Fleet Manager',
    },
  },
  {
    name: 'Dynamics contact with its account expanded',
    source: 'dynamics',
    record: {
      '@odata.etag': 'W/"4712"',
      contactid: '8a1c9a5e-0000-4000-8000-00000000c002',
      emailaddress1: null,
      emailaddress2: 'liv@fjordline.example',
      firstname: 'Liv',
      lastname: 'Dahl',
      jobtitle: null,
      parentcustomerid_account: {
        accountid: '8a1c9a5e-0000-4000-8000-00000000a001',
        name: 'Fjordline Freight',
      },
    },
    lead: {
      email: 'liv@fjordline.example',
      firstName: 'Liv',
      lastName: 'Dahl',
      company: 'Fjordline Freight',
    },
  },
  {
    name: 'Dynamics lead',
    source: 'dynamics',
    record: {
      '@odata.etag': 'W/"4713"',
      leadid: '8a1c9a5e-0000-4000-8000-00000000d001',
      emailaddress1: 'o.rask@hedvig.example',
      firstname: 'Oda',
      lastname: 'Rask',
      companyname: 'Hedvig Interiors',
      jobtitle: 'Buyer',
    },
    lead: {
      email: 'o.rask@hedvig.example',
      firstName: 'Oda',
      lastName: 'Rask',
      company: 'Hedvig Interiors',
      jobTitle: 'Buyer',
    },
  },
  {
    name: 'Copper person',
    source: 'copper',
    record: {
      id: 27140359,
      name: 'Dr. Amara Lindqvist',
      prefix: 'Dr.',
      first_name: 'Amara',
      middle_name: null,
      last_name: 'Lindqvist',
      suffix: null,
      company_id: 9607580,
      company_name: 'Northgate Labs',
      contact_type_id: 451490,
      emails: [{ email: 'amara@northgate.example', category: 'work' }],
      phone_numbers: [],
      socials: [],
      title: 'Chief Scientist',
      custom_fields: [{ custom_field_definition_id: 100764, value: null }],
      date_created: 1489018784,
    },
    lead: {
      email: 'amara@northgate.example',
      firstName: 'Amara',
      lastName: 'Lindqvist',
      company: 'Northgate Labs',
      jobTitle: 'Chief Scientist',
    },
  },
  {
    name: 'Copper lead, whose email is an object',
    source: 'copper',
    record: {
      id: 8894157,
      name: 'Milo Fontaine',
      first_name: 'Milo',
      last_name: 'Fontaine',
      company_name: 'Fontaine Textiles',
      email: { email: 'milo@fontaine.example', category: 'work' },
      status: 'New',
      title: 'Directeur',
    },
    lead: {
      email: 'milo@fontaine.example',
      firstName: 'Milo',
      lastName: 'Fontaine',
      company: 'Fontaine Textiles',
      jobTitle: 'Directeur',
    },
  },
];
