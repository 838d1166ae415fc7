import { mapLead } from '@leadterra/shared';

const email = 'ava@stone.example';
const map = (record: object) => mapLead(record).lead;
const row = (columns: object) => map({ Email: email, ...columns });

describe('a value in an object', () => {
  test.each([
    ...[
      'name',
      'value',
      'label',
      'displayName',
      'display_value',
      'display',
      'formatted',
      'full',
      'title',
      'text',
    ],
    ...['plain_text', 'content', 'VALUE'],
  ])('is the text under %j', (key) => {
    const value = { id: 7, other: 'x', [key]: 'Acme' };
    for (const company of [value, [value], { [key]: value }])
      expect(row({ Company: company })).toEqual({ email, company: 'Acme' });
  });

  test('is looked for three objects deep', () => {
    const inside = (depth: number): object => ({ name: depth === 0 ? 'Acme' : inside(depth - 1) });
    expect(row({ Company: inside(3) })).toEqual({ email, company: 'Acme' });
    expect(row({ Company: inside(4) })).toEqual({ email });
    expect(row({ Company: { name: '', value: 'Acme' } })).toEqual({ email, company: 'Acme' });
    expect(row({ Company: { other: 'Acme' } })).toEqual({ email });
  });

  test.each([
    ...[
      'email',
      'value',
      'address',
      'email_address',
      'emailAddress',
      'VALUE',
      'Email',
      '--primary',
      'primary',
      'work',
    ],
    ...['business', 'personal', 'home'],
  ])('is the address under %j', (key) => {
    const value = { type: 'x@y.example', [key]: email };
    expect(map({ Email: value })).toEqual({ email });
    expect(map({ Email: [value] })).toEqual({ email });
  });

  test('is any address where no name for it is there', () => {
    expect(map({ Email: { id: 7, anything: email } })).toEqual({ email });
    expect(map({ Email: [7, email] })).toEqual({ email });
    expect(map({ Email: { email: '', work: email } })).toEqual({ email });
  });
});

describe('of the columns for an address, the likeliest is taken', () => {
  const order = [
    ['email'],
    ['Invitee Email', 'Customer Email'],
    ['Work Email', 'Business Email', 'Email dienstlich', 'Verified Email', 'Preferred Email'],
    ['E-Mail', 'Mail Address', 'Current Email', 'Original Email', 'Normalized Email'],
    ['Company Email', 'General Email'],
    ['Email 2', 'Mail 3'],
    ['Personal Email', 'Home Email', 'Secondary Email', 'Other Email', 'Email privat'],
    ['User Email'],
  ];
  const pairs = order.flatMap((better, place) =>
    order.slice(place + 1).flatMap((worse) => better.flatMap((one) => worse.map((other) => [one, other]))),
  );
  // By name the lead's own, and exactly the field's name, are as good as each other.
  const clear = pairs.filter(
    ([one = '', other = '']) => !(one === 'email' && /Invitee|Customer/.test(other)),
  );

  test.each(clear)('%s before %s', (better = '', worse = '') => {
    expect(map({ [worse]: 'worse@stone.example', [better]: email })).toEqual({ email });
    expect(map({ [better]: email, [worse]: 'worse@stone.example' })).toEqual({ email });
  });
});

describe('a slip in a header', () => {
  test.each([
    ['Emial', 'email'],
    ['Emai', undefined],
    ['Emaill', 'email'],
    ['Frist Name', 'firstName'],
    ['Firsst Name', 'firstName'],
    ['Fist Name', 'firstName'],
    ['Last Nmae', 'lastName'],
    ['Last Neme', 'lastName'],
    ['Compnay', 'company'],
    ['Company Nmae', 'company'],
    ['Organizaton', 'company'],
    ['Job Titel', 'jobTitle'],
    // Two slips, or another word.
    ['Frsit Nmae', undefined],
    ['Cmopnay Nmae', undefined],
    ['Contract', undefined],
    ['Contracts', undefined],
    ['List Name', undefined],
    ['File Name', undefined],
    ['Username', undefined],
    ['Country', undefined],
    ['County', undefined],
    ['Location', undefined],
    ['Retail', undefined],
    ['Detail', undefined],
    ['Male', undefined],
    ['Rolle Id', undefined],
  ])('%s: %s', (header, field) => {
    const record = { [header]: field === 'email' ? email : 'Autumn' };
    if (field === 'email') expect(map(record)).toEqual({ email });
    else expect(row(record)).toEqual({ email, ...(field && { [field]: 'Autumn' }) });
  });
});

