import { mapLead } from '@leadterra/shared';

const email = 'ava@stone.example';
const other = 'ben@seller.example';
const map = (record: object) => mapLead(record).lead;
const row = (columns: object) => map({ Email: email, ...columns });

test.each<[string, object]>([
  // Letters with and without their marks.
  ['Fyrirtaeki', { company: 'Autumn' }],
  ['Spolka', { company: 'Autumn' }],
  ['Don vi', { company: 'Autumn' }],
  ['Stada', { jobTitle: 'Autumn' }],
  ['Soyadi', { lastName: 'Autumn' }],
  ['Wie heisst Ihre Firma?', { company: 'Autumn' }],
  ['Повне імʼя', { firstName: 'Autumn' }],
  ['Nom de l’entreprise', { company: 'Autumn' }],
  // Several words for it.
  ['Name / Last name', { firstName: 'Autumn' }],
  ['First name / Company', {}],
  ['Name (Company)', { company: 'Autumn' }],
  // Whose it is.
  ['Company of the contact', { company: 'Autumn' }],
  ['Job title of the attendee', { jobTitle: 'Autumn' }],
  ['Fonction du participant', { jobTitle: 'Autumn' }],
  ['Job Candidate', {}],
  ['Prénom participant', { firstName: 'Autumn' }],
  ['Who is the company contact?', {}],
  // One letter away from another word; two letters wrong; one away from two fields.
  ['Junction', {}],
  ['Cmxpany', {}],
  ['Cxopany', {}],
  ['Firename', {}],
  // The first language that knows a word says what it is.
  ['Nom', { lastName: 'Autumn' }],
])('a column called %j is read as %j', (header, fields) => {
  expect(row({ [header]: 'Autumn' })).toEqual({ email, ...fields });
});

test.each<[string, boolean]>([
  ['Netfang thitt', true],
  ['L’adresse e-mail', true],
  ['客户邮箱', true],
  ['您的邮箱 地址', true],
  ['您的email地址', true],
  ['users_email', true],
  [`E-mail ${'.'.repeat(200)} owner`, true],
  ['Saelger e-mail', false],
  ['Arrangor e-mail', false],
])('a column called %j holds the address of the lead: %s', (header, holds) => {
  expect(map({ [header]: email })).toEqual(holds ? { email } : null);
});

test.each([
  ['Email 1', 'Email 2'],
  ['Work Email 2', 'E-Mail'],
  ['Work Email Address', 'Email'],
  ['E-Mail', 'Main Company Email'],
  ['E-Mail', 'Company Main Email'],
  ['Mail', 'Home Email Address'],
  ['Email', 'Emial'],
  ['Email', 'Users Email'],
])('%s before %s', (better, worse) => {
  expect(map({ [worse]: other, [better]: email })).toEqual({ email });
  expect(map({ [better]: email, [worse]: other })).toEqual({ email });
});

test('one word for a job title before two', () => {
  expect(row({ 'Role / Job title': 'Owner', Title: 'Buyer' })).toEqual({ email, jobTitle: 'Buyer' });
});

test.each<[object, string, object]>([
  [{ 'Attendee Name': 'Ocean Blue' }, 'info@oceanblue.example', { firstName: 'Ocean', lastName: 'Blue' }],
  [{ 'Customer Name': 'Ocean Blue' }, 'info@oceanblue.example', { company: 'Ocean Blue' }],
  [{ Name: 'Ocean Blue' }, 'info@oceanblue.example', { company: 'Ocean Blue' }],
  [{ Name: 'Ava Stone', Tags: 'business' }, email, { firstName: 'Ava', lastName: 'Stone' }],
  [{ Name: 'Autumn', Type: 'Business' }, email, { company: 'Autumn' }],
  [{ 'Job Title': 'Buyer', sku: 'x' }, email, { jobTitle: 'Buyer' }],
])('%j beside %s', (columns, address, fields) => {
  expect(map({ Email: address, ...columns })).toEqual({ email: address, ...fields });
});

test('a user with the name of the domain is a company', () => {
  const address = 'info@oceanblue.example';
  expect(map({ 'User Email': address, 'User Name': 'Ocean Blue' })).toEqual({
    email: address,
    company: 'Ocean Blue',
  });
});

describe('of two objects with an address', () => {
  const person = { email };

  test.each([
    ...['payload', 'submission', 'entry', 'record', 'formData', 'field_data', 'candidate', 'decision_maker'],
    ...['contact', 'results', 'fieldData'],
  ])('the one under %s is the lead', (key) => {
    expect(map({ xyz: { email: other }, [key]: person })).toEqual({ email });
    expect(map({ [key]: person, xyz: { email: other } })).toEqual({ email });
  });

  test.each(['user', 'users', 'app_user', 'app_users'])('the one under %s is not', (key) => {
    expect(map({ [key]: { email: other }, xyz: person })).toEqual({ email });
  });

  test('the first of the usual ones is the lead', () => {
    expect(map({ record: { email: other }, contact: person })).toEqual({ email });
    expect(map({ values: { email: other }, person })).toEqual({ email });
  });
});

describe('a source chosen by hand', () => {
  test('is the one, whatever the record looks like', () => {
    const hubspot = { properties: { email, hs_object_id: '1' } };
    expect(mapLead(hubspot)).toMatchObject({ lead: { email }, source: 'hubspot' });
    expect(mapLead(hubspot, { source: 'zoho' })).toMatchObject({ source: 'zoho' });
  });

  test('reads a sheet by its headers', () => {
    const sheet = { 'E-Mail': email, Vorname: 'Ava' };
    expect(mapLead(sheet, { source: 'spreadsheet' }).lead).toEqual({ email, firstName: 'Ava' });
  });

  test('is not Google Contacts for a text called names', () => {
    expect(mapLead({ names: 'Ava', resourceName: 'x', email }).source).toBe('spreadsheet');
  });
});
