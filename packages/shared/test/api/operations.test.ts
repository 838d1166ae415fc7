import { type CallOptions, LeadterraClient, LeadterraError } from '@leadterra/shared';

import { rejection, type ScriptedAnswer, scriptedClient } from '../support/scripted';

type Client = ReturnType<typeof scriptedClient>['client'];

const steps = [{ subject: 'Hi', bodyHtml: '<p>Hi</p>' }];
const hook = { url: 'https://hooks.example/1', events: ['message.bounced', 'message.sent'] };

/** Every operation with an answer, the request that it makes, and what it gives. */
const operations: [
  string,
  (client: Client, options?: CallOptions) => Promise<unknown>,
  unknown,
  object,
  unknown,
][] = [
  [
    'create campaign "Spring"',
    (client, options) => client.createCampaign({ name: 'Spring', sequenceSteps: steps }, options),
    {
      id: 'camp_1',
      name: 'Spring',
      status: 'active',
      createdAt: '2026-01-15T10:32:00Z',
      sequenceSteps: [{ stepIndex: 0, subject: 'Hi' }],
    },
    { method: 'POST', path: '/v1/campaigns', body: { name: 'Spring', sequenceSteps: steps } },
    {
      id: 'camp_1',
      name: 'Spring',
      // What one page calls a running campaign.
      status: 'running',
      createdAt: '2026-01-15T10:32:00Z',
      sequenceSteps: [{ stepIndex: 0, subject: 'Hi' }],
      tokens: [],
      warnings: [],
    },
  ],
  [
    'start campaign "camp/1"',
    (client, options) => client.startCampaign('camp/1', options),
    { status: 'running', startedAt: '2026-01-15T10:32:00Z' },
    { method: 'POST', path: '/v1/campaigns/camp%2F1/start' },
    { id: 'camp/1', status: 'running', startedAt: '2026-01-15T10:32:00Z' },
  ],
  [
    'pause campaign "camp_1"',
    (client, options) => client.pauseCampaign('camp_1', options),
    { campaign: { id: 'camp_one', status: 'paused', pausedAt: '2026-01-15T10:32:00Z' } },
    { method: 'POST', path: '/v1/campaigns/camp_1/pause' },
    { id: 'camp_one', status: 'paused', pausedAt: '2026-01-15T10:32:00Z' },
  ],
  [
    'get the statistics of campaign "camp_1"',
    (client, options) => client.getCampaignStats('camp_1', options),
    {
      stats: {
        campaignId: 'camp_one',
        status: 'active',
        totalEnrolled: 4,
        sent: 4,
        bounced: 1,
        openRate: 0.5,
        replyRate: 1.5,
        queued: -1,
        replied: 'x',
      },
    },
    { method: 'GET', path: '/v1/campaigns/camp_1/stats' },
    {
      campaignId: 'camp_one',
      status: 'running',
      totalEnrolled: 4,
      sent: 4,
      bounced: 1,
      openRate: 0.5,
      bounceRate: 0.25,
    },
  ],
  [
    'enroll ava@acme.example in campaign "camp_1"',
    (client, options) =>
      client.upsertLeads(
        {
          campaignId: 'camp_1',
          leads: [{ email: 'ava@acme.example', customFields: { email: 'x@acme.example', region: 'EMEA' } }],
        },
        options,
      ),
    { result: { enrolled: 1, updated: 0, total: 1 } },
    {
      method: 'POST',
      path: '/v1/campaigns/camp_1/leads/bulk',
      body: { leads: [{ region: 'EMEA', email: 'ava@acme.example' }] },
    },
    { created: 1, updated: 0, total: 1, refused: [], oddities: [] },
  ],
  [
    'enroll 2 leads in campaign "camp_1"',
    (client, options) =>
      client.upsertLeads(
        {
          campaignId: 'camp_1',
          leads: [
            { email: 'ava@acme.example', customFields: { region: 'EMEA' } },
            { email: 'ben@acme.example' },
          ],
          customFieldsAs: 'nested',
        },
        options,
      ),
    { data: { created: 1, updated: 1, enrolled: 2, skipped: 0, errors: [{ index: 1, message: 'no' }] } },
    {
      method: 'POST',
      path: '/v1/campaigns/camp_1/leads/bulk',
      body: {
        leads: [
          { email: 'ava@acme.example', customFields: { region: 'EMEA' } },
          { email: 'ben@acme.example' },
        ],
      },
    },
    { created: 1, updated: 1, total: 2, skipped: 0, refused: [{ index: 1, message: 'no' }], oddities: [] },
  ],
  [
    'list the campaigns',
    (client, options) => client.listCampaigns(options),
    { campaigns: [{ id: 'camp_1', name: 'Spring', status: 'active' }] },
    { method: 'GET', path: '/v1/campaigns' },
    [{ id: 'camp_1', name: 'Spring', status: 'running' }],
  ],
  [
    'list the replies',
    (client, options) => client.listReplies(undefined, options),
    [{ id: 'rpl_1', email: '', classification: 7, threadSnippet: 'Yes', receivedAt: '2026-01-15' }],
    { method: 'GET', path: '/v1/replies', query: {} },
    { replies: [{ id: 'rpl_1', threadSnippet: 'Yes', receivedAt: '2026-01-15' }], isComplete: true },
  ],
  [
    'list the replies to campaign "camp_1"',
    (client, options) => client.listReplies({ campaignId: 'camp_1' }, options),
    { data: { replies: [], pagination: { total: 0, page: 1, perPage: 50 } } },
    { method: 'GET', path: '/v1/replies', query: { campaignId: 'camp_1' } },
    { replies: [], isComplete: true },
  ],
  [
    'add ava@acme.example to the suppression list',
    (client, options) => client.suppressEmails(['ava@acme.example'], options),
    { data: { suppressed: 0, alreadySuppressed: 1 } },
    { method: 'POST', path: '/v1/suppression-list', body: { emails: ['ava@acme.example'] } },
    { requested: 1, suppressed: 0, outcomes: [{ email: 'ava@acme.example', status: 'suppressed' }] },
  ],
  [
    'list the sender pools',
    (client, options) => client.listSenderPools(options),
    {
      pools: [
        {
          id: 'p1',
          name: 'Main',
          dailyCapacity: 9,
          remainingVolume: 0,
          remainingToday: 5,
          senderCount: 0,
          senderAccountIds: ['a'],
        },
        { id: 'p2', remainingToday: 4, senderAccountIds: ['a', 'b'] },
        { id: 'p3', senderAccountIds: 'a' },
      ],
    },
    { method: 'GET', path: '/v1/sender-pools' },
    [
      {
        id: 'p1',
        name: 'Main',
        dailyCapacity: 9,
        remainingVolume: 0,
        senderCount: 0,
        senderAccountIds: ['a'],
      },
      { id: 'p2', remainingVolume: 4, senderCount: 2, senderAccountIds: ['a', 'b'] },
      { id: 'p3' },
    ],
  ],
  [
    'list the sender accounts',
    (client, options) => client.listSenderAccounts(options),
    { accounts: [{ id: 's1', email: 'a@out.example', name: 'A', status: 'paused' }] },
    { method: 'GET', path: '/v1/sender-accounts' },
    [{ id: 's1', email: 'a@out.example', name: 'A', status: 'paused', canSend: false }],
  ],
  [
    'register a webhook for message.bounced, message.sent',
    (client, options) => client.registerWebhook(hook, options),
    { id: 'wh_1', url: hook.url, events: 'all', status: 'active', secret: 's1', signingSecret: 's2' },
    { method: 'POST', path: '/v1/webhooks', body: hook },
    { id: 'wh_1', url: hook.url, events: [], status: 'active', secret: 's1' },
  ],
  [
    'delete webhook "wh_1"',
    (client, options) => client.deleteWebhook('wh_1', options),
    undefined,
    { method: 'DELETE', path: '/v1/webhooks/wh_1' },
    'deleted',
  ],
  [
    'list the SDRs',
    (client, options) => client.listSdrs(options),
    {
      data: [{ id: 'sdr_1', name: 'Jo', email: 'jo@acme.example', gmailConnected: 'yes', gmailEmail: null }],
    },
    { method: 'GET', path: '/v1/sdrs' },
    [{ id: 'sdr_1', name: 'Jo', email: 'jo@acme.example' }],
  ],
  [
    'assign reply "rpl_1" to SDR "sdr_1"',
    (client, options) =>
      client.assignReply({ replyId: 'rpl_1', sdrId: 'sdr_1', skipIcpCheck: true }, options),
    { data: { handoffId: 'h', threadId: 't', messageId: 'm', gmailThreadId: 'g' } },
    { method: 'POST', path: '/v1/replies/rpl_1/assign', body: { sdrId: 'sdr_1', skipIcpCheck: true } },
    { status: 'assigned', handoffId: 'h', threadId: 't', messageId: 'm', gmailThreadId: 'g' },
  ],
  [
    "list the SDR's threads",
    (client, options) =>
      client.listInboxThreads(
        {
          statuses: ['won', 'new'],
          category: 'A',
          search: 'Ava',
          snoozed: false,
          orderBy: 'created',
          limit: 2,
        },
        options,
      ),
    { data: { threads: [{ id: 't1', status: 'won', priorityScore: '9' }], total: 1, hasMore: false } },
    {
      method: 'GET',
      path: '/v1/sdr/inbox',
      query: {
        ...{ status: ['won', 'new'], category: 'A', search: 'Ava', snoozed: 'false', orderBy: 'created' },
        ...{ limit: '2', offset: '0' },
      },
    },
    { threads: [{ id: 't1', status: 'won' }], isComplete: true },
  ],
  [
    "list the SDR's threads",
    (client, options) => client.listInboxThreads(undefined, options),
    [{ id: 't1', status: '' }],
    { method: 'GET', path: '/v1/sdr/inbox', query: { limit: '100', offset: '0' } },
    { threads: [{ id: 't1' }], isComplete: true },
  ],
  [
    'list the follow-ups',
    (client, options) => client.listDueFollowUps({ limit: 3, includeUpcoming: true }, options),
    {
      data: [{ id: 'f1', threadId: 't1', sdrId: 's1', status: 'pending', dueAt: '2026-07-05T14:00:00.000Z' }],
    },
    { method: 'GET', path: '/v1/sdr/followups/due', query: { limit: '3', includeUpcoming: 'true' } },
    {
      followUps: [
        { id: 'f1', threadId: 't1', sdrId: 's1', status: 'pending', dueAt: '2026-07-05T14:00:00.000Z' },
      ],
      isComplete: true,
    },
  ],
  [
    'complete follow-up "f1"',
    (client, options) => client.completeFollowUp('f1', options),
    '',
    { method: 'POST', path: '/v1/sdr/followups/f1/complete' },
    { id: 'f1' },
  ],
  [
    'skip follow-up "f1"',
    (client, options) => client.skipFollowUp({ followUpId: 'f1', reason: 'In autumn' }, options),
    { data: { followup: { id: 'f1', status: 'skipped' } } },
    { method: 'POST', path: '/v1/sdr/followups/f1/skip', body: { reason: 'In autumn' } },
    { id: 'f1', status: 'skipped' },
  ],
  [
    'skip follow-up "f2"',
    (client, options) => client.skipFollowUp({ followUpId: 'f2' }, options),
    '',
    { method: 'POST', path: '/v1/sdr/followups/f2/skip', body: { reason: undefined } },
    { id: 'f2' },
  ],
  [
    'reschedule follow-up "f1"',
    (client, options) =>
      client.rescheduleFollowUp({ followUpId: 'f1', dueAt: '2026-07-05T14:00:00.000Z' }, options),
    { data: null },
    {
      method: 'POST',
      path: '/v1/sdr/followups/f1/reschedule',
      body: { dueAt: '2026-07-05T14:00:00.000Z' },
    },
    { id: 'f1', dueAt: '2026-07-05T14:00:00.000Z' },
  ],
  [
    'schedule a follow-up for thread "t1"',
    (client, options) => client.scheduleFollowUp({ threadId: 't1' }, options),
    { data: { id: 'f2', dueAt: '2026-07-08T14:00:00.000Z' } },
    { method: 'POST', path: '/v1/sdr/threads/t1/followup/schedule', body: { dueAt: undefined } },
    { id: 'f2', threadId: 't1', dueAt: '2026-07-08T14:00:00.000Z' },
  ],
  [
    'schedule a follow-up for thread "t2"',
    (client, options) =>
      client.scheduleFollowUp({ threadId: 't2', dueAt: '2026-07-05T14:00:00.000Z' }, options),
    '',
    {
      method: 'POST',
      path: '/v1/sdr/threads/t2/followup/schedule',
      body: { dueAt: '2026-07-05T14:00:00.000Z' },
    },
    { threadId: 't2', dueAt: '2026-07-05T14:00:00.000Z' },
  ],
  [
    'generate a draft for thread "t2"',
    (client, options) => client.generateDrafts({ threadId: 't2' }, options),
    { drafts: [{ id: 'd1' }] },
    { method: 'POST', path: '/v1/sdr/drafts/generate', body: { threadId: 't2' } },
    [{ id: 'd1', appliedRules: [] }],
  ],
  [
    'generate a draft for thread "t1"',
    (client, options) => client.generateDrafts({ threadId: 't1', variantCount: 2 }, options),
    {
      data: {
        drafts: [{ id: 'd1', bodyText: 'Hi' }, { id: 'd2' }],
        insights: [{ draftId: 'd2', approach: 'Short', confidence: 0.5 }],
        appliedRules: ['No discounts', { name: 'tone', message: 'Stay friendly' }],
      },
    },
    { method: 'POST', path: '/v1/sdr/drafts/generate', body: { threadId: 't1', variantCount: 2 } },
    [
      { id: 'd1', bodyText: 'Hi', appliedRules: ['No discounts', 'Stay friendly'] },
      { id: 'd2', approach: 'Short', confidence: 0.5, appliedRules: ['No discounts', 'Stay friendly'] },
    ],
  ],
  [
    'send draft "d1"',
    (client, options) => client.sendDraft({ draftId: 'd1', finalBodyText: 'Hi' }, options),
    { data: { messageId: 'm1' } },
    { method: 'POST', path: '/v1/sdr/drafts/d1/send', body: { finalBodyText: 'Hi' } },
    { status: 'sent', messageId: 'm1', guardrails: { issues: [], scores: {} } },
  ],
  [
    'get the status of Gmail',
    (client, options) => client.getGmailStatus(options),
    { data: { connected: true, email: 'jo@mail.example', healthState: 'active', lastSyncError: null } },
    { method: 'GET', path: '/v1/sdr/gmail/status' },
    { connected: true, email: 'jo@mail.example', healthState: 'active' },
  ],
];

