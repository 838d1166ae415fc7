import { request } from 'node:http';

import { containing } from '@leadterra/testing/matchers';
import { closeStandIns, startStandIn } from '@leadterra/testing/stand-in';

import { type Caller, campaign, enroll, idIn, running, start } from './support/sandbox';

afterEach(closeStandIns);

/** What a page shows, and how it was answered. */
async function open({ sandbox }: Caller, path: string, init: RequestInit = {}) {
  const response = await fetch(sandbox.url + path, init);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** Presses a button as a browser without script does. */
function press(caller: Caller, action: string, fields: Record<string, string> = {}, headers = {}) {
  const body = new URLSearchParams(fields);
  return open(caller, `/actions/${action}`, { method: 'POST', body, redirect: 'manual', headers });
}

/** The links of a page that begin in a way. */
function linksIn(html: string, start: string): string[] {
  return Array.from(html.matchAll(/href="([^"]+)"/g), ([, href = '']) => href).filter((href) =>
    href.startsWith(start),
  );
}

async function firstLink(caller: Caller, path: string, start: string): Promise<string> {
  const [link] = linksIn((await open(caller, path)).html, start);
  if (link === undefined) throw new Error(`${path} has no link to ${start}.`);
  return link;
}

describe('the page leads', () => {
  test('from a campaign over a lead to the email as it was sent', async () => {
    const caller = await start();
    await running(caller, ['ava@example.com', 'hard-bounce@example.com']);

    const campaignPath = await firstLink(caller, '/', '/campaigns/');
    const campaignPage = await open(caller, campaignPath);
    expect(campaignPage.html).toContain('ava@example.com');
    expect(campaignPage.html).toContain('step 2 of 2');
    expect(campaignPage.html).toContain('bounced (1)');
    expect((await open(caller, `${campaignPath}?state=bounced`)).html).not.toContain('ava@example.com');

    const leadPath = await firstLink(caller, campaignPath, '/leads/');
    const messagePath = await firstLink(caller, leadPath, '/messages/');
    const { html } = await open(caller, messagePath);
    expect(html).toContain(`src="${messagePath}/body"`);
    expect((await open(caller, `${messagePath}/body`)).html).toBe('<p>About  and </p>');
  });

  test('to replies, suppressions, deliveries with their attempts, and requests with their faults', async () => {
    const caller = await start();
    const { url } = await startStandIn();
    await caller.call('POST', '/v1/webhooks', {
      url: `${url}/hook?token=secret`,
      events: ['message.bounced'],
    });
    await running(caller, ['hard-bounce@example.com', 'replies@example.com']);
    await caller.call('GET', '/v1/replies', undefined, { 'x-sandbox-fault': 'status-503' });

    expect((await open(caller, '/replies')).html).toContain('Sounds useful.');
    expect((await open(caller, '/suppressions')).html).toContain('hard-bounce@example.com');
    const webhooks = await open(caller, '/webhooks');
    expect(webhooks.html).not.toContain('token=secret');
    const delivery = await open(caller, linksIn(webhooks.html, '/deliveries/')[0] ?? '');
    expect(delivery.html).toMatch(/message\.bounced[^]*Attempts[^]*<td>200<\/td>/);
    const requests = await open(caller, '/requests');
    expect(requests.html).toContain('status-503');
    expect(requests.html).not.toContain('/suppressions</code>');
  });

  test('through long lists page by page', async () => {
    const caller = await start();
    const id = await campaign(caller);
    await enroll(
      caller,
      id,
      Array.from({ length: 250 }, (_, index) => ({ email: `lead-${index}@example.com` })),
    );
    const last = await open(caller, `/campaigns/${id}?page=3`);
    expect(linksIn(last.html, '/leads/')).toHaveLength(50);
    expect(last.html).toContain('Page 3 of 3');
    expect(linksIn(last.html, '?')).toEqual(['?page=2']);
  });

  test.each(['/campaigns/camp_none', '/leads/999', '/messages/msg_none', '/deliveries/999'])(
    'nowhere from %s, which is not there',
    async (path) => {
      expect(await open(await start(), path)).toMatchObject({
        status: 404,
        html: containing('There is nothing here'),
      });
    },
  );
});

