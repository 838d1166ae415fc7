import { type Sandbox, type SandboxOptions, startSandbox } from '@leadterra/sandbox';
import {
  enrollLeads,
  type Lead,
  LeadterraClient,
  parseJsonOrText,
  parseWebhookEvent,
  type RetryPolicy,
  verifyWebhookSignature,
} from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';
import { startStandIn } from '@leadterra/testing/stand-in';

import { rejection } from '../support/scripted';

const steps = [
  { subject: 'Hello [[firstName]]', bodyHtml: '<p>{{company}}: [[useCase]]</p>' },
  { subject: 'Again', bodyHtml: '<p>{{firstName}}?</p>', delayDays: 3 },
];
const leads: Lead[] = [
  {
    email: 'zoe@acme.example',
    firstName: 'Zoë',
    lastName: 'van den Berg',
    company: 'Acme',
    customFields: { useCase: 'sync' },
  },
  { email: 'ben@acme.example', firstName: 'Ben', jobTitle: 'CTO', customFields: { seats: 5, trial: true } },
  { email: 'rejected@acme.example', firstName: 'Rex' },
  { email: 'listed@acme.example', firstName: 'Lis' },
  { email: 'ZOE@acme.example', company: 'Acme GmbH' },
];

let sandbox: Sandbox;
const opened: Sandbox[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(
  options: SandboxOptions,
  retry?: Partial<RetryPolicy>,
  apiKey?: string,
): Promise<LeadterraClient> {
  sandbox = await startSandbox({ seed: 1, timeScale: 0, ...options });
  opened.push(sandbox);
  const transport = axiosTransport({ apiKey: apiKey ?? sandbox.apiKey, baseUrl: sandbox.url });
  return new LeadterraClient({ transport, sleep: () => Promise.resolve(), retry });
}

function storedLeads(): unknown[] {
  const columns = 'email, first_name, last_name, company, job_title, custom_fields';
  return sandbox.database
    .prepare(`SELECT ${columns} FROM leads ORDER BY email`)
    .all()
    .map((row) => ({ ...row }));
}

describe.each(['reference', 'guide', 'concept'] as const)('a Leadterra that answers as its %s', (dialect) => {
  test('takes a campaign from its creation to its statistics', async () => {
    const client = await open({ dialect });
    const campaign = await client.createCampaign({ name: 'VP Sales', sequenceSteps: steps });
    expect(campaign.status).toBe('draft');
    await client.suppressEmails(['listed@acme.example']);
    const input = { campaignId: campaign.id, leads, findLeftOut: 'always' as const };
    const report = await enrollLeads(client, input);
    expect(report.outcomes.map(({ status }) => status)).toEqual([
      'enrolled',
      'enrolled',
      'rejected',
      'left_out',
      'duplicate',
    ]);
    expect(report.oddities).toEqual([]);
    expect(report.totals).toMatchObject({ enrolled: 2, created: 2, updated: 0, leftOut: 1 });

    expect(await client.startCampaign(campaign.id)).toMatchObject({ id: campaign.id, status: 'running' });
    await sandbox.settled();
    expect(await client.getCampaignStats(campaign.id)).toMatchObject({
      totalEnrolled: 2,
      sent: 2,
      bounced: 0,
      bounceRate: 0,
    });
    expect(await client.pauseCampaign(campaign.id)).toMatchObject({ id: campaign.id, status: 'paused' });
    const sent = sandbox.database.prepare('SELECT subject, body_html FROM messages ORDER BY subject').all();
    expect(sent).toEqual([
      expect.objectContaining({ subject: 'Hello Ben', body_html: '<p>: </p>' }),
      expect.objectContaining({ subject: 'Hello Zoë', body_html: '<p>Acme GmbH: sync</p>' }),
    ]);
  });

  test('stores the same leads as in every other dialect', async () => {
    const client = await open({ dialect });
    const { id } = await client.createCampaign({ name: 'VP Sales', sequenceSteps: steps });
    await enrollLeads(client, { campaignId: id, leads });
    const empty = { first_name: null, last_name: null, company: null, job_title: null, custom_fields: '{}' };
    expect(storedLeads()).toEqual([
      {
        ...empty,
        email: 'ben@acme.example',
        first_name: 'Ben',
        job_title: 'CTO',
        custom_fields: '{"seats":5,"trial":true}',
      },
      { ...empty, email: 'listed@acme.example', first_name: 'Lis' },
      {
        ...empty,
        email: 'zoe@acme.example',
        first_name: 'Zoë',
        last_name: 'van den Berg',
        company: 'Acme GmbH',
        custom_fields: '{"useCase":"sync"}',
      },
    ]);
  });

  test('lists replies, pools and accounts', async () => {
    const client = await open({ dialect });
    const { id } = await client.createCampaign({ name: 'VP Sales', sequenceSteps: steps });
    const people = Array.from({ length: 120 }, (_, i) => ({ email: `replies${i}@acme.example` }));
    await enrollLeads(client, { campaignId: id, leads: people });
    await client.startCampaign(id);
    await sandbox.settled();
    const { replies } = await client.listReplies({ campaignId: id });
    expect(new Set(replies.map(({ email }) => email)).size).toBe(120);
    expect(replies[0]).toMatchObject({ campaignId: id, classification: 'interested' });
    expect((await client.listSenderPools())[0]?.remainingVolume).toEqual(expect.any(Number));
    expect((await client.listSenderAccounts()).some(({ canSend }) => canSend)).toBe(true);
  });

  test('delivers bounces that can be verified and read', async () => {
    const client = await open({ dialect });
    const receiver = await startStandIn();
    try {
      const url = `${receiver.url}/hook`;
      const webhook = await client.registerWebhook({ url, events: ['message.bounced'] });
      const { id } = await client.createCampaign({ name: 'VP Sales', sequenceSteps: steps });
      await enrollLeads(client, { campaignId: id, leads: [{ email: 'hard-bounce@acme.example' }] });
      await client.startCampaign(id);
      await sandbox.settled();

      const { body, headers } = await receiver.first;
      expect(receiver.requests).toHaveLength(1);
      const signature = String(headers['x-leadterra-signature']);
      expect(verifyWebhookSignature({ rawBody: body, signature, secrets: [webhook.secret ?? ''] })).toBe(
        true,
      );
      expect(parseWebhookEvent(parseJsonOrText(body))).toMatchObject({
        event: 'message.bounced',
        bounceType: 'hard',
        email: 'hard-bounce@acme.example',
        campaignId: id,
      });
      expect(await client.deleteWebhook(webhook.id)).toBe('deleted');
      expect(await client.deleteWebhook(webhook.id)).toBe('gone');
    } finally {
      await receiver.close();
    }
  });

  test('refuses with errors that say what happened and what to do', async () => {
    const client = await open({ dialect });
    const { id } = await client.createCampaign({ name: 'No steps', sequenceSteps: [] });
    expect(await rejection(client.startCampaign('camp_unknown'))).toMatchObject({
      kind: 'not_found',
      code: 'campaign_not_found',
    });
    expect((await rejection(client.startCampaign(id))).message).toMatch(
      /no_sequence_steps.*at least one sequence step/,
    );
    const empty = await client.createCampaign({ name: 'No leads', sequenceSteps: steps });
    expect((await rejection(client.startCampaign(empty.id))).message).toMatch(
      /no_leads_enrolled.*at least one lead/,
    );
  });

  test('refuses a wrong key without showing it', async () => {
    const client = await open({ dialect }, undefined, 'sk_test_wrongwrongwrong');
    const error = await rejection(client.listSenderAccounts());
    expect(error).toMatchObject({ kind: 'authentication', code: 'authentication_failed' });
    expect(error.message).not.toContain('wrongwrong');
  });
});

describe('a Leadterra that misbehaves', () => {
  test.each([
    ['html-page', 'unexpected_answer', '<'],
    ['truncated-json', 'unexpected_answer', 'cannot be understood'],
    ['status-502', 'server', '502'],
    ['reset-before-reading', 'network', 'connection'],
    ['connection-closed', 'network', 'connection'],
    ['endless-body:0', 'network', 'connection'],
  ])('with %s gives a clear error', async (fault, kind, words) => {
    const client = await open({ faults: { always: [fault] } }, { attempts: 1 });
    const error = await rejection(client.listSenderPools());
    expect(error).toMatchObject({ kind });
    expect(error.message).toContain(words);
  });

  test('with an answer that drips for ever meets the timeout', async () => {
    const client = await open({ faults: { always: ['endless-body'] } }, { attempts: 1 });
    const error = await rejection(client.listSenderPools({ deadline: Date.now() + 300 }));
    expect(error).toMatchObject({ kind: 'timeout' });
  });
});

describe('a redirect', () => {
  test('is not followed, so that the key stays where it belongs', async () => {
    const elsewhere = await startStandIn((response) => response.end('[]'));
    const api = await startStandIn((response) => response.writeHead(302, { location: elsewhere.url }).end());
    const transport = axiosTransport({ apiKey: 'sk_test_example', baseUrl: api.url });
    const client = new LeadterraClient({ transport, sleep: () => Promise.resolve() });
    const error = await rejection(client.listSenderAccounts());
    await Promise.all([api.close(), elsewhere.close()]);
    expect(error.message).toContain('redirect');
    expect(elsewhere.requests).toEqual([]);
  });
});
