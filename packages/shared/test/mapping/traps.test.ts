import { mapLead } from '@leadterra/shared';

const salesforceContact = {
  attributes: { type: 'Contact', url: '/x' },
  Id: '0035g00000RfQwPAAV',
  LastName: 'Stone',
  Email: 'ava@stone.example',
};
const pipedrivePerson = { owner_id: 1, org_id: 2, first_name: 'Ava', last_name: 'Stone' };

describe('what looks like a job title', () => {
  const pipedriveLead = {
    id: 'f3d1-uuid',
    title: 'Stone Ltd, 20 seats',
    owner_id: 1,
    label_ids: [],
    value: { amount: 500, currency: 'EUR' },
    expected_close_date: null,
    person_id: 31,
    organization_id: 7,
    is_archived: false,
  };

  test('the title of a Pipedrive lead gives no lead at all', () => {
    expect(mapLead(pipedriveLead)).toMatchObject({
      lead: null,
      source: 'pipedrive',
      issues: [{ code: 'no_email' }],
    });
  });

  test.each([{}, { name: 'Ava Stone' }, { first_name: 'Ava' }])(
    'nor a job title when the address was merged into it (%j)',
    (merged) => {
      const { lead } = mapLead({ ...pipedriveLead, ...merged, email: 'ava@stone.example' });
      expect(lead).toMatchObject({ email: 'ava@stone.example' });
      expect(lead).not.toHaveProperty('jobTitle');
    },
  );

  test.each([
    ['Salesforce', { ...salesforceContact, Title: 'CFO' }],
    ['Apollo', { email: 'a@b.example', email_status: 'verified', organization_id: '1', title: 'CFO' }],
    ['Copper', { emails: [{ email: 'a@b.example', category: 'work' }], title: 'CFO' }],
    ['Close', { id: 'cont_1', emails: [{ email: 'a@b.example', type: 'office' }], title: 'CFO' }],
  ])('is one in %s', (_name, record) => {
    expect(mapLead(record).lead).toMatchObject({ jobTitle: 'CFO' });
  });

  test('a form of address in the title column of a sheet is none', () => {
    expect(mapLead({ Email: 'a@b.example', Title: 'Mrs.' }).lead).toEqual({ email: 'a@b.example' });
  });
});

describe('a company that is only referred to', () => {
  test.each([
    ['Pipedrive v2', { ...pipedrivePerson, emails: [{ value: 'ava@stone.example', primary: true }] }],
    ['Salesforce', { ...salesforceContact, AccountId: '0015g00000Q4nkzAAB' }],
    ['Zoho', { Last_Name: 'Stone', Email: 'ava@stone.example', Account_Name: null, $state: 'save' }],
  ])('leaves no trace in the lead (%s)', (_name, record) => {
    expect(mapLead(record).lead).toMatchObject({ email: 'ava@stone.example' });
    expect(mapLead(record).lead).not.toHaveProperty('company');
  });
});

describe('addresses that are not there', () => {
  test.each([
    ['an empty primary address', { ...pipedrivePerson, email: [{ value: '', primary: true }] }],
    ['an empty list', { ...pipedrivePerson, emails: [] }],
    ['null', { ...salesforceContact, Email: null }],
    ['an empty text', { properties: { hs_object_id: '1', email: '' } }],
    ['an empty attribute', { values: { email_addresses: [], name: [] } }],
    ['a placeholder', { Email: 'N/A' }],
    ['an address that Apollo keeps locked', { email: 'email_not_unlocked@domain.com' }],
    ['ids of a trigger', { contactId: 51, portalId: 7 }],
    ['a Copper webhook', { ids: [144296351], type: 'person', event: 'new' }],
    ['nothing', {}],
  ])('%s', (_name, record) => {
    expect(mapLead(record)).toMatchObject({ lead: null, issues: [{ code: 'no_email' }] });
  });

  test('a text that is no address is named', () => {
    const { lead, issues } = mapLead({ Email: 'ava at stone' });
    expect(lead).toBeNull();
    expect(issues).toMatchObject([{ code: 'invalid_email', path: 'Email' }]);
    expect(issues[0]?.message).toContain('ava at stone');
  });

  test('a later place helps out', () => {
    const record = { emailaddress1: 'not known', emailaddress2: 'ava@stone.example', contactid: '1' };
    expect(mapLead(record)).toMatchObject({ lead: { email: 'ava@stone.example' }, issues: [] });
  });
});

describe('several addresses', () => {
  test.each([
    ['in one text', { Email: 'ava@stone.example; ben@stone.example' }, 'ava@stone.example'],
    [
      'with an invalid one first',
      { Email: 'ava(at)stone, ben@stone.example, c@stone.example' },
      'ben@stone.example',
    ],
    ['in a list of texts', { emails: ['ava@stone.example', 'ben@stone.example'] }, 'ava@stone.example'],
    [
      'in a list with a primary one',
      {
        ...pipedrivePerson,
        emails: [
          { value: 'ava@stone.example', primary: false },
          { value: 'ben@stone.example', primary: true },
        ],
      },
      'ben@stone.example',
    ],
    [
      'in a list whose primary one is empty',
      {
        ...pipedrivePerson,
        email: [
          { value: '', primary: true },
          { value: 'ava@stone.example', primary: false },
          { value: 'ben@stone.example', primary: false },
        ],
      },
      'ava@stone.example',
    ],
  ])('%s: one is taken, and an issue says so', (_name, record, email) => {
    expect(mapLead(record)).toMatchObject({ lead: { email }, issues: [{ code: 'several_emails' }] });
  });

  test('the same address twice is one', () => {
    expect(mapLead({ Email: 'Ava@stone.example <ava@stone.example>' }).issues).toEqual([]);
  });
});