/** Tasks that would do a second thing when repeated. */
const happensTwice = /^(?:create|register|assign|schedule|generate|send) /;

describe.each(operations)('%s', (task, run, body, request, result) => {
  test('makes one request and gives what its answer says', async () => {
    const { client, requests } = scriptedClient([{ body }]);
    expect(await run(client)).toEqual(result);
    expect(requests).toStrictEqual([{ ...request, timeoutMs: 20_000, signal: undefined }]);
  });

  test('is repeated after trouble of Leadterra, unless it might happen twice', async () => {
    const { client, requests } = scriptedClient([{ status: 500 }, { body }]);
    await run(client).catch(() => {});
    expect(requests).toHaveLength(happensTwice.test(task) ? 1 : 2);
  });

  test('names itself in its errors', async () => {
    const { client } = scriptedClient([{ status: 401, body: '' }]);
    expect(await rejection(run(client))).toMatchObject({
      summary: `Could not ${task}: Leadterra did not accept the API key (401).`,
    });
  });

  test('stops at its deadline', async () => {
    const { client, requests } = scriptedClient([{ body }], { now: () => 5000 });
    expect(await rejection(run(client, { deadline: 5000 }))).toMatchObject({
      kind: 'cancelled',
      code: 'deadline',
      message: `Could not ${task}: the time for it was over. Run it again.`,
    });
    expect(requests).toEqual([]);
  });
});

