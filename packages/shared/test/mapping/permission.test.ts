import { mapLead } from '@leadterra/shared';

const says = (columns: Record<string, unknown>) =>
  mapLead({ Email: 'a@b.example', ...columns }).issues.map(({ code }) => code);

/** For each column: values that forbid to mail, and values that do not. */
const columns: [string, unknown[], unknown[]][] = [
  ['Status', ['unsubscribed', 'has opted out'], ['is not unsubscribed', 'has not opted out']],
  ['Unsubscribed from email and SMS', [true], [false]],
  ['Unsubscribed', ['at the fair in May she asked us to stop'], []],
  ['Email Status', [], ['at the fair in May she unsubscribed from our list']],
  ['Not subscribed', ['yes', true], ['no', false]],
  ['Mailing list', ['unsubscribed'], ['weekly']],
  ['Email Marketing', ['unsubscribed'], ['weekly']],
  ['Contact tags', ['unsubscribed', ['unsubscribed']], ['vip']],
  ['Interest in marketing', [], ['declined']],
  ['Payment contact status', [], ['declined']],
  [
    'Email Marketing Consent',
    ['UNSUBSCRIBED', 'unsubscribed', 'Revoked', 'withdrawn', 'denied', 'No', false, 'opted out'],
    [
      'SUBSCRIBED',
      'Allowed',
      'given',
      true,
      'yes',
      '2024-05-05',
      '',
      null,
      'NEVER_SUBSCRIBED',
      'not subscribed',
    ],
  ],
  [
    'Marketing consent',
    ['Denied', 'no', 'nein', 'not given', 'Do Not Allow'],
    ['Allowed', 'Granted', 'ja', 'Legitimate interest'],
  ],
  ['Opt In', ['Opted out', 'no', '0', false], ['Opted in', 'Yes', 'X', 1]],
  ['Subscribed', ['No', 'unsubscribed', 'n'], ['active', 'yes', 'weekly', 'Subscribed']],
  [
    'Unsubscribed',
    ['yes', 'X', 't', 'vero', 'perhaps', 'yes, in 2024', '2026-01-05', true, ['Yes']],
    ['no', 'f', 'FALSKT', 'Subscribed', 'never', '[]', '{}', '☐', 'active', 0, [], {}],
  ],
  ['Do Not Email', ['Yes', 'Do Not Allow'], ['Allow', 'No']],
  ['isDoNotEmail', [true], [false]],
  ['can_email', [false, 'false', 'no'], [true, 'yes']],
  ['can_contact', ['false'], ['true']],
  ['unsubscribeEmail', [true], [false]],
  ['bounceEmail', [true], [false]],
  ['GDPR opt out', ['yes'], ['no']],
  ['Wypisany', ['tak'], ['nie']],
  ['Avregistrerad', ['ja'], ['nej']],
  ['Afmeldt', ['ja'], ['nej']],
  ['Odhlášen', ['ano'], ['ne']],
  ['配信停止', ['はい'], ['いいえ']],
  ['Отписан', ['да'], ['нет']],
  ['수신거부', ['예'], ['아니오']],
  ['BLACKLISTED (EMAIL)', ['Yes'], ['No']],
  ['Marked email as spam', ['true'], ['false']],
  ['emailoptout', [true], [false]],
  ['hashardbounced', ['1'], ['0']],
  ['Email Suppressions', ['[UNSUBSCRIBE]'], ['']],
  [
    'type',
    ['emailsUnsubscribed', 'unsubscribe', 'spamreport', 'hard_bounce'],
    ['contact', 'subscribe', 'soft_bounce', 'emailsSent'],
  ],
  [
    'Status',
    ['Unsubscribed', 'Hard Bounce', 'junk', 'complained', 'Do not contact', 'abgemeldet'],
    ['Active', 'subscribed', 'Not unsubscribed', 'sms opt out', true, false],
  ],
  [
    'Email Status',
    ['bounced', 'Invalid', 'undeliverable', 'do_not_mail'],
    ['Verified', 'Unavailable', 'catch-all', 'not bounced'],
  ],
  ['tags', [['vip', 'unsubscribed']], [['vip'], []]],
];

const cases = columns.flatMap(([header, out, fine]) => [
  ...out.map((value): [string, unknown, boolean] => [header, value, true]),
  ...fine.map((value): [string, unknown, boolean] => [header, value, false]),
]);

test.each(cases)('%s: %j forbids: %s', (header, value, forbids) => {
  expect(says({ [header]: value })).toEqual(forbids ? ['opted_out'] : []);
});

