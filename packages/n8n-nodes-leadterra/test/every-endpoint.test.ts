// What the node and its trigger ask for, held against what the documentation names.
import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { actions, type Field } from '@leadterra/shared';
import { column } from '@leadterra/testing/leadterra';

import { runNode } from './n8n-stand-in';
import { callHook } from './trigger-stand-in';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
});
afterAll(async () => {
  await sandbox.close();
});

/** Something that a field takes. */
function filled(field: Field): unknown {
  switch (field.kind) {
    case 'emails':
      return 'ada@alpha.example';
    case 'dateTime':
      return '2026-07-05T14:00:00Z';
    case 'number':
    case 'percent':
    case 'limit':
      return field.min;
    case 'yesNo':
      return true;
    case 'choice':
      return field.choices[0]?.value;
    case 'choices':
      return field.choices.map(({ value }) => value);
    case 'text':
    case 'longText':
    case 'html':
    case 'texts':
    case 'id':
      return 'one';
  }
}

test('n8n reaches all 21 documented endpoints', async () => {
  const run = async (resource: string, operation: string, more: object, items = [{}]) =>
    await runNode({
      sandbox,
      items,
      parameters: { resource, operation, ...more },
      onError: 'continueRegularOutput',
    });
  const step = { subject: 'Hello', bodyHtml: '<p>Hello</p>' };
  await run('campaign', 'create', { name: 'Spring', sequenceSteps: { step: [step] } });
  await run('lead', 'enroll', { campaign: 'one', leadSource: 'auto' }, [{ email: 'ada@alpha.example' }]);
  for (const { resource, operation, fields } of actions) {
    const given: Record<string, unknown> = { maxBounceRate: 5 };
    for (const [key, field] of Object.entries(fields)) given[key] = filled(field);
    await run(resource, operation, given);
  }
  const place = { sandbox, staticData: {}, parameters: { events: ['message.bounced'] } };
  const url = 'https://n8n.example/webhook/1/webhook';
  await callHook({ ...place, url, method: 'create', mode: 'trigger', activation: 'init' });

  const requests = column(sandbox, "SELECT method || ' ' || path FROM requests");
  const asked = new Set(requests.map((request) => request.split('?')[0]?.replace('/one', '/:id')));
  // No page documents it: it fills a list where it answers.
  asked.delete('GET /v1/campaigns');
  expect(asked.size).toBe(21);
  expect([...asked].toSorted()).toEqual([
    'GET /v1/campaigns/:id/stats',
    'GET /v1/replies',
    'GET /v1/sdr/followups/due',
    'GET /v1/sdr/gmail/status',
    'GET /v1/sdr/inbox',
    'GET /v1/sdrs',
    'GET /v1/sender-accounts',
    'GET /v1/sender-pools',
    'POST /v1/campaigns',
    'POST /v1/campaigns/:id/leads/bulk',
    'POST /v1/campaigns/:id/pause',
    'POST /v1/campaigns/:id/start',
    'POST /v1/replies/:id/assign',
    'POST /v1/sdr/drafts/:id/send',
    'POST /v1/sdr/drafts/generate',
    'POST /v1/sdr/followups/:id/complete',
    'POST /v1/sdr/followups/:id/reschedule',
    'POST /v1/sdr/followups/:id/skip',
    'POST /v1/sdr/threads/:id/followup/schedule',
    'POST /v1/suppression-list',
    'POST /v1/webhooks',
  ]);
});