test('every operation tells its endpoint', () => {
  const { client } = scriptedClient([{}]);
  expect(client.deleteWebhook.endpoint).toBe('DELETE /v1/webhooks/:webhookId');
  expect(client.upsertLeads.endpoint).toBe('POST /v1/campaigns/:campaignId/leads/bulk');
});

describe('an ID', () => {
  const advice = "Copy the webhook's ID from Leadterra or from the step that made it.";
  test.each([
    ['', `The webhook ID is empty. ${advice}`],
    [' \t', `The webhook ID is empty. ${advice}`],
    ['.', `"." is no webhook ID. ${advice}`],
    ['..', `".." is no webhook ID. ${advice}`],
  ])('that is %j is refused', async (id, message) => {
    const { client, requests } = scriptedClient([{}]);
    expect(await rejection(client.deleteWebhook(id))).toMatchObject({ kind: 'invalid_input', message });
    expect(requests).toEqual([]);
  });

  test.each([
    ['...', '...'],
    ['a.', 'a.'],
    ['.a', '.a'],
    ['a/../b?c', 'a%2F..%2Fb%3Fc'],
  ])('that is %j is one part of the path', async (id, part) => {
    const { client, requests } = scriptedClient([{}]);
    await client.deleteWebhook(id);
    expect(requests[0]?.path).toBe(`/v1/webhooks/${part}`);
  });
});

