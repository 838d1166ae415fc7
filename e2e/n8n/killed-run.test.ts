import { once } from 'node:events';

import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { LeadterraClient } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';

import { N8n } from '../harness/n8n.ts';

const contacts = Array.from({ length: 5000 }, (_, i) => ({
  properties: {
    email: `lead${i}@acme.example`,
    firstname: `Ava${i}`,
    company: 'Acme',
    hs_object_id: String(i),
  },
}));

function enrollingWorkflow(campaignId: string) {
  const credentials = { leadterraApi: {} };
  const nodes = [
    {
      name: 'Contacts',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      parameters: {
        httpMethod: 'POST',
        path: 'enroll',
        responseMode: 'lastNode',
        responseData: 'allEntries',
      },
    },
    {
      name: 'Split',
      type: 'n8n-nodes-base.splitOut',
      typeVersion: 1,
      parameters: { fieldToSplitOut: 'body.contacts' },
    },
    {
      name: 'Enroll',
      type: 'n8n-nodes-leadterra.leadterra',
      typeVersion: 1,
      parameters: {
        resource: 'lead',
        operation: 'enroll',
        campaign: { __rl: true, mode: 'id', value: campaignId },
        leadSource: 'hubspot',
        options: { batchSize: 100, output: 'summary' },
      },
      credentials,
    },
  ];
  const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
  return {
    name: 'Enroll',
    nodes: nodes.map((node, i) => ({ id: String(i), position: [200 * i, 0], ...node })),
    connections: { Contacts: to('Split'), Split: to('Enroll') },
    settings: { executionOrder: 'v1' },
  };
}

function enrolled({ database }: Sandbox): unknown[] {
  const columns = 'email, first_name, company, campaign_id, state, next_step';
  return database
    .prepare(`SELECT ${columns} FROM enrollments JOIN leads ON lead_id = leads.id ORDER BY email`)
    .all()
    .map((row) => ({ ...row }));
}

test('a run that n8n was killed in the middle of, run again, ends with the database of an undisturbed one', async () => {
  const sandbox = await startSandbox({ seed: 1 });
  const n8n = await N8n.start();
  try {
    await n8n.createCredential('leadterraApi', 'Leadterra account', {
      apiKey: sandbox.apiKey,
      baseUrl: sandbox.url,
    });
    const client = new LeadterraClient({
      transport: axiosTransport({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
      sleep: () => Promise.resolve(),
    });
    const { id } = await client.createCampaign({ name: 'Killed', sequenceSteps: [] });
    await n8n.activate(await n8n.importWorkflow(enrollingWorkflow(id)));

    sandbox.setFaults({ always: ['latency:100'] });
    const cutOff = n8n.callWebhook('enroll', { contacts }).catch(() => 'cut off');
    while (enrolled(sandbox).length < 1000) await once(sandbox.events, 'request');
    await n8n.restart('kill');
    expect(await cutOff).toBe('cut off');
    const halfWay = enrolled(sandbox).length;
    expect(halfWay).toBeLessThan(contacts.length);

    sandbox.setFaults({});
    const again = await n8n.callWebhook('enroll', { contacts });
    expect(again.body).toMatchObject([{ input: 5000, accepted: 5000, failed: 0 }]);
    expect(enrolled(sandbox)).toEqual(
      contacts
        .map(({ properties: { email, firstname } }) => ({
          email,
          first_name: firstname,
          company: 'Acme',
          campaign_id: id,
          state: 'queued',
          next_step: 0,
        }))
        .toSorted((a, b) => (a.email < b.email ? -1 : 1)),
    );
  } finally {
    await n8n.stop();
    await sandbox.close();
  }
});
