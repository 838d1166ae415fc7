import { type Sandbox } from '@leadterra/sandbox';
import { count } from '@leadterra/testing/leadterra';
import { containing, matching } from '@leadterra/testing/matchers';
import { type Subscription, type ZapierApp } from '@leadterra/testing/zapier';

import { closeConnected, connected, enrollList, newCampaign, shown } from './support.ts';

let sandbox: Sandbox;
let zapier: ZapierApp;
let campaign: string;
let subscription: Subscription;

const email = 'ava@example.com';

beforeAll(async () => {
  ({ sandbox, zapier } = await connected({ campaignList: 'works' }));
});
beforeEach(async () => {
  sandbox.setFaults({});
  campaign = await newCampaign(zapier, 'Faults');
  await zapier.create('enroll_lead', { campaign, email });
  subscription = await zapier.subscribe('message_bounced', 'https://hooks.example.com/1');
});
afterAll(closeConnected);

/** Every run of the app that asks Leadterra for something. */
const runs = {
  'the connection test': () => zapier.authTest(),
  'Create Campaign': () => zapier.create('create_campaign', { name: 'Another' }),
  'Enroll Lead': () => zapier.create('enroll_lead', { campaign, email }),
  'Enroll Leads': () => enrollList(zapier, campaign, [{ email }]),
  'Check Campaign Before Start': () => zapier.create('check_campaign_before_start', { campaign }),
  'Start Campaign': () => zapier.create('start_campaign', { campaign }),
  'Pause Campaign': () => zapier.create('pause_campaign', { campaign }),
  'Pause Campaign if Bounce Rate Is High': () =>
    zapier.create('pause_campaign_if_bounce_rate_is_high', { campaign }),
  'Add to Suppression List': () =>
    zapier.create('add_to_suppression_list', { emails: ['never@example.com'] }),
  'Find Reply by Email': () => zapier.search('find_reply_by_email', { email }),
  'Find Campaigns': () => zapier.search('find_campaigns', {}),
  'the dropdown of campaigns': () => zapier.dropdown('campaigns'),
  'Find Campaign Statistics': () => zapier.search('find_campaign_statistics', { campaign }),
  'Find Sending Capacity': () => zapier.search('find_sending_capacity', { campaign }),
  'recent bounces': () => zapier.performList('message_bounced'),
  'recent replies': () => zapier.performList('reply_received'),
  'switching a Zap on': () => zapier.subscribe('message_sent', 'https://hooks.example.com/2'),
  'switching a Zap off': () => zapier.unsubscribe('message_bounced', subscription),
};
type RunName = keyof typeof runs;
const allRuns = Object.entries(runs);
const ofCampaign = ['Start Campaign', 'Pause Campaign', 'Enroll Lead', 'Enroll Leads'] satisfies RunName[];

const requests = () => count(sandbox, 'SELECT count(*) FROM requests');

const unreadable = 'cannot be understood: it holds "';
const noConnection = 'the connection to Leadterra failed (ECONNRESET)';
const atFault = 'Leadterra had a problem of its own';

describe.each([
  ['truncated-json', unreadable],
  ['html-page', unreadable],
  ['endless-body:0', 'the connection to Leadterra failed'],
  ['connection-closed', noConnection],
  ['reset-before-reading', noConnection],
  ['reset-after-acting', noConnection],
  ['status-500', `${atFault} (500`],
  ['status-502', `${atFault} (502`],
  ['status-503', `${atFault} (503`],
  ['status-504', `${atFault} (504`],
])('under %s', (fault, what) => {
  test('every run fails after a few tries, says what it was for and what happened, and sends nobody to a developer', async () => {
    for (const [name, run] of allRuns) {
      // Of the answer to a deletion nothing is read.
      if (name === 'switching a Zap off' && what === unreadable) continue;
      sandbox.setFaults({ always: [fault] });
      const before = requests();
      const told = await shown(run());
      expect({ name, ...told }).toMatchObject({ name, kind: 'AppError', message: containing(what) });
      expect(told.message).toMatch(/^Could not [a-z]+ .+: /);
      expect(told.message).not.toMatch(/base URL|undefined|Invalid input/);
      expect(requests() - before).toBeLessThanOrEqual(3);
    }
  });
});

test.each(allRuns)(
  '%s does not wait longer than a run has time when Leadterra asks to slow down',
  async (_, run) => {
    sandbox.setFaults({ always: ['status-429:60'] });
    await expect(shown(run())).resolves.toMatchObject({
      kind: 'ThrottledError',
      delay: 60,
      message: containing('Leadterra is receiving too many requests (429'),
    });
  },
);

test.each(allRuns)('%s asks to reconnect once the key is revoked', async (_, run) => {
  sandbox.setFaults({ always: ['key-revoked:0'] });
  await expect(shown(run())).resolves.toMatchObject({
    kind: 'ExpiredAuthError',
    message: matching(/^Could not .+ Then reconnect the account in Zapier\./),
  });
});

test.each(ofCampaign)('%s names the campaign that was deleted', async (name) => {
  sandbox.setFaults({ always: ['campaign-deleted:0'] });
  await expect(shown(runs[name]())).resolves.toMatchObject({
    kind: 'AppError',
    status: 404,
    message: containing(`campaign "${campaign}": Leadterra does not know it`),
  });
});

test.each([
  'batch-limit-413:2',
  'batch-limit-400:2',
  'bulk-empty',
  'bulk-counts-too-high',
  'bulk-counts-negative',
  'bulk-counts-as-text',
  'bulk-unknown-indexes',
])('Enroll Leads gives each lead one outcome under %s', async (fault) => {
  sandbox.setFaults({ always: [fault] });
  const leads = Array.from({ length: 5 }, (_, index) => ({ email: `lead${index}@example.com` }));
  const told = await shown(enrollList(zapier, campaign, leads));
  if (fault === 'bulk-empty') {
    expect(told).toMatchObject({ kind: 'AppError', message: containing('cannot be understood') });
  } else {
    // What an answer does not prove is not claimed.
    const isProven = fault.startsWith('batch-limit');
    const counts = isProven ? { enrolled: 5, unconfirmed: 0 } : { enrolled: 0, unconfirmed: 5 };
    expect(told).toMatchObject({ result: { input: 5, rejected: 0, ...counts } });
  }
});

test('ends within the time that Zapier grants when Leadterra takes 13 seconds for each answer', async () => {
  sandbox.setFaults({ always: ['latency:13000'] });
  // One more than ten requests at a time hold.
  const leads = Array.from({ length: 2501 }, (_, index) => ({ email: `slow${index}@example.com` }));
  const began = performance.now();
  const [enrolled, ...others] = await Promise.all([
    shown(enrollList(zapier, campaign, leads)),
    shown(runs['Pause Campaign if Bounce Rate Is High']()),
    shown(runs['Find Sending Capacity']()),
  ]);
  expect(performance.now() - began).toBeLessThan(30_000);
  expect(enrolled).toMatchObject({ message: containing('2500 of 2501 leads were enrolled, 1 were not.') });
  expect(others[1]).toMatchObject({ message: containing('Leadterra did not answer in time') });
});