test('an ID is named as people call it', async () => {
  const { client } = scriptedClient([{}]);
  expect(await rejection(client.completeFollowUp(''))).toMatchObject({
    message:
      "The follow-up ID is empty. Copy the follow-up's ID from Leadterra or from the step that made it.",
  });
});

describe('an answer without what matters', () => {
  const create = (client: Client) => client.createCampaign({ name: 'Spring', sequenceSteps: [] });
  test.each<[unknown, (client: Client) => Promise<unknown>, string]>([
    ['', (client) => client.startCampaign('c'), 'it holds nothing'],
    [null, (client) => client.startCampaign('c'), 'it holds nothing'],
    [undefined, (client) => client.startCampaign('c'), 'it holds nothing'],
    ['<p>Hi\n\nthere</p>', (client) => client.startCampaign('c'), 'it holds "<p>Hi there</p>"'],
    [[1, 2], (client) => client.startCampaign('c'), 'it holds "[1,2]"'],
    ['x'.repeat(100), create, `it holds "${'x'.repeat(80)}…"`],
    [{ id: '', name: 'x' }, create, 'it lacks a proper "id" and holds an object with the keys id, name'],
    [{}, (client) => client.getCampaignStats('c'), 'it holds an object with the keys '],
    [
      { delivered: 1 },
      (client) => client.getCampaignStats('c'),
      'it holds an object with the keys delivered',
    ],
    [
      { replies: 'none' },
      (client) => client.listReplies(),
      'it lacks a proper "replies" and holds an object with the keys replies',
    ],
    [
      [{ email: 'x' }],
      (client) => client.listReplies(),
      'it lacks a proper "replies.0.id" and holds "[{"email":"x"}]"',
    ],
    ['<html>Welcome</html>', (client) => client.listReplies(), 'it holds "<html>Welcome</html>"'],
    [
      { email: 'jo@mail.example' },
      (client) => client.getGmailStatus(),
      'it holds an object with the keys email',
    ],
    [
      { pools: [{ name: 'x' }] },
      (client) => client.listSenderPools(),
      'it lacks a proper "0.id" and holds an object with the keys pools',
    ],
    [
      { accounts: [{ id: '' }, { id: '' }] },
      (client) => client.listSenderAccounts(),
      'it lacks a proper "0.id" and holds an object with the keys accounts',
    ],
    [
      { suppressed: -1 },
      (client) => client.suppressEmails(['a@x.example']),
      'it lacks a proper "suppressed" and holds an object with the keys suppressed',
    ],
    [
      { suppressed: 1.5 },
      (client) => client.suppressEmails(['a@x.example']),
      'it lacks a proper "suppressed" and holds an object with the keys suppressed',
    ],
    [
      { events: [] },
      (client) => client.registerWebhook(hook),
      'it lacks a proper "id" and holds an object with the keys events',
    ],
    [
      { ok: true },
      (client) => client.upsertLeads({ campaignId: 'c', leads: [] }),
      'it holds an object with the keys ok',
    ],
    [
      { errors: 'many' },
      (client) => client.upsertLeads({ campaignId: 'c', leads: [] }),
      'it holds an object with the keys errors',
    ],
  ])('that is %j is not understood', async (body, run, seen) => {
    const { client } = scriptedClient([{ status: 202, body, headers: { 'request-id': 'req_1' } }], {
      retry: { attempts: 1 },
    });
    const error = await rejection(run(client));
    expect(error).toMatchObject({
      kind: 'unexpected_answer',
      status: 202,
      requestId: 'req_1',
      mayHaveActed: true,
    });
    expect(error.message).toContain(`: the answer (202) cannot be understood: ${seen}.`);
  });

  test('says to look at the base URL', async () => {
    const { client } = scriptedClient([{ body: 'x' }], { retry: { attempts: 1 } });
    expect(await rejection(client.startCampaign('c'))).toMatchObject({
      advice: 'Check that the base URL is that of the Leadterra API and that no proxy answers in its place.',
      suspectsBaseUrl: true,
    });
  });
});