describe('the buttons', () => {
  test('move time, and lead back to the page that they stand on', async () => {
    const caller = await start();
    await running(caller, ['ava@example.com']);
    const referer = `${caller.sandbox.url}/replies?page=1`;
    const { status, headers } = await press(caller, 'advance', { hours: '168' }, { referer });
    expect([status, headers.get('location')]).toEqual([303, '/replies?page=1']);
    expect(caller.rows('SELECT * FROM messages')).toHaveLength(2);
  });

  test('lead nowhere else, whatever a request says', async () => {
    const { headers } = await press(
      await start(),
      'behave',
      {},
      { referer: 'https://evil.example//evil.example/' },
    );
    expect(headers.get('location')).toBe('/evil.example/');
  });

  test('have an address bounce that had its email: suppressed, out of the sequence, and told to webhooks', async () => {
    const caller = await start();
    const { url, requests } = await startStandIn();
    await caller.call('POST', '/v1/webhooks', { url, events: ['message.bounced', 'reply.received'] });
    const campaignId = await running(caller, ['ava@example.com']);
    const messagePath = await messageOf(caller);
    await press(caller, `${messagePath}/bounce`, { type: 'hard' });
    await caller.sandbox.settled();

    expect(requests.map(({ body }) => body).join()).toContain('message.bounced');
    expect((await open(caller, '/suppressions')).html).toContain('ava@example.com');
    expect((await open(caller, `/campaigns/${campaignId}`)).html).toContain('data-state="bounced"');
    await caller.sandbox.advance(30 * 24 * 60 * 60 * 1000);
    expect(caller.rows('SELECT * FROM messages')).toHaveLength(1);
  });

  test('have it bounce for now, or answered: the sequence goes on, or ends', async () => {
    const caller = await start();
    await running(caller, ['ava@example.com']);
    await press(caller, `${await messageOf(caller)}/bounce`, { type: 'soft' });
    await caller.sandbox.advance(3 * 24 * 60 * 60 * 1000);
    expect(caller.rows('SELECT bounce_type FROM messages ORDER BY step_index')).toEqual([
      { bounce_type: 'soft' },
      { bounce_type: null },
    ]);

    const other = await start();
    await running(other, ['ben@example.com']);
    await press(other, `${await messageOf(other)}/answer`, { classification: 'referral' });
    expect(other.rows('SELECT classification FROM replies')).toEqual([{ classification: 'referral' }]);
    expect(other.rows('SELECT state FROM enrollments')).toEqual([{ state: 'replied' }]);
  });

  test('do not bounce an email twice', async () => {
    const caller = await start();
    await running(caller, ['hard-bounce@example.com']);
    expect(await press(caller, `${await messageOf(caller)}/bounce`, { type: 'hard' })).toMatchObject({
      status: 409,
      html: containing('has bounced'),
    });
  });

  test('make the sandbox misbehave and behave, and delete everything', async () => {
    const caller = await start();
    await running(caller, ['ava@example.com']);
    await press(caller, 'misbehave', { fault: 'status-500', meets: 'always' });
    expect((await caller.call('GET', '/v1/replies')).status).toBe(500);
    expect((await open(caller, '/')).html).toContain('every request meets status-500');
    await press(caller, 'behave');
    expect((await caller.call('GET', '/v1/replies')).status).toBe(200);
    await press(caller, 'reset');
    expect((await open(caller, '/')).html).toContain('No campaign yet.');
  });
});

test('the admin routes can have an email bounce or answered too', async () => {
  const caller = await start();
  await running(caller, ['ava@example.com', 'ben@example.com']);
  const [first, second] = caller.rows('SELECT id FROM messages ORDER BY rowid').map((row) => idIn(row));
  expect((await caller.call('POST', `/_sandbox/messages/${first ?? ''}/bounce`, {})).status).toBe(204);
  expect((await caller.call('POST', `/_sandbox/messages/${second ?? ''}/answer`, {})).status).toBe(204);
  expect(caller.rows('SELECT state FROM enrollments ORDER BY lead_id')).toEqual([
    { state: 'bounced' },
    { state: 'replied' },
  ]);
  expect((await caller.call('POST', '/_sandbox/messages/msg_none/bounce', {})).status).toBe(404);
});

