import { once } from 'node:events';

import { createCampaign } from '@leadterra/testing/leadterra';

import { contacts, enrollingWorkflow, enrollments, expectedEnrollments } from './enrolling.ts';
import { useN8n } from './support.ts';

const { n8n, startLeadterra } = useN8n();

/** The answer comes at the end of the run. */
const untilTheEnd = { responseMode: 'lastNode', responseData: 'allEntries' };

test('a run that n8n was killed in the middle of, run again, ends with the database of an undisturbed one', async () => {
  const sandbox = await startLeadterra({ faults: { always: ['latency:100'] } });
  const campaignId = await createCampaign(sandbox);
  const workflow = enrollingWorkflow('enroll', campaignId, 100, untilTheEnd);
  await n8n().activate(await n8n().importWorkflow(workflow));

  const body = { contacts: contacts(0, 5000) };
  const cutOff = n8n()
    .callWebhook('enroll', body)
    .catch(() => 'cut off');
  while (enrollments(sandbox, campaignId).length < 1000) await once(sandbox.events, 'request');
  await n8n().restart('kill');
  expect(await cutOff).toBe('cut off');
  const halfWay = enrollments(sandbox, campaignId).length;
  expect(halfWay).toBeLessThan(5000);

  sandbox.setFaults({});
  const again = await n8n().callWebhook('enroll', body);
  expect(again.body).toMatchObject([{ input: 5000, enrolled: 5000, failed: 0 }]);
  expect(enrollments(sandbox, campaignId)).toEqual(expectedEnrollments(0, 5000, campaignId));
});