describe('what a figure or a text may be', () => {
  test.each([
    [{ sent: 0 }, { sent: 0 }],
    [
      { totalEnrolled: 0, sent: -1, openRate: 0, replyRate: 1 },
      { totalEnrolled: 0, openRate: 0, replyRate: 1 },
    ],
    [{ totalEnrolled: 1, sent: 1.5, openRate: -0.1, replyRate: 1.1 }, { totalEnrolled: 1 }],
    [
      { sent: 3, bounced: 0 },
      { sent: 3, bounced: 0, bounceRate: 0 },
    ],
    [{ sent: 3, status: '', campaignId: 7, delivered: '3' }, { sent: 3 }],
  ])('in %j is %j', async (body, expected) => {
    const { client } = scriptedClient([{ body }]);
    expect(await client.getCampaignStats('camp_1')).toEqual({ campaignId: 'camp_1', ...expected });
  });

  test('in an envelope, and not one that only looks like it', async () => {
    for (const body of [
      { data: { id: 'camp_2', status: 'running' } },
      { campaign: { data: { campaign: { id: 'camp_2', status: 'running' } } } },
      { campaign: 'Spring', data: null, id: 'camp_2', status: 'running' },
    ]) {
      const { client } = scriptedClient([{ body }]);
      expect(await client.startCampaign('camp_1')).toEqual({ id: 'camp_2', status: 'running' });
    }
  });
});

