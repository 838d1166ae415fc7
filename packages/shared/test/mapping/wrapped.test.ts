import { mapLead } from '@leadterra/shared';

const email = 'ava@stone.example';
const ben = { email: 'ben@x.example' };
const two = [{ id: 1 }, { id: 2 }];
const lead = { email };

describe('of what a record wraps and what stands around it', () => {
  test.each<[string, object, object]>([
    [
      'the wrapper says who it is',
      { firstName: 'Ava', company: 'Acme', data: lead },
      { ...lead, firstName: 'Ava', company: 'Acme' },
    ],
    [
      'the wrapper fills what is missing',
      { lastName: 'Stone', company: 'A', jobTitle: 'CTO', data: { email, company: 'B' } },
      { ...lead, lastName: 'Stone', company: 'B', jobTitle: 'CTO' },
    ],
    ['a company without a person is the sender’s', { company: 'Acme', data: lead }, lead],
    [
      'a first name inside stays alone',
      { firstName: 'Ben', lastName: 'Ray', data: { email, firstName: 'Ava' } },
      { ...lead, firstName: 'Ava' },
    ],
    [
      'a last name inside stays alone',
      { firstName: 'Ben', lastName: 'Ray', data: { email, lastName: 'Stone' } },
      { ...lead, lastName: 'Stone' },
    ],
    [
      'a full name inside stays alone',
      { firstName: 'Ben', lastName: 'Ray', company: 'Acme', data: { email, 'Full Name': 'Ava Stone' } },
      { ...lead, firstName: 'Ava', lastName: 'Stone' },
    ],
    [
      'a name in a part of the wrapper is not theirs',
      { billing: { 'First Name': 'Ben' }, contact: lead },
      lead,
    ],
    ['the address decides, not the place', { contact: { name: 'Ben' }, data: lead }, lead],
    ['a person may be a user', { lead: { 'User Email': email } }, lead],
    ['the first of two people is taken', { contact: lead, lead: ben }, lead],
    ['the first of two people is taken', { lead, contact: ben }, lead],
    ['a list of things is no list of people', { user: lead, orders: two }, lead],
    ['one person goes before several', { leads: two, contact: lead }, lead],
  ])('%s: %j', (_, record, expected) => {
    expect(mapLead(record).lead).toEqual(expected);
  });

  test.each([
    [
      { first_name: 'Ava', contact: { first_name: 'Ben' } },
      { email, firstName: 'Ava' },
    ],
    [
      { last_name: 'Stone', contact: { last_name: 'Ray' } },
      { email, lastName: 'Stone' },
    ],
  ])('a name beside a given address is theirs: %j', (record, expected) => {
    expect(mapLead(record, { email }).lead).toEqual(expected);
  });

  const objects = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`part${at}`, { x: 1 }]));

  test('a hundred objects are looked into', () => {
    expect(mapLead({ ...objects(99), last: lead }).lead).toEqual(lead);
    expect(mapLead({ ...objects(100), last: lead }).lead).toBeNull();
  });
});

describe('no lead is made of', () => {
  test.each<[string, unknown, string, string | undefined]>([
    [
      'another person where the address is broken',
      { Email: 'ava at stone', friend: ben },
      'invalid_email',
      'Email',
    ],
    ['the second text that is no address', { Email: 'x', 'Email 2': 'y' }, 'invalid_email', 'Email'],
    ['a wrapper of nothing', { data: null }, 'no_email', undefined],
    ['a search without a hit', { results: [] }, 'no_email', undefined],
    ['a list of texts', { items: ['x'] }, 'no_email', undefined],
    ['a user of some app', { x: { 'User Email': email } }, 'no_email', undefined],
    ['one of two strangers', { a: lead, b: ben, orders: two }, 'no_email', undefined],
    [
      'a wrapped record with several people',
      { data: { id: 'lead_1', name: 'Acme', contacts: two } },
      'many_records',
      'data.contacts',
    ],
    [
      'one who opted out, in a list of one',
      [{ email, prefs: { unsubscribed: true } }],
      'opted_out',
      'prefs.unsubscribed',
    ],
    [
      'one who opted out, beside a record of a CRM',
      { prefs: { unsubscribed: true }, contact: { properties: { hs_object_id: '1', email } } },
      'opted_out',
      'prefs.unsubscribed',
    ],
  ])('%s', (_, record, code, path) => {
    const { lead: none, issues } = mapLead(record);
    expect(none).toBeNull();
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
  });

  test.each([[[lead, ben]], [7], [{ results: two }], [{ leads: two }]])(
    '%j, whatever the source',
    (record) => {
      const { issues } = mapLead(record);
      expect(['many_records', 'not_a_record']).toContain(issues[0]?.code);
      expect(mapLead(record)).toEqual({ lead: null, source: 'spreadsheet', issues });
      expect(mapLead(record, { source: 'hubspot' })).toEqual({ lead: null, source: 'hubspot', issues });
    },
  );

  test('a wrapped record without an address, whose source is known', () => {
    const row = { id: 'rec0123456789abcd', createdTime: '2025-01-01', fields: { Plan: 'pro' } };
    expect(mapLead({ body: row })).toMatchObject({ source: 'airtable', issues: [{ code: 'no_email' }] });
  });
});
