import { mapLead } from '@leadterra/shared';

const email = 'ava@stone.example';
const isRefused = (record: object) => mapLead({ email, ...record }).lead === null;

test.each<[string, unknown, boolean]>([
  // Words of a header.
  ['E-mail permission', 'no', true],
  ['Cannot contact', true, true],
  ['emailoptin', false, true],
  ['emailsoptedin', false, true],
  ['donotemaillead', true, true],
  ['Opt-out chiamate e voicemail', true, false],
  ['I hereby give my consent to be mailed about this great product', 'no', true],
  ['I hereby give my full consent to be mailed about this great product', 'no', false],
  ['Double opt-in', 'unsubscribed', true],
  ['Double opt-in', 'no', false],
  ['Double opt-in', false, false],
  // Words of a value.
  ['Status', 'no answer, unsubscribed', true],
  ['Email Status', 'she unsubscribed from our list at the fair', true],
  ['Email Status', 'request denied', true],
  ['Opt In', 'yes, but not daily', false],
  ['Opt In', ['Weekly', 'No'], true],
  ['Unsubscribed', ['No', 0], false],
  ['tags', [...Array.from({ length: 999 }, () => 'vip'), 'unsubscribed'], true],
  ['tags', [...Array.from({ length: 1_000 }, () => 'vip'), 'unsubscribed'], false],
  ['products', ['Spam'], false],
])('%s: %j forbids to mail: %s', (header, value, forbids) => {
  expect(isRefused({ [header]: value })).toBe(forbids);
});

test.each<[object, boolean]>([
  // Whom an object is of.
  [{ manager: { unsubscribed: true } }, false],
  [{ deal: { owner: { unsubscribed: true } } }, false],
  [{ consents: [{ email: 'ben@stone.example', unsubscribed: true }] }, false],
  [{ consents: [{ email, unsubscribed: true }] }, true],
  [{ mailing_list: { unsubscribed: true } }, true],
  [{ formData: { unsubscribed: true } }, true],
  [{ Company: { unsubscribed: true } }, false],
  // What an element of a list is about.
  [{ preferences: [{ type: 'sms', opted_out: true }] }, false],
  [{ preferences: [{ name: 'SMS', opted_out: true }] }, false],
  [{ preferences: ['x', null, 7] }, false],
  [{ consents: [{ status: 'granted' }, { channel: 'email', status: 'revoked' }] }, true],
  [{ consents: [...Array.from({ length: 30 }, () => ({ status: 'granted' })), { status: 'revoked' }] }, true],
  // What describes an object.
  [{ consent: { source: 'no' } }, false],
  [{ consent: { valid: false } }, true],
  [{ consent: null }, false],
  [{ profile: { premium: false } }, false],
  [{ answers: [false] }, false],
])('%j forbids to mail: %s', (record, forbids) => {
  expect(isRefused(record)).toBe(forbids);
});

test.each(
  'list lists campaign campaigns sequence sequences segment segments audience audiences form forms ad ads company companies metadata statistics stats'.split(
    ' ',
  ),
)('what is said of %s is not said of the person', (key) => {
  expect(isRefused({ [key]: { unsubscribed: true } })).toBe(false);
});

test('an address given by hand takes on what the record says', () => {
  const record = { email: 'old@stone.example', preferences: { unsubscribed: true } };
  expect(mapLead(record, { email }).issues).toMatchObject([{ code: 'opted_out' }]);
});

test('in a wrapper, the bookkeeping of a CRM is still none', () => {
  const properties = { email, hs_object_id: '1', hs_email_bounce: '1' };
  expect(mapLead({ body: { properties } }).issues).toEqual([]);
});
