import { titleOf } from '@leadterra/shared';

import { actionOf, resultsOf } from '../support/run-action';
import { rejection, scriptedClient } from '../support/scripted';

test('names are spelled as people write them', () => {
  expect(['sdr', 'assignToSdr', 'followUp', 'inboxThread'].map(titleOf)).toEqual([
    'SDR',
    'Assign To SDR',
    'Follow-Up',
    'Inbox Thread',
  ]);
});

describe('assigning a reply', () => {
  const given = { reply: 'rpl_1', sdr: 'sdr_1', skipIcpCheck: true };

  test('sends what was filled in, and nothing of what was not', async () => {
    const { client, requests } = scriptedClient([{ body: { data: { threadId: 't1', handoffId: 'h1' } } }]);
    const more = { category: 'a', cc: 'boss@acme.example', note: 'Hot' };
    expect(await resultsOf('assign_reply', client, { ...given, ...more, to: ' ' })).toEqual([
      {
        ...{ replyId: 'rpl_1', status: 'assigned', reason: null, handoffId: 'h1', threadId: 't1' },
        ...{ messageId: null, gmailThreadId: null },
      },
    ]);
    expect(JSON.parse(JSON.stringify(requests[0]?.body))).toEqual({
      ...{ sdrId: 'sdr_1', skipIcpCheck: true, category: 'A', note: 'Hot', cc: ['boss@acme.example'] },
    });
  });

  test.each([
    [409, { message: 'Done before.' }, 'already_forwarded'],
    [400, { icpFailed: true, message: 'Too small.' }, 'icp_failed'],
  ])('has an outcome to branch on where it answers %i', async (status, body, outcome) => {
    const { client } = scriptedClient([{ status, body }]);
    expect(await resultsOf('assign_reply', client, given)).toMatchObject([
      { replyId: 'rpl_1', status: outcome, reason: body.message, threadId: null },
    ]);
  });

  test('loses no copy: what is no address is refused', async () => {
    const { client, requests } = scriptedClient([{}]);
    const running = resultsOf('assign_reply', client, { ...given, cc: 'boss@acme.example, nobody' });
    expect((await rejection(running)).message).toContain('CC holds "nobody", which is no email address.');
    expect(requests).toEqual([]);
  });
});

describe('sending a draft', () => {
  test('that is blocked fails with each issue and the scores', async () => {
    const issues = ['Too long', { message: 'A link is broken' }];
    const scores = { overall: 0.31, linkQuality: 0.1 };
    const { client } = scriptedClient([
      { status: 422, body: { guardrails: { blocked: true, issues, scores } } },
    ]);
    const error = await rejection(resultsOf('send_draft', client, { draft: 'd1' }));
    expect(error).toMatchObject({
      status: 422,
      message:
        'Could not send draft "d1": Leadterra\'s guardrails blocked it: Too long; A link is broken; ' +
        'scores from 0 to 1: overall 0.31, links 0.1. ' +
        'Nothing was sent. Correct the text under Final Body, or generate another draft.',
    });
  });

  test('that passes gives its scores', async () => {
    const guardrails = { blocked: false, issues: ['A long sentence'], scores: { overall: 0.9 } };
    const { client } = scriptedClient([{ body: { data: { messageId: 'm1', guardrails } } }]);
    expect(await resultsOf('send_draft', client, { draft: 'd1' })).toMatchObject([
      { draftId: 'd1', messageId: 'm1', issues: ['A long sentence'], overall: 0.9, readability: null },
    ]);
  });
});

test('drafts come one by one, each with its thread', async () => {
  const { client } = scriptedClient([{ body: { data: { drafts: [{ id: 'd1' }, { id: 'd2' }] } } }]);
  expect(await resultsOf('generate_draft', client, { thread: 't1', variantCount: 2 })).toMatchObject([
    { id: 'd1', threadId: 't1' },
    { id: 'd2', threadId: 't1' },
  ]);
});

