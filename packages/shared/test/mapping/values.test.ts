import { mapLead, withGivenFields } from '@leadterra/shared';

const row = (columns: Record<string, unknown>, options = {}) => {
  const { email, ...lead } = mapLead({ Email: 'a@b.example', ...columns }, options).lead ?? {};
  expect(email).toBe('a@b.example');
  return lead;
};

describe('a value that cannot be one is none', () => {
  const uuid = '1419004b-c860-4c8f-a46a-4a5a9cccdee6';

  test.each([
    '{{first_name}}',
    '{first_name}',
    '%FIRSTNAME%',
    '*|FNAME|*',
    '[First Name]',
    '<name>',
    '${name}',
    '#REF!',
    '#NAME?',
    '=HYPERLINK("x","y")',
    'nan',
    'NaN',
    'false',
    'TRUE',
    'k.A.',
    'n/a',
    'none',
    'xxx',
    'N.N.',
    'Guest',
    'no name',
    'sin nombre',
    'Unknown',
    uuid,
    'usr_19a8f3c2d1',
    '5f1b3c9ae4b0c2d3e4f5a6b7',
    '+49 170 1234567',
    '12',
    'ava@b.example',
    'https://x.example/ava',
    '🚀',
    '---',
  ])('as a name: %s', (value) => {
    expect(
      row({
        'First Name': value,
        'Last Name': value,
        'Job Title': value === 'Guest' || value === 'no name' ? '' : value,
      }),
    ).toEqual({});
    expect(row({ 'Full Name': value })).toEqual({});
    if (!/\p{L}/u.test(value)) return;
    expect(withGivenFields({ email: 'a@b.example' }, { firstName: value })).toEqual({ email: 'a@b.example' });
  });

  test.each([
    '{{company}}',
    uuid,
    'acct_1Kx9aB2cD3eF',
    '001dM00003jU9GxQAK',
    'recgCZeXd5hohgAaK',
    '100234',
    'https://acme.example',
    'info@acme.example',
    '[object Object]',
    'No company',
    0,
    true,
  ])('as a company: %s', (value) => {
    expect(row({ Company: value })).toEqual({});
  });

  test.each([
    '1984',
    '3M',
    '7-Eleven',
    'Studio 54',
    'booking.com',
    'H&M',
    'AT&T',
    'eBay',
    '1&1 Telecom',
    'Amazon.com, Inc.',
  ])('%s is a company', (value) => {
    expect(row({ Company: value })).toEqual({ company: value });
  });

  test.each<[string, unknown]>([
    ['role', 'end-user'],
    ['role', 'owner'],
    ['Role', 'Presenter'],
    ['position', 3],
    ['position', '3'],
    ['title', 'Gift card 5'],
    ['Title', 'Dr.'],
    ['Job Title', 'N/A'],
  ])('%s: %s is no job title', (header, value) => {
    expect(row({ [header]: value })).toEqual({});
  });

  test.each([
    ['Role', 'Owner'],
    ['Job Title', 'Software Engineer 2'],
    ['title', 'VP of Sales & Marketing'],
    ['position', 'C++ developer'],
  ])('%s: %s is one', (header, value) => {
    expect(row({ [header]: value })).toEqual({ jobTitle: value });
  });

  test('what a product is called is nobody’s job', () => {
    expect(row({ title: 'Blue mug', sku: 'M-1', 'First Name': 'Ava' })).toEqual({ firstName: 'Ava' });
  });

  test('markup, emoji and pronouns are taken off', () => {
    expect(
      row({ 'First Name': '<b>Ava</b> 🚀', 'Last Name': 'Stone (she/her)', Company: '🚀 Acme' }),
    ).toEqual({
      firstName: 'Ava',
      lastName: 'Stone',
      company: 'Acme',
    });
  });
});

