import { mapLead } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';

import { mapInEveryWay, optionSets } from '../support/mapping-options';

test('no prototype is touched', () => {
  const hostile: unknown = JSON.parse(
    '{"email":"a@b.example","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"customFields":{"__proto__":{"polluted":1},"constructor":"x"}}',
  );
  for (const options of optionSets) {
    expect(mapLead(hostile, { ...options, source: 'auto' }).lead).toEqual({ email: 'a@b.example' });
  }
  expect({}).not.toHaveProperty('polluted');
});

test.each([
  { properties: { email: 'ava@stone.example', title: 'CTO' } },
  { properties: { email: 'ava@stone.example', 'job position': 'CTO', employer: 'Stone' } },
])('what was a custom field of a lead stays one: %j', (record) => {
  const { lead } = mapLead(record, { customFields: 'unmapped' });
  expect(lead).not.toBeNull();
  expect(mapLead(lead, { customFields: 'unmapped' }).lead).toEqual(lead);
});

test.each(records)('mapping again changes nothing: $name', ({ record }) => {
  for (const customFields of ['none', 'unmapped', ['properties.hs_object_id', 'id', 'type']] as const) {
    const { lead } = mapLead(record, { customFields });
    expect(mapLead(lead, { customFields }).lead).toEqual(lead);
  }
});

describe('objects that JSON does not make', () => {
  const cyclic: Record<string, unknown> = { name: 'x' };
  Object.assign(cyclic, {
    data: cyclic,
    body: cyclic,
    contacts: [cyclic],
    email: [cyclic],
    properties: cyclic,
  });
  const deep: unknown = JSON.parse(
    `${'{"data":'.repeat(10_000)}{"email":"a@b.example"}${'}'.repeat(10_000)}`,
  );
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const bottomless: unknown = new Proxy(
    {},
    { get: () => bottomless, has: () => true, ownKeys: () => ['email', 'data'] },
  );

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'ava@stone.example'],
    ['a function', () => 'ava@stone.example'],
    ['a symbol', Symbol('x')],
    ['a bigint', 7n],
    ['a date', new Date(0)],
    ['a map', new Map([['email', 'ava@stone.example']])],
    ['an empty list', []],
    ['a list of numbers', [1, 2]],
    ['a list with a hole', Array(3)],
    ['a list of a thousand million', Array(1_000_000_000)],
    ['a cycle', cyclic],
    ['ten thousand levels', deep],
    ['a revoked proxy', revoked],
    ['a proxy without an end', bottomless],
    ['a null prototype', Object.assign(Object.create(null), { id: 1 })],
    [
      'a getter that throws',
      {
        email: 'ava@stone.example',
        get firstName(): string {
          throw new Error('no');
        },
      },
    ],
    [
      'a text that throws',
      {
        email: {
          toString: () => {
            throw new Error('no');
          },
        },
      },
    ],
  ])('%s gives no lead and no error', (_name, record) => {
    for (const { lead, issues } of mapInEveryWay(record)) {
      expect(lead).toBeNull();
      expect(issues).toHaveLength(1);
    }
  });
});

test.each(['auto', 'hubspot'] as const)('a record that cannot be read says what to do, as %s', (source) => {
  const record = {
    get email(): string {
      throw new Error('no');
    },
  };
  expect(mapLead(record, { source })).toEqual({
    lead: null,
    source: source === 'auto' ? 'spreadsheet' : 'hubspot',
    issues: [
      {
        code: 'not_a_record',
        message: 'The record could not be read: one of its fields fails. Hand over plain JSON instead.',
      },
    ],
  });
});