describe('finding', () => {
  test('SDRs by a part of name or address', async () => {
    const sdrs = [
      { id: 's1', name: 'Jordan Lee' },
      { id: 's2', email: 'sam.lee@acme.example' },
      { id: 's3' },
    ];
    const { client } = scriptedClient([{ body: { data: sdrs } }]);
    expect(await resultsOf('find_sdrs', client, { person: 'LEE' })).toMatchObject([
      { id: 's1' },
      { id: 's2' },
    ]);
    expect(await resultsOf('find_sdrs', client, {})).toHaveLength(3);
  });

  test('a conversation by exactly this address', async () => {
    const threads = [
      { id: 't1', contactEmail: 'ava@acme.example.org' },
      { id: 't2', contactEmail: 'Ava@Acme.example' },
      { id: 't3', contactEmail: 'ava@acme.example' },
    ];
    const { client, requests } = scriptedClient([{ body: { data: { threads, hasMore: false } } }]);
    const found = await resultsOf('find_conversation', client, { email: 'ava@acme.example' });
    expect(found).toMatchObject([{ id: 't2' }]);
    expect(requests[0]?.query).toMatchObject({ search: 'ava@acme.example', orderBy: 'lastMessage' });
    expect(await resultsOf('find_conversation', client, { email: 'ben@acme.example' })).toEqual([]);
  });

  test('threads in any of several states', async () => {
    const { client, requests } = scriptedClient([{ body: { data: { threads: [] } } }]);
    const given = { limit: 10, statuses: 'won, Meeting_Booked', snoozed: 'false' };
    expect(await resultsOf('find_inbox_threads', client, given)).toEqual([]);
    expect(requests[0]?.query).toMatchObject({ status: ['won', 'meeting_booked'], snoozed: 'false' });
    const wrong = resultsOf('find_inbox_threads', client, { limit: 10, statuses: ['won', 'lost'] });
    expect((await rejection(wrong)).message).toContain('"Status" is "lost", which is none of its choices.');
  });

  test.each([
    [{ connected: true, healthState: 'active' }, false],
    [{ connected: true, healthState: 'needs_reauth' }, true],
    [{ connected: false }, true],
  ])('what Gmail %j needs', async (status, needsAttention) => {
    const { client } = scriptedClient([{ body: { data: status } }]);
    expect(await resultsOf('find_gmail_status', client, {})).toMatchObject([{ needsAttention }]);
    expect(await resultsOf('find_gmail_status', client, { onlyIfUnwell: true })).toHaveLength(
      needsAttention ? 1 : 0,
    );
  });
});

test('what to choose from is named so that people know it', async () => {
  const choices = async (key: string, field: string, body: object) => {
    const { client } = scriptedClient([{ body }]);
    const { [field]: found } = actionOf(key).fields;
    return found?.kind === 'id' ? await found.list?.(client) : undefined;
  };
  expect(
    await choices('assign_reply', 'sdr', {
      data: [{ id: 's1', name: 'Jo', email: 'jo@acme.example', gmailConnected: false }, { id: 's2' }],
    }),
  ).toEqual([
    { id: 's1', label: 'Jo (jo@acme.example), Gmail not connected' },
    { id: 's2', label: 's2' },
  ]);
  const reply = {
    id: 'r1',
    email: 'ava@acme.example',
    classification: 'interested',
    receivedAt: '2026-03-04T09:14:32Z',
  };
  expect(await choices('assign_reply', 'reply', [reply, { id: 'r2' }])).toEqual([
    { id: 'r1', label: 'ava@acme.example, interested, 2026-03-04' },
    { id: 'r2', label: 'r2' },
  ]);
  const threads = [{ id: 't1', contactName: 'Ava', subject: 'Re: Hi', status: 'new' }];
  expect(await choices('generate_draft', 'thread', { data: { threads, hasMore: false } })).toEqual([
    { id: 't1', label: 'Ava, Re: Hi, new' },
  ]);
  const due = [{ id: 'f1', threadId: 't1', dueAt: '2026-07-05T14:00:00.000Z' }];
  expect(await choices('complete_follow_up', 'followUp', { data: due })).toEqual([
    { id: 'f1', label: 't1, due 2026-07-05 14:00' },
  ]);
});
