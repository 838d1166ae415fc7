import { mapLead } from '@leadterra/shared';

const email = 'ava@stone.example';
const ava = { email, firstName: 'Ava', lastName: 'Stone' };
const names = { firstName: 'Name', lastName: 'Name' };
const agile = (...properties: [string, string][]) => ({
  properties: properties.map(([name, value]) => ({ name, value })),
});
const klaviyo = (reason: boolean) => ({
  type: 'profile',
  attributes: { email, subscriptions: { email: { marketing: { suppression: [{ reason }, {}] } } } },
});
const salesforce = { Id: '0035g00000RfQwPAAV', LastName: 'Stone', Email: email };

describe('which of several columns a field comes from', () => {
  test.each<[object, object, object]>([
    [
      { 'First Name': 'Ava', 'Last Name': 'Stone', 'Full Name': 'Ava Stone', Name: 'Acme' },
      { ...ava, company: 'Acme' },
      { firstName: 'First Name', lastName: 'Last Name', company: 'Name' },
    ],
    [
      { 'Full Name': 'Ava Stone', Name: 'Acme Inc.' },
      { ...ava, company: 'Acme Inc.' },
      { firstName: 'Full Name', lastName: 'Full Name', company: 'Name' },
    ],
    [{ 'Full Name': 'Ava Stone', Name: 'Ben Ray' }, ava, { firstName: 'Full Name', lastName: 'Full Name' }],
    [
      { is_company: 'yes', 'Contact Name': 'Ava Stone', Name: 'Acme' },
      { ...ava, company: 'Acme' },
      { firstName: 'Contact Name', lastName: 'Contact Name', company: 'Name' },
    ],
    // A person at a company, and a company of persons.
    [{ Name: 'Ava Stone - Acme Inc.' }, ava, names],
    [
      { 'First Name': 'Ben', Name: 'Ava Stone - Acme Inc.' },
      { email, firstName: 'Ben' },
      { firstName: 'First Name' },
    ],
    [{ Name: 'Stone & Ray Inc.' }, { email, company: 'Stone & Ray Inc.' }, { company: 'Name' }],
    [{ Name: 'Stone,Ava Acme Inc.' }, { email }, {}],
    // What says that the record is one of a company, and what only looks like it.
    [{ is_company: true, Name: 'Accounts Payable' }, { email }, {}],
    [
      { is_company: false, 'Customer Type': 'Company', Name: 'Blue Ocean' },
      { email, company: 'Blue Ocean' },
      { company: 'Name' },
    ],
    [{ 'Is active': true, Name: 'Ava Stone' }, ava, names],
    [{ 'Is subscribed': 'yes', Name: 'Ava Stone' }, ava, names],
    [{ Source: 'Business', Name: 'Ava Stone' }, ava, names],
    [{ 'VAT ID': 'none', Name: 'Ava Stone' }, ava, names],
  ])('%j', (record, lead, from) => {
    const mapped = mapLead({ email, ...record }, { explain: true });
    expect(mapped.lead).toStrictEqual(lead);
    expect(mapped.from).toStrictEqual({ email: 'email', ...from });
  });

  test.each([
    ['info@bluereadseaco.example', { Name: 'Blue Read Sea Co' }, { company: 'Blue Read Sea Co' }],
    ['ava.s@avastone.example', { Name: 'Ava Stone' }, { firstName: 'Ava', lastName: 'Stone' }],
    [
      'hi@avastone.example',
      { 'Last Name': 'Stone', Name: 'Ava Stone' },
      { firstName: 'Ava', lastName: 'Stone' },
    ],
  ])('whose domain %s is, with %j', (address, record, lead) => {
    expect(mapLead({ Email: address, ...record }).lead).toEqual({ email: address, ...lead });
  });
});

describe('where fields of a CRM come from', () => {
  test.each<[object, object, object]>([
    [
      { id: 'rec0123456789abcd', fields: { Email: email, Name: 'Ava Stone' } },
      ava,
      { email: 'fields.Email', firstName: 'fields.Name', lastName: 'fields.Name' },
    ],
    [
      { 'Email Address': email, 'First Name': 'Ava', 'Connected On': '1 Jan 2025' },
      { email, firstName: 'Ava' },
      { email: 'Email Address', firstName: 'First Name' },
    ],
    [
      { values: { email_addresses: [{ email_address: email }], name: [{ full_name: 'Ava Stone' }] } },
      ava,
      {
        email: 'values.email_addresses[].email_address',
        firstName: 'values.name[].full_name',
        lastName: 'values.name[].full_name',
      },
    ],
    [
      {
        emailAddresses: [{ value: email }],
        names: [{ givenName: '' }, { givenName: 'Ava' }],
        resourceName: 'people/1',
      },
      { email, firstName: 'Ava' },
      { email: 'emailAddresses[][]', firstName: 'names[].givenName' },
    ],
  ])('%j', (record, lead, from) => {
    const mapped = mapLead(record, { explain: true, customFields: [] });
    expect(mapped.lead).toStrictEqual(lead);
    expect(mapped.from).toStrictEqual(from);
    expect(mapped.source).not.toBe('spreadsheet');
  });

  test.each([
    [agile(['first_name', 'Ava']), undefined, ['no_email']],
    [agile(['email', email], ['email', 'b@x.example']), email, ['several_emails']],
    [
      {
        ...agile(['email', email]),
        unsubscribeStatus: ['CURRENT', 'ALL'].map((unsubscribeType) => ({ unsubscribeType })),
      },
      undefined,
      ['opted_out'],
    ],
    [agile(...Array.from({ length: 99 }, (): [string, string] => ['x', 'y']), ['email', email]), email, []],
    [
      agile(...Array.from({ length: 100 }, (): [string, string] => ['x', 'y']), ['email', email]),
      undefined,
      ['no_email'],
    ],
    [{ ...salesforce, EmailBouncedReason: '' }, email, []],
    [{ ...salesforce, EmailBouncedReason: true }, undefined, ['opted_out']],
    [{ ...salesforce, EmailBouncedReason: false }, email, []],
    [klaviyo(true), undefined, ['opted_out']],
    [klaviyo(false), email, []],
    [{ given_name: 'Ava', email_addresses: [{ email }], email_opted_in: 'false' }, undefined, ['opted_out']],
  ])('what its lists and flags say: %#', (record, address, codes) => {
    const { lead, issues } = mapLead(record);
    expect(lead?.email).toBe(address);
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });

  test('what was taken from a list is no custom field', () => {
    const record = agile(
      ['email', email],
      ['first_name', 'Ava'],
      ['company', 'Acme'],
      ['title', 'CTO'],
      ['plan', 'pro'],
    );
    expect(mapLead(record, { customFields: 'unmapped' }).lead?.customFields).toEqual({ plan: 'pro' });
  });
});

test('several addresses are counted', () => {
  expect(mapLead({ email: `${email}, ben@x.example` }).issues).toEqual([
    { code: 'several_emails', message: `The record has 2 email addresses; ${email} is used.`, path: 'email' },
  ]);
});

test.each([undefined, 'unmapped', ['plan']] as const)('no custom fields are none: %j', (customFields) => {
  expect(mapLead({ email }, customFields && { customFields }).lead).toStrictEqual({ email });
});
