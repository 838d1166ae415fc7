import { containing } from '@leadterra/testing/matchers';

import App from '../src';
import {
  failure,
  inputFields,
  isolateNetwork,
  leadterra,
  operationOf,
  run,
  runCreate,
  runSearch,
} from './support/app';

isolateNetwork();

const assigning = { reply: 'rpl_1', sdr: 'sdr_1', skipIcpCheck: true };

test.each([
  [200, { data: { threadId: 't1' } }, { status: 'assigned', reason: null, threadId: 't1' }],
  [409, { message: 'Done before.' }, { status: 'already_forwarded', reason: 'Done before.' }],
  [400, { icpFailed: true, message: 'Too small.' }, { status: 'icp_failed', reason: 'Too small.' }],
])(
  'an assignment that is answered %i has an outcome for the paths of a Zap',
  async (status, body, outcome) => {
    leadterra()
      .post('/v1/replies/rpl_1/assign', { sdrId: 'sdr_1', skipIcpCheck: true, cc: ['boss@acme.example'] })
      .reply(status, body);
    await expect(
      runCreate('assign_reply', { ...assigning, cc: ['boss@acme.example'] }),
    ).resolves.toMatchObject({
      id: 'rpl_1',
      ...outcome,
    });
  },
);

test('an SDR is chosen from a dropdown, or found by a search', async () => {
  const [, sdr] = await inputFields('assign_reply');
  expect(sdr).toMatchObject({ key: 'sdr', required: true, dynamic: 'sdrs.id.name', search: 'find_sdrs.id' });
  leadterra()
    .get('/v1/sdrs')
    .twice()
    .reply(200, { data: [{ id: 's1', name: 'Jordan Lee', email: 'jordan@acme.example' }] });
  await expect(run(operationOf('sdrs')['perform'])).resolves.toEqual([
    { id: 's1', name: 'Jordan Lee (jordan@acme.example)' },
  ]);
  await expect(runSearch('find_sdrs', { person: 'jordan' })).resolves.toMatchObject([{ id: 's1' }]);
});

test('a draft that is blocked fails with each issue and its scores', async () => {
  const guardrails = { blocked: true, issues: ['Too long'], scores: { overall: 0.3 } };
  leadterra().post('/v1/sdr/drafts/d1/send', {}).reply(422, { guardrails });
  await expect(failure(runCreate('send_draft', { draft: 'd1' }))).resolves.toMatchObject({
    code: 'blocked_by_guardrails',
    message: containing(
      'guardrails blocked it: Too long; scores from 0 to 1: overall 0.3. Nothing was sent.',
    ),
  });
});

test('one draft is written, as an action gives one result', async () => {
  expect((await inputFields('generate_draft')).map(({ key }) => key)).not.toContain('variantCount');
  leadterra()
    .post('/v1/sdr/drafts/generate', { threadId: 't1' })
    .reply(200, { data: { drafts: [{ id: 'd1', bodyText: 'Hi' }] } });
  await expect(runCreate('generate_draft', { thread: 't1' })).resolves.toMatchObject({
    id: 'd1',
    bodyText: 'Hi',
  });
});

test('a key without an SDR does not make the account look disconnected', async () => {
  leadterra().get('/v1/sdr/gmail/status').reply(403, { code: 'sdr_required' });
  const shown = await failure(runSearch('find_gmail_status', {}));
  expect(shown).toMatchObject({ name: 'AppError', message: containing('linked to an SDR') });
});

test('an unanswered lead is never answered twice: what may have been sent is not sent again', async () => {
  leadterra().post('/v1/sdr/drafts/d1/send').once().reply(502);
  await expect(failure(runCreate('send_draft', { draft: 'd1' }))).resolves.toMatchObject({
    message: containing('It may have been sent all the same'),
  });
});

test('every documented call has a step, but for the webhooks, which the triggers register', () => {
  expect(Object.keys({ ...App.creates, ...App.searches })).toEqual(
    expect.arrayContaining([
      ...['assign_reply', 'find_sdrs', 'find_inbox_threads', 'find_conversation', 'find_due_follow_ups'],
      ...['complete_follow_up', 'skip_follow_up', 'reschedule_follow_up', 'schedule_follow_up'],
      ...['generate_draft', 'send_draft', 'find_gmail_status'],
    ]),
  );
});
