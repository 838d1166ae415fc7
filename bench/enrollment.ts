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

import { type BenchResult, type Profile, type Size } from './compare.ts';
import { inTurn, timed, type Values } from './in-turn.ts';
import { libraryOf, ofOne, type PartOf, partOfNode, profileHere } from './profile.ts';
import { number } from './report.ts';
import { startSandboxProcess } from './sandbox-process.ts';

// On a shared machine one pair of runs is off by up to a tenth; the median of so many is steady.
const sizes: Record<Size, { count: number; runs: number }> = {
  full: { count: 100_000, runs: 31 },
  short: { count: 25_000, runs: 9 },
};

export function benchLeads(count: number): Lead[] {
  return Array.from({ length: count }, (_, i) => ({
    email: `lead${i}@company${i % 5000}.example`,
    firstName: `Ava${i}`,
    lastName: 'van den Berg',
    company: `Company ${i % 5000}`,
    jobTitle: 'Head of Growth',
  }));
}

export async function enrollment(size: Size): Promise<BenchResult> {
  const { count, runs } = sizes[size];
  const leads = benchLeads(count);
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

  async function inEmptyCampaign(work: (campaignId: string) => Promise<void>): Promise<Values> {
    const campaignId = await emptyCampaign();
    return await timed(() => work(campaignId));
  }

  async function profile(name: string, work: (campaignId: string) => Promise<void>) {
    const times = 10;
    const parts = await profileHere(async () => {
      for (let time = 0; time < times; time++) await inEmptyCampaign(work);
    }, partOf);
    return { name, parts: ofOne(parts, times) };
  }

  try {
    const [ours, floor] = ['enrollLeads', 'bare loop'] as const;
    const sides = await inTurn(runs, [
      { name: ours, measure: () => inEmptyCampaign(engine) },
      { name: floor, measure: () => inEmptyCampaign(bareLoop) },
    ]);
    const profiles: Profile[] = [];
    if (size === 'full')
      profiles.push({
        what: 'Where the time of the script goes',
        ways: [await profile(ours, engine), await profile(floor, bareLoop)],
      });
    return {
      title: 'The engine alone',
      about:
        'A script enrolls leads with `enrollLeads`. The floor is a loop that sends the same leads, cut into batches beforehand, as many requests at a time and over the same transport, and looks at no answer. The API is the sandbox, in a process of its own: by the clock, what it takes is in both.',
      questions: [
        {
          what: `${number(count)} leads, by the clock`,
          unit: 'ms',
          ours: sides(ours, 'ms'),
          floor: sides(floor, 'ms'),
          goals: [{ against: floor, bar: { atMost: 1.05 }, why: engineProfile }],
        },
        {
          what: `${number(count)} leads, processor time of the script`,
          unit: 'ms',
          ours: sides(ours, 'cpuMs'),
          floor: sides(floor, 'cpuMs'),
          goals: [{ against: floor, guard: { atMost: 2.5 } }],
        },
      ],
      profiles,
    };
  } finally {
    stop();
  }
}

const partOf: PartOf = (frame) => {
  const [, part] = /[/]shared[/]dist[/](.*)[.]js$/.exec(frame.url) ?? [];
  return part ?? libraryOf(frame.url) ?? partOfNode(frame);
};

const engineProfile =
  'the engine looks through the whole list before it sends the first lead, so that an address that comes twice is sent once, with all that is known of it: the table of addresses is what takes most time in the profile below. The rest is what the bare loop leaves out: to check and clean each address and field, to build what is sent, and to keep an outcome for each lead.';
