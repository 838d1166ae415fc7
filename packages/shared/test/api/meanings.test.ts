import { LeadterraError } from '@leadterra/shared';

import { rejection, type ScriptedAnswer, scriptedClient } from '../support/scripted';

async function startError(answer: ScriptedAnswer): Promise<LeadterraError> {
  const { client } = scriptedClient([answer], { retry: { attempts: 1, rateLimitedMs: 0 } });
  const error = await rejection(client.startCampaign('camp_1'));
  if (!(error instanceof LeadterraError)) throw error;
  return error;
}

const checkKey =
  'Check the API key: copy it again from Leadterra under Settings → API Keys (it begins with sk_live_ or sk_test_).';
const checkId = 'Check the ID for missing characters, and that the API key belongs to the same workspace.';

describe('the message for a status', () => {
  test.each([
    [401, 'authentication', 'Leadterra did not accept the API key (401).', checkKey],
    [403, 'authentication', 'the API key is not allowed to do this (403).', checkKey],
    [404, 'not_found', 'Leadterra does not know it (404).', checkId],
    [413, 'too_large', 'the request was too large (413).', 'Send fewer or smaller items at a time.'],
    [
      429,
      'rate_limited',
      'Leadterra is receiving too many requests (429).',
      'Wait, then run it again, with fewer requests at a time.',
    ],
    [500, 'server', 'Leadterra had a problem of its own (500).', 'Try again in a few minutes.'],
    [599, 'server', 'Leadterra had a problem of its own (599).', 'Try again in a few minutes.'],
    [400, 'invalid_request', 'Leadterra refused the request (400).', 'Check the values that were sent.'],
    [499, 'invalid_request', 'Leadterra refused the request (499).', 'Check the values that were sent.'],
    [199, 'invalid_request', 'Leadterra refused the request (199).', 'Check the values that were sent.'],
    [
      300,
      'invalid_request',
      'the answer was a redirect, which is not followed so that the API key goes nowhere else (300).',
      'Check the base URL.',
    ],
    [
      399,
      'invalid_request',
      'the answer was a redirect, which is not followed so that the API key goes nowhere else (399).',
      'Check the base URL.',
    ],
  ])('%i says what happened and what to do', async (status, kind, what, advice) => {
    expect(await startError({ status, body: '' })).toMatchObject({
      kind,
      status,
      summary: `Could not start campaign "camp_1": ${what}`,
      advice,
      message: `Could not start campaign "camp_1": ${what} ${advice}`,
      mayHaveActed: status >= 500,
      suspectsBaseUrl: status >= 300 && status < 400,
      code: undefined,
      requestId: undefined,
      refused: [],
    });
  });

  test.each([
    ['no_leads_enrolled', 'Enroll at least one lead in the campaign, then start it.'],
    [
      'no_sequence_steps',
      'Give the campaign at least one sequence step with a subject and a body, then start it.',
    ],
    [
      'workspace_not_found',
      'No workspace belongs to this API key. Create a new key in Leadterra under Settings → API Keys.',
    ],
    ['something_else', 'Check the values that were sent.'],
    // Also where it is the name of what every object has.
    ['constructor', 'Check the values that were sent.'],
  ])('with the code %s advises for it', async (code, advice) => {
    const error = await startError({ status: 400, body: { code } });
    expect(error).toMatchObject({ code, advice });
    expect(error.summary).toBe(
      `Could not start campaign "camp_1": Leadterra refused the request (400 ${code}).`,
    );
  });
});

