import { having, listWith, someNumber, someText, something } from '@leadterra/testing/matchers';

import { campaign, idIn, running, start } from './support/sandbox';

const time = '2026-03-02T08:00:00Z';
const now = () => Date.parse(time);
const steps = [{ subject: 'Hello', bodyHtml: '<p>Hi</p>', delayDays: 2 }];

const plainStep = { stepIndex: 0, subject: 'Hello', bodyHtml: '<p>Hi</p>' };
const created = (steps: object[]) => ({
  id: someText,
  name: 'Spring',
  status: 'draft',
  sequenceSteps: steps,
  createdAt: time,
});
const withDelay = [{ ...plainStep, delayDays: 2 }];
const started = { id: someText, status: 'running', startedAt: time };
const paused = { id: someText, status: 'paused', pausedAt: time };
const reply = (classification: string, email: string) => ({
  id: someText,
  email,
  campaignId: someText,
  classification,
  receivedAt: time,
  threadSnippet: someText,
});
const registered = {
  id: someText,
  url: 'https://hooks.example.com/a',
  events: ['message.sent', 'reply.received'],
  status: 'active',
  createdAt: time,
  secret: someText,
};
const pool = { id: someText, name: someText, dailyCapacity: 2000, remainingVolume: 1996 };
const replies = [
  reply('bounce', 'hard-bounce@example.com'),
  reply('bounce', 'soft-bounce@example.com'),
  reply('interested', 'replies@example.com'),
];
const stats = (bounced: number) => ({
  campaignId: someText,
  totalEnrolled: 4,
  sent: 4,
  delivered: 2,
  bounced,
  replied: 1,
  queued: 0,
  openRate: someNumber,
  replyRate: 0.5,
});

const shapes = {
  reference: {
    created: created([plainStep]),
    started,
    paused,
    stats: stats(2),
    replies: listWith(replies),
    suppressed: { suppressed: 1 },
    pools: [{ ...pool, senderAccountIds: [someText, someText] }, something],
    accounts: ['active', 'active', 'paused', 'paused'].map((status) => having({ status })),
    registered,
    error: { code: 'campaign_not_found', message: someText },
  },
  guide: {
    created: { campaign: created(withDelay) },
    started: { campaign: started },
    paused: { campaign: paused },
    stats: { stats: { ...stats(2), status: 'paused' } },
    replies: { replies: listWith(replies), pagination: { total: 3, page: 1, perPage: 50 } },
    suppressed: { result: { suppressed: 1, alreadySuppressed: 1, total: 2 } },
    pools: { pools: [{ ...pool, senderCount: 2 }, something] },
    accounts: { senderAccounts: something },
    registered: { webhook: registered },
    error: { error: { code: 'campaign_not_found', message: someText } },
  },
  concept: {
    created: { data: created(withDelay) },
    started: { data: started },
    paused: { data: paused },
    stats: { data: stats(1) },
    replies: { data: listWith(replies) },
    suppressed: { data: { suppressed: 1 } },
    pools: { data: [pool, something] },
    accounts: {
      data: ['active', 'active', 'paused', 'warming'].map((status) => having({ status })),
    },
    registered: { data: registered },
    error: { error: 'campaign_not_found', message: someText },
  },
};

describe.each(['reference', 'guide', 'concept'] as const)('the %s dialect', (dialect) => {
  test('answers every endpoint in its own shape', async () => {
    const caller = await start({ dialect, now });
    const { call } = caller;
    const id = await running(
      caller,
      ['ava@example.com', 'replies@example.com', 'hard-bounce@example.com', 'soft-bounce@example.com'],
      steps,
    );
    expect({
      created: (await call('POST', '/v1/campaigns', { name: 'Spring', sequenceSteps: steps })).body,
      started: (await call('POST', `/v1/campaigns/${id}/start`)).body,
      paused: (await call('POST', `/v1/campaigns/${id}/pause`)).body,
      stats: (await call('GET', `/v1/campaigns/${id}/stats`)).body,
      replies: (await call('GET', `/v1/replies?campaignId=${id}`)).body,
      suppressed: (await call('POST', '/v1/suppression-list', { emails: ['a@example.com', 'A@example.com'] }))
        .body,
      pools: (await call('GET', '/v1/sender-pools')).body,
      accounts: (await call('GET', '/v1/sender-accounts')).body,
      registered: (
        await call('POST', '/v1/webhooks', {
          url: 'https://hooks.example.com/a',
          events: ['reply.received', 'message.sent'],
        })
      ).body,
      error: (await call('GET', '/v1/campaigns/camp_none/stats')).body,
    }).toEqual(shapes[dialect]);
  });
});

test.each(['reference', 'guide', 'concept'] as const)(
  'tells the status of a campaign in the statistics of the %s where the option says so',
  async (dialect) => {
    const caller = await start({ dialect, campaignStatusInStats: true });
    const id = await campaign(caller);
    const { body } = await caller.call('GET', `/v1/campaigns/${id}/stats`);
    expect(JSON.stringify(body)).toContain('"status":"draft"');
  },
);

test('shows the sender pools of the quickstart in its dialect', async () => {
  const { call } = await start({ dialect: 'quickstart' });
  expect((await call('GET', '/v1/sender-pools')).body).toMatchObject({
    senderPools: [{ remainingToday: 2000, senderCount: 2 }, {}],
  });
});

test('pages replies in the guide, newest first', async () => {
  const caller = await start({ dialect: 'guide' });
  const id = await running(caller, ['replies-1@example.com'], steps);
  await caller.sandbox.advance(1000);
  await caller.call('POST', `/v1/campaigns/${id}/leads/bulk`, {
    leads: [{ email: 'replies-2@example.com' }],
  });
  await caller.sandbox.settled();
  const page = (number: number) => caller.call('GET', `/v1/replies?page=${number}&perPage=1`);
  expect((await page(1)).body).toMatchObject({
    replies: [{ email: 'replies-2@example.com' }],
    pagination: { total: 2, page: 1, perPage: 1 },
  });
  expect((await page(2)).body).toMatchObject({ replies: [{ email: 'replies-1@example.com' }] });
  expect((await page(3)).body).toMatchObject({ replies: [] });
});

test('gives ids that are new each time, and the same ones for the same seed', async () => {
  const ids = async (seed: number) => {
    const caller = await start({ seed });
    return [await campaign(caller), await campaign(caller)];
  };
  const [first, second] = [await ids(3), await ids(3)];
  expect(first).toEqual(second);
  expect(new Set(first).size).toBe(2);
  expect(await ids(4)).not.toEqual(first);
  expect(idIn({ id: first[0] })).toMatch(/^camp_[0-9A-Z]{16}$/);
});
