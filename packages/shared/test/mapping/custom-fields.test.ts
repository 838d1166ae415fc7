import { mapLead, type MapLeadOptions } from '@leadterra/shared';

const custom = (record: unknown, customFields: MapLeadOptions['customFields']) =>
  mapLead(record, { customFields }).lead?.customFields;

const hubspot = {
  properties: {
    email: 'a@b.example',
    firstname: 'Ava',
    hs_object_id: '7',
    hs_email_optout_12: 'false',
    createdate: '2025-01-01',
    industry: 'Software',
    employees: 40,
    hubspot_owner_id: '9',
  },
};

test('by default there are none', () => {
  expect(mapLead({ Email: 'a@b.example', Plan: 'pro' }).lead).toEqual({ email: 'a@b.example' });
});

describe('chosen by path', () => {
  test.each([
    ['keys', hubspot, 'properties.industry', { industry: 'Software' }],
    ['numbers', hubspot, 'properties.employees', { employees: 40 }],
    [
      'HubSpot v1',
      { properties: { email: { value: 'a@b.example' }, industry: { value: 'Software' } } },
      'properties.industry',
      { industry: 'Software' },
    ],
    [
      'a header with spaces',
      { Email: 'a@b.example', 'Use case (2024)': 'Ads' },
      'Use case (2024)',
      { Use_case_2024: 'Ads' },
    ],
    ['a header with dots', { Email: 'a@b.example', 'Co.Size': '50' }, 'Co.Size', { Co_Size: '50' }],
    ['an element of a list', { Email: 'a@b.example', tags: ['hot', 'new'] }, 'tags[1]', { tags: 'new' }],
    ['an element by number', { Email: 'a@b.example', tags: ['hot', 'new'] }, 'tags.0', { tags: 'hot' }],
    ['a quoted key', { Email: 'a@b.example', 'x.y': { z: true } }, '["x.y"].z', { z: true }],
    ['a key of another script', { Email: 'a@b.example', Größe: 'XL' }, 'Größe', { Größe: 'XL' }],
    [
      'a leading digit',
      { Email: 'a@b.example', '2nd office': 'Rome' },
      '2nd office',
      { _2nd_office: 'Rome' },
    ],
    ['outside the wrapper', { form: 'autumn', data: { email: 'a@b.example' } }, 'form', { form: 'autumn' }],
    ['inside the wrapper', { data: { email: 'a@b.example', budget: '5k' } }, 'budget', { budget: '5k' }],
  ])('%s', (_name, record, path, expected) => {
    expect(custom(record, [path])).toEqual(expected);
  });

  test.each([
    'missing',
    'properties.missing.deep',
    'properties',
    '',
    '[',
    '...',
    '[[[=]]]',
    'properties.email',
    'email',
  ])('%j adds nothing', (path) => {
    expect(custom(hubspot, [path])).toBeUndefined();
  });

  test.each([
    '__proto__',
    'constructor',
    'prototype',
    'constructor.name',
    '__proto__.polluted',
    'toString',
    'a.__proto__.b',
  ])('%s is refused', (path) => {
    const record: unknown = JSON.parse(
      '{"email":"a@b.example","__proto__":{"polluted":"x"},"constructor":"c","prototype":"p","a":{"__proto__":{"b":"x"}}}',
    );
    expect(custom(record, [path])).toBeUndefined();
  });

  test('a custom key never takes the place of a standard field', () => {
    const record = { email: 'a@b.example', firstName: 'Ava', other: { firstName: 'Eve', company: 'Evil' } };
    expect(mapLead(record, { customFields: ['other.firstName', 'other.company'] }).lead).toEqual({
      email: 'a@b.example',
      firstName: 'Ava',
    });
  });

  test('values are cleaned like all others', () => {
    expect(custom({ Email: 'a@b.example', A: ' x &amp; y ', B: 'N/A', C: null }, ['A', 'B', 'C'])).toEqual({
      A: 'x & y',
    });
  });
});

describe('all that no field takes', () => {
  test('of a sheet, without its bookkeeping', () => {
    const record = {
      ...{ row_number: 4, id: 'x', createdTime: 'y', 'Updated At': 'z', Owner: 'Olga', 'owner id': 3 },
      ...{
        Email: 'a@b.example',
        'Email 2': 'c@b.example',
        'First Name': 'Ava',
        Plan: 'pro',
        Seats: 12,
        Trial: false,
      },
      ...{
        Mobile: '+1',
        'LinkedIn URL': 'https://l.example/ava',
        Domain: 'b.example',
        Empty: '',
        Nested: { a: 1 },
      },
    };
    expect(custom(record, 'unmapped')).toEqual({
      Plan: 'pro',
      Seats: 12,
      Trial: false,
      phone: '+1',
      linkedinUrl: 'https://l.example/ava',
      website: 'b.example',
    });
  });

  test('two phones keep both', () => {
    expect(custom({ Email: 'a@b.example', Mobile: '1', Phone: '2' }, 'unmapped')).toEqual({
      phone: '1',
      Phone: '2',
    });
  });

  test.each([
    [
      'HubSpot',
      hubspot,
      {
        hs_object_id: '7',
        createdate: '2025-01-01',
        industry: 'Software',
        employees: 40,
        hubspot_owner_id: '9',
      },
    ],
    [
      'Brevo',
      { email: 'a@b.example', emailBlacklisted: false, attributes: { FIRSTNAME: 'Ava', PLAN: 'pro' } },
      { PLAN: 'pro' },
    ],
    [
      'Attio',
      { values: { email_addresses: [{ email_address: 'a@b.example' }], tier: [{ value: 'A' }], tags: [] } },
      { tier: 'A' },
    ],
    [
      'Agile CRM',
      {
        properties: [
          { name: 'email', value: 'a@b.example' },
          { name: 'Acres', value: '40' },
          { value: 'of nothing' },
          'of nothing',
        ],
      },
      { Acres: '40' },
    ],
    [
      'Salesforce',
      {
        Id: '0035g00000RfQwPAAV',
        LastName: 'B',
        Email: 'a@b.example',
        Region__c: 'EMEA',
        Site__c: { value: 'x' },
      },
      { Id: undefined, Region__c: 'EMEA' },
    ],
  ])('of %s', (_name, record, expected) => {
    expect(custom(record, 'unmapped')).toEqual(expected);
  });
});

describe('of a sheet, whatever it holds beside', () => {
  test.each([
    [{ 'Full Name': 'Ava Stone', Plan: 'pro' }, { Plan: 'pro' }],
    [{ Status: 'Open', Unsubscribed: 'no' }, { Status: 'Open' }],
    [{ 'Customer type': 'private' }, { Customer_type: 'private' }],
    [{ 'Deal name': 'Autumn' }, { Deal_name: 'Autumn' }],
    [{ Profile: 'full' }, { Profile: 'full' }],
    [{ 'Assistant name': 'Olga' }, { Assistant_name: 'Olga' }],
    [{ customFields: 'none' }, undefined],
    [{ '???': 'x' }, undefined],
  ])('%j gives %j', (columns, expected) => {
    const { lead } = mapLead({ Email: 'a@b.example', ...columns }, { customFields: 'unmapped' });
    expect(lead?.email).toBe('a@b.example');
    expect(lead?.customFields).toEqual(expected);
  });
});

test('a source chosen by hand whose fields are missing has none', () => {
  const record = { email: 'a@b.example', Plan: 'pro' };
  expect(mapLead(record, { source: 'brevo', customFields: 'unmapped' }).lead).toEqual({
    email: 'a@b.example',
  });
});