describe('a name of several parts', () => {
  test.each([
    ['Jane Doe, Vice President', 'Jane', 'Doe'],
    ['Jane Doe, Head of Sales', 'Jane', 'Doe'],
    ['Jane Doe, Acme', 'Jane', 'Doe'],
    ['Jane Doe, Berlin', 'Jane', 'Doe'],
    ['Jane Doe, SHRM-SCP', 'Jane', 'Doe'],
    ['Jane Doe, SPHR, SHRM-SCP', 'Jane', 'Doe'],
    ['JANE DOE, PHR', 'Jane', 'Doe'],
    ['Doe, Jane', 'Jane', 'Doe'],
    ['van der Berg, Anna', 'Anna', 'van der Berg'],
    ['García Márquez, Gabriel', 'Gabriel', 'García Márquez'],
    ['DOE Jane', 'Jane', 'Doe'],
    ['DE LA CRUZ Ana', 'Ana', 'de la Cruz'],
    ['Jane DOE', 'Jane', 'Doe'],
    ['Mag. Eva Huber', 'Eva', 'Huber'],
    ['Jane Doe - Acme Inc', 'Jane', 'Doe'],
    ['山田 太郎 様', '太郎', '山田'],
    ['Qwrt Zxcv, Plmk', undefined, undefined],
  ])('%s', (name, firstName, lastName) => {
    expect(row({ 'Full Name': name })).toEqual({
      ...(firstName && { firstName }),
      ...(lastName && { lastName }),
    });
  });

  test.each([
    'Accounts Payable',
    'Sales Team',
    'Reception',
    'Info',
    'No Reply',
    'Customer Support',
    'Buchhaltung',
    'Sekretariat',
  ])('%s is nobody', (name) => {
    expect(row({ Name: name })).toEqual({});
    expect(row({ 'Full Name': name })).toEqual({});
    const [first, ...rest] = name.split(' ');
    expect(row({ 'First Name': first, 'Last Name': rest.join(' ') })).toEqual({});
  });

  test.each([
    'Acme University',
    'City of Springfield',
    'Team Acme',
    'Acme S.A.',
    'Stone Consulting',
    'Praxis Muster GmbH',
  ])('%s is an organisation', (name) => {
    expect(row({ Name: name })).toEqual({ company: name });
    expect(row({ 'Full Name': name })).toEqual({});
  });

  test('a first and a last name that are a company are none', () => {
    expect(row({ 'First Name': 'Acme', 'Last Name': 'GmbH' })).toEqual({ company: 'Acme GmbH' });
  });

  test.each<Record<string, unknown>>([
    { is_company: true },
    { customer_type: 'company' },
    { type: 'organization' },
    { vat_number: 'DE123456789' },
  ])('a record that says %j has the name of an organisation', (kind) => {
    expect(row({ name: 'Stone Dale', ...kind })).toEqual({ company: 'Stone Dale' });
  });

  test.each<Record<string, unknown>>([
    { is_company: false },
    { customer_type: 'individual' },
    { type: 'contact' },
    { vat_number: null },
    { vat_number: '1' },
  ])('a record that says %j has that of a person', (kind) => {
    expect(row({ name: 'Ava Stone', ...kind })).toEqual({ firstName: 'Ava', lastName: 'Stone' });
  });
});

describe('the case of a name', () => {
  test.each([
    ['JOHN', 'John'],
    ['john', 'John'],
    ["O'NEIL", "O'Neil"],
    ['ANNE-MARIE', 'Anne-Marie'],
    ['MCDONALD', 'McDonald'],
    ['VAN DER BERG', 'van der Berg'],
    ['ЛЕВ', 'Лев'],
    ['McDonald', 'McDonald'],
    ['van der Berg', 'van der Berg'],
    ['DiCaprio', 'DiCaprio'],
    ['JP', 'JP'],
    ['J.', 'J.'],
    ['III', 'III'],
    ['IŞIL', 'IŞIL'],
    ['王', '王'],
  ])('%s → %s', (name, tidy) => {
    expect(row({ 'Last Name': name })).toEqual({ lastName: tidy });
    expect(row({ 'Last Name': name }, { tidy: false })).toEqual({ lastName: name });
  });

  test('that of a company stays', () => {
    expect(row({ Company: 'IBM' })).toEqual({ company: 'IBM' });
    expect(row({ Company: 'ACME, INC.' })).toEqual({ company: 'ACME, INC.' });
  });
});

describe('warnings come with the lead', () => {
  test.each([
    ['info@acme.example', ['role_address']],
    ['noreply@acme.example', ['role_address']],
    ['sales+eu@acme.example', ['role_address']],
    ['ava@gmail.com', ['free_domain']],
    ['ava@yahoo.co.uk', ['free_domain']],
    ['ava@gmial.com', ['misspelt_domain']],
    ['ava@hotmial.com', ['misspelt_domain']],
    ['ava@gmail.co', ['misspelt_domain']],
    ['ava@mailinator.com', ['disposable_domain']],
    ['ava@x.mailinator.com', ['disposable_domain']],
    ['info@gmail.com', ['role_address', 'free_domain']],
    ['ava@acme.example', []],
    ['ava@mail.com.acme.example', []],
    ['infos@acme.example', []],
  ])('%s: %j', (Email, codes) => {
    const { lead, issues } = mapLead({ Email });
    expect(lead).toEqual({ email: Email });
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });

  test.each<[unknown, string]>([
    [{ Email: 'a@b.example', 'Lifecycle stage': 'Customer' }, 'Lifecycle stage'],
    [{ properties: { email: 'a@b.example', lifecyclestage: 'customer' } }, 'properties.lifecyclestage'],
    [{ status: 'Kunde', data: { Email: 'a@b.example' } }, 'status'],
  ])('a customer: %j', (record, path) => {
    expect(mapLead(record)).toMatchObject({
      lead: { email: 'a@b.example' },
      issues: [{ code: 'customer', path }],
    });
  });

  test('a prospect is none', () => {
    expect(mapLead({ Email: 'a@b.example', 'Lifecycle stage': 'Lead' }).issues).toEqual([]);
  });
});
