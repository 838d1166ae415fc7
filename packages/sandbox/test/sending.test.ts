import { campaign, dayMs, enroll, running, start } from './support/sandbox';

const messages =
  'SELECT l.email, m.step_index AS step, m.subject, m.body_html AS body FROM messages m JOIN leads l ON l.id = m.lead_id';
const states =
  'SELECT l.email, e.state, e.next_step AS step FROM enrollments e JOIN leads l ON l.id = e.lead_id ORDER BY l.id';

describe('a running campaign', () => {
  test('sends nothing before it is started, then step by step with the delay of each step', async () => {
    const caller = await start();
    const id = await campaign(caller);
    await enroll(caller, id, [
      { email: 'ava@example.com', firstName: 'Ava', company: 'Fern', useCase: 'hiring' },
    ]);
    await caller.sandbox.advance(dayMs);
    expect(caller.rows(messages)).toEqual([]);

    await caller.call('POST', `/v1/campaigns/${id}/start`);
    await caller.sandbox.settled();
    const first = {
      email: 'ava@example.com',
      step: 0,
      subject: 'Hello Ava',
      body: '<p>About Fern and hiring</p>',
    };
    expect(caller.rows(messages)).toEqual([first]);

    await caller.sandbox.advance(3 * dayMs - 1);
    expect(caller.rows(messages)).toEqual([first]);
    await caller.sandbox.advance(1);
    expect(caller.rows(messages)).toMatchObject([first, { step: 1, subject: 'Again' }]);
    expect(caller.rows(states)).toEqual([{ email: 'ava@example.com', state: 'finished', step: 2 }]);
  });

  test('renders a missing field as an empty string and leaves alone what is no token', async () => {
    const caller = await start();
    const step = {
      subject: '[{{firstName}}] [{{email}}] {{ firstName }} {x}',
      bodyHtml: '{{score}} {{vip}}',
    };
    const id = await campaign(caller, [step]);
    await enroll(caller, id, [{ email: 'ava@example.com', score: 0, vip: false }]);
    await caller.call('POST', `/v1/campaigns/${id}/start`);
    await caller.sandbox.settled();
    expect(caller.rows(messages)).toMatchObject([
      { subject: '[] [ava@example.com] {{ firstName }} {x}', body: '0 false' },
    ]);
  });

  test('mails leads that join later from step one', async () => {
    const caller = await start();
    const id = await running(caller, ['ava@example.com']);
    await caller.sandbox.advance(dayMs);
    await enroll(caller, id, [{ email: 'ben@example.com' }]);
    await caller.sandbox.settled();
    expect(caller.rows(messages)).toMatchObject([
      { email: 'ava@example.com' },
      { email: 'ben@example.com', step: 0 },
    ]);
  });

  test('holds its mail while paused and goes on where it stopped', async () => {
    const caller = await start();
    const id = await running(caller, ['ava@example.com']);
    await caller.call('POST', `/v1/campaigns/${id}/pause`);
    await caller.sandbox.advance(10 * dayMs);
    expect(caller.rows(messages)).toHaveLength(1);
    expect((await caller.call('GET', `/v1/campaigns/${id}/stats`)).body).toMatchObject({ queued: 1 });

    await caller.call('POST', `/v1/campaigns/${id}/start`);
    await caller.sandbox.settled();
    expect(caller.rows(messages)).toMatchObject([{ step: 0 }, { step: 1 }]);
  });

  test('runs on real time when the clock does', async () => {
    const caller = await start({ timeScale: dayMs });
    const second = new Promise((done) => {
      caller.sandbox.events.on('message', (message) => message.stepIndex === 1 && done(message));
    });
    await running(caller, ['ava@example.com']);
    expect(await second).toMatchObject({ subject: 'Again', email: 'ava@example.com' });
  });
});

describe('a bounce', () => {
  test('suppresses the address and ends its sequence when it is hard, and neither when it is soft', async () => {
    const caller = await start({
      bounce: { hard: ['Lost@example.com', /@closed\./], soft: [(email) => email === 'full@example.com'] },
    });
    await running(caller, [
      'lost@example.com',
      'ava@closed.example',
      'hard-bounce-1@example.com',
      'full@example.com',
      'soft-bounce@example.com',
    ]);
    expect(caller.rows(states)).toEqual([
      { email: 'lost@example.com', state: 'bounced', step: 1 },
      { email: 'ava@closed.example', state: 'bounced', step: 1 },
      { email: 'hard-bounce-1@example.com', state: 'bounced', step: 1 },
      { email: 'full@example.com', state: 'queued', step: 1 },
      { email: 'soft-bounce@example.com', state: 'queued', step: 1 },
    ]);
    expect(caller.rows('SELECT email, reason FROM suppressions ORDER BY email')).toEqual([
      { email: 'ava@closed.example', reason: 'hard_bounce' },
      { email: 'hard-bounce-1@example.com', reason: 'hard_bounce' },
      { email: 'lost@example.com', reason: 'hard_bounce' },
    ]);
    expect(caller.rows('SELECT DISTINCT classification FROM replies')).toEqual([
      { classification: 'bounce' },
    ]);
  });
});

describe('a reply', () => {
  test.each([
    ['replies@example.com', 'interested'],
    ['replies-not-interested@example.com', 'not_interested'],
    ['replies-out-of-office-2@example.com', 'out_of_office'],
    ['replies-unsubscribe@example.com', 'unsubscribe'],
    ['replies-referral@example.com', 'referral'],
  ])('from %s is classified %s and ends the sequence', async (email, classification) => {
    const caller = await start();
    await running(caller, [email]);
    expect((await caller.call('GET', '/v1/replies')).body).toMatchObject([{ email, classification }]);
    expect(caller.rows(states)).toEqual([{ email, state: 'replied', step: 1 }]);
  });
});

describe('a suppressed address', () => {
  test('is skipped at enrollment and at sending, in every campaign', async () => {
    const caller = await start();
    const id = await running(caller, ['ava@example.com']);
    await caller.call('POST', '/v1/suppression-list', { emails: ['AVA@example.com', 'ben@example.com'] });
    await enroll(caller, id, [{ email: 'ben@example.com' }]);
    await caller.sandbox.advance(10 * dayMs);
    expect(caller.rows(messages)).toHaveLength(1);
    expect(caller.rows(states)).toEqual([{ email: 'ava@example.com', state: 'suppressed', step: 1 }]);
  });
});
