import { createHmac } from 'node:crypto';

import { type Sandbox, startSandbox } from '@leadterra/sandbox';

import {
  callHook,
  callWebhook,
  type DeliveryRun,
  ResponseStandIn,
  type TriggerPlace,
} from './trigger-stand-in';

let sandbox: Sandbox;
let place: TriggerPlace & { log: string[] };
let token: string;
let secret: string;
let nodes = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
});

afterAll(async () => {
  await sandbox.close();
});

beforeEach(async () => {
  // What was seen is known per node for as long as the process lives.
  const nodeId = `trigger-${nodes++}`;
  const url = `https://n8n.example/webhook/${nodeId}/webhook`;
  place = { sandbox, url, nodeId, staticData: {}, parameters: { events: ['message.bounced'] }, log: [] };
  await callHook({ ...place, method: 'create', mode: 'trigger', activation: 'activate' });
  const sql = 'SELECT url, secret FROM webhooks WHERE url LIKE ?';
  const [webhook] = sandbox.database.prepare(sql).all(`${url}%`);
  token = new URL(String(webhook?.['url'])).searchParams.get('token') ?? '';
  secret = String(webhook?.['secret']);
});

function bounce(messageId: string, data: object = {}): string {
  const fields = { messageId, bounceType: 'hard', campaignId: 'camp_1', ...data };
  return JSON.stringify({ event: 'message.bounced', data: fields });
}

const sign = (body: string, key = secret) => createHmac('sha256', key).update(body).digest('hex');

/** A delivery as Leadterra sends it, up to where n8n would start the workflow. */
async function deliver(body: string, differences: Partial<DeliveryRun> = {}, response?: ResponseStandIn) {
  return await callWebhook({ ...place, body, token, signature: sign(body), ...differences }, response);
}

// The first delivery of this process, so that it is the one that says so.
test('a version of n8n that does not let static data be stored is told of once, and works', async () => {
  for (const messageId of ['msg_1', 'msg_2'])
    expect((await deliver(bounce(messageId))).item).toMatchObject({ messageId });
  expect(place.log).toEqual([
    expect.stringContaining(
      'does not let the Leadterra Trigger store which events have started the workflow',
    ),
  ]);
});

describe('who may deliver', () => {
  test('is Leadterra with token and signature, and also after the API key was rotated', async () => {
    expect((await deliver(bounce('msg_1'))).item).toMatchObject({ messageId: 'msg_1' });
    const rotated = { sandbox: { url: sandbox.url, apiKey: 'sk_test_rotated' } };
    expect((await deliver(bounce('msg_2'), rotated)).item).toMatchObject({ messageId: 'msg_2' });
  });

  test.each([
    ['another token', () => ({ token: 'guess' })],
    ['no signature', () => ({ signature: undefined })],
    ['another signature', () => ({ signature: sign('{}') })],
    ['the signature of another secret', () => ({ signature: sign(bounce('msg_1'), 'guess') })],
  ])('is nobody with %s', async (_, differences) => {
    const { item, response } = await deliver(bounce('msg_1'), differences());
    expect(item).toBeUndefined();
    expect(response.statusCode).toBe(401);
    expect(place.log).toHaveLength(1);
  });

  test('is who signs with the secret from the credential, where Leadterra gave none', async () => {
    Object.assign(Object(place.staticData['production']), { sealedSecret: undefined });
    const body = bounce('msg_1');
    const withSecret = { signingSecret: 'whsec_own' };
    expect((await deliver(body, withSecret)).response.statusCode).toBe(401);
    const signed = { ...withSecret, signature: sign(body, 'whsec_own') };
    expect((await deliver(body, signed)).item).toBeDefined();
  });
});

