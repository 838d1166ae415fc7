// Replies in the hands of people: from the assignment to the answer, against the sandbox in every dialect.
import { type Sandbox, type SandboxOptions, startSandbox } from '@leadterra/sandbox';
import { enrollLeads, LeadterraClient, type RetryPolicy } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';
import { someText } from '@leadterra/testing/matchers';

import { rejection } from '../support/scripted';

const opened: Sandbox[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(options: SandboxOptions = {}, retry?: Partial<RetryPolicy>) {
  const sandbox = await startSandbox({ seed: 1, timeScale: 0, ...options });
  opened.push(sandbox);
  const transport = axiosTransport({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
  return { sandbox, client: new LeadterraClient({ transport, sleep: () => Promise.resolve(), retry }) };
}

/** The IDs of replies that so many leads have written, and of the SDR that the key is linked to. */
async function replied({ client, sandbox }: Awaited<ReturnType<typeof open>>, count = 1) {
  const steps = [{ subject: 'Quick question', bodyHtml: '<p>Hi</p>' }];
  const { id } = await client.createCampaign({ name: 'Spring', sequenceSteps: steps });
  const leads = Array.from({ length: count }, (_, i) => ({
    email: `replies${i}@acme.example`,
    firstName: 'Ava',
    lastName: `No${i}`,
  }));
  await enrollLeads(client, { campaignId: id, leads });
  await client.startCampaign(id);
  await sandbox.settled();
  const { replies } = await client.listReplies({ campaignId: id });
  const [sdr] = await client.listSdrs();
  return { replyIds: replies.map((reply) => reply.id), sdrId: sdr?.id ?? '' };
}

async function assigned(parts: Awaited<ReturnType<typeof open>>, count = 1) {
  const { replyIds, sdrId } = await replied(parts, count);
  for (const replyId of replyIds) await parts.client.assignReply({ replyId, sdrId, skipIcpCheck: true });
  const { threads } = await parts.client.listInboxThreads();
  return { sdrId, replyIds, threadIds: threads.map(({ id }) => id), threadId: threads[0]?.id ?? '' };
}

describe.each(['reference', 'guide', 'concept', 'quickstart'] as const)(
  'a Leadterra that answers as its %s',
  (dialect) => {
    test('lists its SDRs', async () => {
      const { client } = await open({ dialect });
      expect(await client.listSdrs()).toEqual([
        expect.objectContaining({ name: 'Jordan Lee', gmailConnected: true }),
        expect.objectContaining({ name: 'Sam Ortiz', gmailConnected: false }),
      ]);
    });

    test('hands a reply over once, and again only where it is forced to', async () => {
      const parts = await open({ dialect });
      const { replyIds, sdrId } = await replied(parts);
      const [replyId = ''] = replyIds;
      const assign = async (more = {}) =>
        await parts.client.assignReply({ replyId, sdrId, skipIcpCheck: true, ...more });
      const first = await assign({ category: 'A', note: 'Hot', cc: ['boss@acme.example'] });
      expect(first).toMatchObject({ status: 'assigned', threadId: someText });
      expect(await assign()).toEqual({
        status: 'already_forwarded',
        reason: 'The reply was already forwarded.',
      });
      expect(await assign({ forceForward: true })).toMatchObject({ status: 'assigned' });
      expect((await parts.client.listInboxThreads()).threads).toMatchObject([
        { contactEmail: 'replies0@acme.example', contactName: 'Ava No0', subject: 'Re: Quick question' },
      ]);
    });

    test('keeps back a contact that fails the ICP check', async () => {
      const parts = await open({ dialect });
      const { replyIds, sdrId } = await replied(parts);
      const [replyId = ''] = replyIds;
      const check = { replyId, sdrId, skipIcpCheck: false, employeeCount: '51-200' };
      expect(await parts.client.assignReply({ ...check, seniority: 'Intern' })).toEqual({
        status: 'icp_failed',
        reason: 'The contact does not meet the ICP criteria.',
      });
      expect(await parts.client.assignReply({ ...check, seniority: 'VP' })).toMatchObject({
        status: 'assigned',
      });
    });

    test('lists the inbox page by page, and by every filter', async () => {
      const parts = await open({ dialect });
      const { threadIds } = await assigned(parts, 120);
      const { client, sandbox } = parts;
      expect(new Set(threadIds).size).toBe(120);
      const [won = '', lost = '', snoozed = ''] = threadIds;
      const set = sandbox.database.prepare('UPDATE threads SET status = ?, snoozed = ? WHERE id = ?');
      set.run('won', 0, won);
      set.run('lost_timing', 0, lost);
      set.run('new', 1, snoozed);
      const found = async (filter: Parameters<typeof client.listInboxThreads>[0]) =>
        (await client.listInboxThreads(filter)).threads.map(({ id }) => id);
      expect(await found({ statuses: ['won', 'lost_timing'] })).toEqual([won, lost]);
      expect(await found({ snoozed: true })).toEqual([snoozed]);
      expect(await found({ snoozed: false })).toHaveLength(119);
      expect(await found({ search: 'AVA no7', limit: 5 })).toHaveLength(5);
      expect(await found({ category: 'A' })).toEqual([]);
      expect(await found({ category: 'B', orderBy: 'lastMessage', limit: 101 })).toHaveLength(101);
    });

    test('tells of follow-ups when they fall due, and takes what is done about them', async () => {
      const parts = await open({ dialect });
      const { threadId, sdrId } = await assigned(parts, 1);
      const { client, sandbox } = parts;
      expect((await client.listDueFollowUps()).followUps).toEqual([]);
      const { followUps } = await client.listDueFollowUps({ includeUpcoming: true });
      expect(followUps).toMatchObject([{ threadId, sdrId, status: 'pending' }]);
      const [first] = followUps;
      await sandbox.advance(3 * 24 * 60 * 60 * 1000);
      expect((await client.listDueFollowUps()).followUps).toEqual(followUps);

      const id = first?.id ?? '';
      const dueAt = '2099-07-05T14:00:00.000Z';
      expect(await client.rescheduleFollowUp({ followUpId: id, dueAt })).toMatchObject({ id, dueAt });
      expect((await client.listDueFollowUps()).followUps).toEqual([]);
      expect(await client.completeFollowUp(id)).toMatchObject({ id, status: 'completed' });
      expect(await client.completeFollowUp(id)).toMatchObject({ id, status: 'completed' });
      const next = await client.scheduleFollowUp({ threadId, dueAt: '2020-01-01T00:00:00.000Z' });
      expect(next).toMatchObject({ threadId, status: 'pending' });
      expect(await client.listDueFollowUps()).toMatchObject({
        followUps: [{ id: next.id }],
        isComplete: true,
      });
      const skipped = await client.skipFollowUp({ followUpId: next.id ?? '', reason: 'In autumn' });
      expect(skipped).toMatchObject({ status: 'skipped' });
      expect(await rejection(client.completeFollowUp(next.id ?? ''))).toMatchObject({
        status: 409,
        code: 'followup_not_pending',
      });
    });

    test('writes drafts and sends one', async () => {
      const parts = await open({ dialect });
      const { threadId } = await assigned(parts);
      const { client, sandbox } = parts;
      const drafts = await client.generateDrafts({ threadId, instructions: 'Be brief.', variantCount: 2 });
      expect(drafts).toMatchObject([
        { subject: 'Re: Quick question', approach: 'Direct answer', confidence: 0.85, appliedRules: [] },
        { approach: 'Short example' },
      ]);
      const draftId = drafts[0]?.id ?? '';
      expect(await client.sendDraft({ draftId, additionalCc: ['boss@acme.example'] })).toMatchObject({
        status: 'sent',
        messageId: someText,
        guardrails: { blocked: false, issues: [], scores: { overall: 0.92, linkQuality: 0.9 } },
      });
      expect(sandbox.database.prepare('SELECT count(*) AS n FROM drafts WHERE sent_at > 0').get()).toEqual({
        n: 1,
      });
      expect((await client.listInboxThreads({ statuses: ['awaiting_reply'] })).threads).toHaveLength(1);
      expect(await rejection(client.sendDraft({ draftId }))).toMatchObject({ status: 409 });
    });

    test('blocks a draft with its reasons, and sends it once it is corrected', async () => {
      const parts = await open({ dialect });
      const { threadId } = await assigned(parts);
      const { client } = parts;
      const [draft] = await client.generateDrafts({ threadId });
      const draftId = draft?.id ?? '';
      expect(await client.sendDraft({ draftId, finalBodyHtml: '<p>Hi {{firstName}}</p>' })).toEqual({
        status: 'blocked',
        guardrails: {
          blocked: true,
          issues: ['A token is not filled in.'],
          scores: { overall: 0.31, readability: 0.88, personalization: 0.2, linkQuality: 0.9 },
        },
      });
      expect(await client.sendDraft({ draftId, finalBodyHtml: '<p>Hi Ava</p>' })).toMatchObject({
        status: 'sent',
      });
    });

    test.each(['active', 'needs_reauth', 'disconnected'] as const)(
      'tells of Gmail that is %s',
      async (gmail) => {
        const { client } = await open({ dialect, gmail });
        expect(await client.getGmailStatus()).toMatchObject({
          connected: gmail !== 'disconnected',
          healthState: gmail,
        });
      },
    );

    test('refuses a key without an SDR, and says so', async () => {
      const { client } = await open({ dialect, keyWithoutSdr: true });
      const calls = [
        client.listInboxThreads(),
        client.listDueFollowUps(),
        client.completeFollowUp('f'),
        client.skipFollowUp({ followUpId: 'f' }),
        client.rescheduleFollowUp({ followUpId: 'f', dueAt: '2026-07-05T14:00:00Z' }),
        client.scheduleFollowUp({ threadId: 't' }),
        client.generateDrafts({ threadId: 't' }),
        client.sendDraft({ draftId: 'd' }),
        client.getGmailStatus(),
      ];
      for (const call of calls) {
        const error = await rejection(call);
        expect(error).toMatchObject({ status: 403 });
        expect(error.message).toContain('linked to an SDR');
      }
      expect(await client.listSdrs()).toHaveLength(2);
    });
  },
);

describe('an answer that is lost', () => {
  test.each([
    ['an assignment', "look at the SDR's inbox", 'threads'],
    ['a draft', 'look at the thread', 'drafts'],
    ['a follow-up', 'look at the thread', 'follow_ups'],
  ])('of %s does not make a second one', async (what, advice, table) => {
    const parts = await open({}, { attempts: 5 });
    const { client, sandbox } = parts;
    const { threadId, sdrId, replyIds } = await assigned(parts);
    const count = () => Number(sandbox.database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
    const before = count();
    sandbox.setFaults({ always: ['reset-after-acting'] });
    const error = await rejection(
      what === 'an assignment'
        ? client.assignReply({ replyId: replyIds[0] ?? '', sdrId, skipIcpCheck: true, forceForward: true })
        : what === 'a draft'
          ? client.generateDrafts({ threadId })
          : client.scheduleFollowUp({ threadId }),
    );
    expect(error.message).toContain(advice);
    expect(count()).toBe(what === 'an assignment' ? before : before + 1);
    const asked = sandbox.database
      .prepare('SELECT count(*) AS n FROM requests WHERE fault IS NOT NULL')
      .get();
    expect(asked).toEqual({ n: 1 });
  });

  test('of a draft that was sent does not send it twice', async () => {
    const parts = await open({}, { attempts: 5 });
    const { client, sandbox } = parts;
    const { threadId } = await assigned(parts);
    const [draft] = await client.generateDrafts({ threadId });
    sandbox.setFaults({ next: ['reset-after-acting'] });
    const error = await rejection(client.sendDraft({ draftId: draft?.id ?? '' }));
    expect(error.message).toContain("look at the SDR's sent mail in Gmail");
  });

  test.each(['status-429', 'retry-after:1'])('but not with %s, where nothing happened', async (fault) => {
    const parts = await open();
    const { client, sandbox } = parts;
    const { threadId } = await assigned(parts);
    sandbox.setFaults({ next: [fault] });
    expect(await client.generateDrafts({ threadId })).toHaveLength(1);
  });
});
