import { rejection, type ScriptedAnswer, scriptedClient } from '../support/scripted';

const assign = async (answer: ScriptedAnswer) =>
  await scriptedClient([answer]).client.assignReply({ replyId: 'r', sdrId: 's', skipIcpCheck: true });

describe('a reply that is not assigned', () => {
  test.each<[number, unknown, object]>([
    [409, { message: 'Already there.' }, { status: 'already_forwarded', reason: 'Already there.' }],
    [409, '', { status: 'already_forwarded' }],
    [400, { icpFailed: true, message: 'Too small.' }, { status: 'icp_failed', reason: 'Too small.' }],
    [400, { data: { icpFailed: true } }, { status: 'icp_failed' }],
    [400, { error: { icpFailed: true, message: 'No.' } }, { status: 'icp_failed', reason: 'No.' }],
  ])('for a reason that is documented (%i %j) is an outcome', async (status, body, outcome) => {
    expect(await assign({ status, body })).toEqual(outcome);
  });

  test.each<[number, unknown]>([
    [400, { icpFailed: false, message: 'sdrId is missing' }],
    [400, { code: 'invalid_request' }],
    [404, { icpFailed: true }],
  ])('for any other (%i %j) is an error', async (status, body) => {
    expect(await rejection(assign({ status, body }))).toMatchObject({ status });
  });

  test.each([{ seniority: 'VP' }, { employeeCount: '50' }])(
    'for want of what the ICP check needs, with %j alone, is refused before anything is sent',
    async (contact) => {
      const { client, requests } = scriptedClient([{}]);
      const given = { replyId: 'r', sdrId: 's', skipIcpCheck: false, ...contact };
      expect((await rejection(client.assignReply(given))).message).toBe(
        'Could not assign reply "r": the ICP check needs the contact\'s seniority and the company\'s employee count. ' +
          'Give both, or skip the ICP check for a lead that is known to fit.',
      );
      expect(requests).toEqual([]);
    },
  );

  test('is assigned with all that the ICP check needs', async () => {
    const { client } = scriptedClient([{ body: {} }]);
    const contact = { skipIcpCheck: false, seniority: 'VP', employeeCount: '50' };
    expect(await client.assignReply({ replyId: 'r', sdrId: 's', ...contact })).toEqual({
      status: 'assigned',
    });
  });
});

describe('a draft', () => {
  const send = async (answer: ScriptedAnswer) =>
    await scriptedClient([answer]).client.sendDraft({ draftId: 'd' });
  const guardrails = {
    blocked: true,
    issues: [{ type: 'tone', message: 'Too pushy' }],
    scores: { overall: 0.2 },
  };
  const read = { blocked: true, issues: ['Too pushy'], scores: { overall: 0.2 } };

  test.each([
    [{ guardrails }],
    [{ code: 'blocked', message: 'No', guardrails }],
    [{ data: { guardrails } }],
    [{ error: { code: 'blocked', message: 'No' }, guardrails }],
    [{ error: { code: 'blocked', guardrails } }],
    [{ error: { details: { guardrails } } }],
    [guardrails],
  ])('that is blocked with %j has its reasons', async (body) => {
    expect(await send({ status: 422, body })).toEqual({ status: 'blocked', guardrails: read });
  });

  test.each([
    [{ blocked: true }, { blocked: true, issues: [], scores: {} }],
    [{ issues: ['Too long'] }, { issues: ['Too long'], scores: {} }],
    [{ scores: { overall: 0.1 } }, { issues: [], scores: { overall: 0.1 } }],
  ])('that is blocked with no more than %j is blocked too', async (body, guardrails) => {
    expect(await send({ status: 422, body })).toEqual({ status: 'blocked', guardrails });
  });

  test('of which nothing is told but success was sent', async () => {
    expect(await send({ body: {} })).toMatchObject({ status: 'sent' });
  });

  test('that is blocked in an answer without an error was not sent either', async () => {
    expect(await send({ body: { data: { guardrails } } })).toEqual({ status: 'blocked', guardrails: read });
    expect(await send({ body: { data: { messageId: 'm', guardrails } } })).toMatchObject({ status: 'sent' });
  });

  test.each<[number, unknown]>([
    [422, { errors: [{ message: 'finalBodyHtml is too long' }] }],
    [422, ''],
    [400, { guardrails }],
  ])('that is refused otherwise (%i %j) is an error', async (status, body) => {
    expect(await rejection(send({ status, body }))).toMatchObject({ status });
  });
});

