import { having, someText } from '@leadterra/testing/matchers';
import { valueAt } from '@leadterra/testing/value-at';

import { type Caller, running, start } from './support/sandbox';

const day = 24 * 60 * 60 * 1000;

/** A reply, and what assigning it answers. */
async function assigned(caller: Caller, body: object = {}) {
  await running(caller, ['replies@example.com']);
  const [reply] = caller.rows('SELECT id FROM replies');
  const id = String(valueAt(reply, 'id'));
  const sdrId = String(valueAt((await caller.call('GET', '/v1/sdrs')).body, 'data', '0', 'id'));
  const assign = (more: object = {}) =>
    caller.call('POST', `/v1/replies/${id}/assign`, { sdrId, skipIcpCheck: true, ...body, ...more });
  return { assign, answer: await assign(), sdrId };
}

test('an assigned reply is a thread with a follow-up three days later', async () => {
  const caller = await start();
  const { answer, assign } = await assigned(caller, { category: 'A' });
  const ids = { handoffId: someText, threadId: someText, messageId: someText, gmailThreadId: someText };
  expect(answer).toMatchObject({ status: 200, body: { data: ids } });
  expect((await caller.call('GET', '/v1/sdr/inbox')).body).toEqual({
    data: {
      threads: [
        having({ contactEmail: 'replies@example.com', status: 'new', category: 'A', priorityScore: 85 }),
      ],
      total: 1,
      hasMore: false,
    },
  });
  await caller.sandbox.advance(3 * day);
  expect((await caller.call('GET', '/v1/sdr/followups/due')).body).toEqual({
    data: [having({ status: 'pending', dueAt: someText })],
  });
  expect(await assign()).toMatchObject({ status: 409, body: { code: 'already_forwarded' } });
});

test.each([
  [{ sdrId: 'sdr_none' }, 404, 'sdr_not_found'],
  [{ category: 'D' }, 400, 'invalid_request'],
  [{ skipIcpCheck: false }, 400, 'invalid_request'],
  [{ skipIcpCheck: false, seniority: 'VP', employeeCount: '1-9' }, 400, 'icp_failed'],
])('an assignment with %j is refused', async (body, status, code) => {
  const { answer } = await assigned(await start(), body);
  expect(answer).toMatchObject({
    status,
    body: code === 'icp_failed' ? { code, icpFailed: true } : { code },
  });
});

test('a thread that went to another SDR is not in the inbox of the key', async () => {
  const caller = await start();
  await assigned(caller, { sdrId: 'sdr_4JW8T2QY' });
  expect((await caller.call('GET', '/v1/sdr/inbox')).body).toMatchObject({ data: { threads: [], total: 0 } });
});

test('a body that may be left out may be', async () => {
  const caller = await start();
  const { answer } = await assigned(caller);
  const threadId = String(valueAt(answer.body, 'data', 'threadId'));
  const scheduled = await caller.call('POST', `/v1/sdr/threads/${threadId}/followup/schedule`);
  expect(scheduled).toMatchObject({ status: 200, body: { data: { threadId } } });
  await caller.call('POST', '/v1/sdr/drafts/generate', { threadId });
  const [draft] = caller.rows('SELECT id FROM drafts');
  const sent = await caller.call('POST', `/v1/sdr/drafts/${String(valueAt(draft, 'id'))}/send`);
  expect(sent).toMatchObject({ status: 200, body: { data: { guardrails: { blocked: false } } } });
});

test('nothing is sent from a Gmail account that does not work', async () => {
  const caller = await start({ gmail: 'needs_reauth' });
  const { answer } = await assigned(caller);
  const threadId = String(valueAt(answer.body, 'data', 'threadId'));
  await caller.call('POST', '/v1/sdr/drafts/generate', { threadId });
  const [draft] = caller.rows('SELECT id FROM drafts');
  const sent = await caller.call('POST', `/v1/sdr/drafts/${String(valueAt(draft, 'id'))}/send`);
  expect(sent).toMatchObject({ status: 409, body: { code: 'gmail_not_connected' } });
});
