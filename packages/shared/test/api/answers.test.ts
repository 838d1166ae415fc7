import { LeadterraClient, type Transport, type TransportResponse } from '@leadterra/shared';
import * as z from 'zod';

import { scriptedClient } from '../support/scripted';

const suppression = z.object({ emails: z.array(z.string()) });

const stored = { id: 'camp_123', name: 'VP Sales', status: 'draft', createdAt: '2026-01-15T10:32:00Z' };

type Client = ReturnType<typeof scriptedClient>['client'];
const assign = (client: Client) => client.assignReply({ replyId: 'r', sdrId: 's' });

describe.each([
  ['bare', (inner: unknown) => inner],
  ['under its own name', (inner: unknown, name: string) => ({ [name]: inner })],
  ['under data', (inner: unknown) => ({ data: inner })],
  ['under data and its own name', (inner: unknown, name: string) => ({ data: { [name]: inner } })],
])('an answer %s', (_, wrap) => {
  test('gives the created campaign', async () => {
    const { client } = scriptedClient([{ status: 201, body: wrap(stored, 'campaign') }]);
    const campaign = await client.createCampaign({ name: 'VP Sales', sequenceSteps: [] });
    expect(campaign).toMatchObject({
      ...{ id: 'camp_123', name: 'VP Sales', status: 'draft' },
      sequenceSteps: [],
    });
  });

  test('gives the replies', async () => {
    const { client } = scriptedClient([
      { body: wrap([{ id: 'rpl_1', email: 'ava@acme.example' }], 'replies') },
    ]);
    expect((await client.listReplies()).replies).toEqual([{ id: 'rpl_1', email: 'ava@acme.example' }]);
  });

  test.each<[string, unknown, (client: Client) => Promise<unknown>, unknown]>([
    ['campaigns', [{ id: 'c' }], (client) => client.listCampaigns(), [{ id: 'c' }]],
    ['sdrs', [{ id: 's' }], (client) => client.listSdrs(), [{ id: 's' }]],
    ['gmail', { connected: false }, (client) => client.getGmailStatus(), { connected: false }],
    ['status', { healthState: 'active' }, (client) => client.getGmailStatus(), { healthState: 'active' }],
    [
      'followups',
      [{ id: 'f' }],
      (client) => client.listDueFollowUps(),
      { followUps: [{ id: 'f' }], isComplete: true },
    ],
    [
      'followUps',
      [{ id: 'f' }],
      (client) => client.listDueFollowUps(),
      { followUps: [{ id: 'f' }], isComplete: true },
    ],
    ['followUp', { id: 'f2' }, (client) => client.completeFollowUp('f'), { id: 'f2' }],
    ['assignment', { handoffId: 'h' }, assign, { status: 'assigned', handoffId: 'h' }],
    ['handoff', { handoffId: 'h' }, assign, { status: 'assigned', handoffId: 'h' }],
  ])('gives the %s', async (name, inner, run, expected) => {
    const { client } = scriptedClient([{ body: wrap(inner, name) }]);
    expect(await run(client)).toEqual(expected);
  });

  test('gives the sender accounts, of which only active ones can send', async () => {
    const accounts = [
      { id: 'sa_1', email: 'a@out.example', status: 'active' },
      { id: 'sa_2', email: 'b@out.example', status: 'warming' },
    ];
    const { client } = scriptedClient([{ body: wrap(accounts, 'senderAccounts') }]);
    expect((await client.listSenderAccounts()).map(({ id, canSend }) => [id, canSend])).toEqual([
      ['sa_1', true],
      ['sa_2', false],
    ]);
  });

  test('gives the registered webhook with its secret', async () => {
    const webhook = {
      id: 'wh_1',
      url: 'https://hooks.example/1',
      events: ['message.bounced'],
      signingSecret: 's1',
    };
    const { client } = scriptedClient([{ body: wrap(webhook, 'webhook') }]);
    const registered = await client.registerWebhook({ url: webhook.url, events: webhook.events });
    expect(registered).toMatchObject({ id: 'wh_1', events: ['message.bounced'], secret: 's1' });
  });
});

