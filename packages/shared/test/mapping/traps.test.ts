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

  test.each([
    ['a form of address', { Email: 'a@b.example', Title: 'Mrs.' }],
    ['a form of address with a slash', { Email: 'a@b.example', Title: 'Mr/Mrs' }],
    ['two forms of address', { Email: 'a@b.example', Title: 'Herr Dr.' }],
    ['a form of address in a CRM', { Email: 'a@b.example', Last_Name: '', $state: 'x', Title: 'Dr.' }],
    ['the role of an account', { email: 'a@b.example', role: 'user' }],
    ['the title of a deal', { Email: 'a@b.example', Title: 'Acme, 20 seats', 'Deal Stage': 'Won' }],
    ['the title of a task', { Email: 'a@b.example', Title: 'Call Ava', 'Due Date': '2025-01-31' }],
    ['a place on a map', { email: 'a@b.example', title: 'Blue Ocean Dental', placeId: 'ChIJ' }],
  ])('%s is none', (_name, record) => {
    expect(mapLead(record).lead).toEqual({ email: 'a@b.example' });
  });

  test.each(['Professor', 'Ing. Manager', 'Lead Developer'])('%s is one', (jobTitle) => {
    expect(mapLead({ Email: 'a@b.example', Title: jobTitle }).lead).toMatchObject({ jobTitle });
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

describe('what looks like a person', () => {
  test.each([
    ['a company by its legal form', { Name: 'Acme Inc.', Email: 'a@b.example' }, { company: 'Acme Inc.' }],
    [
      'a company by its legal form',
      { Name: 'Acme S.p.A.', Email: 'a@b.example' },
      { company: 'Acme S.p.A.' },
    ],
    ['a company with a comma', { Name: 'Acme, Inc.', Email: 'a@b.example' }, { company: 'Acme, Inc.' }],
    ['a company in a column for people', { 'Contact Name': 'Acme GmbH', Email: 'a@b.example' }, {}],
    [
      'a company by its domain',
      { Name: 'Bé Green', Email: 'info@be-green.example' },
      { company: 'Bé Green' },
    ],
    ['a person at a company', { Name: 'Ava Stone, Acme Inc.', Email: 'a@b.example' }, {}],
    ['a deal', { Name: 'Acme, 20 seats', Email: 'a@b.example', 'Pipeline ID': 4 }, {}],
    [
      'a Dynamics account',
      { accountid: '1', name: 'Blue Ocean', emailaddress1: 'a@b.example' },
      { company: 'Blue Ocean' },
    ],
    [
      'a Salesforce account',
      { attributes: { type: 'Account' }, Name: 'Blue Ocean', Email: 'a@b.example' },
      { company: 'Blue Ocean' },
    ],
    ['a shop order', { name: '#1001', email: 'a@b.example', line_items: [{}, {}] }, {}],
  ])('%s is none: %j', (_name, record, expected) => {
    const { email, ...lead } = mapLead(record).lead ?? {};
    expect(email).toMatch(/@/);
    expect(lead).toEqual(expected);
  });

  test('a person with a domain of their own is one', () => {
    expect(mapLead({ Name: 'Ava Stone', Email: 'ava@avastone.example' }).lead).toEqual({
      email: 'ava@avastone.example',
      firstName: 'Ava',
      lastName: 'Stone',
    });
  });

  test('a person account of Salesforce is one', () => {
    const record = {
      Id: '0015g00000RfQwPAAV',
      PersonEmail: 'a@b.example',
      LastName: 'Stone',
      PersonTitle: 'CFO',
    };
    expect(mapLead(record)).toMatchObject({
      lead: { email: 'a@b.example', lastName: 'Stone', jobTitle: 'CFO' },
      source: 'salesforce',
    });
  });

  test('a campaign member of Salesforce is one, with a company', () => {
    const record = {
      Id: '00v5g00000RfQwPAAV',
      LastName: 'Stone',
      Email: 'a@b.example',
      CompanyOrAccount: 'Acme',
    };
    expect(mapLead(record).lead).toEqual({ email: 'a@b.example', lastName: 'Stone', company: 'Acme' });
  });

  test('the boss of a Dynamics contact is no company', () => {
    const parent = '_parentcustomerid_value@';
    const record = {
      emailaddress1: 'a@b.example',
      [`${parent}OData.Community.Display.V1.FormattedValue`]: 'Ben Boss',
    };
    expect(mapLead(record).lead).toMatchObject({ company: 'Ben Boss' });
    const ofContact = { ...record, [`${parent}Microsoft.Dynamics.CRM.lookuplogicalname`]: 'contact' };
    expect(mapLead(ofContact).lead).toEqual({ email: 'a@b.example' });
  });
});

test.each([
  [
    'a person beside the company',
    { 'Company Email': 'info@b.example', Contact: 'Ava', Email: 'ava@b.example' },
  ],
  [
    'a person beside the company with its address first',
    {
      'Company Email': 'info@b.example',
      'Personal Email': 'x@h.example',
      'Contact Email': 'ava@b.example',
      Name: 'Ava',
    },
  ],
  ['a contact beside its owner', { 'Owner Email': 'rep@us.example', Email: 'ava@b.example', Name: 'Ava' }],
  [
    'work before home',
    { names: { givenName: 'Ava' }, emailAddresses: { home: ['x@h.example'], work: ['ava@b.example'] } },
  ],
  [
    'an event of Close',
    { event: { data: { id: 'cont_1', name: 'Ava', emails: [{ email: 'ava@b.example' }] } } },
  ],
  [
    'a Pipedrive export',
    {
      'Person - Name': 'Ava',
      'Person - Email - Home': 'x@h.example',
      'Person - Email - Work': 'ava@b.example',
    },
  ],
])('the address is that of %s', (_name, record) => {
  expect(mapLead(record)).toMatchObject({ lead: { email: 'ava@b.example', firstName: 'Ava' }, issues: [] });
});