describe('an event starts one run', () => {
  const body = bounce('msg_1');

  test('although n8n answers after the sender has hung up', async () => {
    const late = await deliver(body);
    late.response.hangUp();
    late.response.status(200).end();
    const again = await deliver(body);
    expect([late.item, again.item]).toEqual([expect.anything(), undefined]);
    expect(again.response.statusCode).toBe(200);
  });

  test('although it is delivered again while n8n has not answered yet', async () => {
    const first = await deliver(body);
    first.response.hangUp();
    const [second, third] = [deliver(body), deliver(body)];
    first.response.status(200).end();
    expect(await Promise.all([second, third])).toMatchObject([{ item: undefined }, { item: undefined }]);
  });

  test('by the next delivery, where n8n could not start it', async () => {
    const first = await deliver(body);
    const waiting = deliver(body);
    first.response.hangUp();
    first.response.status(503).end();
    const second = await waiting;
    expect(second.item).toBeDefined();
    second.response.status(200).end();
    expect((await deliver(body)).item).toBeUndefined();
  });

  test('by a delivery whose own sender hung up while it waited', async () => {
    const first = await deliver(body);
    const response = new ResponseStandIn();
    const waiting = deliver(body, {}, response);
    response.hangUp();
    first.response.status(500).end();
    expect((await waiting).item).toBeDefined();
  });
});

describe('filters', () => {
  const url = 'https://app.leadterra.co/campaigns/camp_1/settings?tab=2#top';

  test.each([
    [{ bounceType: 'hard' }, {}],
    [{ bounceType: 'hard' }, { bounceType: ' Hard ' }],
    [{ bounceType: 'hard' }, { bounceType: 'permanent' }],
    [{ bounceType: 'hard' }, { bounceType: undefined, bounce: { type: 'hard' } }],
    [{ bounceType: 'soft' }, { bounceType: 'Soft bounce' }],
    [{ bounceType: 'soft' }, { bounceType: 'block' }],
    [{ campaignIds: 'camp_1' }, {}],
    [{ campaignIds: 'camp_0; camp_1' }, { campaignId: undefined, campaign_id: 'camp_1' }],
    [{ campaignIds: url }, {}],
  ])('of %j let %j through, without a remark', async (filters, data) => {
    const parameters = { ...place.parameters, filters };
    expect((await deliver(bounce('msg_1', data), { parameters })).item).toBeDefined();
    expect(place.log.filter((line) => line.includes('msg_1'))).toEqual([]);
  });

  test.each([
    [{ bounceType: 'hard' }, { bounceType: 'soft' }],
    [{ bounceType: 'hard' }, { bounceType: 'Temporary' }],
    [{ bounceType: 'soft' }, {}],
    [{ campaignIds: 'camp_2' }, {}],
    [{ campaignIds: 'CAMP_1' }, {}],
  ])('of %j keep %j back', async (filters, data) => {
    const parameters = { ...place.parameters, filters };
    const { item, response } = await deliver(bounce('msg_1', data), { parameters });
    expect(item).toBeUndefined();
    expect(response).toMatchObject({ ended: true, statusCode: 200 });
  });

  test('let an event of an unknown campaign through, and say so', async () => {
    const parameters = { ...place.parameters, filters: { campaignIds: 'camp_1' } };
    expect((await deliver(bounce('msg_1', { campaignId: undefined }), { parameters })).item).toBeDefined();
    expect(place.log).toContainEqual(
      '"Leadterra Trigger" let an event through (message.bounced:msg_1): it does not say which campaign it belongs to.',
    );
  });

  test.each([
    [undefined, 'it does not say whether it is a hard bounce'],
    ['block', 'its bounce type "block" is neither hard nor soft'],
  ])('keep a bounce of type %j from what is done for hard ones, and say so', async (bounceType, why) => {
    const parameters = { ...place.parameters, filters: { bounceType: 'hard' } };
    expect((await deliver(bounce('msg_1', { bounceType }), { parameters })).item).toBeUndefined();
    expect(place.log).toContainEqual(
      `"Leadterra Trigger" passed over an event (message.bounced:msg_1): ${why}.`,
    );
  });

  test('say so where an event comes that the node is not set to', async () => {
    const { item } = await deliver(JSON.stringify({ event: 'message.opened', data: { messageId: 'msg_1' } }));
    expect(item).toBeUndefined();
    expect(place.log).toContainEqual(expect.stringContaining('the node is not set to message.opened'));
  });
});