describe('bulk counts', () => {
  const leads = [{ email: 'ava@acme.example' }, { email: 'ben@acme.example' }];
  test.each([
    ['reference', { enrolled: 3, updated: 1, total: 4 }, { created: 3, updated: 1, skipped: undefined }],
    ['concept', { data: { created: 1, updated: 1, enrolled: 2, errors: [] } }, { created: 1, updated: 1 }],
    ['guide', { enrolled: 2, updated: 0, skipped: 1 }, { created: 2, updated: 0, skipped: 1 }],
  ])('of the %s page have one meaning', async (_, body, expected) => {
    const { client } = scriptedClient([{ body }]);
    expect(await client.upsertLeads({ campaignId: 'camp_1', leads })).toMatchObject({
      ...expected,
      oddities: [],
    });
  });

  test.each([
    ['a negative number', { enrolled: -2, updated: 0 }, '"enrolled" is -2, not a count'],
    ['a text', { enrolled: '2', updated: 0 }, '"enrolled" is "2", not a count'],
    ['a fraction', { enrolled: 1.5, updated: null }, '"enrolled" is 1.5, not a count'],
  ])('that are %s are unknown and called odd', async (_, body, oddity) => {
    const { client } = scriptedClient([{ body }]);
    const answer = await client.upsertLeads({ campaignId: 'camp_1', leads });
    expect(answer.created).toBeUndefined();
    expect(answer.oddities).toEqual([oddity]);
  });

  test('may be missing beside leads that are refused', async () => {
    const { client } = scriptedClient([{ body: { errors: [{ index: 1, message: 'no' }] } }]);
    expect(await client.upsertLeads({ campaignId: 'camp_1', leads })).toEqual({
      refused: [{ index: 1, message: 'no' }],
      oddities: [],
    });
  });
});

describe('statistics', () => {
  test('leave what is not told unknown, and give the bounce rate of what was sent', async () => {
    const { client } = scriptedClient([{ body: { data: { totalEnrolled: 100, sent: 80, bounced: 4 } } }]);
    const stats = await client.getCampaignStats('camp_1');
    expect(stats).toMatchObject({ campaignId: 'camp_1', sent: 80, bounced: 4, bounceRate: 0.05 });
    expect(stats.replied).toBeUndefined();
  });

  test('have no bounce rate before anything was sent', async () => {
    const { client } = scriptedClient([{ body: { totalEnrolled: 100, sent: 0, bounced: 0 } }]);
    expect((await client.getCampaignStats('camp_1')).bounceRate).toBeUndefined();
  });
});

describe('sender pools', () => {
  test.each([
    [[{ id: 'pool_1', dailyCapacity: 2000, remainingVolume: 1340, senderAccountIds: ['sa_1', 'sa_2'] }]],
    [{ pools: [{ id: 'pool_1', dailyCapacity: 2000, remainingVolume: 1340, senderCount: 2 }] }],
    [{ senderPools: [{ id: 'pool_1', dailyCapacity: 2000, remainingToday: 1340, senderCount: 2 }] }],
  ])('have one form', async (body) => {
    const { client } = scriptedClient([{ body }]);
    expect(await client.listSenderPools()).toMatchObject([
      { id: 'pool_1', remainingVolume: 1340, senderCount: 2 },
    ]);
  });
});