describe('what an answer says', () => {
  const refusedWith = (details: string) =>
    `Could not start campaign "camp_1": Leadterra refused the request (422${details}.`;

  test.each([
    [{ code: 'bad', message: 'Bad.' }, refusedWith(' bad); it says "Bad."'), 'bad Bad.'],
    [{ error: { code: 'bad', message: 'Bad.' } }, refusedWith(' bad); it says "Bad."'), 'bad Bad.'],
    [{ error: 'bad', error_description: 'Bad.' }, refusedWith(' bad); it says "Bad."'), 'bad Bad.'],
    [{ error: 'Bad.', message: 'Bad.' }, refusedWith('); it says "Bad."'), 'Bad. Bad.'],
    [{ message: 'Bad.' }, refusedWith('); it says "Bad."'), 'Bad.'],
    [{ code: 'bad' }, refusedWith(' bad)'), 'bad'],
    ['no JSON', refusedWith(')'), ''],
    [
      {
        message: 'Bad.',
        errors: [
          { email: 'ava@acme.example', message: 'one' },
          { index: 0, message: 'two' },
          'three',
          { message: 'four' },
        ],
      },
      refusedWith('); it says "Bad."; ava@acme.example: one; item 0: two; three'),
      'Bad. one two three four',
    ],
    [{ errors: ['one'] }, refusedWith('); one'), 'one'],
  ])('as %j is in the message', async (body, summary, said) => {
    expect(await startError({ status: 422, body })).toMatchObject({ summary, said });
  });

  test.each([
    [{ 'x-request-id': 'req_1', 'request-id': 'req_2' }, 'req_1'],
    [{ 'request-id': 'req_2' }, 'req_2'],
  ])('in the headers %j names the request', async (headers, requestId) => {
    expect(await startError({ status: 400, body: '', headers })).toMatchObject({ requestId });
  });

  test.each([
    ['Cannot POST /v1/campaigns/camp_1/start', true],
    [{ message: 'Route POST:/v1/x not found' }, true],
    [{ error: { message: 'There is no such endpoint.' } }, true],
    [{ message: 'No such path' }, true],
    [{ message: 'CANNOT GET /' }, true],
    ['<HTML><body>Not Found</body>', true],
    ['<!doctype html>', true],
    [{ message: 'cannot start' }, false],
    [{ message: 'The enroute campaign is gone' }, false],
    [{ message: 'There is no such campaign.' }, false],
    [{ message: 'MyCannot get it' }, false],
    ['', false],
  ])('with a 404 and %j tells whether the address is wrong: %s', async (body, isWrong) => {
    expect(await startError({ status: 404, body })).toMatchObject({
      kind: 'not_found',
      suspectsBaseUrl: isWrong,
      advice: isWrong ? 'Check the base URL: this API has no such address.' : checkId,
    });
    expect((await startError({ status: 400, body })).suspectsBaseUrl).toBe(false);
  });
});

test.each([
  [
    { index: 2, message: 'bad' },
    { index: 2, message: 'bad' },
  ],
  [
    { leadIndex: 2, reason: 'bad' },
    { index: 2, message: 'bad' },
  ],
  [
    { row: 2, error: 'bad' },
    { index: 2, message: 'bad' },
  ],
  [{ index: '2', message: 'bad' }, { message: 'bad' }],
  [{ index: 1.5, message: 'bad' }, { message: 'bad' }],
  [
    { email: 'ava@acme.example', message: 'bad' },
    { email: 'ava@acme.example', message: 'bad' },
  ],
  [
    { lead: { email: 'ava@acme.example' }, message: 'bad' },
    { email: 'ava@acme.example', message: 'bad' },
  ],
  [
    { value: 'ava@acme.example', message: 'bad' },
    { email: 'ava@acme.example', message: 'bad' },
  ],
  [{ value: 'x', message: 'bad' }, { message: 'bad' }],
  [
    { path: 'leads[3].email', message: 'bad' },
    { index: 3, message: 'bad' },
  ],
  [
    { field: 'leads.12.email', message: 'bad' },
    { index: 12, message: 'bad' },
  ],
  [
    { pointer: '/leads/3/email', message: 'bad' },
    { index: 3, message: 'bad' },
  ],
  [
    { loc: ['body', 'leads', 3, 'email'], message: 'bad' },
    { index: 3, message: 'bad' },
  ],
  [
    { path: 'body.leads[3]', message: 'bad' },
    { index: 3, message: 'bad' },
  ],
  [
    { path: 'leads.[3].email', message: 'bad' },
    { index: 3, message: 'bad' },
  ],
  [{ path: 'misleads[3]', message: 'bad' }, { message: 'bad' }],
  [{ path: 'leads3', message: 'bad' }, { message: 'bad' }],
  [{ path: 'leads...3', message: 'bad' }, { message: 'bad' }],
  [{ path: 'leads[3a]', message: 'bad' }, { message: 'bad' }],
  [{ path: 'leads[1234567890]', message: 'bad' }, { message: 'bad' }],
  [{ path: 7, message: 'bad' }, { message: 'bad' }],
  [{ code: 'odd' }, { message: '{"code":"odd"}' }],
  ['bad   row', { message: 'bad row' }],
  [null, { message: 'null' }],
])('an item %j of a refusal is read as %j', async (item, expected) => {
  expect((await startError({ status: 422, body: { errors: [item] } })).refused).toEqual([expected]);
  expect((await startError({ status: 422, body: { errors: { 0: item } } })).refused).toEqual([]);
});

