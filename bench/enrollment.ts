// `enrollLeads` against the least that could do the same: a loop that sends the same prepared batches, as many at a
// time, over the same transport. The API is the sandbox in a process of its own.
import {
  defaultBatchSize,
  defaultConcurrency,
  enrollLeads,
  type Lead,
  LeadterraClient,
} from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';

import { alternate, type BenchResult, timed } from './compare.ts';
import { startSandboxProcess } from './sandbox-process.ts';

const leads: Lead[] = Array.from({ length: 100_000 }, (_, i) => ({
  email: `lead${i}@company${i % 5000}.example`,
  firstName: `Ava${i}`,
  lastName: 'van den Berg',
  company: `Company ${i % 5000}`,
  jobTitle: 'Head of Growth',
}));

export async function enrollment(): Promise<BenchResult> {
  const { url, apiKey, stop } = await startSandboxProcess();
  const transport = axiosTransport({ apiKey, baseUrl: url });
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const client = new LeadterraClient({ transport, sleep });
  const batches = Array.from({ length: leads.length / defaultBatchSize }, (_, i) =>
    leads.slice(i * defaultBatchSize, (i + 1) * defaultBatchSize),
  );

  async function emptyCampaign(): Promise<string> {
    await transport({ method: 'POST', path: '/_sandbox/reset' });
    return (await client.createCampaign({ name: 'Bench', sequenceSteps: [] })).id;
  }

  async function bareLoop(campaignId: string): Promise<void> {
    let next = 0;
    async function work(): Promise<void> {
      for (let batch = batches[next++]; batch; batch = batches[next++]) {
        await transport({
          method: 'POST',
          path: `/v1/campaigns/${campaignId}/leads/bulk`,
          body: { leads: batch },
        });
      }
    }
    await Promise.all(Array.from({ length: defaultConcurrency }, work));
  }

  async function engine(campaignId: string): Promise<void> {
    const { totals } = await enrollLeads(client, { campaignId, leads });
    if (totals.created !== leads.length) throw new Error(`Only ${totals.created ?? 0} leads were enrolled.`);
  }

  async function inEmptyCampaign(work: (campaignId: string) => Promise<void>): Promise<number> {
    const campaignId = await emptyCampaign();
    return await timed(() => work(campaignId));
  }

  try {
    const comparison = await alternate({
      what: `${leads.length.toLocaleString('en')} leads`,
      unit: 'ms',
      ours: { name: 'enrollLeads', measure: () => inEmptyCampaign(engine) },
      theirs: { name: 'bare loop', measure: () => inEmptyCampaign(bareLoop) },
      bar: { atMost: 1.1 },
      // On a shared machine one pair of runs is off by up to a tenth; the median of so many is steady.
      runs: 31,
    });
    return { title: 'Enrolling, against a bare loop', comparisons: [comparison] };
  } finally {
    stop();
  }
}
