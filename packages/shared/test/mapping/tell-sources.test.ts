import { type LeadSource, mapLead } from '@leadterra/shared';

const email = 'ava@stone.example';
const id = '0035g00000RfQwP';
const kindOfParent = '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname';
const lastName = 'Stone';

type Source = Exclude<LeadSource, 'spreadsheet'>;

/** For each source, the least that tells its records from others, and what is not enough. */
const sources: { [source in Source]: { enough: object[]; tooLittle: object[] } } = {
  attio: {
    enough: [{ values: { email_addresses: [] } }, { values: { name: [] } }],
    tooLittle: [{ values: { other: [] } }, { values: 'x' }],
  },
  notion: {
    enough: [{ object: 'page', properties: { Email: { email } } }],
    tooLittle: [
      { object: 'list', properties: { Email: { email } } },
      { object: 'page', properties: ['x'] },
    ],
  },
  hubspot: {
    enough: [
      { properties: { name: 'Stone', hs_object_id: '1' } },
      { properties: { name: { value: 'Stone' } } },
      { properties: {}, 'identity-profiles': [] },
      { properties: { email } },
      { properties: { firstname: 'Ava' } },
      { properties: { lastname: 'Stone' } },
      { properties: { hs_object_id: '1' } },
      { hs_object_id: '1' },
    ],
    tooLittle: [{ properties: { name: 'Stone' } }, { properties: 'x' }, { firstname: 'Ava' }],
  },
  agilecrm: {
    enough: [{ properties: [{ name: 'email', value: email }] }],
    tooLittle: [
      { properties: [{ name: 'email' }] },
      { properties: [{ value: email }] },
      { properties: ['x'] },
    ],
  },
  salesforce: {
    enough: [
      { PersonEmail: email },
      ...['Account', 'Lead', 'Contact'].map((type) => ({ attributes: { type }, Email: email })),
      { Id: id, LastName: lastName },
      { Id: `${id}AAV`, LastName: lastName },
    ],
    tooLittle: [
      { attributes: { type: 'Task' }, Email: email },
      { attributes: 'Lead', Email: email },
      { Id: id, Email: email },
      { Id: `${id}A`, LastName: lastName },
      { Id: 15, LastName: lastName },
    ],
  },
  dynamics: {
    enough: [
      { emailaddress1: email },
      { accountid: '1', emailaddress1: email, name: 'Stone' },
      { [kindOfParent]: 'contact' },
      ...['contactid', 'leadid', 'fullname'].map((key) => ({ '@odata.etag': 'W/"1"', [key]: 'x' })),
    ],
    tooLittle: [{ '@odata.etag': 'W/"1"', Email: email }, { [kindOfParent]: 'account' }, { fullname: 'x' }],
  },
  zoho: {
    enough: ['First_Name', 'Last_Name', 'Full_Name'].map((key) => ({ [key]: 'Ava', $state: 'save' })),
    tooLittle: [
      { Last_Name: lastName, state: 'save' },
      { Email: email, $state: 'save' },
    ],
  },
  freshworks: {
    enough: [
      { sales_accounts: [] },
      { work_number: '1', display_name: 'Ava' },
      { work_number: '1', lead_score: 7 },
    ],
    tooLittle: [{ work_number: '1', email }, { display_name: 'Ava' }, { lead_score: 7 }],
  },
  pipedrive: {
    enough: [
      { title: 'x', person_id: 1 },
      { title: 'x', person_id: 1, name: 'Ava', is_archived: false },
      { title: 'x', person_id: 1, name: 'Ava', expected_close_date: null },
      { emails: [email], organization: {} },
      { emails: [{ email }], organization: {}, primary_email: email },
      { org_id: 1, email: [{ value: email, primary: true }] },
      { owner_id: 1, email: [] },
      { org_id: 1, emails: [{ value: email, primary: false }] },
      { org_id: 1, primary_email: email },
    ],
    tooLittle: [
      { title: 'x', person_id: 1, name: 'Ava' },
      { title: 'x', person_id: 1, first_name: 'Ava' },
      { person_id: 1, is_archived: false },
      { title: 'x', is_archived: false },
      { emails: [{ email }], organization: {} },
      { emails: email, organization: {}, primary_email: email },
      { org_id: 1, email: [{ value: email }] },
      { org_id: 1, email },
      { primary_email: email },
    ],
  },
  close: {
    enough: [
      { id: 'lead_1', contacts: [] },
      { id: 'cont_1', emails: [] },
    ],
    tooLittle: [
      { id: 'x', contacts: [] },
      { id: 'lead_1', contacts: {} },
      { id: 'x', emails: [] },
      { id: 7, emails: [] },
      { id: 'cont_1', emails: email },
    ],
  },
  copper: {
    enough: [{ emails: [{ email, category: 'work' }] }, { email: { email, category: 'work' } }],
    tooLittle: [
      { emails: [{ email }] },
      { emails: [{ category: 'work' }] },
      { emails: { email, category: 'work' } },
    ],
  },
  apollo: {
    enough: [
      { employment_history: [] },
      ...['organization', 'organization_name', 'organization_id'].map((key) => ({
        email_status: 'verified',
        [key]: null,
      })),
    ],
    tooLittle: [{ email_status: 'verified', email }, { organization_name: 'Stone' }],
  },
  keap: {
    enough: ['given_name', 'family_name', 'email_opted_in'].map((key) => ({
      email_addresses: [],
      [key]: null,
    })),
    tooLittle: [{ email_addresses: [] }, { given_name: 'Ava' }],
  },
  highlevel: {
    enough: ['contactName', 'firstName', 'dateAdded'].map((key) => ({ locationId: '1', [key]: 'x' })),
    tooLittle: [{ locationId: '1', email }, { contactName: 'Ava' }],
  },
  brevo: {
    enough: [
      { emailBlacklisted: false },
      { attributes: { FIRSTNAME: 'Ava' } },
      { attributes: { LASTNAME: 'Stone' } },
    ],
    tooLittle: [{ attributes: { NAME: 'Ava' } }, { attributes: 'FIRSTNAME' }],
  },
  mailchimp: { enough: [{ merge_fields: {} }], tooLittle: [{ merge_fields: 'x' }, { email_address: email }] },
  activecampaign: {
    enough: [
      { contact: { email }, accountContacts: [] },
      { contact: { email }, contactAutomations: [] },
      { orgname: '' },
      { cdate: 'x', udate: 'y' },
    ],
    tooLittle: [{ contact: { email } }, { contact: '7', accountContacts: [] }, { udate: 'y' }],
  },
  intercom: {
    enough: [
      ...['contact', 'user', 'lead'].map((type) => ({ workspace_id: '1', type, email })),
      { unsubscribed_from_emails: false, type: 'contact', email },
    ],
    tooLittle: [
      { workspace_id: '1', type: 'company', email },
      { workspace_id: '1', type: 'contact' },
      { type: 'contact', email },
    ],
  },
  klaviyo: {
    enough: [{ type: 'profile', attributes: {} }],
    tooLittle: [
      { type: 'list', attributes: { email } },
      { type: 'profile', attributes: [] },
    ],
  },
  zendesk: {
    enough: ['locale_id', 'ticket_restriction'].map((key) => ({
      organization_id: 1,
      role: 'end-user',
      email,
      [key]: null,
    })),
    tooLittle: [
      { organization_id: 1, role: 'end-user', email },
      { organization_id: 1, role: 'end-user', locale_id: 1 },
      { organization_id: 1, email, locale_id: 1 },
    ],
  },
  shopify: {
    enough: [
      { email_marketing_consent: null },
      { admin_graphql_api_id: 'x', orders_count: 0 },
      { default_address: {}, orders_count: 0 },
    ],
    tooLittle: [{ default_address: {} }, { admin_graphql_api_id: 'x' }, { orders_count: 0 }],
  },
  stripe: {
    enough: [
      { livemode: false, object: 'customer' },
      { invoice_prefix: 'x', object: 'customer' },
    ],
    tooLittle: [{ livemode: false, object: 'invoice' }, { object: 'customer' }],
  },
  calendly: {
    enough: [
      ...['scheduled_event', 'cancel_url', 'questions_and_answers'].map((key) => ({
        [key]: '',
        email,
        name: 'Ava',
      })),
      { cancel_url: '', email, first_name: 'Ava' },
      { 'Invitee Email': email, 'Event Type Name': 'x' },
      { 'Invitee Email': email, 'User Email': 'x' },
    ],
    tooLittle: [{ cancel_url: '', email }, { cancel_url: '', name: 'Ava' }, { 'Invitee Email': email }],
  },
  typeform: {
    enough: ['definition', 'landed_at'].map((key) => ({ answers: [], [key]: 'x' })),
    tooLittle: [{ answers: [] }, { answers: {}, landed_at: 'x' }, { definition: {} }],
  },
  tally: {
    enough: [{ respondentId: 'x', fields: [] }],
    tooLittle: [{ respondentId: 'x', fields: {} }, { fields: [] }],
  },
  jotform: {
    enough: [{ form_id: '1', answers: {} }],
    tooLittle: [{ answers: {} }, { form_id: '1', answers: [] }],
  },
  airtable: {
    enough: [{ id: 'rec1', fields: {} }],
    tooLittle: [
      { id: 'x', fields: {} },
      { id: 7, fields: {} },
      { id: 'rec1', fields: [] },
    ],
  },
  outlook: {
    enough: [
      { emailAddresses: [{ address: email }] },
      { 'E-mail Display Name': 'x', 'E-mail Address': email },
    ],
    tooLittle: [{ emailAddresses: [{ email }] }, { 'E-mail Display Name': 'x' }, { 'E-mail Address': email }],
  },
  lusha: {
    enough: [{ emailAddresses: [{ email, emailType: 'work' }] }, { emails: [{ email, emailType: 'work' }] }],
    tooLittle: [{ emails: [{ email }] }, { emails: [{ emailType: 'work' }] }, { emails: { email } }],
  },
  'google-contacts': {
    enough: [
      { emailAddresses: { work: [email] } },
      { names: { givenName: 'Ava' } },
      { emailAddresses: [{ value: email }], resourceName: 'people/c1' },
      { 'E-mail 1 - Value': email },
    ],
    tooLittle: [{ emailAddresses: [{ value: email }] }, { names: { first: 'Ava' } }, { resourceName: 'x' }],
  },
  linkedin: {
    enough: [
      { 'Connected On': 'x', 'First Name': 'Ava' },
      { 'Connected On': 'x', Position: 'CTO' },
    ],
    tooLittle: [{ 'Connected On': 'x' }, { Position: 'CTO' }],
  },
  zoominfo: {
    enough: [
      { 'ZoomInfo Contact ID': '1' },
      { 'ZoomInfo Contact Profile URL': '1' },
      { 'ZoomInfo Company ID': '1' },
      { contactAccuracyScore: 90 },
    ],
    tooLittle: [{ ZoomInfo: '1' }],
  },
  hunter: {
    enough: ['confidence_score', 'confidence', 'verification'].map((key) => ({
      [key]: 90,
      first_name: 'Ava',
      position: 'CTO',
    })),
    tooLittle: [
      { confidence: 90, first_name: 'Ava' },
      { confidence: 90, position: 'CTO' },
    ],
  },
  clay: {
    enough: [
      'Company Table Data',
      'Find work email',
      'Find Work Email',
      'Enrich person',
      'Enrich Person',
    ].map((key) => ({ [key]: 'x' })),
    tooLittle: [{ 'Enrich people': 'x' }],
  },
};

