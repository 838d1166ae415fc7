import { resultsOf } from '../support/run-action';
import { scriptedClient } from '../support/scripted';

const footer = '<p>Unsubscribe</p>';
const fine = {
  stats: { totalEnrolled: 3, sent: 0, status: 'draft' },
  accounts: [{ id: 'sa_1', email: 'cleo@acme.example', status: 'active' }],
  pools: [{ id: 'pool_1', dailyCapacity: 100, remainingVolume: 50 }],
  copy: [{ subject: 'Hi', bodyHtml: footer }],
  leads: ['ava@acme.example', 'ben@acme.example'],
};

/** The result of a check, and what was asked of Leadterra. */
async function check(world: Partial<typeof fine> | object = {}, given: object = {}) {
  const { stats, accounts, pools, copy, leads } = { ...fine, ...world };
  const { client, requests } = scriptedClient([
    { body: stats },
    { body: accounts },
    { body: pools },
    { body: { id: 'camp_7', status: 'running' } },
  ]);
  const input = { campaign: 'camp_7', copy, leads, ...given };
  const [result] = await resultsOf('check_campaign_before_start', client, input);
  return { ...result, asked: requests.map(({ method, path }) => `${method} ${path}`) };
}

const nothing = { serious: [], warnings: [], notes: [] };

test('finds nothing where all is well, and starts nothing that it is not told to', async () => {
  await expect(check()).resolves.toEqual({
    ...{ campaignId: 'camp_7', ready: true, started: false, status: 'draft', ...nothing },
    asked: ['GET /v1/campaigns/camp_7/stats', 'GET /v1/sender-accounts', 'GET /v1/sender-pools'],
  });
});

test('starts the campaign if that is wanted, and nothing serious was found', async () => {
  const warned = { leftOut: 2, whenFine: 'start' };
  const started = await check({}, warned);
  expect(started).toMatchObject({ ready: true, started: true, status: 'running' });
  expect(started.asked).toContain('POST /v1/campaigns/camp_7/start');
  const left = await check({ stats: { totalEnrolled: 0, sent: 0, status: 'draft' } }, warned);
  expect(left).toMatchObject({ ready: false, started: false, status: 'draft' });
  expect(left.asked).not.toContain('POST /v1/campaigns/camp_7/start');
});

test.each<[what: string, world: object, sentence: string]>([
  [
    'no leads',
    { stats: { totalEnrolled: 0, sent: 0 } },
    'The campaign has no leads. Enroll some before you start it.',
  ],
  ['no senders', { accounts: [] }, 'There is no sender account. Connect or resume one in Leadterra.'],
  [
    'no active sender',
    { accounts: [{ id: 'sa_1', status: 'paused' }] },
    'No sender account is active. Connect or resume one in Leadterra.',
  ],
  ['no pools', { pools: [] }, 'There is no sender pool. Make one in Leadterra.'],
  [
    'no capacity',
    { pools: [{ id: 'p', dailyCapacity: 0 }] },
    'The sender pools have no capacity. Add sender accounts to them.',
  ],
  ['no emails', { copy: '[]' }, 'The campaign has no emails. Add sequence steps in Leadterra.'],
  [
    'a slip in the copy',
    { copy: JSON.stringify([{ subject: 'Hi {{first_name}}', bodyHtml: footer }]) },
    'No lead has a field "first_name": did you mean [[firstName]]? Correct it in Leadterra.',
  ],
  [
    'leads that failed',
    { leads: [{ email: 'ava@acme.example', status: 'failed' }] },
    '1 lead is not known to be enrolled. Run Enroll again before the start.',
  ],
  [
    'many misspelt addresses',
    { leads: 'ava@gmial.com, ben@acme.example' },
    '1 of 2 addresses is misspelt, and would bounce: ava@gmial.com. Correct them before the start.',
  ],
])('says that %s is serious', async (_what, world, sentence) => {
  await expect(check(world)).resolves.toMatchObject({ ready: false, ...nothing, serious: [sentence] });
});

test.each<[what: string, world: object, given: object, sentence: string]>([
  [
    'accounts that do not send',
    {
      accounts: [
        ...fine.accounts,
        { id: 'sa_2', email: 'dee@acme.example', status: 'warming' },
        { id: 'sa_3', status: 'paused' },
      ],
    },
    {},
    '2 of 3 sender accounts are not sending: dee@acme.example is warming, sa_3 is paused. Wait until they are active, or go on with the others.',
  ],
  [
    'too little capacity',
    { stats: { totalEnrolled: 351, sent: 0 } },
    {},
    'The sender pools can send 50 more emails today, and the campaign has 351 leads. At 100 a day, all have it after 5 days. Start in the knowledge of that, or add sender accounts.',
  ],
  [
    'a token',
    { copy: `On [[useCase]]${footer}` },
    {},
    '[[useCase]] stays blank for leads that are enrolled without a custom field "useCase". Look whether that is meant.',
  ],
  [
    'leads left out',
    {},
    { leftOut: '2' },
    '2 leads are left out by Leadterra. They are on its suppression list.',
  ],
  [
    'unconfirmed leads',
    {
      leads: [
        { email: 'ava@acme.example', status: 'unconfirmed' },
        { email: null, status: 'duplicate' },
      ],
    },
    { unconfirmed: 5 },
    '1 lead is unconfirmed. Compare the number of leads that Leadterra shows for the campaign.',
  ],
  [
    'shared mailboxes',
    { leads: ['info@acme.example', 'Info@acme.example', 'ava@acme.example'] },
    {},
    '1 of 2 addresses is read by several people: info@acme.example. Write to a person where you can.',
  ],
])('warns of %s', async (_what, world, given, sentence) => {
  await expect(check(world, given)).resolves.toMatchObject({ ready: true, ...nothing, warnings: [sentence] });
});

test('says what it could not look at', async () => {
  const unknown = { stats: { sent: 0 }, pools: [{ id: 'pool_1' }], copy: '', leads: null };
  await expect(check(unknown)).resolves.toMatchObject({
    ...{ ready: true, ...nothing },
    notes: [
      'Leadterra does not tell how many leads the campaign has. Look there.',
      'Leadterra does not tell what every pool can still send. Look there.',
      'The copy was not looked at. Give it under Copy to have it checked.',
      'The leads were not looked at. Give them under Leads to have them checked.',
    ],
  });
});

test.each([
  [{ copy: [7] }, 'Copy holds neither sequence steps nor text.'],
  [{ leads: [7] }, 'Leads holds neither results of Enroll nor addresses.'],
])('refuses %j', async (given, problem) => {
  await expect(check({}, given)).rejects.toMatchObject({ kind: 'invalid_input', summary: problem });
});
