import { once } from 'node:events';

import { type Sandbox } from '@leadterra/sandbox';
import { createCampaign, rows } from '@leadterra/testing/leadterra';
import { campaignById, chain, leadterraNode, node } from '@leadterra/testing/n8n-workflow';

import { useN8n } from './support.ts';

const { n8n, startLeadterra } = useN8n();

const batchSize = 250;
const list = 10_000;
const runs = 24;
/** What Leadterra does in a run, if not its work. */
const outages = new Map([
  [5, 'workspace-not-found'],
  [11, 'connection-closed'],
  [17, 'status-503'],
]);
const killedRun = 14;

const people = Array.from({ length: list }, (_, index) => ({
  Email: `lead${index}@acme.example`,
  Company: 'Acme 0',
}));

/** Changes one row of a hundred, others each time. */
function change(run: number): void {
  for (let index = run; index < list; index += 100) {
    const person = people[(index * 7) % list];
    if (person) person.Company = `Acme ${run}`;
  }
}

function workflowFor(campaignId: string): object {
  const webhook = { httpMethod: 'POST', path: 'hourly', options: {}, responseMode: 'lastNode' };
  return chain('Hourly', [
    node('Rows', 'n8n-nodes-base.webhook', 2.1, webhook, { webhookId: 'hourly' }),
    node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.people', options: {} }),
    leadterraNode('Enroll', {
      resource: 'lead',
      operation: 'enroll',
      campaign: campaignById(campaignId),
      options: { batchSize, enrolledBefore: 'send_changed', output: 'summary' },
    }),
  ]);
}

/** Notes in the database each lead that Leadterra takes, as often as it does. */
function noteTaken({ database }: Sandbox): void {
  database.exec(`CREATE TABLE taken (email TEXT, company TEXT);
    CREATE TRIGGER inserted AFTER INSERT ON leads BEGIN INSERT INTO taken VALUES (new.email, new.company); END;
    CREATE TRIGGER updated AFTER UPDATE ON leads BEGIN INSERT INTO taken VALUES (new.email, new.company); END`);
}

test('a list that is sent every hour costs what changed in it, through outages and a kill, and loses nobody', async () => {
  const sandbox = await startLeadterra();
  const campaignId = await createCampaign(sandbox);
  noteTaken(sandbox);
  await n8n().activate(await n8n().importWorkflow(workflowFor(campaignId)));
  const runOnce = async () => await n8n().callWebhook('hourly', { people });
  const taken = () => Number(rows(sandbox, 'SELECT count(*) AS n FROM taken')[0]?.['n']);

  for (let run = 0; run < runs; run++) {
    if (run > 0) change(run);
    const outage = outages.get(run);
    sandbox.setFaults(outage === undefined ? {} : { always: [outage] });
    const before = taken();
    if (run === killedRun) {
      const cutOff = runOnce().catch(() => 'cut off');
      while (taken() === before) await once(sandbox.events, 'request');
      await n8n().restart('kill');
      expect(await cutOff).toBe('cut off');
    } else {
      const { status, body } = await runOnce();
      if (outage === undefined) expect(body).toMatchObject({ input: list, failed: 0 });
      else expect([status, taken()]).toEqual([500, before]);
    }
  }

  const wanted = people.map(({ Email: email, Company: company }) => ({ email, company }));
  const stored = rows(sandbox, 'SELECT email, company FROM leads ORDER BY length(email), email');
  expect(stored).toEqual(wanted);
  const versions = rows(sandbox, 'SELECT DISTINCT email, company FROM taken').length;
  expect(versions).toBe(list + ((runs - 1) * list) / 100);
  expect(taken() - versions).toBeLessThanOrEqual(batchSize);
}, 600_000);