describe.each(Object.entries(sources))('%s', (source, { enough, tooLittle }) => {
  test.each(enough)('is told by %j', (record) => {
    expect(mapLead(record).source).toBe(source);
  });

  test.each(tooLittle)('is not told by %j', (record) => {
    expect(mapLead(record).source).not.toBe(source);
  });
});

describe('of one source, the shapes tell a person from a company', () => {
  const company = 'Stone Ltd';
  const formatted = '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue';

  test.each<[object, object]>([
    [{ properties: { email, name: company, hs_object_id: '1' } }, { company }],
    [{ properties: { email: { value: email }, name: { value: company } } }, { company }],
    [{ properties: { email, name: company, firstname: 'Ava', hs_object_id: '1' } }, { firstName: 'Ava' }],
    [{ properties: { email, name: company, lastname: 'Ray', hs_object_id: '1' } }, { lastName: 'Ray' }],
    [{ attributes: { type: 'Account' }, Email: email, Name: company }, { company }],
    [
      { attributes: { type: 'Account' }, Email: email, Name: 'Ava Ray', LastName: 'Ray' },
      { firstName: 'Ava', lastName: 'Ray' },
    ],
    [{ accountid: '1', emailaddress1: email, name: company }, { company }],
    [{ accountid: '1', emailaddress1: email, name: company, firstname: 'Ava' }, { firstName: 'Ava' }],
    [{ accountid: '1', emailaddress1: email, name: company, lastname: 'Ray' }, { lastName: 'Ray' }],
    [
      { accountid: '1', emailaddress1: email, fullname: 'Ava Ray' },
      { firstName: 'Ava', lastName: 'Ray' },
    ],
    [{ emailaddress1: email, [kindOfParent]: 'contact', [formatted]: 'Ben Ray' }, {}],
    [{ emailaddress1: email, [kindOfParent]: 'account', [formatted]: company }, { company }],
  ])('%j', (record, fields) => {
    expect(mapLead(record).lead).toEqual({ email, ...fields });
  });
});