test.each([
  ['Role / Job title', { jobTitle: 'Autumn' }],
  ['First name Last name', { firstName: 'Autumn' }],
  ['Last name, first name', { firstName: 'Autumn' }],
  ['Name First', { firstName: 'Autumn' }],
  ['Title Job', { jobTitle: 'Autumn' }],
  ['Company / Job title', {}],
  ['Phone or email of the company', {}],
  ['Contact Company', { company: 'Autumn' }],
  ['Company Contact', {}],
  ['Attendee Name', { firstName: 'Autumn' }],
  ['Customer Name', { firstName: 'Autumn' }],
  ['Owner Name', {}],
  ['property_firstname', { firstName: 'Autumn' }],
  ['data[first_name]', { firstName: 'Autumn' }],
  ['2nd First Name', { firstName: 'Autumn' }],
  ['firstNameHTML', {}],
  ['HTTPCode', {}],
  ["Ім'я", { firstName: 'Autumn' }],
  ['What’s your first name?', { firstName: 'Autumn' }],
])('a column called %j is read as %j', (header, fields) => {
  expect(row({ [header]: 'Autumn' })).toEqual({ email, ...fields });
});

describe('a column called just Name', () => {
  test.each([
    [{ Name: 'Blue Ocean' }, 'info@blue-ocean.com', { company: 'Blue Ocean' }],
    [{ Name: 'Blue Ocean' }, 'info@blueocean.com', { company: 'Blue Ocean' }],
    [{ Name: 'Blue Ocean' }, 'info@ocean.com', { firstName: 'Blue', lastName: 'Ocean' }],
    [{ Name: 'Ava Stone' }, 'ava@avastone.com', { firstName: 'Ava', lastName: 'Stone' }],
    [{ Name: 'Acme Inc.' }, email, { company: 'Acme Inc.' }],
    [{ Name: 'Acme, Inc.' }, email, { company: 'Acme, Inc.' }],
    [{ Name: 'Accounts Payable' }, email, {}],
    [{ Name: 'Acme', is_company: true }, email, { company: 'Acme' }],
    [{ Name: 'Acme', is_company: false }, email, { firstName: 'Acme' }],
    [{ Name: 'Acme', 'Customer Type': 'Company' }, email, { company: 'Acme' }],
    [{ Name: 'Acme', 'Customer Type': 'Person' }, email, { firstName: 'Acme' }],
    [{ Name: 'Acme', 'VAT Number': 'DE123456789' }, email, { company: 'Acme' }],
    [{ Name: 'Acme', 'VAT Number': 'none' }, email, { firstName: 'Acme' }],
    [{ Name: 'Acme', 'VAT ID': '1234' }, email, { company: 'Acme' }],
    [{ Name: 'Acme', is_company: true, Company: 'Beta' }, email, { company: 'Beta' }],
    [{ First: 'Ava', Last: 'Stone', Name: 'Ava Ray' }, email, { firstName: 'Ava', lastName: 'Stone' }],
    [{ First: 'Ava', Last: 'Stone', Name: 'Ben Stone' }, email, { firstName: 'Ava', lastName: 'Stone' }],
    [
      { First: 'Ava', Last: 'Stone', Name: 'Acme Inc.' },
      email,
      { firstName: 'Ava', lastName: 'Stone', company: 'Acme Inc.' },
    ],
    [{ Name: 'Summer sale', sku: 'x' }, email, { firstName: 'Summer', lastName: 'Sale' }],
    [{ Name: 'Big deal', 'Close Date': '2026-01-01' }, email, {}],
    [{ Title: 'Big deal', 'Close Date': '2026-01-01' }, email, {}],
    [{ Title: 'Summer sale', price: 7 }, email, {}],
    [{ 'Job Title': 'CTO', price: 7 }, email, { jobTitle: 'CTO' }],
  ])('%j of %s', (columns, address, fields) => {
    expect(map({ Email: address, ...columns })).toEqual({ email: address, ...fields });
  });
});

