import { mapLead } from '@leadterra/shared';

const row = (columns: Record<string, unknown>) => mapLead({ Email: 'a@b.example', ...columns }).lead;

describe('of several columns for a field', () => {
  test.each([
    ['work before bare', { Email: 'bare@b.example', 'Work Email': 'work@b.example' }, 'work@b.example'],
    ['bare before numbered', { 'Email 1': 'one@b.example', 'E-mail': 'bare@b.example' }, 'bare@b.example'],
    ['exact before work', { 'Work Email': 'work@b.example', email: 'exact@b.example' }, 'exact@b.example'],
    ['work before private', { 'Personal Email': 'home@b.example', Mail: 'bare@b.example' }, 'bare@b.example'],
    [
      "the company's after all of the person's",
      { 'Company Email': 'i@b.example', Mail: 'bare@b.example' },
      'bare@b.example',
    ],
    [
      "the company's before a private one",
      { 'Home Email': 'home@b.example', 'Company Email': 'i@b.example' },
      'i@b.example',
    ],
    ['filled before empty', { 'Work Email': ' N/A ', Email: 'bare@b.example' }, 'bare@b.example'],
    ['valid before invalid', { 'Work Email': 'tba', Email: 'bare@b.example' }, 'bare@b.example'],
  ])('%s', (_name, record, email) => {
    expect(mapLead(record)).toMatchObject({ lead: { email }, issues: [] });
  });

  test("Apollo's company name for emails beats the company", () => {
    expect(row({ Company: 'Acme Holding GmbH', 'Company Name for Emails': 'Acme' })).toMatchObject({
      company: 'Acme',
    });
  });

  test('the headline is the last resort for a job title', () => {
    expect(row({ Headline: 'I grow things', Title: 'Gardener' })).toMatchObject({ jobTitle: 'Gardener' });
    expect(row({ Headline: 'I grow things' })).toMatchObject({ jobTitle: 'I grow things' });
  });
});

describe('a column named Name', () => {
  test.each([
    ['alone', { Name: 'Ava Stone' }, { firstName: 'Ava', lastName: 'Stone' }],
    [
      'beside the first name, as the last',
      { Vorname: 'Ava', Name: 'Stone' },
      { firstName: 'Ava', lastName: 'Stone' },
    ],
    [
      'beside the first name, as the whole',
      { 'First name': 'Ava', Name: 'Ava Stone' },
      { firstName: 'Ava', lastName: 'Stone' },
    ],
    [
      'beside the last name, as the first',
      { Name: 'Ava', Surname: 'Stone' },
      { firstName: 'Ava', lastName: 'Stone' },
    ],
    [
      'beside the last name, as the whole',
      { Name: 'Ava Stone', Surname: 'Stone' },
      { firstName: 'Ava', lastName: 'Stone' },
    ],
    [
      'beside both, as the company',
      { First: 'Ava', Last: 'Stone', Name: 'Acme' },
      { firstName: 'Ava', lastName: 'Stone', company: 'Acme' },
    ],
    [
      'beside both and a company',
      { First: 'Ava', Last: 'Stone', Name: 'Acme', Company: 'Beta' },
      { firstName: 'Ava', lastName: 'Stone', company: 'Beta' },
    ],
    [
      "beside both, as the person's again",
      { First: 'Ava', Last: 'Stone', Name: 'Ava Stone' },
      { firstName: 'Ava', lastName: 'Stone' },
    ],
    ['that holds an address', { Name: 'a@b.example' }, {}],
  ])('%s', (_name, columns, expected) => {
    expect(row(columns)).toEqual({ email: 'a@b.example', ...expected });
  });
});

test.each([
  ['a byte-order mark', { '\uFEFFEmail': 'a@b.example' }],
  ['spaces and punctuation', { ' E – Mail :': 'a@b.example' }],
  ['decomposed accents', { 'Adresse e\u0301lectronique': 'a@b.example' }],
  ['sharp s and capitals', { 'E-MAIL-ADRESSE': 'a@b.example' }],
])('headers are matched in spite of %s', (_name, record) => {
  expect(mapLead(record).lead).toEqual({ email: 'a@b.example' });
});

test('numbers of a sheet are text where text is wanted', () => {
  expect(row({ Company: 1984 })).toMatchObject({ company: '1984' });
});

test('a company that is an object gives its name', () => {
  expect(row({ organization: { id: 7, name: 'Acme' } })).toMatchObject({ company: 'Acme' });
});
