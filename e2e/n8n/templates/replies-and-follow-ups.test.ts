// The templates for what comes back, each as its notes say to set it up: what is a service's is a stand-in here.
import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { mapLead } from '@leadterra/shared';
import {
  callLeadterra,
  column,
  count,
  createCampaign,
  deliver,
  onlyWebhook,
  post,
} from '@leadterra/testing/leadterra';
import { campaignById, node, readTemplate } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';
import { until } from '@leadterra/testing/until';
import { valueAt } from '@leadterra/testing/value-at';

import { useN8n } from '../support.ts';
import { jsonOf, parameterOf, pull, retry, service, start } from './parts.ts';

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;
let active: string[] = [];

const day = 24 * 60 * 60 * 1000;

beforeEach(async () => {
  sandbox = await startLeadterra();
});

afterEach(async () => {
  for (const id of active) await n8n().deactivate(id);
  active = [];
});

/** Imports a template with what a user fills in, and puts it into force until the end of the test. */
async function activate(...template: Parameters<typeof readTemplate>): Promise<string> {
  const id = await n8n().importWorkflow(await readTemplate(...template));
  active.push(id);
  await n8n().activate(id);
  return id;
}

/** Mails these people, whose addresses decide what comes back. */
async function mail(...people: string[]): Promise<void> {
  const campaign = await createCampaign(sandbox, people.join(' '));
  const leads = people.map((who) => ({ email: `${who}@alpha.example`, firstName: 'Ava' }));
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaign}/leads/bulk`, { leads });
  await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaign}/start`);
  await sandbox.settled();
}

/** Has one who was mailed answer, or the email come back. No fault reaches this. */
async function comeBack(who: string, how: { classification: string } | { type: 'hard' }): Promise<void> {
  const [id = ''] = column(
    sandbox,
    'SELECT messages.id FROM messages JOIN leads ON lead_id = leads.id WHERE email LIKE ?',
    `${who}@%`,
  );
  const what = 'type' in how ? 'bounce' : 'answer';
  await callLeadterra(sandbox, 'POST', `/_sandbox/messages/${id}/${what}`, how);
  await sandbox.settled();
}

const asked = (path: string) =>
  count(sandbox, 'SELECT count(*) FROM requests WHERE path LIKE ? AND status < 300', path);

/** Delivers an event as it was delivered before. */
async function deliverAgain(event: string): Promise<void> {
  const { url, secret } = onlyWebhook(sandbox);
  const [body = ''] = column(sandbox, 'SELECT body FROM deliveries WHERE event = ?', event);
  expect(await deliver(url, secret, body)).toBe(200);
}

/** Refuses whoever is not Leadterra: no token, or no signature. */
async function expectOnlyLeadterraIn(event: string, data: object): Promise<void> {
  const { url } = onlyWebhook(sandbox);
  const body = JSON.stringify({ event, data: { email: 'eve@evil.example', ...data } });
  expect(await post(url, body)).toBe(401);
  expect(await post(url.replace(/\?.*/, ''), body)).toBe(401);
}

const sdrs = () => callLeadterra(sandbox, 'GET', '/v1/sdrs').then((body) => valueAt(body, 'data'));

/** Has the key's own SDR in conversation with these people, and returns the IDs of their follow-ups. */
async function converse(...people: string[]): Promise<string[]> {
  await mail(...people);
  const sdrId = valueAt(await sdrs(), '0', 'id');
  for (const replyId of column(sandbox, 'SELECT id FROM replies ORDER BY rowid'))
    await callLeadterra(sandbox, 'POST', `/v1/replies/${replyId}/assign`, { sdrId, skipIcpCheck: true });
  return column(sandbox, 'SELECT id FROM follow_ups ORDER BY rowid');
}

