import { isolateNetwork, leadterra, operationOf, run } from '../support/app';

isolateNetwork();

const thread = {
  id: 't1',
  contactEmail: 'ava@acme.example',
  status: 'won',
  lastMessageAt: '2026-06-28T18:30:00',
};

test('a thread starts a Zap once in each of its states', async () => {
  const poll = async (status: string) => {
    leadterra()
      .get('/v1/sdr/inbox?limit=100&offset=0&orderBy=lastMessage')
      .reply(200, { data: { threads: [{ ...thread, status }], total: 1, hasMore: false } });
    return await run(operationOf('thread_status_changed')['perform'], { inputData: { statuses: [] } });
  };
  expect(await poll('won')).toEqual([
    {
      ...{ id: 't1:won', threadId: 't1', contactEmail: 'ava@acme.example', contactName: null, subject: null },
      ...{ status: 'won', category: null, priorityScore: null, lastMessageAt: '2026-06-28T18:30:00Z' },
    },
  ]);
  expect(await poll('archived')).toMatchObject([{ id: 't1:archived' }]);
});

test('threads are asked for by the states that start the Zap', async () => {
  leadterra()
    .get('/v1/sdr/inbox?status=won&status=meeting_booked&limit=100&offset=0&orderBy=lastMessage')
    .reply(200, { data: { threads: [], total: 0, hasMore: false } });
  const inputData = { statuses: ['won', 'meeting_booked'] };
  expect(await run(operationOf('thread_status_changed')['perform'], { inputData })).toEqual([]);
});

test('a follow-up starts a Zap each time that it falls due', async () => {
  const poll = async (dueAt: string) => {
    leadterra()
      .get('/v1/sdr/followups/due?limit=200')
      .reply(200, { data: [{ id: 'f1', threadId: 't1', sdrId: 's1', status: 'pending', dueAt }] });
    return await run(operationOf('follow_up_due')['perform']);
  };
  const [first, later] = ['2026-07-05T14:00:00.000Z', '2026-07-09T14:00:00.000Z'] as const;
  expect(await poll(first)).toEqual([
    { id: `f1:${first}`, followUpId: 'f1', threadId: 't1', sdrId: 's1', status: 'pending', dueAt: first },
  ]);
  expect(await poll(later)).toMatchObject([{ id: `f1:${later}` }]);
});
