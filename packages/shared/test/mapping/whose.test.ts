import { mapLead } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';

const other = 'rep@seller.example';

/** Columns and objects of people who are never the lead. */
const others: Record<string, unknown>[] = [
  { 'Owner Email': other },
  { 'Email (Owner)': other },
  { owner: { name: 'Olga Rep', email: other, company: 'Seller', title: 'AE' } },
  { assigned_to: { email: other, first_name: 'Olga' } },
  { 'Created By Email': other, 'Created By': 'Olga Rep' },
  { 'Host Email': other, 'Host Name': 'Olga Rep' },
  { organizer: { email: other, displayName: 'Olga Rep' } },
  { 'Account Manager Email': other },
  { 'Sales rep e-mail': other, 'Sales rep': 'Olga' },
  { creator: { email: other, name: 'Olga Rep' } },
  { recruiter: { email: other, first_name: 'Olga', last_name: 'Rep' } },
  { 'User Email': other, 'User Name': 'Olga Rep' },
  { from_email: other },
  { 'Emergency Contact Email': other },
  { 'Betreuer E-Mail': other },
  { 'Email du propriétaire': other },
  { 'Correo del vendedor': other },
  { 'Email opiekuna': other },
  { 'Почта менеджера': other },
  { 営業担当メール: other },
];

test('of a thousand records with a seller before and after, none takes the seller’s address', () => {
  const flat = records.filter(({ source }) => source === 'spreadsheet');
  let tried = 0;
  for (let round = 0; tried < 1_000; round++) {
    for (const { record, lead } of flat) {
      const added = others[(round + tried) % others.length] ?? {};
      const mixed: unknown =
        round % 2 === 0 ? Object.assign({}, added, record) : Object.assign({}, record, added);
      const mapped = mapLead(mixed).lead;
      expect(mapped).toEqual(lead);
      tried += 1;
    }
  }
});

test.each(others)('%j alone is nobody', (added) => {
  const { lead } = mapLead({ Company: 'Acme', ...added });
  const isUser = 'User Email' in added;
  expect(lead?.email).toBe(isUser ? other : undefined);
});

test.each<[string, object, object]>([
  [
    'an invitee before a user',
    {
      'User Email': other,
      'Invitee Email': 'ava@b.example',
      'Invitee Name': 'Ava Stone',
      'User Name': 'Olga',
    },
    { email: 'ava@b.example', firstName: 'Ava', lastName: 'Stone' },
  ],
  [
    'a lead by name before a bare one',
    { Email: 'x@b.example', 'Prospect Email': 'ava@b.example' },
    { email: 'ava@b.example' },
  ],
  [
    'a bare one before a user',
    { 'User Email': other, Email: 'ava@b.example', 'User First Name': 'Olga' },
    { email: 'ava@b.example' },
  ],
  [
    'a user where nobody else is',
    { user_email: 'ava@b.example', user_first_name: 'Ava' },
    { email: 'ava@b.example', firstName: 'Ava' },
  ],
  [
    'a candidate',
    { 'Candidate Name': 'Ava Stone', 'Candidate Email': 'ava@b.example' },
    { email: 'ava@b.example', firstName: 'Ava', lastName: 'Stone' },
  ],
  [
    'the best address',
    { 'Recommended Email': 'ava@b.example', 'Personal Email': 'x@h.example' },
    { email: 'ava@b.example' },
  ],
])('%s', (_name, record, lead) => {
  expect(mapLead(record).lead).toEqual(lead);
});