describe('reply-desk', () => {
  const sent = () => count(sandbox, 'SELECT count(*) FROM drafts WHERE sent_at IS NOT NULL');
  const assigned = () =>
    column(sandbox, 'SELECT contact_email FROM threads WHERE sdr_id = ?', String(colleague));
  let colleague: unknown;

  /** Asks in Telegram, whose node can be told where Telegram is: it waits as that of Slack does. */
  async function setUp({ instructions = 'Propose a call.', messengerIsDown = false } = {}) {
    await converse('replies-ava');
    colleague = valueAt(await sdrs(), '1', 'id');
    const telegram = await startStandIn((response) =>
      response.writeHead(messengerIsDown ? 500 : 200).end('{"ok":true,"result":{}}'),
    );
    await n8n().createCredential('telegramApi', 'Telegram', { accessToken: '1', baseUrl: telegram.url });
    const template = await readTemplate('reply-desk');
    const [message, approvalOptions, options] = ['message', 'approvalOptions', 'options'].map((key) =>
      parameterOf(template, 'Ask for Approval', key),
    );
    const others = [
      node(
        'Ask for Approval',
        'n8n-nodes-base.telegram',
        1.2,
        { resource: 'message', operation: 'sendAndWait', chatId: '1', message, approvalOptions, options },
        { credentials: { telegramApi: {} }, onError: 'continueErrorOutput' },
      ),
    ];
    const chosen = {
      'Generate Draft': { additionalFields: { instructions } },
      'Assign to SDR': { sdr: campaignById(String(colleague)) },
    };
    const id = await activate('reply-desk', chosen, others);
    const question = async () => {
      const { body } = await until('somebody is asked', () => telegram.requests.at(-1));
      const asked: unknown = JSON.parse(body);
      const buttons = ['0', '1'].map((at) => valueAt(asked, 'reply_markup', 'inline_keyboard', '0', at));
      const url = (label: string) =>
        String(
          valueAt(
            buttons.find((button) => valueAt(button, 'text') === label),
            'url',
          ),
        );
      const text = String(valueAt(asked, 'text'));
      return { text, decline: url('Give to an SDR'), approve: url('Send') };
    };
    return { id, question, telegram };
  }

  /** Ava, who is in conversation already, answers once more. */
  const answer = (classification = 'interested') => comeBack('replies-ava', { classification });

  /** Presses a button as a person's browser does: what looks like a program counts as a preview. */
  const press = async (url: string) => {
    const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    return (await fetch(url, { headers: { 'user-agent': browser } })).status;
  };

  /** Presses it as soon as n8n waits for that, which is some moments after it has asked. */
  const decide = async (url: string) => {
    await until('n8n takes the decision', async () => (await press(url)) === 200);
  };

  test('sends the draft that somebody approves, once', async () => {
    const { id, question, telegram } = await setUp();
    await answer();
    const { text, approve } = await question();
    expect(text).toContain('replies-ava@alpha.example wrote:');
    expect(text).toContain('Propose a call.');
    expect(sent()).toBe(0);
    // Whoever knows where n8n waits, but has no button, decides nothing.
    expect(await press(approve.replace(/signature=\w+/, 'signature=0'))).toBe(401);
    await decide(approve);
    const [execution] = await n8n().waitForExecutions(id);
    expect(execution?.status).toBe('success');
    expect(sent()).toBe(1);
    await press(approve);
    await deliverAgain('reply.received');
    await answer('not_interested');
    await n8n().waitForExecutions(id, 2);
    expect(telegram.requests).toHaveLength(1);
    expect(sent()).toBe(1);
    expect(assigned()).toEqual([]);
  });

  test('gives an SDR what is declined, and what has no conversation', async () => {
    const { id, question } = await setUp();
    await answer();
    await decide((await question()).decline);
    await n8n().waitForExecutions(id, 1);
    expect(sent()).toBe(0);
    expect(assigned()).toEqual(['replies-ava@alpha.example']);
    await mail('replies-new');
    await n8n().waitForExecutions(id, 2);
    expect(assigned()).toHaveLength(2);
  });

  test.each([
    ['the guardrails block the draft', { instructions: 'We guarantee it.' }],
    ['the messenger is down', { messengerIsDown: true }],
  ])('gives it to an SDR where %s', async (_, trouble) => {
    const { id, question } = await setUp(trouble);
    await answer();
    if (!('messengerIsDown' in trouble)) await decide((await question()).approve);
    const [execution] = await n8n().waitForExecutions(id);
    expect(execution?.status).toBe('success');
    expect(sent()).toBe(0);
    expect(assigned()).toEqual(['replies-ava@alpha.example']);
  });

  test.each(['status-503', 'key-revoked:0'])('fails at %s, and loses nobody', async (fault) => {
    const { id } = await setUp();
    sandbox.setFaults({ always: [fault] });
    await answer();
    const [failed] = await n8n().waitForExecutions(id);
    expect(failed?.status).toBe('error');
    sandbox.setFaults({});
    if (failed) expect((await retry(n8n(), id, failed)).status).toBe('success');
    expect(assigned()).toEqual(['replies-ava@alpha.example']);
    expect(sent()).toBe(0);
  });

  test('is started by nobody but Leadterra', async () => {
    const { telegram } = await setUp();
    await expectOnlyLeadterraIn('reply.received', { reply: { id: 'rpl_1', classification: 'interested' } });
    expect(telegram.requests).toEqual([]);
    expect(assigned()).toEqual([]);
  });
});