test.each<[object, object | null]>([
  [
    { email, name: { givenName: 'Ava' }, employment: { name: 'Acme' } },
    { firstName: 'Ava', company: 'Acme' },
  ],
  [
    { email, name: { familyName: 'Ray' }, employment: { name: 'Acme' } },
    { lastName: 'Ray', company: 'Acme' },
  ],
  [{ email_from: email, partner_name: 'Acme' }, { company: 'Acme' }],
  [{ email_from: email, contact_name: 'Ava' }, { firstName: 'Ava' }],
  [{ email_from: email, partner_id: 1 }, {}],
  [{ email_from: email }, null],
  [
    { ASSIGNED_BY_ID: 1, EMAIL: [{ VALUE: email }], NAME: 'Ava', LAST_NAME: 'Ray' },
    { firstName: 'Ava', lastName: 'Ray' },
  ],
  [
    { SECOND_NAME: '', EMAIL: [{ VALUE: email }], NAME: 'Ava', LAST_NAME: 'Ray', POST: 'CTO' },
    { firstName: 'Ava', lastName: 'Ray', jobTitle: 'CTO' },
  ],
  [
    { email, payload: { jobTitle: 'CTO' }, first_name: 'Ava' },
    { firstName: 'Ava', jobTitle: 'CTO' },
  ],
  [
    { email, payload: { jobTitle: 'CTO' }, company_name: 'Acme' },
    { company: 'Acme', jobTitle: 'CTO' },
  ],
])('a tool without a source of its own: %j', (record, fields) => {
  expect(mapLead(record)).toMatchObject({ lead: fields && { email, ...fields }, source: 'spreadsheet' });
});
