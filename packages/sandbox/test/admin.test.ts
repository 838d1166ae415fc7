import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { having, listWith } from '@leadterra/testing/matchers';

import { faults } from '../src/faults';
import { dayMs, enroll, running, start } from './support/sandbox';

describe('the sandbox tells', () => {
  test('how many rows there are of everything, without a key', async () => {
    const caller = await start();
    await running(caller, ['ava@example.com', 'hard-bounce@example.com', 'replies@example.com']);
    const response = await fetch(`${caller.sandbox.url}/_sandbox/state`);
    expect(await response.json()).toMatchObject({
      dialect: 'reference',
      counts: {
        campaigns: 1,
        leads: 3,
        enrollments: 3,
        messages: 3,
        bounces: 1,
        replies: 2,
        suppressed: 1,
        requests: 3,
      },
    });
  });

  test.each(['leads', 'enrollments', 'messages'])('the %s, page by page', async (name) => {
    const caller = await start();
    await running(caller, ['ava@example.com', 'ben@example.com']);
    expect((await caller.call('GET', `/_sandbox/${name}`)).body).toMatchObject({
      [name]: [{ email: 'ava@example.com' }, { email: 'ben@example.com' }],
    });
    expect((await caller.call('GET', `/_sandbox/${name}?limit=1&offset=1`)).body).toMatchObject({
      [name]: [{ email: 'ben@example.com' }],
    });
  });

  test('which requests came, without their keys', async () => {
    const caller = await start({ apiKey: 'sk_test_secret_of_ours' });
    await caller.call('GET', '/v1/replies?page=1', undefined, { 'x-sandbox-fault': 'none' });
    await caller.call('GET', '/v1/campaigns/camp_none/stats');
    const { body } = await caller.call('GET', '/_sandbox/requests');
    expect(body).toMatchObject({
      requests: [
        { method: 'GET', path: '/v1/replies', status: 200, fault: 'none' },
        { method: 'GET', path: '/v1/campaigns/camp_none/stats', status: 404, fault: null },
      ],
    });
    expect(JSON.stringify(caller.rows('SELECT * FROM requests'))).not.toContain('secret_of_ours');
  });

  test('which faults there are', async () => {
    const { call } = await start();
    const { body } = await call('GET', '/_sandbox/faults');
    expect(body).toHaveProperty('faults.length', faults.size);
    expect(body).toMatchObject({
      faults: listWith([having({ name: 'html-page', number: null })]),
    });
  });
});

describe('the sandbox can be told', () => {
  test('to move the clock', async () => {
    const caller = await start();
    await running(caller, ['ava@example.com']);
    expect((await caller.call('POST', '/_sandbox/clock/advance', { days: 3 })).status).toBe(200);
    expect(caller.rows('SELECT step_index FROM messages ORDER BY step_index')).toEqual([
      { step_index: 0 },
      { step_index: 1 },
    ]);
    expect((await caller.call('POST', '/_sandbox/clock/advance', {})).status).toBe(400);
  });

  test('to forget everything', async () => {
    const caller = await start({ faults: { always: ['none'] } });
    const id = await running(caller, ['ava@example.com']);
    expect((await caller.call('POST', '/_sandbox/reset')).status).toBe(204);
    expect((await enroll(caller, id, [{ email: 'ava@example.com' }])).status).toBe(404);
    expect((await caller.call('GET', '/_sandbox/state')).body).toMatchObject({
      counts: { campaigns: 0, leads: 0, messages: 0 },
    });
  });
});

test('keeps its workspace in a file and goes on where it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const database = join(folder, 'workspace.db');
  const first = await start({ database });
  await running(first, ['ava@example.com']);
  await first.sandbox.close();

  const second = await start({ database, now: () => Date.now() + 4 * dayMs });
  await second.sandbox.settled();
  expect(second.rows('SELECT step_index FROM messages ORDER BY sent_at')).toEqual([
    { step_index: 0 },
    { step_index: 1 },
  ]);
  await second.sandbox.close();
  await rm(folder, { recursive: true });
});
