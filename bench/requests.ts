// How many requests the engine makes for a thousand leads, at several sizes of batches and rates of failures, and to find
// who was left out. Waits take no time here: only requests are counted.
import { startSandbox } from '@leadterra/sandbox';
import { enrollLeads, LeadterraClient } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';

import { type BenchResult, type Goal, type Question, type Size } from './compare.ts';
import { benchLeads } from './enrollment.ts';
import { number } from './report.ts';

const sizes: Record<Size, { count: number; seeds: number[] }> = {
  full: { count: 10_000, seeds: [1, 2, 3, 4, 5] },
  short: { count: 2_000, seeds: [1, 2] },
};
const batchSizes = [50, 250, 1000];
const rates = [0, 0.05, 0.2];
const suppressed = [0, 1, 10];

/** Failures that pass: the same request may go through a second time. */
const kinds = [
  'status-429',
  'status-500',
  'status-503',
  'connection-closed',
  'reset-before-reading',
  'reset-after-acting',
  'truncated-json',
];

const [ours, floor, peer] = [
  'enrollLeads',
  'each lead sent once',
  'one request per lead, sent again until it passes',
];

type Case = { batchSize: number; rate: number; suppressed: number };

export async function requests(size: Size): Promise<BenchResult> {
  const { count, seeds } = sizes[size];
  const perThousand = (value: number) => (value / count) * 1000;
  async function question(what: string, one: Case, goals: Goal[]): Promise<Question> {
    const made: number[] = [];
    for (const seed of seeds) made.push(perThousand(await requestsFor(count, one, seed)));
    return {
      what,
      unit: '',
      ours: { name: ours, values: made },
      floor: { name: floor, values: [perThousand(Math.ceil(count / one.batchSize))] },
      // By arithmetic: each try fails with that probability.
      ...(one.suppressed === 0 && { peers: [{ name: peer, values: [1000 / (1 - one.rate)] }] }),
      goals,
    };
  }
  const questions: Question[] = [];
  for (const rate of rates) {
    for (const batchSize of batchSizes) {
      const what = `${batchSize} leads in a request, ${rate * 100} % of requests fail`;
      // With a fifth of all failing, a request takes 1.25 tries.
      const guard = { atMost: rate === 0 ? 1 : 2 };
      questions.push(await question(what, { batchSize, rate, suppressed: 0 }, [{ against: floor, guard }]));
    }
  }
  for (const some of suppressed) {
    const what = `${some} of 1,000 leads are suppressed, and found`;
    questions.push(await question(what, { batchSize: 250, rate: 0, suppressed: some }, []));
  }
  return {
    title: 'Requests for 1,000 leads',
    about: `Requests for 1,000 leads, counted over ${number(count)} leads, with a different order of failures in each run. The floor is one request for each full batch and no second one, whatever fails. To find who was left out, a batch whose counts do not tell is sent again in halves (_Find Left-Out Leads: Always_).`,
    questions,
  };
}

async function requestsFor(
  count: number,
  { batchSize, rate, suppressed }: Case,
  seed: number,
): Promise<number> {
  const sandbox = await startSandbox({ seed });
  try {
    const transport = axiosTransport({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
    let now = Date.now();
    const client = new LeadterraClient({
      transport,
      now: () => now,
      sleep: (ms) => {
        now += ms;
        return Promise.resolve();
      },
    });
    const { id: campaignId } = await client.createCampaign({ name: 'Bench', sequenceSteps: [] });
    const leads = benchLeads(count);
    if (suppressed > 0) {
      // Spread evenly, which is the worst that can be.
      const emails = leads.filter((_, i) => i % (1000 / suppressed) === 0).map(({ email }) => email);
      await transport({ method: 'POST', path: '/v1/suppression-list', body: { emails } });
    }
    sandbox.setFaults({ rate, seed, kinds });
    const { requests: made, totals } = await enrollLeads(client, {
      campaignId,
      leads,
      batchSize,
      findLeftOut: 'always',
    });
    const missing = count - totals.enrolled - totals.leftOut - totals.failed;
    if (missing > 0) throw new Error(`${missing} leads have no certain outcome.`);
    return made;
  } finally {
    await sandbox.close();
  }
}
