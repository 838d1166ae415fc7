import { enrollLeads, type EnrollmentInput, type Lead } from '@leadterra/shared';

import { modelLeadterra } from '../support/model-leadterra';
import { clientOf, rejection } from '../support/scripted';

async function enroll(leads: unknown, options: Partial<EnrollmentInput> = {}) {
  const api = modelLeadterra();
  // As plain JavaScript may call it.
  const input = Object.assign({ campaignId: 'camp_1', leads: [] }, options, { leads });
  const report = await enrollLeads(clientOf(api.transport), input);
  return { ...report, sent: [...api.stored.values()], batches: api.batches };
}

describe('a lead that cannot be sent', () => {
  const failing = Object.defineProperty({}, 'email', {
    get: () => {
      throw new Error('no');
    },
  });
  test.each([
    [null, 'It is not a lead but nothing.'],
    ['ava@acme.example', 'It is not a lead but a string.'],
    [['ava@acme.example'], 'It is not a lead but a list.'],
    [7, 'It is not a lead but a number.'],
    [undefined, 'It is not a lead but nothing.'],
    [{}, 'It has no email address.'],
    [{ email: '' }, 'It has no email address.'],
    [{ email: ' \t' }, 'It has no email address.'],
    [{ email: 7 }, 'It has no email address.'],
    [{ email: 'ava' }, '"ava" is not an email address.'],
    [{ email: 'x'.repeat(150) }, `"${'x'.repeat(100)}" is not an email address.`],
    [{ email: 'ava@acme.example', firstName: 7 }, 'Its firstName is not a text but a number.'],
    [{ email: 'ava@acme.example', jobTitle: {} }, 'Its jobTitle is not a text but an object.'],
    [
      { email: 'ava@acme.example', customFields: ['x'] },
      'Its customFields are not an object with names and values.',
    ],
    [
      { email: 'ava@acme.example', customFields: 'x' },
      'Its customFields are not an object with names and values.',
    ],
    [failing, 'It cannot be read: one of its fields fails.'],
  ])('%j says why, and keeps no other from being sent', async (lead, reason) => {
    const { outcomes, sent, totals } = await enroll([lead, { email: 'ben@acme.example' }]);
    expect(outcomes).toEqual([
      { status: 'invalid', reason },
      { status: 'enrolled', verdict: 'created' },
    ]);
    expect(sent).toEqual([{ email: 'ben@acme.example' }]);
    expect(totals).toEqual({
      input: 2,
      enrolled: 1,
      created: 1,
      updated: 0,
      leftOut: 0,
      unconfirmed: 0,
      duplicate: 0,
      incomplete: 0,
      rejected: 0,
      invalid: 1,
      failed: 0,
      notSent: 0,
      optedOut: 0,
      ready: 0,
      unchanged: 0,
    });
  });
});