describe('opt-out', () => {
  test.each([
    ['HubSpot v3', { properties: { email: 'a@b.example', hs_email_optout: 'true' } }],
    ['HubSpot v1', { properties: { email: { value: 'a@b.example' }, hs_email_optout: { value: 'true' } } }],
    ['Salesforce opted out', { ...salesforceContact, HasOptedOutOfEmail: true }],
    ['Salesforce contact bounced', { ...salesforceContact, IsEmailBounced: true }],
    ['Salesforce lead bounced', { ...salesforceContact, EmailBouncedReason: '550 no such user' }],
    ['Pipedrive', { ...pipedrivePerson, primary_email: 'a@b.example', marketing_status: 'unsubscribed' }],
    ['Zoho', { Email: 'a@b.example', Last_Name: 'B', $state: 'save', Email_Opt_Out: true }],
    ['Close', { id: 'cont_1', emails: [{ email: 'a@b.example', is_unsubscribed: true }] }],
    ['Dynamics', { emailaddress1: 'a@b.example', donotemail: true }],
    ['Dynamics bulk', { emailaddress1: 'a@b.example', donotbulkemail: true }],
    [
      'Apollo',
      { email: 'a@b.example', email_status: 'verified', organization_id: 1, email_unsubscribed: true },
    ],
    ['HighLevel', { locationId: '1', contactName: 'A', email: 'a@b.example', dnd: true }],
    ['Keap', { email_addresses: [{ email: 'a@b.example', field: 'EMAIL1' }], email_opted_in: false }],
    ['Brevo', { email: 'a@b.example', emailBlacklisted: true, attributes: {} }],
    ['Mailchimp', { email_address: 'a@b.example', status: 'unsubscribed', merge_fields: {} }],
    ['Mailchimp bounced', { email_address: 'a@b.example', status: 'cleaned', merge_fields: {} }],
    ['a sheet', { Email: 'a@b.example', Unsubscribed: 'Yes' }],
  ])('%s gives no lead, unless it is not to be honoured', (_name, record) => {
    expect(mapLead(record)).toMatchObject({ lead: null, issues: [{ code: 'opted_out' }] });
    expect(mapLead(record, { honorOptOut: false }).lead).not.toBeNull();
  });

  test.each([
    { properties: { email: 'a@b.example', hs_email_optout: 'false' } },
    { properties: { email: 'a@b.example', hs_email_optout: null } },
    { ...salesforceContact, HasOptedOutOfEmail: false, EmailBouncedReason: null },
    { email_addresses: [{ email: 'a@b.example' }], email_opted_in: true, given_name: 'A' },
    { Email: 'a@b.example', Unsubscribed: 'no' },
  ])('a flag that is not raised changes nothing (%j)', (record) => {
    expect(mapLead(record).issues).toEqual([]);
  });
});

describe('a source chosen by hand', () => {
  test('reads nothing but its own fields', () => {
    const record = { email: 'a@b.example', title: 'Acme, 20 seats', Company: 'Acme' };
    expect(mapLead(record, { source: 'pipedrive' })).toMatchObject({
      lead: { email: 'a@b.example' },
      source: 'pipedrive',
    });
    expect(mapLead(record, { source: 'pipedrive' }).lead).not.toHaveProperty('jobTitle');
    expect(mapLead(record, { source: 'salesforce' }).lead).toBeNull();
  });

  test('reads a record that lacks what the source is recognised by', () => {
    const record = { Email: 'a@b.example', LastName: 'B', Title: 'CFO' };
    expect(mapLead(record, { source: 'salesforce' }).lead).toEqual({
      email: 'a@b.example',
      lastName: 'B',
      jobTitle: 'CFO',
    });
  });

  test('looks into wrappers too', () => {
    const record = { data: [{ Email: 'a@b.example', Designation: 'CFO' }] };
    expect(mapLead(record, { source: 'zoho' }).lead).toEqual({ email: 'a@b.example', jobTitle: 'CFO' });
  });
});

test('rows of Excel Online, which have an etag like Dynamics records, are read by their headers', () => {
  const record = { '@odata.etag': 'W/"1"', ItemInternalId: '7', Email: 'a@b.example', Company: 'B' };
  expect(mapLead(record)).toMatchObject({
    lead: { email: 'a@b.example', company: 'B' },
    source: 'spreadsheet',
  });
});

test('a HubSpot company gives no lead, and its name is no person', () => {
  expect(mapLead({ properties: { hs_object_id: '9', name: 'Acme', domain: 'acme.example' } })).toMatchObject({
    lead: null,
    source: 'hubspot',
  });
  const record = {
    companyId: 9,
    properties: { name: { value: 'Acme' }, email: { value: 'hi@acme.example' } },
  };
  expect(mapLead(record).lead).toEqual({ email: 'hi@acme.example', company: 'Acme' });
});
