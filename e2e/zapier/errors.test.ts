import { type Sandbox } from '@leadterra/sandbox';
import { containing, matching, someText } from '@leadterra/testing/matchers';
import { type ZapierApp } from '@leadterra/testing/zapier';

import { closeConnected, connected, enrollList, newCampaign, shown } from './support.ts';

let sandbox: Sandbox;
let zapier: ZapierApp;
let campaign: string;

beforeAll(async () => {
  ({ sandbox, zapier } = await connected());
});
afterAll(closeConnected);
beforeEach(async () => {
  sandbox.setFaults({});
  campaign = await newCampaign(zapier, 'Errors');
});

const pause = () => shown(zapier.create('pause_campaign', { campaign }));

test('asks to reconnect an account whose key is wrong', async () => {
  await expect(shown(zapier.authTest({ apiKey: 'sk_test_notthekeyatall' }))).resolves.toMatchObject({
    kind: 'ExpiredAuthError',
    message: matching(
      /did not accept the API key .* Then reconnect the account in Zapier\.( \(Request req_\w+\))?$/,
    ),
  });
});

test('names the campaign that there is not', async () => {
  for (const key of ['start_campaign', 'pause_campaign', 'pause_campaign_if_bounce_rate_is_high'])
    await expect(shown(zapier.create(key, { campaign: 'camp_0' }))).resolves.toMatchObject({
      kind: 'AppError',
      status: 404,
      message: matching(/campaign "camp_0": Leadterra does not know it .* Check the ID/),
    });
  await expect(
    shown(zapier.create('enroll_lead', { campaign: 'camp_0', email: 'ava@example.com' })),
  ).resolves.toMatchObject({
    status: 404,
    message: containing('Could not enroll ava@example.com in campaign "camp_0"'),
  });
  await expect(zapier.search('find_campaign_statistics', { campaign: 'camp_0' })).resolves.toEqual([]);
});

test('says what a campaign needs before it can start', async () => {
  await expect(shown(zapier.create('start_campaign', { campaign }))).resolves.toMatchObject({
    code: 'no_leads_enrolled',
    message: containing('Enroll at least one lead in the campaign, then start it.'),
  });
  campaign = String((await zapier.createInZap('create_campaign', { name: 'Without steps' }))['id']);
  await zapier.create('enroll_lead', { campaign, email: 'ava@example.com' });
  await expect(shown(zapier.create('start_campaign', { campaign }))).resolves.toMatchObject({
    code: 'no_sequence_steps',
    message: containing('Give the campaign at least one sequence step'),
  });
});

test.each(['index', 'email', 'path', 'unnamed'])(
  'lists the leads that a 422 refuses, named by %s',
  async (how) => {
    sandbox.setFaults({ always: [how === 'unnamed' ? 'unprocessable-unnamed' : `unprocessable-by-${how}`] });
    await expect(
      enrollList(zapier, campaign, [
        { email: 'ava@example.com' },
        { email: 'rejected@example.com' },
        { email: 'ben@example.com' },
      ]),
    ).resolves.toMatchObject({
      enrolled: 2,
      rejected: 1,
      notEnrolled: [{ email: 'rejected@example.com', status: 'rejected', reason: someText }],
    });
    await expect(
      shown(zapier.create('enroll_lead', { campaign, email: 'rejected@example.com' })),
    ).resolves.toMatchObject({
      kind: 'HaltedError',
      message: containing(`Could not enroll rejected@example.com in campaign "${campaign}": `),
    });
  },
);

test('hands the wait that Leadterra asks for to Zapier at once', async () => {
  sandbox.setFaults({ always: ['rate-limit:0'] });
  await expect(pause()).resolves.toMatchObject({
    kind: 'ThrottledError',
    delay: 1,
    message: containing('Leadterra is receiving too many requests (429'),
  });
  await expect(shown(enrollList(zapier, campaign, [{ email: 'ava@example.com' }]))).resolves.toMatchObject({
    kind: 'ThrottledError',
    delay: 1,
  });
});

test('says that a campaign may have been created when the connection drops after the request', async () => {
  sandbox.setFaults({ next: ['reset-after-acting'] });
  await expect(shown(zapier.create('create_campaign', { name: 'Twice?' }))).resolves.toMatchObject({
    message: containing('It may have been created all the same: look for "Twice?"'),
  });
});