describe('the delays of a new campaign', () => {
  const create = async (delays: (number | undefined)[], stored: unknown) => {
    const { client, requests } = scriptedClient([{ body: { id: 'camp_1', sequenceSteps: stored } }]);
    const sequenceSteps = delays.map((delayDays) => ({
      ...steps[0],
      subject: 'Hi',
      bodyHtml: '',
      delayDays,
    }));
    const { warnings } = await client.createCampaign({ name: 'Spring', sequenceSteps });
    return { warnings, body: requests[0]?.body };
  };
  const unconfirmed = (days: number, step: number) =>
    `Leadterra did not confirm the delay of ${days} days before step ${step}: check it there.`;

  test.each([
    [[undefined, 2], [{}, { delayDays: 2 }], []],
    [[0, 2], [{}, { delayDays: 3 }], [unconfirmed(2, 2)]],
    [[0, 2, 4], [{}, { delayDays: 2 }], [unconfirmed(4, 3)]],
    [[0, 0, undefined], [], []],
    [[0, 2], 'none', [unconfirmed(2, 2)]],
    [[0, 2], [{}, { delayDays: -2 }], [unconfirmed(2, 2)]],
    [
      [3],
      [{ delayDays: 3 }],
      ['The first step is sent at the start of the campaign; its delay was left out.'],
    ],
  ])('%j, of which %j comes back, are warned of by %j', async (delays, stored, warnings) => {
    expect((await create(delays, stored)).warnings).toEqual(warnings);
  });

  test('are sent with all steps but the first', async () => {
    expect((await create([3, 0, undefined], [])).body).toEqual({
      name: 'Spring',
      sequenceSteps: [
        { subject: 'Hi', bodyHtml: '' },
        { subject: 'Hi', bodyHtml: '', delayDays: 0 },
        { subject: 'Hi', bodyHtml: '' },
      ],
    });
  });
});

describe('pages of replies', () => {
  const page = (ids: number[], pagination?: unknown): ScriptedAnswer => ({
    body: { replies: ids.map((id) => ({ id: `r${id}` })), pagination },
  });
  const read = async (answers: ScriptedAnswer[], options?: { campaignId?: string; limit?: number }) => {
    const { client, requests } = scriptedClient(answers);
    const { replies, isComplete } = await client.listReplies(options);
    return {
      ids: replies.map(({ id }) => Number(id.slice(1))),
      isComplete,
      queries: requests.map(({ query }) => query),
    };
  };

  test('are one where nothing, or nonsense, is said of them', async () => {
    for (const pagination of [
      undefined,
      { total: 9, page: 1, perPage: 0 },
      { total: 9, page: 'x', perPage: 2 },
      { total: 1.5, page: 1, perPage: 1 },
    ])
      expect(await read([page([1], pagination)])).toEqual({ ids: [1], isComplete: true, queries: [{}] });
  });

  test('end with the last one', async () => {
    expect(await read([page([1, 2], { total: 2, page: 1, perPage: 2 })])).toMatchObject({
      isComplete: true,
      queries: [{}],
    });
  });

  test('are read on, wherever their number stands', async () => {
    const first = {
      body: { data: { replies: [{ id: 'r1' }], pagination: { total: 2, page: 1, perPage: 1 } } },
    };
    const second = page([2], { total: 2, page: 2, perPage: 1 });
    expect(await read([first, second], { campaignId: 'camp_1' })).toEqual({
      ids: [1, 2],
      isComplete: true,
      queries: [{ campaignId: 'camp_1' }, { campaignId: 'camp_1', page: '2' }],
    });
  });

  test('are read up to the limit, which is complete as far as it goes', async () => {
    const more = { total: 9, page: 1, perPage: 2 };
    expect(await read([page([1, 2], more)], { limit: 2 })).toEqual({
      ids: [1, 2],
      isComplete: true,
      queries: [{}],
    });
    expect(await read([page([1, 2], more)], { limit: 1 })).toEqual({
      ids: [1],
      isComplete: true,
      queries: [{}],
    });
    expect(await read([page([1], more)], { limit: 0 })).toEqual({ ids: [], isComplete: true, queries: [] });
    const all = await read([page([1, 2], more), page([3], { total: 3, page: 2, perPage: 2 })], { limit: 5 });
    expect(all).toMatchObject({ ids: [1, 2, 3], isComplete: true });
  });

  test('end where one brings nothing new, and after two hundred of a server that never ends', async () => {
    const more = { total: 9, page: 1, perPage: 2 };
    expect(await read([page([1, 2], more)])).toEqual({
      ids: [1, 2],
      isComplete: false,
      queries: [{}, { page: '2' }],
    });
    let number = 0;
    const client = new LeadterraClient({
      transport: () =>
        Promise.resolve({
          status: 200,
          headers: {},
          body: { replies: [{ id: `r${number++}` }], pagination: { total: 1e9, page: 1, perPage: 1 } },
        }),
      sleep: () => Promise.resolve(),
    });
    const { replies, isComplete } = await client.listReplies();
    expect([replies.length, isComplete, number]).toEqual([200, false, 200]);
  });
});

