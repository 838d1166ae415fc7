// The one test that waits for real time: n8n polls once a minute at most, and when a workflow is activated.
import { callLeadterra, createCampaign } from '@leadterra/testing/leadterra';
import { outputsOf } from '@leadterra/testing/n8n-execution';
import { chain, node, trigger } from '@leadterra/testing/n8n-workflow';

import { useN8n } from './support.ts';

const { n8n, startLeadterra } = useN8n();

const day = 24 * 60 * 60 * 1000;

test('after a day offline each reply and each bounce starts the workflow once, beside a webhook trigger too', async () => {
  const sandbox = await startLeadterra({ seed: 1 });
  const write = async (...people: string[]) => {
    const campaign = await createCampaign(sandbox, people.join(' '));
    const leads = people.map((who) => ({ email: `${who}@alpha.example` }));
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaign}/leads/bulk`, { leads });
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaign}/start`);
    await sandbox.settled();
  };

  const polling = node(
    'Polling',
    'n8n-nodes-leadterra.leadterraReplyTrigger',
    1,
    { pollTimes: { item: [{ mode: 'everyMinute' }] }, filters: {} },
    { credentials: { leadterraApi: {} } },
  );
  const then = node('Then', 'n8n-nodes-base.noOp', 1, {});
  const { connections, ...rest } = chain('Replies', [
    trigger({ events: ['reply.received'] }, 'Webhook'),
    then,
  ]);
  const workflow = {
    ...rest,
    nodes: [...rest.nodes, polling],
    connections: { ...connections, Polling: { main: [[{ node: 'Then', type: 'main', index: 0 }]] } },
  };
  await write('replies-before');
  await sandbox.advance(1000);
  const id = await n8n().importWorkflow(workflow);
  await n8n().activate(id);

  await write('replies-delivered');
  await n8n().waitForExecutions(id, 1);
  await n8n().restart('stop', async () => {
    await sandbox.advance(1000);
    await write('replies-a', 'replies-unsubscribe-b', 'hard-bounce-c', 'soft-bounce-d');
    // Longer than Leadterra repeats its deliveries.
    await sandbox.advance(day);
  });
  const emails = (await n8n().waitForExecutions(id, 2))
    .flatMap((execution) => outputsOf(execution, 'Then').flat())
    .map(({ email }) => email);
  expect(emails.toSorted()).toEqual([
    'hard-bounce-c@alpha.example',
    'replies-a@alpha.example',
    'replies-delivered@alpha.example',
    'replies-unsubscribe-b@alpha.example',
    'soft-bounce-d@alpha.example',
  ]);
});
