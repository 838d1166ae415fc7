// One run of so many generated leads, streamed by the engine or by a bare loop, in a process of its own: prints what it
// took as JSON.
import {
  defaultBatchSize,
  defaultConcurrency,
  type Lead,
  LeadterraClient,
  streamEnrollment,
} from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';

const [count = '', how = '', baseUrl = '', apiKey = ''] = process.argv.slice(2);

function* leads(): Generator<Lead> {
  for (let i = 0; i < Number(count); i++) {
    yield {
      email: `lead${i}@company${i % 5000}.example`,
      firstName: `Ava${i}`,
      lastName: 'van den Berg',
      company: `Company ${i % 5000}`,
      jobTitle: 'Head of Growth',
    };
  }
}

const transport = axiosTransport({ apiKey, baseUrl });
const client = new LeadterraClient({
  transport,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const { id: campaignId } = await client.createCampaign({ name: `${count} leads`, sequenceSteps: [] });

async function engine(): Promise<void> {
  const { totals } = await streamEnrollment(client, { campaignId, leads: leads() }, () => {});
  if (totals.enrolled !== Number(count)) throw new Error(`Only ${totals.enrolled} leads were enrolled.`);
}

function* batches(): Generator<Lead[]> {
  let batch: Lead[] = [];
  for (const lead of leads()) {
    if (batch.push(lead) < defaultBatchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function bareLoop(): Promise<void> {
  const all = batches();
  async function work(): Promise<void> {
    // Not for…of: several take from it.
    for (let next = all.next(); next.done !== true; next = all.next()) {
      await transport({
        method: 'POST',
        path: `/v1/campaigns/${campaignId}/leads/bulk`,
        body: { leads: next.value },
      });
    }
  }
  await Promise.all(Array.from({ length: defaultConcurrency }, work));
}

const idle = process.memoryUsage().rss;
const began = performance.now();
await (how === 'engine' ? engine() : bareLoop());
const ms = performance.now() - began;
// maxRSS is in kilobytes.
const peak = process.resourceUsage().maxRSS * 1024 - idle;
console.log(JSON.stringify({ ms, peakMb: peak / 1e6 }));
