import { LeadterraError } from '@leadterra/shared';

import { rejection, type ScriptedAnswer, scriptedClient } from '../support/scripted';

async function startError(answer: ScriptedAnswer): Promise<LeadterraError> {
  const { client } = scriptedClient([answer], { retry: { attempts: 1 } });
  const error = await rejection(client.startCampaign('camp_1'));
  if (!(error instanceof LeadterraError)) throw error;
  return error;
}

describe('an error', () => {
  test.each([
    ['{code, message}', { code: 'no_leads_enrolled', message: 'No leads.' }],
    ['{error: {code, message}}', { error: { code: 'no_leads_enrolled', message: 'No leads.' } }],
    ['{error: code, message}', { error: 'no_leads_enrolled', message: 'No leads.' }],
  ])('reads the code and message of %s', async (_, body) => {
    const error = await startError({ status: 400, body, headers: { 'x-request-id': 'req_7' } });
    expect(error).toMatchObject({
      kind: 'invalid_request',
      status: 400,
      code: 'no_leads_enrolled',
      requestId: 'req_7',
    });
    expect(error.message).toContain('start campaign "camp_1"');
    expect(error.message).toContain('No leads.');
    expect(error.message).toContain('Enroll at least one lead');
  });

  test.each([
    [401, 'authentication', 'API key'],
    [403, 'authentication', 'not allowed'],
    [404, 'not_found', 'camp_1'],
    [413, 'too_large', 'too large'],
    [429, 'rate_limited', 'too many requests'],
    [302, 'invalid_request', 'redirect'],
    [500, 'server', 'problem of its own'],
  ])('for status %i has a kind and says what happened', async (status, kind, words) => {
    const error = await startError({ status, body: '' });
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(words);
    expect(error.advice).not.toBe('');
  });

  test('names the leads that a 422 refuses, however it names them', async () => {
    const errors = [
      { index: 2, message: 'invalid email' },
      { email: 'x@y', message: 'invalid email' },
      { path: 'leads[3].email', message: 'invalid' },
      { path: ['leads', 4, 'email'], message: 'invalid' },
      'something is wrong',
    ];
    expect((await startError({ status: 422, body: { errors } })).refused).toEqual([
      { index: 2, message: 'invalid email' },
      { email: 'x@y', message: 'invalid email' },
      { index: 3, message: 'invalid' },
      { index: 4, message: 'invalid' },
      { message: 'something is wrong' },
    ]);
  });

  test('shows the beginning of a page that is no JSON', async () => {
    const error = await startError({ status: 200, body: '<html><body>Welcome to the\n proxy</body></html>' });
    expect(error.kind).toBe('unexpected_answer');
    expect(error.message).toContain('<html><body>Welcome to the proxy');
  });

  test('names the field that an answer lacks, and those that it has', async () => {
    const { client } = scriptedClient([{ status: 201, body: { campaign: { name: 'Spring' } } }]);
    const error = await rejection(client.createCampaign({ name: 'Spring', sequenceSteps: [] }));
    expect(error).toMatchObject({
      summary:
        'Could not create campaign "Spring": the answer (201) cannot be understood: it lacks a proper "id" and holds an object with the keys campaign.',
    });
  });

  test('for a lost connection tells the code', async () => {
    expect(await startError({ fails: 'ECONNRESET' })).toMatchObject({
      kind: 'network',
      code: 'ECONNRESET',
      mayHaveActed: true,
    });
    expect(await startError({ fails: 'ECONNREFUSED' })).toMatchObject({
      kind: 'network',
      mayHaveActed: false,
    });
    expect(await startError({ fails: 'ETIMEDOUT' })).toMatchObject({ kind: 'timeout', mayHaveActed: true });
  });

  test.each<[string, ScriptedAnswer]>([
    [
      'an error text',
      {
        status: 401,
        body: { error: { message: 'Bad key sk_live_abcdef123456 (Bearer sk_live_abcdef123456)' } },
      },
    ],
    ['an error code', { status: 400, body: { code: 'sk_live_abcdef123456' } }],
    ['a page', { status: 200, body: 'Authorization: Bearer sk_live_abcdef123456' }],
    ['what the transport threw', { fails: 'ECONNRESET' }],
  ])('shows no key that stands in %s', async (_, answer) => {
    const error = await startError(answer);
    const everything = JSON.stringify([error.message, error.stack, error, String(error.cause)]);
    expect(everything).not.toMatch(/sk_live_abc|mustnotshow/);
  });

  test.each(['.', '..'])('for "%s" as an ID comes before anything is sent', async (id) => {
    const { client, requests } = scriptedClient([{}]);
    expect((await rejection(client.startCampaign(id))).message).toContain('is no campaign ID');
    expect(requests).toEqual([]);
  });

  test('for an empty ID comes before anything is sent', async () => {
    const { client, requests } = scriptedClient([{}]);
    expect((await rejection(client.startCampaign(' '))).message).toContain('campaign ID is empty');
    expect(requests).toEqual([]);
  });
});
