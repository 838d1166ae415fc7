import { type Sandbox, type SandboxOptions, startSandbox } from '@leadterra/sandbox';
import { NodeApiError } from 'n8n-workflow';

import { type Run, runNode } from './n8n-stand-in';

const containing = (text: string): unknown => expect.stringContaining(text);

let sandbox: Sandbox;

async function open(options: SandboxOptions = {}) {
  sandbox = await startSandbox({ timeScale: 0, seed: 1, ...options });
}

afterEach(async () => {
  await sandbox.close();
});

async function run(resource: string, operation: string, parameters: object = {}, more: Partial<Run> = {}) {
  const results = await runNode({ sandbox, ...more, parameters: { resource, operation, ...parameters } });
  return results.map(({ json }) => json);
}

/** The IDs of the replies of so many leads. */
async function replies(count = 1) {
  const sequenceSteps = { step: [{ subject: 'Quick question', bodyHtml: '<p>Hi</p>' }] };
  const [created] = await run('campaign', 'create', { name: 'Spring', sequenceSteps });
  const campaign = String(created?.['id']);
  const items = Array.from({ length: count }, (_, i) => ({ email: `replies${i}@alpha.example` }));
  await run('lead', 'enroll', { campaign, leadSource: 'auto' }, { items });
  await run('campaign', 'start', { campaign });
  await sandbox.settled();
  return await run('reply', 'getMany', { returnAll: true });
}

const fromItem = ({ id }: { id: string }) => id;

async function assign(items: Run['items'], sdr: unknown, more: Partial<Run> = {}) {
  const parameters = { reply: fromItem, sdr, skipIcpCheck: true };
  return await run('reply', 'assignToSdr', parameters, { items, ...more });
}

test('a reply goes to an SDR who answers it: assignment, draft, sending, follow-ups', async () => {
  await open();
  const items = await replies(2);
  const [jordan] = await run('sdr', 'getMany', { filters: { person: 'jordan' } });
  expect(jordan).toMatchObject({ name: 'Jordan Lee', gmailConnected: true });

  const assigned = await assign(items, { __rl: true, mode: 'list', value: jordan?.['id'] });
  expect(assigned).toMatchObject([
    { replyId: items[0]?.['id'], status: 'assigned', reason: null },
    { replyId: items[1]?.['id'], status: 'assigned' },
  ]);
  expect(await assign(items, jordan?.['id'])).toMatchObject([
    { status: 'already_forwarded', reason: 'The reply was already forwarded.', threadId: null },
    { status: 'already_forwarded' },
  ]);

  const found = await run('inboxThread', 'getMany', { limit: 50, filters: { statuses: ['new', 'won'] } });
  expect(found).toHaveLength(2);
  const [thread] = await run('inboxThread', 'getByEmail', { email: 'replies1@alpha.example' });
  expect(thread).toMatchObject({ contactEmail: 'replies1@alpha.example', status: 'new' });

  const variants = await run('draft', 'generate', {
    thread: thread?.['id'],
    additionalFields: { variantCount: 3 },
  });
  expect(variants).toHaveLength(3);
  const [sent] = await run('draft', 'send', { draft: variants[1]?.['id'] });
  expect(sent).toMatchObject({ draftId: variants[1]?.['id'], overall: 0.92, issues: [] });

  const due = async (includeUpcoming: boolean) =>
    await run('followUp', 'getDue', { returnAll: true, includeUpcoming });
  expect(await due(false)).toEqual([]);
  const [first, second] = await due(true);
  await run('followUp', 'complete', { followUp: first?.['id'] });
  await run('followUp', 'reschedule', { followUp: second?.['id'], dueAt: '2020-01-01T00:00:00' });
  expect(await due(false)).toMatchObject([{ id: second?.['id'] }]);
  await run('followUp', 'skip', { followUp: second?.['id'], additionalFields: { reason: 'In autumn' } });
  const scheduled = await run('followUp', 'schedule', { thread: thread?.['id'] });
  expect(await due(true)).toEqual(scheduled);
});

test('two items that are the same send one email', async () => {
  await open();
  const [reply = {}] = await replies();
  const [sdr] = await run('sdr', 'getMany');
  const results = await assign([reply, reply], sdr?.['id']);
  expect(results).toMatchObject([{ status: 'assigned' }, { status: 'assigned' }]);
  expect(results[0]?.['handoffId']).toBe(results[1]?.['handoffId']);
});

test('a draft that is blocked fails with its issues, or takes the error output with them', async () => {
  await open();
  await assign(await replies(), (await run('sdr', 'getMany'))[0]?.['id']);
  const [thread] = await run('inboxThread', 'getMany', { returnAll: true });
  const [draft] = await run('draft', 'generate', { thread: thread?.['id'] });
  const parameters = {
    draft: draft?.['id'],
    additionalFields: { finalBodyHtml: '<p>Guaranteed, [[firstName]]</p>' },
  };
  const error = await run('draft', 'send', parameters).catch((thrown: unknown) => thrown);
  if (!(error instanceof NodeApiError)) throw new Error('It did not fail as it should.');
  expect(error.httpCode).toBe('422');
  expect(error.message).toContain(
    'guardrails blocked it: A token is not filled in; It promises too much: "guarantee"; scores from 0 to 1: overall 0.31',
  );
  expect(error.description).toContain('Nothing was sent.');
  const continued = await run('draft', 'send', parameters, { onError: 'continueErrorOutput' });
  expect(continued).toEqual([{ error: containing('A token is not filled in;') }]);
});

test('a key without an SDR is told from a wrong one', async () => {
  await open({ keyWithoutSdr: true });
  const error = await run('gmail', 'getStatus').catch((thrown: unknown) => thrown);
  if (!(error instanceof NodeApiError)) throw new Error('It did not fail as it should.');
  expect(error.message).toContain('Could not get the status of Gmail');
  expect(error.description).toContain('only with an API key that is linked to an SDR');
});

test('Gmail that needs attention can be asked for alone', async () => {
  await open({ gmail: 'needs_reauth' });
  expect(await run('gmail', 'getStatus', { onlyIfUnwell: true })).toMatchObject([
    { healthState: 'needs_reauth', needsAttention: true, lastSyncError: containing('needs_reauth') },
  ]);
});