describe('what came from others', () => {
  const script = '<script>document.title = "taken over"</script>"\'><img src=x onerror=alert(1)>';

  test('is text on every page, whatever it holds', async () => {
    const caller = await start();
    const id = await campaign(caller, [{ subject: script, bodyHtml: script }]);
    await enroll(caller, id, [{ email: 'ava@example.com', firstName: script, company: script }]);
    await caller.call('POST', `/v1/campaigns/${id}/start`);
    await caller.call('GET', `/v1/${encodeURI(script)}`);
    await caller.sandbox.settled();
    const paths = [
      '/',
      `/campaigns/${id}`,
      '/leads/1',
      await messageOf(caller).then((path) => `/${path}`),
      '/requests',
    ];
    for (const path of paths) {
      const { html } = await open(caller, path);
      expect(html).not.toMatch(/<script>|<img/);
    }
  });

  test('runs no script and fetches nothing where it must be markup: in the email itself', async () => {
    const caller = await start();
    await running(caller, ['ava@example.com'], [{ subject: 'Hello', bodyHtml: script }]);
    const path = await messageOf(caller);
    expect((await open(caller, `/${path}`)).html).toContain('sandbox=""');
    const { headers, html } = await open(caller, `/${path}/body`);
    expect(html).toBe(script);
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the page and the admin routes', () => {
  test.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another site', { origin: 'https://evil.example' }],
  ])('are not driven by %s', async (_who, headers) => {
    const caller = await start();
    await running(caller, ['ava@example.com']);
    expect((await press(caller, 'reset', {}, headers)).status).toBe(403);
    expect((await caller.call('POST', '/_sandbox/reset', undefined, headers)).status).toBe(403);
    expect(caller.rows('SELECT * FROM leads')).toHaveLength(1);
  });

  test('obey the page itself', async () => {
    const caller = await start();
    const headers = { 'sec-fetch-site': 'same-origin', origin: caller.sandbox.url };
    expect((await press(caller, 'reset', {}, headers)).status).toBe(303);
  });

  test('answer under no foreign name, which a site could have made lead here', async () => {
    const caller = await start();
    for (const path of ['/', '/_sandbox/state', '/events'])
      expect(await statusUnderName(caller, path, 'evil.example')).toBe(403);
    expect(await statusUnderName(caller, '/', 'localhost')).toBe(200);
  });

  test('ask for the key where the sandbox listens elsewhere than on this machine alone', async () => {
    const caller = await start({ host: '0.0.0.0', apiKey: 'sk_test_ours' });
    const basic = (password: string) => ({ authorization: `Basic ${btoa(`me:${password}`)}` });
    for (const path of ['/', '/events', '/messages/msg_1/body', '/_sandbox/state']) {
      const refused = await open(caller, path);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toMatch(/^Basic /);
      expect((await open(caller, path, { headers: basic('sk_test_wrong') })).status).toBe(401);
    }
    expect((await open(caller, '/', { headers: basic('sk_test_ours') })).status).toBe(200);
    expect((await open(caller, '/_sandbox/state', { headers: basic('sk_test_ours') })).status).toBe(200);
    expect((await caller.call('GET', '/_sandbox/state')).status).toBe(200);
  });
});

test('pages that are open are told when something happens', async () => {
  const caller = await start();
  const { body, headers } = await fetch(`${caller.sandbox.url}/events`);
  expect(headers.get('content-type')).toBe('text/event-stream');
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  await caller.call('GET', '/v1/replies');
  while (!text.includes('data: changed')) text += (await reader?.read())?.value ?? '';
  await reader?.cancel();
});

test('a page that is looked at is not told of itself', async () => {
  const caller = await start();
  await open(caller, '/requests');
  await open(caller, '/');
  expect(caller.rows('SELECT * FROM requests')).toEqual([]);
});

/** The path of the only message, without its first slash. */
async function messageOf(caller: Caller): Promise<string> {
  return (await firstLink(caller, '/leads/1', '/messages/')).slice(1);
}

/** fetch does not let a caller choose the host. */
async function statusUnderName({ sandbox }: Caller, path: string, name: string): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    const call = request(sandbox.url + path, { headers: { host: name } }, (response) => {
      response.destroy();
      resolve(response.statusCode);
    });
    call.on('error', reject).end();
  });
}