describe('wrappers that nobody named', () => {
  const person = { email: 'ava@b.example', first_name: 'Ava' };
  const lead = { email: 'ava@b.example', firstName: 'Ava' };

  test.each<[string, object, string]>([
    ['customer', { customer: person, owner: { email: other } }, 'customer.email'],
    ['user', { role: 'x', user: person }, 'user.email'],
    ['payload', { event: 'created', payload: person }, 'payload.email'],
    ['JSON:API', { data: { id: '1', type: 'lead', attributes: person } }, 'data.attributes.email'],
    ['a list of one', { candidates: [person] }, 'candidates[0].email'],
    ['an unknown key', { xyz: person, creator: { email: other } }, 'xyz.email'],
    ['a webhook', { data: { object: person } }, 'data.object.email'],
  ])('%s', (_name, record, email) => {
    expect(mapLead(record, { explain: true })).toMatchObject({ lead, from: { email } });
  });

  test('a user is the person only where a person stands', () => {
    const user = { user_email: 'ava@b.example' };
    expect(mapLead({ contact: user }).lead).toEqual({ email: 'ava@b.example' });
    expect(mapLead({ xyz: user }).lead).toBeNull();
  });

  test.each<[object, string | undefined]>([
    [{ contacts: [person, person], xyz: person }, undefined],
    [{ xyz: person, contacts: [person, person] }, undefined],
    [{ contact: person, contacts: [person, person] }, 'ava@b.example'],
    [{ xyz: person, changes: [{ a: 1 }, { a: 2 }] }, 'ava@b.example'],
    [{ changes: [{ a: 1 }, { a: 2 }], xyz: person }, 'ava@b.example'],
  ])('a list of several people counts as what it is called: %j', (record, email) => {
    const { lead: found, issues } = mapLead(record);
    expect(found?.email).toBe(email);
    expect(issues.map(({ code }) => code)).toEqual(email === undefined ? ['many_records'] : []);
  });

  test('two of them with two addresses are none', () => {
    expect(mapLead({ aaa: person, bbb: { email: 'ben@b.example' } }).issues).toMatchObject([
      { code: 'no_email' },
    ]);
  });

  test.each<[string, object]>([
    [
      'labels',
      {
        fields: [
          { label: 'First name', value: 'Ava' },
          { label: 'Work email', value: 'ava@b.example' },
        ],
      },
    ],
    [
      'questions',
      {
        answers: [
          { question: 'Your first name', answer: 'Ava' },
          { question: 'E-mail', answer: 'ava@b.example' },
        ],
      },
    ],
    [
      'Notion',
      {
        object: 'page',
        properties: {
          'First name': { type: 'rich_text', rich_text: [{ plain_text: 'Ava' }] },
          Email: { type: 'email', email: 'ava@b.example' },
          Owner: { type: 'people', people: [{ person: { email: other } }] },
        },
      },
    ],
    [
      'Typeform',
      {
        form_response: {
          definition: { fields: [{ id: 'q1', title: 'First name' }] },
          answers: [
            { type: 'text', text: 'Ava', field: { id: 'q1' } },
            { type: 'email', email: 'ava@b.example', field: { id: 'q2' } },
          ],
        },
      },
    ],
    [
      'Jotform',
      {
        form_id: '1',
        answers: {
          3: { name: 'firstName', text: 'First name', type: 'control_textbox', answer: 'Ava' },
          4: { name: 'email', text: 'E-mail', type: 'control_email', answer: 'ava@b.example' },
        },
      },
    ],
    [
      'Monday',
      {
        column_values: [
          { id: 'text1', type: 'x', text: 'Ava', column: { title: 'First name' } },
          { id: 'email', text: 'ava@b.example', column: { title: 'Email' } },
        ],
      },
    ],
  ])('cells of %s', (_name, record) => {
    expect(mapLead(record).lead).toEqual(lead);
  });

  test.each<[string, object, object]>([
    [
      'custom fields',
      { email: 'ava@b.example', custom_fields: { company: 'Acme', first_name: 'Ava' } },
      { ...lead, company: 'Acme' },
    ],
    [
      'a name in parts',
      { name: { first: 'Ava', last: 'Stone' }, email: 'ava@b.example' },
      { ...lead, lastName: 'Stone' },
    ],
    [
      'an address of its own',
      { firstName: 'Ava', lastName: 'Stone', _embedded: { emails: [{ value: 'ava@b.example' }] } },
      { ...lead, lastName: 'Stone' },
    ],
    [
      'employment',
      { email: 'ava@b.example', first_name: 'Ava', employment: { company: 'Acme', title: 'CEO' } },
      { ...lead, company: 'Acme', jobTitle: 'CEO' },
    ],
    [
      'another person',
      { email: 'ava@b.example', first_name: 'Ava', billing: { email: 'ben@b.example', company: 'Other' } },
      lead,
    ],
  ])('a record is filled from %s', (_name, record, expected) => {
    expect(mapLead(record).lead).toEqual(expected);
  });
});

describe('where each field came from', () => {
  test.each<[string, unknown, object]>([
    [
      'a preset',
      { properties: { firstname: 'Ava', lastname: 'Stone', email: 'ava@b.example', company: 'Acme' } },
      {
        email: 'properties.email',
        firstName: 'properties.firstname',
        lastName: 'properties.lastname',
        company: 'properties.company',
      },
    ],
    [
      'a whole name',
      { Name: 'Ava Stone', Email: 'ava@b.example' },
      { email: 'Email', firstName: 'Name', lastName: 'Name' },
    ],
    ['an organisation', { Name: 'Acme GmbH', Email: 'ava@b.example' }, { email: 'Email', company: 'Name' }],
  ])('%s', (_name, record, from) => {
    expect(mapLead(record, { explain: true }).from).toEqual(from);
  });

  test('is only said when asked, and not of an address given by hand', () => {
    const record = { Email: 'a@b.example', 'First name': 'Ava' };
    expect(mapLead(record)).not.toHaveProperty('from');
    expect(mapLead(record, { explain: true, email: 'x@b.example' }).from).toEqual({
      firstName: 'First name',
    });
  });
});
