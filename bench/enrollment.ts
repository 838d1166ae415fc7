// `enrollLeads` against the least that could do the same: a loop that sends the same prepared batches, as many at a
// time, over the same transport. The API is the sandbox in a process of its own.
import {
  defaultBatchSize,
  defaultConcurrency,
  enrollLeads,
  LeadterraClient,
  type Lead,
} from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';
import { alternate, type Comparison } from './compare.ts';
import { startSandboxProcess } from './sandbox-process.ts';

const leads: Lead[] = Array.from({ length: 100_000 }, (_, i) => ({
  email: `lead${i}@company${i % 5000}.example`,
  firstName: `Ava${i}`,
  lastName: 'van den Berg',
  company: `Company ${i % 5000}`,
  jobTitle: 'Head of Growth',
}));

export async function enrollment(): Promise<Comparison> {
  const { url, apiKey, stop } = await startSandboxProcess();
  const transport = axiosTransport({ apiKey, baseUrl: url });
  const client = new LeadterraClient({
    transport,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });

  const batches = Array.from({ length: leads.length / defaultBatchSize }, (_, i) =>
    leads.slice(i * defaultBatchSize, (i + 1) * defaultBatchSize),
  );
  async function bareLoop(): Promise<void> {
    const path = `/v1/campaigns/${await emptyCampaign()}/leads/bulk`;
    let next = 0;
    async function work(): Promise<void> {
      for (let batch = batches[next++]; batch; batch = batches[next++]) {
        await transport({ method: 'POST', path, body: { leads: batch } });
      }
    }
    await Promise.all(Array.from({ length: defaultConcurrency }, work));
  }

  async function engine(): Promise<void> {
    const { totals } = await enrollLeads(client, { campaignId: await emptyCampaign(), leads });
    if (totals.created !== leads.length) throw new Error(`only ${totals.created ?? 0} leads were enrolled`);
  }

  async function emptyCampaign(): Promise<string> {
    await transport({ method: 'POST', path: '/_sandbox/reset' });
    return (await client.createCampaign({ name: 'Bench', sequenceSteps: [] })).id;
  }

  try {
    return await alternate({
      name: `Enrolling ${leads.length.toLocaleString('en')} leads`,
      ours: { name: 'enrollLeads', run: engine },
      theirs: { name: 'bare loop', run: bareLoop },
      atMost: 1.1,
      runs: 5,
    });
  } finally {
    stop();
  }
}
