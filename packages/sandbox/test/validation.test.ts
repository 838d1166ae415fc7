import { campaign, enroll, shared, start } from './support/sandbox';

describe('authentication', () => {
  test.each([
    ['no header', {}],
    ['another scheme', { authorization: 'Basic abc' }],
    ['another key', { authorization: 'Bearer sk_test_other' }],
  ])('answers 401 authentication_failed to %s', async (_case, headers) => {
    const { sandbox } = await start();
    const response = await fetch(`${sandbox.url}/v1/sender-pools`, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'authentication_failed' });
  });

  test('lets the chosen key in', async () => {
    const { call } = await start({ apiKey: 'sk_test_chosen' });
    expect((await call('GET', '/v1/sender-pools')).status).toBe(200);
  });

  test('makes a key of its own that looks like a test key', async () => {
    const { sandbox } = await start();
    expect(sandbox.apiKey).toMatch(/^sk_test_[0-9A-Z]{32}$/);
  });
});

describe('every answer', () => {
  test('carries a request id of its own, on success and on failure', async () => {
    const { call } = await start();
    const answers = [await call('GET', '/v1/sender-pools'), await call('GET', '/v1/nothing-here')];
    const ids = answers.map(({ headers }) => headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain(null);
  });

  test('is a 404 where there is no such endpoint', async () => {
    const { call } = await start();
    expect(await call('GET', '/v1/campaigns')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

const webhook = { url: 'https://hooks.example.com/a', events: ['message.sent'] };

describe('a request that is not valid', () => {
  const caller = shared();
  const { call } = caller;

  test.each([
    ['campaigns', '{', 'JSON'],
    ['campaigns', '', 'object'],
    ['campaigns', { sequenceSteps: [] }, '"name" is missing'],
    ['campaigns', { name: 7 }, 'name: must be string'],
    ['campaigns', { name: 'A', colour: 'red' }, 'unknown field "colour"'],
    ['campaigns', { name: 'A', sequenceSteps: {} }, 'sequenceSteps: must be array'],
    ['campaigns', { name: 'A', sequenceSteps: [{ subject: 'S' }] }, '"bodyHtml" is missing'],
    ['campaigns', { name: 'A', sequenceSteps: [{ bodyHtml: 'B' }] }, '"subject" is missing'],
    [
      'campaigns',
      { name: 'A', sequenceSteps: [{ subject: 'S', bodyHtml: 'B', delayDays: 1.5 }] },
      'delayDays',
    ],
    [
      'campaigns',
      { name: 'A', sequenceSteps: [{ subject: 'S', bodyHtml: 'B', delayDays: -1 }] },
      'delayDays',
    ],
    [
      'campaigns',
      { name: 'A', sequenceSteps: [{ subject: 'S', bodyHtml: 'B', delayDays: '2' }] },
      'delayDays',
    ],
    ['suppression-list', {}, '"emails" is missing'],
    ['suppression-list', { emails: [] }, 'emails'],
    ['suppression-list', { emails: 'ava@example.com' }, 'emails: must be array'],
    ['suppression-list', { emails: ['ava@example.com', 'example.com'] }, 'emails/1'],
    ['suppression-list', { emails: ['ava@example.com'], domains: [] }, 'unknown field "domains"'],
    ['webhooks', { events: ['message.sent'] }, '"url" is missing'],
    ['webhooks', { ...webhook, url: 'http://hooks.example.com/a' }, 'https://'],
    ['webhooks', { ...webhook, url: 'hooks' }, 'url'],
    ['webhooks', { ...webhook, events: [] }, 'events'],
    ['webhooks', { ...webhook, events: ['message.opened'] }, 'events/0'],
    ['webhooks', { ...webhook, secret: 'mine' }, 'unknown field "secret"'],
  ])('is a 400 invalid_request: POST %s %j', async (path, body, says) => {
    const answer = await call('POST', `/v1/${path}`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(JSON.stringify(answer.body)).toContain(says.replaceAll('"', '\\"'));
  });

  test('is a 400 when the body is of another content type', async () => {
    const answer = await call('POST', '/v1/campaigns', 'name=A', { 'content-type': 'text/plain' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  test.each(['?limit=5', '?campaignId=', '?campaignId=a&campaignId=b', '?page=0'])(
    'is a 400 for the replies query %s',
    async (query) => {
      expect(await call('GET', `/v1/replies${query}`)).toMatchObject({ status: 400 });
    },
  );

  test('is a 400 above 1,000 addresses to suppress, and not at 1,000', async () => {
    const emails = Array.from({ length: 1001 }, (_, index) => `lead${index}@example.com`);
    expect((await call('POST', '/v1/suppression-list', { emails })).status).toBe(400);
    expect(await call('POST', '/v1/suppression-list', { emails: emails.slice(1) })).toMatchObject({
      status: 200,
      body: { suppressed: 1000 },
    });
  });

  test.each([undefined, '', {}, { leads: 'ava@example.com' }, { leads: [] }, { leads: [], name: 'A' }])(
    'is a 400 for the bulk body %j',
    async (body) => {
      const id = await campaign(caller);
      const answer = await caller.call('POST', `/v1/campaigns/${id}/leads/bulk`, body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    },
  );
});

describe('a campaign that does not exist', () => {
  const { call } = shared();

  test.each([
    ['POST', '/v1/campaigns/camp_none/start', undefined],
    ['POST', '/v1/campaigns/camp_none/pause', undefined],
    ['GET', '/v1/campaigns/camp_none/stats', undefined],
    ['POST', '/v1/campaigns/camp_none/leads/bulk', { leads: [{ email: 'ava@example.com' }] }],
    ['GET', '/v1/replies?campaignId=camp_none', undefined],
  ])('is a 404 campaign_not_found: %s %s', async (method, path, body) => {
    expect(await call(method, path, body)).toMatchObject({
      status: 404,
      body: { code: 'campaign_not_found' },
    });
  });
});

describe('start and pause', () => {
  test('refuses to start without sequence steps, and without leads', async () => {
    const caller = await start();
    const empty = await campaign(caller, []);
    const full = await campaign(caller);
    expect(await caller.call('POST', `/v1/campaigns/${empty}/start`)).toMatchObject({
      status: 400,
      body: { code: 'no_sequence_steps' },
    });
    expect(await caller.call('POST', `/v1/campaigns/${full}/start`)).toMatchObject({
      status: 400,
      body: { code: 'no_leads_enrolled' },
    });
  });

  test('may be repeated, and a draft stays a draft when it is paused', async () => {
    const caller = await start();
    const id = await campaign(caller);
    await enroll(caller, id, [{ email: 'ava@example.com' }]);
    const statuses = [];
    for (const action of ['pause', 'start', 'start', 'pause', 'pause', 'start']) {
      statuses.push((await caller.call('POST', `/v1/campaigns/${id}/${action}`)).body);
    }
    expect(statuses).toMatchObject(
      ['draft', 'running', 'running', 'paused', 'paused', 'running'].map((status) => ({ id, status })),
    );
  });

  test('takes an empty object as no body, and refuses one that says something', async () => {
    const caller = await start();
    const id = await campaign(caller);
    expect((await caller.call('POST', `/v1/campaigns/${id}/pause`, {})).status).toBe(200);
    expect((await caller.call('POST', `/v1/campaigns/${id}/pause`, { now: true })).status).toBe(400);
  });
});