describe('the inbox', () => {
  const page = (ids: string[], more: object) => ({
    body: { data: { threads: ids.map((id) => ({ id })), ...more } },
  });
  const ids = Array.from({ length: 100 }, (_, i) => `t${i}`);
  const list = async (answers: ScriptedAnswer[], limit?: number) => {
    const { client, requests } = scriptedClient(answers);
    const { threads, isComplete } = await client.listInboxThreads({ limit });
    return { count: threads.length, isComplete, offsets: requests.map(({ query }) => query?.['offset']) };
  };

  test.each([
    ['hasMore', { hasMore: true }, { hasMore: false }],
    ['total', { total: 102 }, { total: 102 }],
    ['nothing', {}, {}],
  ])('is read to its end where the answer tells %s of it', async (_, first, last) => {
    expect(await list([page(ids, first), page(['u1', 'u2'], last)])).toEqual({
      count: 102,
      isComplete: true,
      offsets: ['0', '100'],
    });
  });

  test('is not whole where no page brings anything new', async () => {
    expect(await list([page(ids, { hasMore: true })])).toEqual({
      count: 100,
      isComplete: false,
      offsets: ['0', '100'],
    });
  });

  test.each([
    ['beside the list', (threads: object[], total: number) => ({ threads, total })],
    ['beside data', (threads: object[], total: number) => ({ data: threads, total })],
    ['within data', (threads: object[], total: number) => ({ data: { threads, total } })],
  ])('is read to its end by a total %s, however short its pages are', async (_, body) => {
    const pages = [[{ id: 'a' }, { id: 'b' }], [{ id: 'c' }]];
    expect(await list(pages.map((threads) => ({ body: body(threads, 3) })))).toEqual({
      count: 3,
      isComplete: true,
      offsets: ['0', '2'],
    });
  });

  test('is read up to a limit of more than a page, of which the last asks for the rest', async () => {
    const { client, requests } = scriptedClient([
      page(ids, { hasMore: true }),
      page(['u1', 'u2', 'u3'], { hasMore: true }),
    ]);
    const { threads } = await client.listInboxThreads({ limit: 102 });
    expect(threads).toHaveLength(102);
    expect(requests.map(({ query }) => query?.['limit'])).toEqual(['100', '2']);
  });

  test('is read no further than two hundred pages of a server that never ends', async () => {
    const pages = Array.from({ length: 202 }, (_, i) => page([`t${i}`], { hasMore: i < 201 }));
    expect(await list(pages)).toMatchObject({ count: 200, isComplete: false });
  });

  test('is read no further than the limit', async () => {
    expect(await list([page(ids.slice(0, 7), { hasMore: true })], 7)).toEqual({
      count: 7,
      isComplete: true,
      offsets: ['0'],
    });
  });

  test('that is none is not taken for an empty one', async () => {
    const { client } = scriptedClient([{ body: { data: { total: 0 } } }], { retry: { attempts: 1 } });
    expect(await rejection(client.listInboxThreads())).toMatchObject({ kind: 'unexpected_answer' });
  });
});

test('follow-ups beyond what the API gives are told of', async () => {
  const followUps = Array.from({ length: 200 }, (_, i) => ({ id: `f${i}` }));
  const { client, requests } = scriptedClient([{ body: { data: followUps } }]);
  expect(await client.listDueFollowUps()).toMatchObject({ isComplete: false });
  expect(await client.listDueFollowUps({ limit: 200 })).toMatchObject({ isComplete: true });
  expect(requests[0]?.query).toEqual({ limit: '200' });
  const { followUps: first } = await client.listDueFollowUps({ limit: 2 });
  expect(first).toHaveLength(2);
});

describe('a key without an SDR', () => {
  const advice = 'linked to an SDR';
  test.each<[number, unknown]>([
    [403, ''],
    [403, { code: 'forbidden' }],
    [401, { code: 'sdr_not_linked' }],
    [400, { code: 'no_sdr' }],
    [400, { error: { code: 'invalid_request', message: 'No SDR is linked to this key.' } }],
  ])('is told of at %i %j', async (status, body) => {
    const { client } = scriptedClient([{ status, body }]);
    const error = await rejection(client.getGmailStatus());
    expect(error).toMatchObject({ kind: 'invalid_request', status });
    expect(error.message).toContain(advice);
  });

  test('is told of where SDRs are listed and replies assigned, too', async () => {
    const { client } = scriptedClient([{ status: 403 }]);
    expect((await rejection(client.listSdrs())).message).toContain(advice);
    expect((await rejection(assign({ status: 403 }))).message).toContain(advice);
    const message = 'The SDR is not active.';
    expect((await rejection(assign({ status: 400, body: { message } }))).message).not.toContain(advice);
  });

  test.each<[number, unknown]>([
    [401, { code: 'authentication_failed' }],
    [400, { message: 'threadId is missing' }],
    [404, { message: 'There is no such SDR thread.' }],
  ])('is not blamed for %i %j', async (status, body) => {
    const { client } = scriptedClient([{ status, body }]);
    expect((await rejection(client.generateDrafts({ threadId: 't' }))).message).not.toContain(advice);
  });
});

describe('what would happen twice', () => {
  test.each(['assignReply', 'generateDrafts', 'sendDraft', 'scheduleFollowUp'] as const)(
    '%s is repeated only where nothing happened',
    async (name) => {
      const run = async (first: ScriptedAnswer) => {
        const { client, requests } = scriptedClient([first, { body: { data: { drafts: [] } } }]);
        const call = {
          assignReply: () => client.assignReply({ replyId: 'r', sdrId: 's' }),
          generateDrafts: () => client.generateDrafts({ threadId: 't' }),
          sendDraft: () => client.sendDraft({ draftId: 'd' }),
          scheduleFollowUp: () => client.scheduleFollowUp({ threadId: 't' }),
        }[name];
        const error = await call().then(
          () => undefined,
          (thrown: unknown) => String(thrown),
        );
        return { error, tries: requests.length };
      };
      for (const nothing of [
        { fails: 'ECONNREFUSED' },
        { status: 429 },
        { status: 503, headers: { 'retry-after': '1' } },
      ])
        expect(await run(nothing)).toEqual({ error: undefined, tries: 2 });
      for (const inDoubt of [{ fails: 'ECONNRESET' }, { status: 500 }, { status: 503 }, { body: '<html>' }]) {
        const { error, tries } = await run(inDoubt);
        expect(tries).toBe(1);
        expect(error).toMatch(/It may have been .* all the same: look at .* before you run this again\./);
      }
    },
  );
});
