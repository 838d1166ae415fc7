// One run of so many generated leads, streamed, in a process of its own: prints what it took as JSON.
import { type Lead, LeadterraClient, streamEnrollment } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';

const [count = '', baseUrl = '', apiKey = ''] = process.argv.slice(2);

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

const idle = process.memoryUsage().rss;
const began = performance.now();
const { totals } = await streamEnrollment(client, { campaignId, leads: leads() }, () => {});
const ms = performance.now() - began;
// maxRSS is in kilobytes.
const peak = process.resourceUsage().maxRSS * 1024 - idle;
console.log(JSON.stringify({ leads: Number(count), enrolled: totals.enrolled, ms, peakMb: peak / 1e6 }));
