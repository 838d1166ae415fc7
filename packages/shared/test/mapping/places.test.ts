import { mapLead } from '@leadterra/shared';

const email = 'ava@stone.example';

describe('a path of a custom field', () => {
  const custom = (record: object, ...paths: string[]) =>
    mapLead({ email, ...record }, { customFields: paths }).lead?.customFields;
  const many = Array.from({ length: 150 }, (_, index) => ({ type: `t${index}`, x: index }));

  test.each<[string, object, object | undefined]>([
    ['a[].x', { a: [{ x: 1 }, { x: 2 }] }, { x: 1 }],
    ['a[].x', { a: [{ x: 1 }, { x: 2, primary: true }] }, { x: 2 }],
    ['a[].x', { a: [{ x: 1 }, { x: 2, is_primary: 'yes' }] }, { x: 2 }],
    ['a[].x', { a: [{ x: 1 }, { x: 2, 'is-primary': 1 }] }, { x: 2 }],
    ['a[].x', { a: [{ x: 1, primary: true }, { x: 2 }] }, { x: 1 }],
    ['a[].x', { a: { p: { x: 3 }, q: { x: 4 } } }, { x: 3 }],
    ['a[].x', { a: 'x' }, undefined],
    ['a[]', { a: ['hot', 'new'] }, { a: 'hot' }],
    ['a[]', { a: [] }, undefined],
    ['a[]', { a: 'x' }, undefined],
    ['a[].x', { a: { ...Object.fromEntries(many.map(({ type }) => [type, 1])), z: { x: 1 } } }, undefined],
    ['a[]', { a: [...many.slice(0, 100).map(() => null), 'x'] }, undefined],
    [
      'a[type=B].x',
      {
        a: [
          { type: 'A', x: 1 },
          { type: 'B', x: 2 },
          { type: 'B', x: 3 },
        ],
      },
      { x: 2 },
    ],
    ['a[type=B].x', { a: { p: { type: 'B', x: 6 } } }, { x: 6 }],
    ['a[type=B].x', { a: ['B', { type: 'B', x: 7 }] }, { x: 7 }],
    [
      'a[current=true].x',
      {
        a: [
          { current: false, x: 1 },
          { current: true, x: 5 },
        ],
      },
      { x: 5 },
    ],
    ['a[type=B]', { a: [{ type: 'B', value: 'v' }] }, { a: 'v' }],
    ['x.line2', { x: { line2: 'v' } }, { line2: 'v' }],
    ['x.2nd', { x: { '2nd': 'v' } }, { _2nd: 'v' }],
    ['???', { customFields: { undefined: 'x' } }, undefined],
    ['a[rank=1].x', { a: [{ rank: 1, x: 5 }] }, undefined],
    ['a[0].x.y', { a: [{ x: { y: 1 } }] }, { y: 1 }],
    ['a[0][1]', { a: [['v', 'w']] }, { a: 'w' }],
    ['a[12]', { a: many.map(({ x }) => x) }, { a: 12 }],
    ['list.7', { list: { 7: 'z' } }, { list: 'z' }],
    ['a.b', { 'a.b': 1 }, { a_b: 1 }],
    ['a.b', { a: { b: 2 }, 'a.b': 1 }, { a_b: 1, b: 2 }],
    ['["a.b"]', { 'a.b': 1 }, { a_b: 1 }],
    ['a[type=t99].x', { a: many }, { x: 99 }],
    // Of lists, a hundred elements are looked at.
    ['a[type=t100].x', { a: many }, undefined],
    ['A 12', { 'A 12': 'y' }, { A_12: 'y' }],
    ['x', { x: Number.NaN }, undefined],
    ['x', { x: Infinity }, undefined],
    ['x', { x: 0 }, { x: 0 }],
    ['x', { x: false }, { x: false }],
    ['x', { x: '' }, undefined],
    ['x', { x: [{ value: 'v' }] }, { x: 'v' }],
    ['x', { x: [{ value: 'v' }, { value: 'w' }] }, undefined],
    ['x', { x: { value: 'v' } }, { x: 'v' }],
    ['x', { x: { value: { value: 1 } } }, undefined],
    // A lead that was mapped before.
    ['plan', { customFields: { plan: 'pro' } }, { plan: 'pro' }],
    ['a.plan', { customFields: { plan: 'pro' } }, { plan: 'pro' }],
    ['company', { customFields: { company: 'Evil' } }, undefined],
    ['Use case', { customFields: { Use_case: 'Ads' } }, { Use_case: 'Ads' }],
  ])('%s in %j', (path, record, expected) => {
    expect(custom(record, path)).toEqual(expected);
  });

  test('is looked up with 600 others', () => {
    const keys = Array.from({ length: 600 }, (_, index) => `key${index}`);
    const record = Object.fromEntries(keys.map((key) => [key, key]));
    for (let round = 0; round < 2; round++) expect(custom(record, ...keys)).toEqual(record);
  });
});

