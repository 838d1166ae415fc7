import { campaign, enroll, running, shared, start } from './support/sandbox';

const dialects = ['reference', 'guide', 'concept', 'quickstart'] as const;

const leads = [
  { email: 'Ava@Example.com', firstName: 'Ava', company: 'Fern & Co', useCase: 'hiring' },
  { email: 'ben@example.com', lastName: 'Ode', jobTitle: 'Head of Sales', score: 7, vip: true },
];

describe('the same enrollments', () => {
  test('leave the same leads in the database in every dialect', async () => {
    const contents = [];
    for (const dialect of dialects) {
      const caller = await start({ dialect });
      const id = await campaign(caller);
      await enroll(caller, id, leads);
      await enroll(caller, id, [{ email: 'ava@example.com', jobTitle: 'CTO', useCase: 'sales' }]);
      contents.push(caller.rows('SELECT * FROM leads'));
    }
    expect(contents[0]).toEqual([
      {
        id: 1,
        email: 'ava@example.com',
        first_name: 'Ava',
        last_name: null,
        company: 'Fern & Co',
        job_title: 'CTO',
        custom_fields: '{"useCase":"sales"}',
      },
      {
        id: 2,
        email: 'ben@example.com',
        first_name: null,
        last_name: 'Ode',
        company: null,
        job_title: 'Head of Sales',
        custom_fields: '{"score":7,"vip":true}',
      },
    ]);
    for (const content of contents) expect(content).toEqual(contents[0]);
  });

  test('take nested custom fields in the guide, stored like those at the top', async () => {
    const guide = await start({ dialect: 'guide' });
    const lead = { email: 'ava@example.com', customFields: { useCase: 'hiring' }, score: 7 };
    expect((await enroll(guide, await campaign(guide), [lead])).status).toBe(200);
    expect(guide.rows('SELECT custom_fields FROM leads')).toEqual([
      { custom_fields: '{"score":7,"useCase":"hiring"}' },
    ]);
  });

  test.each(['reference', 'concept'] as const)('refuse nested custom fields in the %s', async (dialect) => {
    const caller = await start({ dialect });
    await enroll(caller, await campaign(caller), [{ email: 'ava@example.com', customFields: { a: 1 } }]);
    expect(caller.rows('SELECT * FROM leads')).toEqual([]);
  });
});

describe.each(dialects)('an enrolled lead in the %s dialect', (dialect) => {
  test('is never mailed a step again when it is enrolled again', async () => {
    const caller = await start({ dialect });
    const id = await running(caller, ['ava@example.com']);
    await enroll(caller, id, [{ email: 'ava@example.com', firstName: 'Ava' }]);
    await caller.sandbox.settled();
    expect(caller.rows('SELECT step_index FROM messages')).toEqual([{ step_index: 0 }]);
    expect(caller.rows('SELECT next_step FROM enrollments')).toEqual([{ next_step: 1 }]);
  });
});

const bad = [
  { firstName: 'Nobody' },
  { email: 'not-an-address' },
  { email: 'ava@example.com', firstName: 7 },
  { email: 'ava@example.com', company: null },
  { email: 'ava@example.com', tags: ['a'] },
  { email: 'ava@example.com', address: { city: 'Ulm' } },
  { email: 'rejected@example.com' },
  'ava@example.com',
  null,
];

describe('a bad lead', () => {
  const reference = shared();
  const concept = shared({ dialect: 'concept' });

  test.each(bad)('is a 422 that names it and enrolls nobody, in the reference: %j', async (bad) => {
    const answer = await enroll(reference, await campaign(reference), [{ email: 'ben@example.com' }, bad]);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ index: 1 }] } });
    expect(reference.rows('SELECT * FROM leads')).toEqual([]);
  });

  test.each(bad)('is named while the others are enrolled, in the concept: %j', async (bad) => {
    const answer = await enroll(concept, await campaign(concept), [{ email: 'ben@example.com' }, bad]);
    expect(answer).toMatchObject({
      status: 200,
      body: { data: { created: 1, updated: 0, enrolled: 1, errors: [{ index: 1 }] } },
    });
    expect(concept.rows('SELECT email FROM leads')).toEqual([{ email: 'ben@example.com' }]);
  });

  test('is one that the option names', async () => {
    const caller = await start({
      reject: [/@blocked\.example$/, 'one@example.com', (email) => email.includes('+')],
    });
    const emails = ['a@blocked.example', 'One@example.com', 'a+b@example.com', 'fine@example.com'];
    const answer = await enroll(
      caller,
      await campaign(caller),
      emails.map((email) => ({ email })),
    );
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ index: 0 }, { index: 1 }, { index: 2 }] },
    });
  });

  test('may not shadow a standard field inside customFields', async () => {
    const caller = await start({ dialect: 'guide' });
    const lead = { email: 'ava@example.com', customFields: { email: 'ben@example.com' } };
    expect((await enroll(caller, await campaign(caller), [lead])).status).toBe(422);
  });
});

const ava = { email: 'ava@example.com' };
const ben = { email: 'ben@example.com' };

describe('the counts of an enrollment', () => {
  test.each([
    ['reference', { enrolled: 1, updated: 1, total: 2 }, { enrolled: 0, updated: 2, total: 2 }],
    [
      'guide',
      { result: { enrolled: 2, updated: 0, skipped: 1 } },
      { result: { enrolled: 0, updated: 2, skipped: 1 } },
    ],
    [
      'concept',
      { data: { created: 2, updated: 0, enrolled: 2, errors: [] } },
      { data: { created: 0, updated: 2, enrolled: 2, errors: [] } },
    ],
  ] as const)('are those of the %s', async (dialect, first, again) => {
    const caller = await start({ dialect });
    await caller.call('POST', '/v1/suppression-list', { emails: ['gone@example.com'] });
    await enroll(caller, await campaign(caller), [ava]);
    const other = await campaign(caller);
    const leads = [ava, ben, { email: 'Gone@example.com' }];
    expect((await enroll(caller, other, leads)).body).toEqual(first);
    expect((await enroll(caller, other, leads)).body).toEqual(again);
    expect(caller.rows('SELECT email FROM leads')).toEqual([ava, ben]);
  });
});