describe('an opt-out inside of a record', () => {
  const isRefused = (record: object) => row(record) === null;
  const nest = (depth: number): object => (depth === 0 ? { unsubscribed: true } : { part: nest(depth - 1) });

  test('is found five objects deep', () => {
    expect(isRefused({ part: nest(4) })).toBe(true);
    expect(isRefused({ part: nest(5) })).toBe(false);
  });

  test('is looked for in 200 objects', () => {
    const parts = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`part${index}`, { x: null }]));
    expect(isRefused({ ...parts(198), last: { unsubscribed: true } })).toBe(true);
    expect(isRefused({ ...parts(199), last: { unsubscribed: true } })).toBe(false);
  });

  test.each<[object, boolean]>([
    [{ profile: { email: 'ben@x.example', unsubscribed: true } }, false],
    [{ profile: { email: 'AVA@stone.example', unsubscribed: true } }, true],
    [{ lists: [{ name: 'News', unsubscribed: true }] }, false],
    [{ campaign: { unsubscribed: true } }, false],
    [{ owner: { unsubscribed: true } }, false],
    [{ preferences: [{ channel: 'email', opted_out: true }] }, true],
    [{ preferences: [{ channel: 'sms', opted_out: true }] }, false],
    [
      {
        preferences: [
          { type: 'sms', opted_out: true },
          { type: 'email', opted_out: true },
        ],
      },
      true,
    ],
    [{ preferences: [{ medium: 'sms', opted_out: true }] }, false],
    [{ preferences: ['x', null, { opted_out: true }] }, true],
    [{ preferences: [] }, false],
    [{ things: [{ opted_out: true }] }, false],
    [{ suppressions: [] }, false],
    [{ suppressions: [{ reason: 'x' }] }, true],
    [{ consent: { type: 'unsubscribed' } }, true],
    [{ consent: { name: 'no' } }, false],
    [{ consent: { email: 'no' } }, true],
    [{ consent: { sms: 'no' } }, false],
    [{ a: { unsubscribed: null } }, false],
    [{ a: { unsubscribed: undefined } }, false],
    [{ a: { unsubscribed: 'no' } }, false],
  ])('%j forbids: %j', (record, forbids) => {
    expect(isRefused(record)).toBe(forbids);
  });
});

test.each([
  ...[
    'url',
    'urls',
    'link',
    'links',
    'href',
    'template',
    'html',
    'page',
    'token',
    'hash',
    'key',
    'count',
    'counts',
  ],
  ...[
    'total',
    'rate',
    'ratio',
    'score',
    'footer',
    'group',
    'groups',
    'label',
    'domain',
    'types',
    'updated',
    'modified',
  ],
  ...[
    'changed',
    'checked',
    'synced',
    'ip',
    'level',
    'method',
    'subject',
    'reminder',
    'sms',
    'fax',
    'phone',
    'cookie',
  ],
])('what stands in a column of opt-outs and %s forbids nothing', (word) => {
  expect(row({ [`unsubscribed ${word}`]: true })).toEqual({ email });
});

test.each([
  ...[
    'denied',
    'declined',
    'rejected',
    'disallowed',
    'disallow',
    'withheld',
    'blocked',
    'dropped',
    'invalid',
  ],
  ...['undeliverable', 'spamtrap', 'spamtraps', 'bounces', 'unsubscribes', 'permanent'],
])('a status of %s forbids to mail', (word) => {
  expect(row({ 'Email Status': word })).toBeNull();
});

test.each([
  ...[
    'allow',
    'allowed',
    'active',
    'enabled',
    'granted',
    'permitted',
    'accepted',
    '☐',
    '✗',
    '[]',
    '{}',
    '',
    '0.0',
  ],
  ...['0000-00-00 00:00:00', 'https://x.example/unsubscribe', 'mailto:x@y.example', 'www.x.example', '<a>'],
])('%j in a column of opt-outs forbids nothing', (value) => {
  expect(row({ Unsubscribed: value })).toEqual({ email });
});

test.each(['☐', '✗', '✘', '❌', '0', '0.0', 'not allowed', 'never', 'do not allow'])(
  '%j in a column of opt-ins forbids to mail',
  (value) => {
    expect(row({ 'Opt-in': value })).toBeNull();
  },
);

test.each(['yes, see https://x.example', 'since 2024', 'on request', 'yes <b>'])(
  'what is written as %j in a column of opt-outs forbids to mail',
  (value) => {
    expect(row({ Unsubscribed: value })).toBeNull();
  },
);

test.each([
  ['To which email shall your ticket go?', 'one'],
  ['To which email shall a ticket go?', undefined],
  ['Your email', 'one'],
  ['Where shall your ticket go?', undefined],
  ['2nd place', undefined],
  ['email1', 'one'],
  ['E-Mail 1', 'one'],
  ['e_posta', 'one'],
  ['Courriel', 'one'],
  ['ЭлектроннаяПочта', 'one'],
  ['email2', 'one'],
  ['Email-Adresse:', 'one'],
  ['eMailAddress', 'one'],
  ['EMAIL_ADDRESS', 'one'],
  ['contact.email', 'one'],
  ['Straße E-Mail', undefined],
])('a column called %j holds an address: %s', (header, holds) => {
  expect(map({ [header]: email })).toEqual(holds ? { email } : null);
});