describe('where a person is found, field by field', () => {
  const ava = { email, firstName: 'Ava' };

  test.each<[object, object, object]>([
    [
      { body: { data: [{ Email: email, 'First Name': 'Ava', Name: 'Ava Stone' }] } },
      { ...ava, lastName: 'Stone' },
      { email: 'body.data[0].Email', firstName: 'body.data[0].First Name', lastName: 'body.data[0].Name' },
    ],
    [
      {
        form: {
          answers: [
            { label: 'Email', value: email },
            { label: 'Name', value: 'Ava Stone' },
          ],
        },
      },
      { ...ava, lastName: 'Stone' },
      { email: 'form.answers.Email', firstName: 'form.answers.Name', lastName: 'form.answers.Name' },
    ],
    [
      { email, Name: { first: 'Ava', last: 'Stone' } },
      { ...ava, lastName: 'Stone' },
      { email: 'email', firstName: 'Name.first', lastName: 'Name.last' },
    ],
    [
      { email, person: { 'First Name': 'Ava', 'Job Title': 'CTO' } },
      { ...ava, jobTitle: 'CTO' },
      { email: 'email', firstName: 'person.First Name', jobTitle: 'person.Job Title' },
    ],
    [
      { Email: email, billing: [{ company: 'Acme' }] },
      { email, company: 'Acme' },
      { email: 'Email', company: 'billing.company' },
    ],
    // Somebody else's name, or address, stands there.
    [
      {
        Email: email,
        'First Name': 'Ava',
        billing: { company: 'Acme', 'First Name': 'Ben', 'Last Name': 'Ray' },
      },
      { ...ava, company: 'Acme' },
      { email: 'Email', firstName: 'First Name', company: 'billing.company' },
    ],
    [
      { Email: email, 'First Name': 'Ava', billing: { 'First Name': 'Ava', 'Last Name': 'Stone' } },
      { ...ava, lastName: 'Stone' },
      { email: 'Email', firstName: 'First Name', lastName: 'billing.Last Name' },
    ],
    [{ Email: email, billing: { company: 'Acme', email: 'ben@x.example' } }, { email }, { email: 'Email' }],
    [
      { Email: email, billing: { company: 'Acme', email } },
      { email, company: 'Acme' },
      { email: 'Email', company: 'billing.company' },
    ],
    [
      {
        Email: email,
        answers: [
          { label: 'Company', value: 'Acme' },
          { label: 'First Name', value: 'Ava' },
        ],
      },
      { ...ava, company: 'Acme' },
      { email: 'Email', company: 'answers.Company', firstName: 'answers.First Name' },
    ],
    [
      { Email: email, 'Last Name': 'Stone', billing: { 'First Name': 'Ben' } },
      { email, lastName: 'Stone' },
      { email: 'Email', lastName: 'Last Name' },
    ],
    [
      { Email: email, 'Full Name': 'Ava Stone', billing: { 'First Name': 'Ben', 'Last Name': 'Ray' } },
      { ...ava, lastName: 'Stone' },
      { email: 'Email', firstName: 'Full Name', lastName: 'Full Name' },
    ],
    // The parts of a name say more than the whole beside them.
    [
      { email, Name: { full: 'A. Stone', first: 'Ava', last: 'Stone' } },
      { ...ava, lastName: 'Stone' },
      { email: 'email', firstName: 'Name.first', lastName: 'Name.last' },
    ],
    [
      { email, Name: { text: 'Ava Stone' } },
      { ...ava, lastName: 'Stone' },
      { email: 'email', firstName: 'Name', lastName: 'Name' },
    ],
    [{ email, Name: { display: 'A. B.', first: 'Ava' } }, ava, { email: 'email', firstName: 'Name.first' }],
    [
      { email, Name: { display: 'A. B.', last: 'Stone' } },
      { email, lastName: 'Stone' },
      { email: 'email', lastName: 'Name.last' },
    ],
    [{ Email: email, billing: [{ company: 'A' }, { company: 'B' }] }, { email }, { email: 'Email' }],
    [
      { firstName: 'Ava', lastName: 'Stone', company: 'Acme', _embedded: { emails: [{ email }] } },
      { ...ava, lastName: 'Stone', company: 'Acme' },
      { email: '_embedded.emails', firstName: 'firstName', lastName: 'lastName', company: 'company' },
    ],
    [{ lifecyclestage: 'customer', contact: { email } }, { email }, { email: 'contact.email' }],
    [{ a: { email }, b: { email } }, { email }, { email: 'a.email' }],
    [{ a: { email: 'ben@x.example' }, contact: { email } }, { email }, { email: 'contact.email' }],
    [{ user: { email: 'ben@x.example' }, a: { email } }, { email }, { email: 'a.email' }],
    [{ user: { email } }, { email }, { email: 'user.email' }],
    [
      { results: [{ email: 'b@x.example' }, { email: 'c@x.example' }], contact: { email } },
      { email },
      { email: 'contact.email' },
    ],
    [
      { data: { data: { data: { data: { data: { email } } } } } },
      { email },
      { email: 'data.data.data.data.data.email' },
    ],
    [
      { email, 'First Name': 'Acme', 'Last Name': 'GmbH' },
      { email, company: 'Acme GmbH' },
      { email: 'email' },
    ],
    [{ email, 'First Name': 'Accounts', 'Last Name': 'Payable' }, { email }, { email: 'email' }],
    [{ email, 'Last Name': 'Info' }, { email }, { email: 'email' }],
    [
      { email, 'First Name': 'Sales', 'Last Name': 'Stone' },
      { email, firstName: 'Sales', lastName: 'Stone' },
      { email: 'email', firstName: 'First Name', lastName: 'Last Name' },
    ],
  ])('%j', (record, lead, from) => {
    const mapped = mapLead(record, { explain: true });
    expect(mapped.lead).toEqual(lead);
    expect(mapped.from).toEqual(from);
    expect(mapLead(record).from).toBeUndefined();
  });

  test('a given address comes from nowhere', () => {
    const record = { 'First Name': 'Ava', contact: { email: 'ben@x.example' } };
    expect(mapLead(record, { email, explain: true })).toMatchObject({
      lead: ava,
      from: { firstName: 'First Name' },
    });
    expect(mapLead(record, { email, explain: true }).from).not.toHaveProperty('email');
  });
});

