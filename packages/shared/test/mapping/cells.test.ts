import { mapLead } from '@leadterra/shared';

const person = { email: 'ava@stone.example', firstName: 'Ava' };
const map = (record: unknown) => mapLead(record).lead;

describe('answers in a list, each with what it is called and what it holds', () => {
  test.each(['label', 'question', 'title', 'name', 'column', 'field', 'key', 'attribute', 'property'])(
    'called by %j',
    (label) => {
      const answers = [
        { [label]: 'Work Email', value: 'ava@stone.example' },
        { [label]: 'First Name', value: 'Ava' },
      ];
      expect(map(answers)).toEqual(person);
      expect(map({ answers })).toEqual(person);
    },
  );

  test.each([
    'value',
    'answer',
    'response',
    'values',
    'email',
    'text',
    'content',
    'raw_value',
    'display_value',
  ])('held by %j', (key) => {
    const answers = [
      { label: 'Work Email', [key]: 'ava@stone.example' },
      { label: 'First Name', [key]: 'Ava' },
    ];
    // An object with an address under that name is a person.
    const expected = key === 'email' ? null : person;
    expect(map({ answers })).toEqual(expected);
  });

  test.each([
    ['a type that names the place', { label: 'Mail', type: 'email', email: 'ava@stone.example' }],
    ['a list of one text', { label: 'Mail', value: ['ava@stone.example'] }],
    ['an object around the text', { label: 'Mail', value: { text: 'ava@stone.example' } }],
    ['an empty label before the title', { label: '', title: 'Mail', value: 'ava@stone.example' }],
    ['a number as label', { label: 7, title: 'Mail', value: 'ava@stone.example' }],
    ['a number as type', { label: 'Mail', type: 1, 1: 'phone', value: 'ava@stone.example' }],
    ['a label that ends like an id', { label: 'Mail address2', title: 'Phone', value: 'ava@stone.example' }],
    [
      'a label that begins like an id',
      { label: 'Contact1 Email', title: 'Phone', value: 'ava@stone.example' },
    ],
    ['an object as label', { label: { text: 'Mail' }, value: 'ava@stone.example' }],
    ['an answer beside its text', { text: 'Mail', answer: 'ava@stone.example', name: 'q1_field' }],
    ['a type where nothing else is said', { type: 'email', email: 'ava@stone.example' }],
    [
      'an id that nobody reads before the title',
      { label: 'q12345678', title: 'Mail', value: 'ava@stone.example' },
    ],
  ])('with %s', (_, cell) => {
    expect(map({ answers: [cell, { label: 'First Name', value: 'Ava' }] })).toEqual(person);
  });

  test('the first of two with one name counts', () => {
    const answers = ['ava@stone.example', 'ben@stone.example'].map((value) => ({ label: 'Email', value }));
    expect(map({ answers })).toEqual({ email: 'ava@stone.example' });
  });

  test('a list stays a list, of which each may be read', () => {
    const value = ['ava@stone.example', 'ben@stone.example'];
    expect(mapLead({ answers: [{ label: 'Email', value }] }).issues).toMatchObject([
      { code: 'several_emails', path: 'Email' },
    ]);
  });

  test('a choice in an object is read as its text', () => {
    const email = { label: 'Email', value: 'ava@stone.example' };
    const choice = { label: 'Unsubscribed', value: [{ label: 'Yes' }] };
    expect(mapLead({ answers: [email, choice] }).issues).toMatchObject([{ code: 'opted_out' }]);
  });

  test('a name in its parts stays in parts', () => {
    const answers = [
      { label: 'Email', value: 'ava@stone.example' },
      { label: 'Name', value: { first: 'Ava', last: 'Stone' } },
    ];
    expect(map({ answers })).toEqual({ ...person, lastName: 'Stone' });
  });

  test('some that hold nothing do no harm, more than half do', () => {
    const answers = [
      { label: 'Email', value: 'ava@stone.example' },
      { label: 'First Name', value: 'Ava' },
      { label: 'Not answered' },
    ];
    expect(map({ answers })).toEqual(person);
    expect(map({ answers: answers.toReversed() })).toEqual(person);
    expect(map({ answers: [...answers, { label: 'x' }] })).toBeNull();
  });

  test('what is no cell among them makes it no list of cells', () => {
    const email = { label: 'Email', value: 'ava@stone.example' };
    const name = { label: 'First Name', value: 'Ava' };
    expect(map({ answers: [email, name, 'Ava'] })).toBeNull();
    expect(map({ answers: [email, name, { label: 'Friend', email: 'ben@stone.example' }] })).toBeNull();
  });

  test('of 300 and more, the first 300 are looked at', () => {
    const filler = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ label: `Q${at}`, value: 'x' }));
    const email = { label: 'Email', value: 'ava@stone.example' };
    expect(map({ answers: [...filler(299), email] })).toEqual({ email: 'ava@stone.example' });
    expect(map({ answers: [...filler(300), email] })).toBeNull();
    const cells = (count: number) =>
      Object.fromEntries(filler(count).map(({ label, value }) => [label, { value }]));
    const last = { Email: { value: 'ava@stone.example' } };
    expect(map({ answers: { ...cells(299), ...last } })).toEqual({ email: 'ava@stone.example' });
    expect(map({ answers: { ...cells(300), ...last } })).toBeNull();
  });
});