describe('a request without an answer', () => {
  const advices: Record<string, string> = {
    ECONNREFUSED:
      'Nobody listens there: check host and port of the base URL. Inside a container, localhost is that container itself.',
    ENOTFOUND:
      'There is no such host: check the base URL. The name of a container is known only to containers of its network.',
  };
  const failed = (code: string) =>
    `Could not start campaign "camp_1": the connection to Leadterra failed (${code}).`;
  const late = (code: string) =>
    `Could not start campaign "camp_1": Leadterra did not answer in time (${code}).`;

  test.each([
    ['ECONNREFUSED', 'network', failed, false],
    ['ENOTFOUND', 'network', failed, false],
    ['EAI_AGAIN', 'network', failed, false],
    ['EHOSTUNREACH', 'network', failed, false],
    ['ENETUNREACH', 'network', failed, false],
    ['ECONNRESET', 'network', failed, true],
    ['ETIMEDOUT', 'timeout', late, true],
    ['ESOCKETTIMEDOUT', 'timeout', late, true],
    ['ECONNABORTED', 'timeout', late, true],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout', late, true],
    ['UND_ERR_BODY_TIMEOUT', 'timeout', late, true],
  ])(
    'because of %s says so, and whether it may have been carried out',
    async (code, kind, words, mayHaveActed) => {
      expect(await startError({ fails: code })).toMatchObject({
        kind,
        code,
        summary: words(code),
        advice: advices[code] ?? 'Check the base URL and the network, then try again.',
        mayHaveActed,
        suspectsBaseUrl: true,
      });
    },
  );

  test.each([
    [
      'an error without a code',
      new Error('x'),
      {
        kind: 'network',
        code: undefined,
        summary: 'Could not start campaign "camp_1": the connection to Leadterra failed.',
      },
    ],
    ['a text', 'a text', { kind: 'network', code: undefined, mayHaveActed: true }],
    ['nothing', undefined, { kind: 'network', code: undefined }],
    [
      'an error by the name of TimeoutError',
      Object.assign(new Error('x'), { name: 'TimeoutError' }),
      { kind: 'timeout', summary: 'Could not start campaign "camp_1": Leadterra did not answer in time.' },
    ],
    [
      'an error whose cause has a code',
      new Error('fetch failed', { cause: { code: 'ECONNREFUSED' } }),
      { kind: 'network', code: 'ECONNREFUSED', mayHaveActed: false },
    ],
  ])('because of %s is told from others', async (_, thrown, expected) => {
    const { client } = scriptedClient([{ throws: thrown }], { retry: { attempts: 1 } });
    expect(await rejection(client.startCampaign('camp_1'))).toMatchObject(expected);
  });
});