describe('why there is no lead', () => {
  const nothing = 'The record has no email address';
  const advice = 'If it holds only ids, get the record they stand for first; else';

  test.each<[unknown, object]>([
    [[], { code: 'not_a_record', message: 'The record is no object with named fields.' }],
    [7, { code: 'not_a_record', message: 'The record is no object with named fields.' }],
    [{}, { code: 'no_email', message: `${nothing}. ${advice} choose the source by hand.` }],
    [{ owner: { email } }, { code: 'no_email', message: `${nothing}. ${advice} choose the source by hand.` }],
    [
      { properties: { hs_object_id: 1 } },
      { code: 'no_email', message: `${nothing} (read as HubSpot). ${advice} choose the source by hand.` },
    ],
    [
      { a: { email }, b: { email: 'ben@x.example' } },
      { code: 'no_email', message: `${nothing}. ${advice} choose the source by hand.` },
    ],
    [
      { data: { data: { data: { data: { data: { data: { email } } } } } } },
      { code: 'no_email', message: `${nothing}. ${advice} choose the source by hand.` },
    ],
    [
      { Email: 'x'.repeat(80) },
      { code: 'invalid_email', message: `"${'x'.repeat(80)}" is no email address.`, path: 'Email' },
    ],
    [
      { Email: 'x'.repeat(81) },
      { code: 'invalid_email', message: `"${'x'.repeat(80)}…" is no email address.`, path: 'Email' },
    ],
    [
      [{ email }, { email }],
      {
        code: 'many_records',
        message: 'The record is a list of 2 records. Split the list into single records first.',
      },
    ],
    [
      { a: [{ email }, { email: 'b@x.example' }] },
      {
        code: 'many_records',
        message: 'The record holds, at a, a list of 2 records. Split the list into single records first.',
        path: 'a',
      },
    ],
    [
      { unsubscribed: true, contact: { email } },
      {
        code: 'opted_out',
        message: `${email} must not be mailed: unsubscribed says that the person opted out or the address bounced.`,
        path: 'unsubscribed',
      },
    ],
  ])('%j', (record, issue) => {
    expect(mapLead(record)).toMatchObject({ lead: null, issues: [issue] });
    expect(mapLead(record).issues).toEqual([issue]);
  });

  test.each([[{ id: 1 }], [{ a: [{ email }, { email: 'b@x.example' }] }]])(
    '%j as of a source that it is not of',
    (record) => {
      const message = `${nothing} (read as HubSpot). ${advice} choose another source, or none.`;
      expect(mapLead(record, { source: 'hubspot' })).toEqual({
        lead: null,
        source: 'hubspot',
        issues: [{ code: 'no_email', message }],
      });
    },
  );
});