describe('an object whose values are cells', () => {
  test.each([
    [
      'named',
      { 'Work Email': { type: 'email', value: 'ava@stone.example' }, 'First Name': { value: 'Ava' } },
    ],
    [
      'numbered',
      { 1: { label: 'Mail', value: 'ava@stone.example' }, 22: { label: 'First Name', value: 'Ava' } },
    ],
    [
      'with a number in its name',
      { '1st Email': { value: 'ava@stone.example' }, 'First Name 1': { value: 'Ava' } },
    ],
    [
      'with a number in its name and another label',
      {
        '1st Email': { label: 'Short text', value: 'ava@stone.example' },
        'First Name 1': { label: 'Short text', value: 'Ava' },
      },
    ],
  ])('is read by what they are called: %s', (_, answers) => {
    expect(map({ answers })).toEqual(person);
  });

  test('that begins with no cell is none', () => {
    expect(map({ answers: { id: 'x', Email: { value: 'ava@stone.example' } } })).toEqual({
      email: 'ava@stone.example',
    });
    expect(map({ answers: {} })).toBeNull();
  });
});

describe('records in a list that have a name and a value too', () => {
  test.each(['email', 'Email', 'email_address', 'emails', 'emailAddress'])(
    'are people where they have an address under %j',
    (key) => {
      const people = ['ava', 'ben'].map((name) => ({ name, value: 7, [key]: `${name}@stone.example` }));
      expect(mapLead({ results: people })).toMatchObject({ lead: null, issues: [{ code: 'many_records' }] });
    },
  );
});

describe('Typeform tells what its questions are called beside the answers', () => {
  const definition = {
    fields: [
      { id: 'f1', ref: 'ref-1', title: 'What is your email?' },
      { id: 'f2', title: 'First name' },
      { ref: 'ref-3', title: 'Company' },
      { id: 'f4' },
      { id: 'f5', title: 7 },
      'no field',
      null,
    ],
  };
  const answer = (field: object, text: string) => ({ type: 'text', text, field });

  test('found by id, and by ref', () => {
    const answers = [
      answer({ id: 'f1' }, 'ava@stone.example'),
      answer({ id: 'f2' }, 'Ava'),
      answer({ id: 'other', ref: 'ref-3' }, 'Acme'),
      answer({ id: 'f4' }, 'nothing of the kind'),
      answer({ id: 'f5', ref: 'job_title' }, 'CTO'),
    ];
    expect(map({ form_response: { definition, answers } })).toEqual({
      ...person,
      company: 'Acme',
      jobTitle: 'CTO',
    });
  });

  test('else the ref says it, unless it is an id', () => {
    const answers = [
      answer({ id: 'x', ref: 'email' }, 'ava@stone.example'),
      { ...answer({ id: 'y', ref: '0b6f6a4e-8f1d' }, 'Ava'), label: 'First Name' },
    ];
    expect(map({ form_response: { answers } })).toEqual(person);
    expect(map({ form_response: { definition: { fields: 'none' }, answers } })).toEqual(person);
    expect(map({ form_response: { definition: 'none', answers } })).toEqual(person);
  });
});

describe('what stands under a name for an address or a text', () => {
  test('of several addresses in an object, the work address is the one', () => {
    const email = { personal: 'ava@home.example', work: 'ava@stone.example' };
    expect(mapLead({ email })).toMatchObject({ lead: { email: 'ava@stone.example' }, issues: [] });
  });

  test.each([
    [[[['Acme']]], 'Acme'],
    [[[[[['Acme']]]]], undefined],
    [[null], undefined],
  ])('a company of %j is %j', (company, expected) => {
    expect(map({ email: 'ava@stone.example', company })?.company).toBe(expected);
    expect(map({ email: 'ava@stone.example', company })?.email).toBe('ava@stone.example');
  });
});