describe('a webhook that is to be deleted', () => {
  test.each([401, 500])('tells of an error like %i', async (status) => {
    const { client } = scriptedClient([{ status, body: '' }], { retry: { attempts: 1 } });
    expect(await rejection(client.deleteWebhook('wh_1'))).toMatchObject({ status });
  });
});

describe('addresses to suppress', () => {
  const suppress = async (
    answers: ScriptedAnswer[],
    emails: string[],
    options?: { deadline?: number; signal?: AbortSignal },
  ) => {
    const { client, requests } = scriptedClient(answers, { retry: { attempts: 1 } });
    const result = await client.suppressEmails(emails, options).catch((error: unknown) => error);
    const sent = requests.map(({ body }) => (body && 'emails' in body ? body.emails : body));
    return { result, sent };
  };
  const [a, b, c] = ['a@x.example', 'b@x.example', 'c@x.example'];
  const ok: ScriptedAnswer = { body: { suppressed: 1 } };
  const no: ScriptedAnswer = { status: 422, body: { message: 'No.' } };
  const reason = (email: string, status = 422) =>
    `Could not add ${email} to the suppression list: Leadterra refused the request (${status}); it says "No.".`;

  test('are sent once each, clean and in order', async () => {
    const { sent, result } = await suppress([ok], [' A@x.example', b, 'a@X.example', b]);
    expect(sent).toEqual([[a, b]]);
    expect(result).toEqual({
      requested: 2,
      suppressed: 1,
      outcomes: [
        { email: a, status: 'suppressed' },
        { email: b, status: 'suppressed' },
      ],
    });
  });

  test('that are none need no request', async () => {
    const { sent, result } = await suppress([ok], []);
    expect([sent, result]).toEqual([[], { requested: 0, suppressed: 0, outcomes: [] }]);
  });

  test.each([400, 422])('are halved where a %i names nobody', async (status) => {
    const refuse = { ...no, status };
    const { sent, result } = await suppress([refuse, refuse, ok, refuse, ok], [a, b, c]);
    expect(sent).toEqual([[a, b, c], [a, b], [a], [b], [c]]);
    expect(result).toEqual({
      requested: 3,
      suppressed: 2,
      outcomes: [
        { email: a, status: 'suppressed' },
        { email: b, status: 'rejected', reason: reason(b, status) },
        { email: c, status: 'suppressed' },
      ],
    });
  });

  test('are halved where they are too many', async () => {
    const { sent, result } = await suppress([{ status: 413, body: '' }, ok, ok], [a, b]);
    expect(sent).toEqual([[a, b], [a], [b]]);
    expect(result).toMatchObject({ suppressed: 2 });
  });

  test('that are named are tried alone, after the others', async () => {
    const named: ScriptedAnswer = {
      status: 422,
      body: {
        errors: [
          { email: 'B@x.example', message: 'bad' },
          { index: 0, message: 'bad' },
        ],
      },
    };
    const { sent, result } = await suppress([named, { body: { suppressed: 2 } }, no], [a, b, c]);
    expect(sent).toEqual([[a, b, c], [a, c], [b]]);
    expect(result).toMatchObject({
      suppressed: 2,
      outcomes: [{ email: a }, { email: c }, { email: b, status: 'rejected' }],
    });
  });

  test('that are all named are halved', async () => {
    const errors = [a, b].map((email) => ({ email, message: 'bad' }));
    const { sent } = await suppress([{ status: 422, body: { errors } }, ok, ok], [a, b]);
    expect(sent).toEqual([[a, b], [a], [b]]);
  });

  test('that are all refused are no error of the whole', async () => {
    const { result } = await suppress([no], [a]);
    expect(result).toEqual({
      requested: 1,
      suppressed: 0,
      outcomes: [{ email: a, status: 'rejected', reason: reason(a) }],
    });
  });

  test('that all fail are an error of the whole', async () => {
    const { result, sent } = await suppress([{ status: 500, body: '' }], [a, b]);
    expect(result).toBeInstanceOf(LeadterraError);
    expect(result).toMatchObject({
      status: 500,
      summary: 'Could not add 2 addresses to the suppression list: Leadterra had a problem of its own (500).',
    });
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['a failure', { status: 500, body: '' }, [[a, b], [a], [b]]],
    ['a key that is refused, which ends it', { status: 401, body: '' }, [[a, b], [a]]],
  ])('after %s: the others', async (_, trouble, sent) => {
    const run = await suppress([no, trouble, ok], [a, b]);
    expect(run.sent).toEqual(sent);
    expect(run.result).toMatchObject(
      sent.length === 3
        ? {
            suppressed: 1,
            outcomes: [
              { email: a, status: 'failed' },
              { email: b, status: 'suppressed' },
            ],
          }
        : { status: 401 },
    );
  });

  test('that an abort keeps from being sent fail with it', async () => {
    const stop = new AbortController();
    const client = new LeadterraClient({
      transport: ({ body }) => {
        if (JSON.stringify(body) === JSON.stringify({ emails: [a, b] }))
          return Promise.resolve({ status: 422, headers: {}, body: '' });
        stop.abort();
        return new Promise(() => {});
      },
      sleep: () => Promise.resolve(),
    });
    expect(await rejection(client.suppressEmails([a, b], { signal: stop.signal }))).toMatchObject({
      kind: 'cancelled',
      summary: 'Could not add a@x.example to the suppression list: it was stopped.',
    });
  });
});