describe('replies', () => {
  const page = (ids: string[], number: number) => ({
    body: { replies: ids.map((id) => ({ id })), pagination: { total: 5, page: number, perPage: 2 } },
  });

  test('are read page by page until all are there', async () => {
    const { client, requests } = scriptedClient([page(['a', 'b'], 1), page(['c', 'd'], 2), page(['e'], 3)]);
    const { replies, isComplete } = await client.listReplies();
    expect(replies.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(isComplete).toBe(true);
    expect(requests.map(({ query }) => query)).toEqual([{}, { page: '2' }, { page: '3' }]);
  });

  test('are read no further than the limit', async () => {
    const { client, requests } = scriptedClient([page(['a', 'b'], 1), page(['c', 'd'], 2)]);
    const { replies } = await client.listReplies({ limit: 3, campaignId: 'camp_1' });
    expect(replies).toHaveLength(3);
    expect(requests).toHaveLength(2);
  });

  test('are read no further than to one that is known', async () => {
    const { client, requests } = scriptedClient([page(['a', 'b'], 1), page(['c', 'd'], 2)]);
    const { replies, isComplete } = await client.listReplies({ isKnown: ({ id }) => id === 'd' });
    expect(replies.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect([requests.length, isComplete]).toEqual([2, true]);
  });

  test('end when a page brings nothing new, as where the page parameter is not understood', async () => {
    const { client, requests } = scriptedClient([page(['a', 'b'], 1)]);
    const { replies, isComplete } = await client.listReplies();
    expect([replies.length, isComplete]).toEqual([2, false]);
    expect(requests).toHaveLength(2);
  });
});

describe('suppression', () => {
  test.each([[{ suppressed: 2 }], [{ result: { suppressed: 2, alreadySuppressed: 0, total: 2 } }]])(
    'reads %j',
    async (body) => {
      const { client } = scriptedClient([{ body }]);
      expect(await client.suppressEmails(['a@x.example', 'b@x.example'])).toEqual({
        requested: 2,
        suppressed: 2,
        outcomes: [
          { email: 'a@x.example', status: 'suppressed' },
          { email: 'b@x.example', status: 'suppressed' },
        ],
      });
    },
  );

  test('sends no more than a thousand addresses at a time, each once', async () => {
    const { client, requests } = scriptedClient([
      { body: { suppressed: 1000 } },
      { body: { suppressed: 1 } },
    ]);
    const emails = Array.from({ length: 1001 }, (_, i) => `lead${i}@x.example`);
    const result = await client.suppressEmails([...emails, 'LEAD0@x.example ']);
    expect(result).toMatchObject({ requested: 1001, suppressed: 1001 });
    expect(result.outcomes).toHaveLength(1001);
    expect(requests).toHaveLength(2);
  });
});

describe('addresses that cannot be suppressed', () => {
  const emails = Array.from({ length: 1500 }, (_, i) => `lead${i}@x.example`);
  const clientOf = (answer: (emails: string[]) => Pick<TransportResponse, 'status' | 'body'>) => {
    let requests = 0;
    const transport: Transport = ({ body }) => {
      requests += 1;
      const sent = suppression.parse(body).emails;
      return Promise.resolve({ headers: {}, ...answer(sent) });
    };
    const client = new LeadterraClient({ transport, sleep: () => Promise.resolve() });
    return { client, requests: () => requests };
  };

  test('do not keep the others from it', async () => {
    const { client, requests } = clientOf((sent) =>
      sent.includes('lead700@x.example')
        ? { status: 422, body: { message: 'not valid' } }
        : { status: 200, body: { suppressed: sent.length } },
    );
    const { outcomes, suppressed } = await client.suppressEmails(emails);
    expect(suppressed).toBe(1499);
    expect(outcomes.filter(({ status }) => status === 'rejected').map(({ email }) => email)).toEqual([
      'lead700@x.example',
    ]);
    expect(requests()).toBeLessThanOrEqual(25);
  });

  test('since a request fails are told from those of the requests before', async () => {
    const { client } = clientOf((sent) =>
      sent.length === 1000 ? { status: 200, body: { suppressed: 1000 } } : { status: 401, body: '' },
    );
    const { outcomes, suppressed } = await client.suppressEmails(emails);
    expect(suppressed).toBe(1000);
    expect(outcomes.filter(({ status }) => status === 'failed')).toHaveLength(500);
  });
});

describe('sequence steps', () => {
  test('are sent with tokens in the spelling of the API, and delays only after the first', async () => {
    const { client, requests } = scriptedClient([{ body: stored }]);
    await client.createCampaign({
      name: 'VP Sales',
      sequenceSteps: [
        { subject: 'Hi [[firstName]]', bodyHtml: '<p>{{company}}</p>', delayDays: 3 },
        { subject: 'Again', bodyHtml: '<p>[[company]]</p>', delayDays: 2 },
      ],
    });
    expect(requests[0]?.body).toEqual({
      name: 'VP Sales',
      sequenceSteps: [
        { subject: 'Hi {{firstName}}', bodyHtml: '<p>{{company}}</p>' },
        { subject: 'Again', bodyHtml: '<p>{{company}}</p>', delayDays: 2 },
      ],
    });
  });
});

describe('a created campaign', () => {
  const create = async (subject: string, stored: unknown, delayDays = 2) => {
    const { client } = scriptedClient([{ body: stored }]);
    const steps = [{ subject, bodyHtml: '<p>[[company]]</p>' }];
    return await client.createCampaign({
      name: 'VP Sales',
      sequenceSteps: [...steps, { subject: 'Again', bodyHtml: '', delayDays }],
    });
  };
  const confirmed = { id: 'camp_1', sequenceSteps: [{}, { delayDays: 2 }] };

  test('comes with the tokens of its copy', async () => {
    expect(await create('Hi {{firstName}}', confirmed)).toMatchObject({
      tokens: ['firstName', 'company'],
      warnings: [],
    });
  });

  test.each([
    ['{{first_name}}', 'did you mean [[firstName]]?'],
    ['[[Vorname]]', 'did you mean [[firstName]]?'],
    ['{{companyName}}', 'did you mean [[company]]?'],
    ['{{title}}', 'did you mean [[jobTitle]]?'],
    ['{{useCase}}', 'custom field "useCase"'],
  ])('warns of %s', async (subject, words) => {
    const { warnings } = await create(subject, confirmed);
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  test('warns of no custom field that its leads bring', async () => {
    const { client } = scriptedClient([{ body: confirmed }]);
    const sequenceSteps = [{ subject: '{{useCase}}', bodyHtml: '' }];
    const campaign = { name: 'VP Sales', sequenceSteps, customFields: ['useCase'] };
    expect(await client.createCampaign(campaign)).toMatchObject({ warnings: [] });
  });

  test('warns of a delay that the answer does not confirm', async () => {
    const { warnings } = await create('Hi', {
      id: 'camp_1',
      sequenceSteps: [{ stepIndex: 0 }, { stepIndex: 1 }],
    });
    expect(warnings).toEqual([expect.stringContaining('delay of 2 days before step 2')]);
  });
});

describe('deleting a webhook', () => {
  test.each([
    [204, 'deleted'],
    [404, 'gone'],
    [410, 'gone'],
    [405, 'unsupported'],
    [501, 'unsupported'],
  ])('that answers %i means %s', async (status, meaning) => {
    const { client } = scriptedClient([{ status, body: '' }]);
    expect(await client.deleteWebhook('wh_1')).toBe(meaning);
  });

  test.each([
    [{ error: { code: 'webhook_not_found', message: 'There is no webhook "wh_1".' } }, 'gone'],
    [{ statusCode: 404, error: 'Not Found', message: 'Cannot DELETE /v1/webhooks/wh_1' }, 'unsupported'],
    [{ message: 'Route DELETE:/v1/webhooks/wh_1 not found', error: 'Not Found' }, 'unsupported'],
    [{ error: { code: 'not_found', message: 'There is no such endpoint.' } }, 'unsupported'],
    ['<!DOCTYPE html><pre>Cannot DELETE /v1/webhooks/wh_1</pre>', 'unsupported'],
  ])('that answers 404 with %j means %s', async (body, meaning) => {
    const { client } = scriptedClient([{ status: 404, body }]);
    expect(await client.deleteWebhook('wh_1')).toBe(meaning);
  });
});