describe('opt-out-loop', () => {
  const suppressed = () => column(sandbox, 'SELECT email FROM suppressions ORDER BY email');

  /** HubSpot knows everybody but those who are called a stranger. */
  async function setUp() {
    const marks: Record<string, string> = {};
    const hubspot = await startStandIn((response, { body }) => {
      const given: unknown = JSON.parse(body);
      const email = String(valueAt(given, 'email'));
      const mark = valueAt(given, 'do_not_email');
      if (typeof mark === 'string') marks[email] = mark;
      const known = email.includes('stranger') ? [] : [{ id: `id of ${email}`, properties: { email } }];
      response.end(JSON.stringify(mark === undefined ? known : {}));
    });
    const template = await readTemplate('opt-out-loop');
    const custom = parameterOf(template, 'Mark Contact', 'additionalFields', 'customPropertiesUi');
    const [property, value] = ['property', 'value'].map((key) =>
      valueAt(custom, 'customPropertiesValues', '0', key),
    );
    const email = parameterOf(template, 'Mark Contact', 'email');
    const found = "={{ $('Address and Reason').item.json.email }}";
    const night = start('Every Night');
    const id = await activate('opt-out-loop', {}, [
      night,
      service('Find Contact', hubspot.url, jsonOf({ email: found })),
      service('Mark Contact', hubspot.url, jsonOf({ email, [String(property)]: value })),
    ]);
    return { marks, id, run: async () => await pull(n8n(), id, night) };
  }

  test('suppresses opt-outs and hard bounces, nobody else, and says so in the CRM', async () => {
    const { marks, id, run } = await setUp();
    await mail('replies-unsubscribe-una', 'hard-bounce-hal', 'replies-unsubscribe-stranger');
    await mail('replies-not-interested-ned', 'replies-out-of-office-oda', 'replies-ida', 'soft-bounce-sol');
    await n8n().waitForExecutions(id, 8);
    const wanted = [
      'hard-bounce-hal@alpha.example',
      'replies-unsubscribe-stranger@alpha.example',
      'replies-unsubscribe-una@alpha.example',
    ];
    expect(suppressed()).toEqual(wanted);
    expect(asked('/v1/suppression-list')).toBe(3);
    expect(marks).toEqual({
      'hard-bounce-hal@alpha.example': 'hard bounce',
      'replies-unsubscribe-una@alpha.example': 'unsubscribed',
    });
    // What it writes into the CRM is what enrolling reads there.
    for (const [email, mark] of Object.entries(marks))
      expect(mapLead({ id: '1', properties: { email, do_not_email: mark } }).lead).toBeNull();

    await deliverAgain('message.bounced');
    expect((await run()).status).toBe('success');
    expect(suppressed()).toEqual(wanted);
    expect(Object.keys(marks)).toHaveLength(2);
  });

  test('is started by nobody but Leadterra', async () => {
    await setUp();
    await expectOnlyLeadterraIn('reply.received', { reply: { id: 'rpl_1', classification: 'unsubscribe' } });
    await expectOnlyLeadterraIn('message.bounced', { bounceType: 'hard' });
    expect(suppressed()).toEqual([]);
  });

  test.each(['status-503', 'key-revoked:0'])(
    'fails at %s, and makes up for it at night and by a retry',
    async (fault) => {
      const { marks, id, run } = await setUp();
      await mail('una', 'hal');
      sandbox.setFaults({ always: [fault] });
      await comeBack('una', { classification: 'unsubscribe' });
      await comeBack('hal', { type: 'hard' });
      const failed = (await n8n().waitForExecutions(id, 3)).filter(({ status }) => status === 'error');
      expect(failed).toHaveLength(2);
      sandbox.setFaults({});
      expect((await run()).status).toBe('success');
      expect(marks).toEqual({ 'una@alpha.example': 'unsubscribed' });
      for (const one of failed) expect((await retry(n8n(), id, one)).status).toBe('success');
      expect(suppressed()).toEqual(['hal@alpha.example', 'una@alpha.example']);
      expect(marks).toMatchObject({ 'hal@alpha.example': 'hard bounce' });
      await n8n().deactivate(id);
    },
  );
});