describe('a list of campaigns', () => {
  test.each<[number, string | undefined]>([
    [404, undefined],
    [404, 'not_found'],
    [405, undefined],
    [501, undefined],
  ])('that this API does not have (%i %s) is unknown', async (status, code) => {
    const { client } = scriptedClient([{ status, body: { code } }]);
    expect(await client.listCampaigns()).toBeUndefined();
  });

  test.each([
    [404, 'workspace_not_found'],
    [401, 'unauthorized'],
    [400, 'bad'],
  ])('that is refused (%i %s) is an error', async (status, code) => {
    const { client } = scriptedClient([{ status, body: { code } }]);
    expect(await rejection(client.listCampaigns())).toMatchObject({ status, code });
  });
});

test.each<[string, number, (client: Client, options: CallOptions) => Promise<unknown>]>([
  ['startCampaign', 503, (client, options) => client.startCampaign('camp_1', options)],
  ['deleteWebhook', 404, (client, options) => client.deleteWebhook('wh_1', options)],
  ['listCampaigns', 404, (client, options) => client.listCampaigns(options)],
  ['suppressEmails', 422, (client, options) => client.suppressEmails(['ava@acme.example'], options)],
])('%s takes no error of its caller for an answer of Leadterra (%i)', async (_, status, run) => {
  const { client, requests } = scriptedClient([{ body: { status: 'running' } }]);
  const broken = Object.assign(new Error('no room'), { status, kind: 'server', refused: [] });
  let told = 0;
  const onTry = () => {
    told += 1;
    throw broken;
  };
  expect(await rejection(run(client, { onTry }))).toBe(broken);
  expect([told, requests.length]).toEqual([1, 0]);
});

test('replies that are not wanted are left out, and do not count for the limit', async () => {
  const replies = ['a', 'b', 'c'].map((id) => ({ id, classification: id === 'a' ? 'bounce' : 'interested' }));
  const { client } = scriptedClient([{ body: { replies } }]);
  const isWanted = ({ classification }: { classification?: string }) => classification === 'interested';
  expect(await client.listReplies({ limit: 1, isWanted })).toMatchObject({ replies: [{ id: 'b' }] });
});
