import { type LeadSource, leadSources, mapLead } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';

describe('a record as its source gives it', () => {
  test.each(records)('$name', ({ record, source, lead }) => {
    const mapped = mapLead(record);
    expect(mapped.lead).toStrictEqual(lead);
    expect(mapped.source).toBe(source);
  });

  const ofCrms = records.filter(({ source }) => source !== 'spreadsheet');

  test.each(ofCrms)('$name, with the source chosen by hand', ({ record, source, lead }) => {
    expect(mapLead(record, { source }).lead).toStrictEqual(lead);
  });

  test('there is one for every source', () => {
    const covered = new Set<LeadSource>(records.map(({ source }) => source));
    expect(leadSources.filter(({ source }) => !covered.has(source))).toEqual([]);
  });
});

test('the list of sources has each once, the fallback last', () => {
  const sources = leadSources.map(({ source }) => source);
  expect(new Set(sources).size).toBe(sources.length);
  expect(sources).toHaveLength(35);
  expect(sources.at(-1)).toBe('spreadsheet');
});

describe('wrappers', () => {
  const person = { email: 'ava@stone.example', first_name: 'Ava' };
  const lead = { email: 'ava@stone.example', firstName: 'Ava' };

  test.each([
    ['contact', { contact: person }],
    ['person', { person }],
    ['data', { data: person }],
    ['data with one record', { data: [person] }],
    ['results', { total: 1, results: [person] }],
    ['records', { records: [person] }],
    ['value', { value: [person] }],
    ['items', { items: [person] }],
    ['current', { current: person, previous: null }],
    ['body', { headers: {}, params: {}, query: {}, body: person }],
    ['people', { people: [person], pagination: {} }],
    ['contacts', { contacts: [person] }],
    ['Airtable fields', { id: 'rec1', createdTime: '2025-01-01', fields: person }],
    ['a list of one', [person]],
    ['wrappers in wrappers', { body: { data: [{ contact: person }] } }],
  ])('%s', (_name, record) => {
    expect(mapLead(record).lead).toEqual(lead);
  });

  test.each([
    ['a bare list', [person, person], 2, undefined],
    ['a wrapped list', { results: [person, person, person] }, 3, 'results'],
    ['a list in a body', { body: { data: [person, person] } }, 2, 'body.data'],
    [
      'a Close lead with two contacts',
      { id: 'lead_1', name: 'Acme', contacts: [{ id: 'cont_1' }, { id: 'cont_2' }] },
      2,
      'contacts',
    ],
  ])('%s of several records gives no lead and says to split it', (_name, record, count, path) => {
    const { lead: none, issues } = mapLead(record);
    expect(none).toBeNull();
    expect(issues).toMatchObject([
      path === undefined ? { code: 'many_records' } : { code: 'many_records', path },
    ]);
    expect(issues[0]?.message).toContain('Split the list');
    expect(issues[0]?.message).toContain(String(count));
  });

  test('a record without an address is still known by its shape', () => {
    const deal = { title: 'Acme, 20 seats', person_id: 3, is_archived: false };
    expect(mapLead({ body: { data: deal } })).toMatchObject({ lead: null, source: 'pipedrive' });
  });

  test('a record with an address of its own is not unwrapped', () => {
    expect(mapLead({ email: 'own@stone.example', data: { email: 'other@stone.example' } }).lead).toEqual({
      email: 'own@stone.example',
    });
  });
});

test('the sources stand by their labels, the one for any other last', () => {
  const labels = leadSources.map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual(['ActiveCampaign', 'Agile CRM', 'Airtable']);
  expect(labels.slice(-2)).toEqual(['ZoomInfo', 'Spreadsheet, CSV or Other']);
});

test('an id of Salesforce that is none does no harm', () => {
  const record = { Id: null, LastName: 'Stone', Email: 'a@b.example' };
  expect(mapLead(record).lead).toEqual({ email: 'a@b.example', lastName: 'Stone' });
});