describe('what is sent of a lead', () => {
  const complete = { firstName: 'Ava', lastName: 'Patel', company: 'Acme', jobTitle: 'CTO' };

  test.each<[object, object]>([
    [complete, complete],
    [{ ...complete, other: 'x' }, complete],
    [{ ...complete, customFields: null }, complete],
    [{ ...complete, customFields: {} }, complete],
    [
      { ...complete, customFields: { region: 'EMEA' } },
      { ...complete, region: 'EMEA' },
    ],
    [
      { ...complete, firstName: null },
      { lastName: 'Patel', company: 'Acme', jobTitle: 'CTO' },
    ],
    [
      { ...complete, lastName: ' ' },
      { firstName: 'Ava', company: 'Acme', jobTitle: 'CTO' },
    ],
    [
      { ...complete, company: '' },
      { firstName: 'Ava', lastName: 'Patel', jobTitle: 'CTO' },
    ],
    [
      { ...complete, jobTitle: undefined },
      { firstName: 'Ava', lastName: 'Patel', company: 'Acme' },
    ],
    [
      { customFields: { seats: 0, isNew: false, region: '', plan: ' ', tier: null, size: undefined } },
      { seats: 0, isNew: false },
    ],
    [{ customFields: { plan: ' ' } }, {}],
  ])('of %j is %j', async (fields, expected) => {
    const { sent, oddities } = await enroll([{ email: ' AVA@acme.example', ...fields }]);
    expect(sent).toEqual([{ email: 'ava@acme.example', ...expected }]);
    expect(oddities).toEqual([]);
  });

  const nameTaken = (key: string) => `the custom field "${key}", because a lead has a field of that name`;
  const noValue = (key: string) => `the custom field "${key}", because it is no text, number or yes/no`;
  test.each([
    ['email', 'other@acme.example', nameTaken],
    ['jobTitle', 'CTO', nameTaken],
    ['customFields', 'x', nameTaken],
    ['constructor', 'x', nameTaken],
    ['prototype', 'x', nameTaken],
    ['__proto__', 'x', nameTaken],
    ['tags', ['a'], noValue],
    ['seats', NaN, noValue],
    ['seats', Infinity, noValue],
    ['__proto__', {}, nameTaken],
  ])('is not its custom field %s with %j', async (key, value, left) => {
    const customFields = Object.defineProperty({ region: 'EMEA' }, key, { value, enumerable: true });
    const { sent, oddities } = await enroll([
      { email: 'zoe@acme.example' },
      { email: 'ava@acme.example', customFields },
    ]);
    expect(sent[1]).toEqual({ email: 'ava@acme.example', region: 'EMEA' });
    expect(oddities).toEqual([`Lead 2 was enrolled without ${left(key)}.`]);
  });

  test('is all but the custom field that fails when it is read', async () => {
    const customFields = Object.defineProperty({ region: 'EMEA' }, 'plan', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    const { sent, oddities } = await enroll([{ email: 'ava@acme.example', customFields }]);
    expect(sent).toEqual([{ email: 'ava@acme.example', region: 'EMEA' }]);
    expect(oddities).toEqual([]);
  });
});

describe('records of one address', () => {
  const records: Lead[] = [
    { email: 'ava@acme.example', firstName: 'Ava' },
    { email: 'ben@acme.example' },
    { email: 'Ava@acme.example', lastName: 'Patel' },
    { email: 'ava@ACME.example', firstName: 'Eva', customFields: { region: 'EMEA' } },
    { email: 'ava@acme.example ', firstName: ' ', customFields: { seats: 2 } },
  ];
  const merged = { email: 'ava@acme.example', firstName: 'Eva', lastName: 'Patel', region: 'EMEA', seats: 2 };

  test.each([
    ['list', (leads: Lead[]) => leads],
    ['stream', (leads: Lead[]) => new Set(leads)],
  ])('of a %s are one lead with what the later ones say', async (_, given) => {
    const { sent, outcomes, batches } = await enroll(given(records));
    expect(sent).toEqual([merged, { email: 'ben@acme.example' }]);
    expect(outcomes.slice(2)).toEqual(Array(3).fill({ status: 'duplicate', of: 0 }));
    expect(batches).toEqual([['ava@acme.example', 'ben@acme.example']]);
  });

  test('without custom fields stay without', async () => {
    const { sent } = await enroll(
      [{ email: 'ava@acme.example' }, { email: 'ava@acme.example', company: 'Acme' }],
      {
        customFieldsAs: 'nested',
      },
    );
    expect(sent).toEqual([{ email: 'ava@acme.example', company: 'Acme' }]);
  });
});

describe('the copy', () => {
  const copy = (whenMissing: 'skip' | 'stop', tokens = ['firstName', 'company']) => ({
    copy: { tokens, whenMissing },
  });

  test.each([
    ['list', (leads: Lead[]) => leads],
    ['stream', (leads: Lead[]) => new Set(leads)],
  ])('leaves who would leave a token blank out of a %s, in the order of the input', async (_, given) => {
    const leads: Lead[] = [
      { email: 'ava@acme.example' },
      { email: 'ben@acme.example', firstName: 'Ben', company: 'Acme' },
      { email: 'zoe@acme.example', firstName: 'Zoë' },
    ];
    const { outcomes, totals, batches } = await enroll(given(leads), { ...copy('skip'), batchSize: 1 });
    expect(outcomes).toEqual([
      { status: 'incomplete', missing: ['firstName', 'company'] },
      { status: 'enrolled', verdict: 'created' },
      { status: 'incomplete', missing: ['company'] },
    ]);
    expect(totals).toMatchObject({ enrolled: 1, incomplete: 2 });
    expect(batches).toEqual([['ben@acme.example']]);
  });

  test('names the lead and the tokens that stop the run, and what to do', async () => {
    const leads = [{ email: 'ava@acme.example' }];
    expect(await rejection(enroll(leads, copy('stop')))).toMatchObject({
      kind: 'invalid_input',
      message:
        'Lead 1, ava@acme.example, cannot be enrolled: it would leave [[firstName]], [[company]] blank. Complete it or leave it out.',
    });
    expect((await enroll(leads, copy('stop', ['email']))).totals.enrolled).toBe(1);
  });

  test('stops a stream where the lead is read that lacks a token', async () => {
    const leads = new Set([
      { email: 'ava@acme.example', firstName: 'Ava', company: 'Acme' },
      { email: 'ben@acme.example' },
    ]);
    const error = await rejection(enroll(leads, { ...copy('stop'), batchSize: 1 }));
    expect(error.message).toContain('Lead 2, ben@acme.example, cannot be enrolled');
  });
});

test.each([
  [{ batchSize: 0 }, 'The batch size is 0. Use a whole number from 1 on.'],
  [{ batchSize: 2.5 }, 'The batch size is 2.5. Use a whole number from 1 on.'],
  [{ concurrency: -1 }, 'The concurrency is -1. Use a whole number from 1 on.'],
  [{ campaignId: ' ' }, 'The campaign ID is empty. Say which campaign to enroll in.'],
])('an input with %j is refused', async (options, message) => {
  expect(await rejection(enroll([{ email: 'ava@acme.example' }], options))).toMatchObject({
    kind: 'invalid_input',
    message,
  });
});

test('sizes of one are fine', async () => {
  const leads = [{ email: 'ava@acme.example' }, { email: 'ben@acme.example' }];
  expect((await enroll(leads, { batchSize: 1, concurrency: 1 })).requests).toBe(2);
});
