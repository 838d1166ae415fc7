import { containing, matching } from '@leadterra/testing/matchers';

import { noInput, withLeadterra } from '../src/perform';
import { apiKey, failure, isolateNetwork, leadterra, run as runPerform, runCreate } from './support/app';

// Waits for a repeated request take no time here.
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

isolateNetwork();

const start = () => failure(runCreate('start_campaign', { campaign: 'camp_7' }));
const answer = (status: number, body?: object | string, headers?: Record<string, string>, times = 1) =>
  leadterra().post('/v1/campaigns/camp_7/start').times(times).reply(status, body, headers);
/** What may pass is tried three times. */
const answers = (status: number, body?: object | string) => answer(status, body, {}, 3);

test.each([401, 403])('asks to reconnect at %d, and shows none of the bundle', async (status) => {
  answer(status, { code: 'authentication_failed' }, { 'x-request-id': 'req_5' });
  const { name, message } = await start();
  expect(name).toBe('ExpiredAuthError');
  expect(message).toMatch(
    /^Could not start campaign "camp_7": .* Then reconnect the account in Zapier\. \(Request req_5\)$/,
  );
});

test.each([
  // Longer than a run may wait.
  ['30', 30],
  ['10.2', 11],
])('becomes a throttled run at 429 with Retry-After %s', async (retryAfter, delay) => {
  answer(429, {}, { 'retry-after': retryAfter });
  expect(await start()).toEqual({
    name: 'ThrottledError',
    message: containing('Leadterra is receiving too many requests (429)'),
    delay,
  });
});

test('names the campaign at 404', async () => {
  answer(404, { error: { code: 'campaign_not_found' } });
  expect(await start()).toMatchObject({
    name: 'AppError',
    message: containing('Could not start campaign "camp_7": Leadterra does not know it'),
    code: 'campaign_not_found',
    status: 404,
  });
});

test.each(['no_leads_enrolled', 'no_sequence_steps'])('says what to do about %s', async (code) => {
  answer(400, { code });
  expect(await start()).toMatchObject({
    code,
    status: 400,
    message: matching(/, then start it\.$/),
  });
});

test('gives up after three tries: Zapier itself runs a failed step again', async () => {
  answers(503, 'maintenance');
  expect(await start()).toMatchObject({ name: 'AppError', code: 'server', status: 503 });
});

test('keeps a key out of the message that a server echoes it in', async () => {
  answer(400, { message: `Bad header: Bearer ${apiKey}` });
  const { message } = await start();
  expect(message).toContain('[redacted]');
  expect(message).not.toContain(apiKey);
});

describe('an owner is told nothing that only a developer could use', () => {
  const notTheZap = 'The Zap is not the cause: run the step again in a few minutes';

  test.each([
    [200, '<html>maintenance</html>', 'the answer (200) cannot be understood: it holds "<html>'],
    [200, '[]', 'the answer (200) cannot be understood: it holds "[]".'],
    [302, '', 'the answer was a redirect'],
  ])('at the answer %d %j', async (status, body, what) => {
    answer(status, body, {}, status === 200 ? 3 : 1);
    const { message } = await start();
    expect(message).toContain(what);
    expect(message).toContain(notTheZap);
    expect(message).not.toMatch(/base URL|Invalid input|expected/);
  });

  test('without an answer', async () => {
    leadterra()
      .post('/v1/campaigns/camp_7/start')
      .times(3)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    const { message } = await start();
    expect(message).toContain('the connection to Leadterra failed (ECONNRESET)');
    expect(message).toContain(notTheZap);
    expect(message).not.toContain('base URL');
  });
});

test('gives an error of another kind its words alone, and no secret', async () => {
  const run = withLeadterra(noInput, () => Promise.reject(new TypeError(`No ${apiKey} here`)));
  expect(await failure(runPerform(run))).toEqual({ name: 'AppError', message: 'No [redacted] here' });
});
