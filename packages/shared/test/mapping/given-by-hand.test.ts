import { mapLead, withGivenFields } from '@leadterra/shared';

const ava = { email: 'ava@stone.example', firstName: 'Ava', lastName: 'Stone' };
const pipedriveLead = { title: 'Stone, 20 seats', person_id: 31, is_archived: false, org_name: 'Stone Ltd' };

describe('an address given by hand', () => {
  test.each<[string, object, object]>([
    ['is joined by the name in a record without one', { first_name: 'Ava', last_name: 'Stone' }, ava],
    ['goes before the address in the record', { Email: 'old@x.example', Name: 'Ava Stone' }, ava],
    ['goes before several in the record', { Email: 'a@x.example, b@x.example', Name: 'Ava Stone' }, ava],
    ['goes before what is no address', { Email: 'unclear', Name: 'Ava Stone' }, ava],
    ['is joined by the name in a wrapped record', { body: { data: [{ Name: 'Ava Stone' }] } }, ava],
    [
      'is joined by the name of the form entry, not of the form',
      { name: 'Form', data: { name: 'Ava Stone' } },
      ava,
    ],
    ['is joined by the name beside an object', { name: 'Ava Stone', fields: { plan: 'pro' } }, ava],
    [
      "is joined by the person's name, not by that of another in the record",
      { first_name: 'Ava', last_name: 'Stone', person: { first_name: 'Olga' } },
      ava,
    ],
    [
      "is joined by a deal's company, never by its title",
      pipedriveLead,
      { email: ava.email, company: 'Stone Ltd' },
    ],
    [
      'is joined by the company in a wrapped record',
      { data: { company: 'Stone Ltd' } },
      { email: ava.email, company: 'Stone Ltd' },
    ],
    ['is enough', {}, { email: ava.email }],
  ])('%s', (_name, record, lead) => {
    expect(mapLead(record, { email: ' <Ava@Stone.example>;' })).toMatchObject({ lead, issues: [] });
    expect(mapLead(record, { email: ' <Ava@Stone.example>;' }).lead).toEqual(lead);
  });

  test.each(['', '  ', 'N/A'])('counts as not given when it is %j', (email) => {
    expect(mapLead(ava, { email }).lead).toEqual(ava);
    expect(mapLead({ Name: 'Ava' }, { email }).issues).toMatchObject([{ code: 'no_email' }]);
  });

  test('that is none gives no lead, though the record has one', () => {
    expect(mapLead(ava, { email: 'ava at stone' })).toMatchObject({ lead: null });
    expect(mapLead(ava, { email: 'ava at stone' }).issues).toEqual([
      { code: 'invalid_email', message: '"ava at stone" is no email address.' },
    ]);
  });

  test('that is several is the first of them, and an issue says so', () => {
    const { lead, issues } = mapLead({}, { email: 'ava@stone.example, ben@stone.example' });
    expect(lead).toEqual({ email: 'ava@stone.example' });
    expect(issues).toEqual([
      { code: 'several_emails', message: 'There are 2 email addresses; ava@stone.example is used.' },
    ]);
  });

  test.each([
    ['a person who opted out', { properties: { firstname: 'Ava', hs_email_optout: 'true' } }, 'opted_out'],
    ['a wrapped person who opted out', { name: 'Form', data: { unsubscribed: 'yes' } }, 'opted_out'],
    ['several records', { results: [{ Name: 'Ava' }, { Name: 'Ben' }] }, 'many_records'],
    ['no record', 'ava', 'not_a_record'],
  ])('does not make a lead of %s', (_name, record, code) => {
    expect(mapLead(record, { email: ava.email })).toMatchObject({ lead: null, issues: [{ code }] });
  });
});

describe('fields given by hand', () => {
  const mapped = { ...ava, company: 'Stone Ltd', customFields: { plan: 'pro', seats: 5 } };

  test('go before those of the record, cleaned', () => {
    const given = {
      firstName: ' Eve &amp; Ada ',
      company: 'Beta',
      customFields: { plan: ' basic\n', vip: true },
    };
    expect(withGivenFields(mapped, given)).toEqual({
      ...ava,
      firstName: 'Eve & Ada',
      company: 'Beta',
      customFields: { plan: ' basic\n', seats: 5, vip: true },
    });
  });

  test('that are blank or no name leave the record as it is', () => {
    const given = { firstName: 'ava@stone.example', lastName: 'N/A', company: '', jobTitle: ' ' };
    expect(withGivenFields(mapped, { ...given, customFields: { plan: ' ' } })).toEqual(mapped);
    expect(withGivenFields(ava, { lastName: 'ben@stone.example' })).toEqual(ava);
    expect(withGivenFields(ava, { customFields: {} })).toEqual(ava);
  });

  test('stay as they were chosen where a record would be doubted', () => {
    const given = { firstName: '7', company: 'Sample', jobTitle: 'Guest' };
    expect(withGivenFields(ava, given)).toEqual({ ...ava, ...given });
  });

  test('change neither the lead nor what was given', () => {
    const lead = Object.freeze({ ...ava, customFields: Object.freeze({ plan: 'pro' }) });
    const given = Object.freeze({ lastName: 'Ray', customFields: Object.freeze({ plan: 'basic' }) });
    expect(withGivenFields(lead, given)).toMatchObject({ lastName: 'Ray', customFields: { plan: 'basic' } });
  });
});

test('no message speaks of a host', () => {
  const unusable = [{}, 7, { Email: 'x' }, [{}, {}], { results: [{}, {}] }, { ...ava, unsubscribed: true }];
  const messages = unusable.flatMap((record) => mapLead(record).issues.map(({ message }) => message));
  expect(messages).toHaveLength(unusable.length);
  expect(messages.join('\n')).not.toMatch(/item|node|zap|workflow|split out|step/i);
});