test.each([
  'SMS Marketing Consent',
  'SMS opt out',
  'Fax Opt Out',
  'Do not call',
  'Do not phone',
  'Call Opted Out',
  'Mobile DNC',
  'WhatsApp opt-in',
  'Cookie consent',
  'Soft bounced',
  'Push notifications unsubscribed',
  'opt_out_html_template',
  'unsubscribe_url',
  'Unsubscribed count',
  'bounce rate',
  'Terms accepted',
  'Double opt-in',
])('%s is not about mail', (header) => {
  for (const value of ['Yes', 'No', 'UNSUBSCRIBED', true, false, 3]) {
    if (header === 'Double opt-in' && value === 'UNSUBSCRIBED') continue;
    expect(says({ [header]: value })).toEqual([]);
  }
});

describe('in the objects of the same person', () => {
  test.each<[string, Record<string, unknown>]>([
    ['preferences.email_unsubscribed', { preferences: { email_unsubscribed: true } }],
    ['email_marketing_consent.state', { email_marketing_consent: { state: 'unsubscribed' } }],
    ['subscription.status', { subscription: { status: 'unsubscribed' } }],
    [
      'subscriptions.email.marketing.consent',
      {
        subscriptions: {
          email: { marketing: { consent: 'UNSUBSCRIBED' } },
          sms: { marketing: { consent: 'SUBSCRIBED' } },
        },
      },
    ],
    ['consents.status', { consents: [{ channel: 'email', status: 'revoked' }] }],
    ['suppressions', { suppressions: [{ reason: 'UNSUBSCRIBE' }] }],
    ['attributes.unsubscribed', { attributes: { unsubscribed: 'true' } }],
  ])('%s', (path, columnsOfRecord) => {
    expect(mapLead({ email: 'a@b.example', ...columnsOfRecord }).issues).toMatchObject([
      { code: 'opted_out', path },
    ]);
    expect(mapLead(columnsOfRecord, { email: 'a@b.example' }).issues).toMatchObject([{ code: 'opted_out' }]);
    expect(mapLead({ xyz: { email: 'a@b.example' }, ...columnsOfRecord }).lead).toBeNull();
    expect(mapLead({ email: 'a@b.example', ...columnsOfRecord }, { honorOptOut: false }).lead).toEqual({
      email: 'a@b.example',
    });
  });

  test.each<Record<string, unknown>>([
    { subscriptions: { sms: { marketing: { consent: 'UNSUBSCRIBED' } } } },
    { consents: [{ channel: 'sms', status: 'revoked' }] },
    { owner: { unsubscribed: true } },
    { manager: { email: 'ben@b.example', unsubscribed: true } },
    { colleague: { email: 'ben@b.example', unsubscribed: true } },
    { lists: [{ name: 'A', status: 'unsubscribed' }] },
    { opted_out_subscription_types: { type: 'list', data: [], total_count: 0 } },
    { groups: [{ unsubscribed_count: 4 }] },
    { preferences: { email_unsubscribed: false } },
  ])('not in %j', (columnsOfRecord) => {
    expect(says(columnsOfRecord)).toEqual([]);
  });
});

describe('beside an address given by hand', () => {
  test.each<Record<string, unknown>>([
    { properties: { hs_email_optout: 'true' } },
    { properties: { hs_email_optout: { value: 'true' }, unsubscribed: true } },
    { contact: { unsubscribed: 'yes' } },
    { Unsubscribed: 'yes' },
    { body: { person: { email_opt_out: true } } },
  ])('%j is honoured', (record) => {
    expect(mapLead(record, { email: 'a@b.example' })).toMatchObject({
      lead: null,
      issues: [{ code: 'opted_out' }],
    });
    expect(mapLead(record, { email: 'a@b.example', honorOptOut: false }).lead).toEqual({
      email: 'a@b.example',
    });
  });
});

test('a column that was added to a record of a CRM is honoured, its own bookkeeping is not', () => {
  const properties = { email: 'a@b.example', hs_object_id: '1' };
  expect(mapLead({ properties: { ...properties, newsletter_unsubscribed: 'true' } }).issues).toMatchObject([
    { code: 'opted_out', path: 'properties.newsletter_unsubscribed' },
  ]);
  expect(mapLead({ properties: { ...properties, hs_email_bounce: '1' } }).issues).toEqual([]);
  expect(mapLead({ properties, Unsubscribed: 'yes' }).issues).toMatchObject([{ code: 'opted_out' }]);
});