describe('follow-ups-of-today', () => {
  async function setUp() {
    const [overdue, later] = await converse('replies-ava', 'replies-ben');
    const move = async (id: string | undefined, dueAt: number) =>
      await callLeadterra(sandbox, 'POST', `/v1/sdr/followups/${id ?? ''}/reschedule`, {
        dueAt: new Date(dueAt).toISOString(),
      });
    await move(overdue, Date.now() - 2 * day);
    await move(later, Date.now() + 2 * day);
    const slack = { isDown: false };
    const { url, requests } = await startStandIn((response) =>
      response.writeHead(slack.isDown ? 500 : 200).end('{}'),
    );
    const morning = start('Workday Mornings');
    const id = await activate('follow-ups-of-today', {}, [
      morning,
      service('Post List', url, '={{ $json }}'),
    ]);
    const posted = () => requests.map(({ body }) => String(valueAt(JSON.parse(body), 'text')));
    return { slack, posted, run: async () => await pull(n8n(), id, morning) };
  }

  test('posts once a day what is due, and changes nothing', async () => {
    const { posted, run } = await setUp();
    expect((await run()).status).toBe('success');
    expect(posted()).toEqual([
      expect.stringMatching(
        /^Follow-ups of today: 1\n• Ava <replies-ava@alpha\.example>, Re: Hello Ava: overdue since [-\d]+$/,
      ),
    ]);
    expect((await run()).status).toBe('success');
    expect(posted()).toHaveLength(1);
    expect(column(sandbox, 'SELECT DISTINCT status FROM follow_ups')).toEqual(['pending']);
  });

  test.each(['status-503', 'key-revoked:0'])('fails at %s, and posts the next time', async (fault) => {
    const { posted, run } = await setUp();
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('error');
    sandbox.setFaults({});
    await run();
    expect(posted()).toHaveLength(1);
  });

  test('posts the next time what Slack did not take', async () => {
    const { slack, posted, run } = await setUp();
    slack.isDown = true;
    expect((await run()).status).toBe('error');
    slack.isDown = false;
    await run();
    await run();
    expect(posted()).toHaveLength(2);
  });
});

describe('gmail-needs-attention', () => {
  test('tells once that Gmail needs attention, whatever fails in between, and once that it works again', async () => {
    let leadterra = await startSandbox();
    await n8n().connect(leadterra);
    const same = { apiKey: leadterra.apiKey, port: Number(new URL(leadterra.url).port) };
    const slack = { isDown: false };
    const { url, requests } = await startStandIn((response) =>
      response.writeHead(slack.isDown ? 500 : 200).end('{}'),
    );
    const clock = start('Every 15 Minutes');
    const id = await activate('gmail-needs-attention', {}, [
      clock,
      service('Post Message', url, '={{ $json }}'),
    ]);
    const run = async () => await pull(n8n(), id, clock);
    const posted = () => requests.map(({ body }) => String(valueAt(JSON.parse(body), 'text')));

    expect((await run()).status).toBe('success');
    expect(posted()).toEqual([]);
    await leadterra.close();
    expect((await run()).status).toBe('error');

    leadterra = await startSandbox({ ...same, gmail: 'needs_reauth', faults: { always: ['key-revoked:0'] } });
    expect((await run()).status).toBe('error');
    leadterra.setFaults({});
    slack.isDown = true;
    expect((await run()).status).toBe('error');
    slack.isDown = false;
    await run();
    await run();
    const alert =
      'The Gmail account jordan.sdr@example.com of the SDR needs attention: the sign-in has expired. Sign in again in Leadterra (Gmail says: needs_reauth.).';
    expect(posted()).toEqual([alert, alert]);
    await leadterra.close();

    leadterra = await startSandbox({ ...same, gmail: 'active' });
    await run();
    await run();
    expect(posted().slice(2)).toEqual(['The Gmail account jordan.sdr@example.com of the SDR works again.']);
    await leadterra.close();
  });
});

test.each(['follow-ups-of-today', 'gmail-needs-attention'])('%s has no door for others', async (name) => {
  const { nodes } = await readTemplate(name);
  expect(nodes.filter(({ type }) => /webhook|leadterraTrigger/i.test(type))).toEqual([]);
});