describe('warnings', () => {
  test.each([
    ['info@acme.example', 'role_address', "is a mailbox for everybody there, not a person's."],
    ['info+x@acme.example', 'role_address', "is a mailbox for everybody there, not a person's."],
    ['ava@gmail.com', 'free_domain', 'is of a provider for everybody: likely a private address.'],
    ['ava@mailinator.com', 'disposable_domain', 'is an address for minutes; nobody reads it later.'],
    ['ava@a.b.mailinator.com', 'disposable_domain', 'is an address for minutes; nobody reads it later.'],
    [
      'ava@gmial.com',
      'misspelt_domain',
      'looks misspelt: did they mean gmail.com? Correct it, or it bounces.',
    ],
    [
      'ava@gmai.com',
      'misspelt_domain',
      'looks misspelt: did they mean gmail.com? Correct it, or it bounces.',
    ],
    [
      'ava@gmaill.com',
      'misspelt_domain',
      'looks misspelt: did they mean gmail.com? Correct it, or it bounces.',
    ],
    [
      'ava@mgail.com',
      'misspelt_domain',
      'looks misspelt: did they mean gmail.com? Correct it, or it bounces.',
    ],
    [
      'ava@hitmail.com',
      'misspelt_domain',
      'looks misspelt: did they mean hotmail.com? Correct it, or it bounces.',
    ],
    [
      'ava@otmail.com',
      'misspelt_domain',
      'looks misspelt: did they mean hotmail.com? Correct it, or it bounces.',
    ],
    [
      'ava@hotmail.co.yk',
      'misspelt_domain',
      'looks misspelt: did they mean hotmail.co.uk? Correct it, or it bounces.',
    ],
    [
      'ava@protonmial.com',
      'misspelt_domain',
      'looks misspelt: did they mean protonmail.com? Correct it, or it bounces.',
    ],
  ])('%s: %s', (address, code, message) => {
    expect(mapLead({ email: address }).issues).toEqual([{ code, message: `${address} ${message}` }]);
  });

  test.each([
    'ava@stone.example',
    'ava.info@acme.example',
    'information.desk.of.the.firm@acme.example',
    'ava+info@acme.example',
    'ava@gm.com',
    'ava@mailinator.example',
    'ava@notmailinator.com',
    'ava@fmial.com',
  ])('none about %s', (address) => {
    expect(mapLead({ email: address }).issues).toEqual([]);
  });

  test.each([
    'customer',
    'Existing Customer',
    'current customer',
    'client',
    'Kunde',
    'Bestandskunde',
    'cliente',
    'klient',
  ])('a stage of %s is a customer', (stage) => {
    expect(mapLead({ email, 'Lead Status': stage }).issues).toEqual([
      {
        code: 'customer',
        message: `Lead Status says that ${email} is a customer already.`,
        path: 'Lead Status',
      },
    ]);
    expect(mapLead({ email, note: stage }).issues).toEqual([]);
  });

  test.each([
    ...[
      'lifecyclestage',
      'hs_lifecyclestage',
      'stage',
      'status',
      'lead status',
      'contact status',
      'contact stage',
    ],
    ...[
      'lead stage',
      'customer status',
      'relationship',
      'relationship type',
      'relationship status',
      'account status',
    ],
    'contact type',
  ])('a column called %j may say so', (header) => {
    expect(mapLead({ email, [header]: 'customer' }).issues).toMatchObject([
      { code: 'customer', path: header },
    ]);
  });
});
