// The same deliveries to our trigger, which checks their signatures, and to n8n's own nodes, in real n8n.
import { startSandbox } from '@leadterra/sandbox';
import { bounce } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';

import {
  type Bar,
  type BenchResult,
  compared,
  type Comparison,
  median,
  quantile,
  type Size,
} from './compare.ts';
import { deliver, githubTrigger, leadterraTrigger, type Listener, webhookNode } from './listeners.ts';

const sizes: Record<Size, { runs: number; atOnce: number; oneByOne: number }> = {
  full: { runs: 5, atOnce: 150, oneByOne: 60 },
  short: { runs: 3, atOnce: 30, oneByOne: 20 },
};

/** Deliveries on their way at a time, while throughput is measured. */
const atATime = 10;

type Run = { perSecond: number; answeredAfterMs: number[] };
type Runs = { ours: Run[]; webhook: Run[]; github: Run[] };

// n8n 2.41, dist/webhooks/live-webhooks.js: webhookPhaseNeedsIsolate.
const isolates = { N8N_EXPRESSION_ENGINE_ALLOW_WEBHOOK_ISOLATE_SKIP: 'false' };
const reason =
  'n8n makes a V8 isolate for expressions for every delivery to any trigger node but its own Webhook node. Its GitHub Trigger pays the same, and so does the Webhook node once n8n is told to make no exception (below).';

export async function trigger(size: Size): Promise<BenchResult> {
  return {
    title: 'The trigger, against n8n’s own nodes',
    comparisons: [
      ...comparisons('n8n as it is', await measureAll(size, {}), { note: reason, outside: true }),
      ...comparisons('an isolate for each', await measureAll(size, isolates), {}),
    ],
  };
}

async function measureAll(size: Size, env: NodeJS.ProcessEnv): Promise<Runs> {
  const sandbox = await startSandbox();
  const n8n = await N8n.start({ env });
  try {
    const settings = { saveDataSuccessExecution: 'none' };
    const sides = [
      { listener: await leadterraTrigger(n8n, sandbox, settings), runs: new Array<Run>() },
      { listener: await webhookNode(n8n, settings), runs: new Array<Run>() },
      { listener: await githubTrigger(n8n, settings), runs: new Array<Run>() },
    ] as const;
    const [ours, webhook, github] = sides;
    for (let run = -1; run < sizes[size].runs; run++) {
      for (const { listener, runs } of run % 2 === 0 ? sides : sides.toReversed()) {
        const measured = await measure(n8n, listener, size);
        if (run >= 0) runs.push(measured);
      }
    }
    return { ours: ours.runs, webhook: webhook.runs, github: github.runs };
  } finally {
    await n8n.stop();
    await sandbox.close();
  }
}

let messages = 0;

async function measure(n8n: N8n, { url, headers }: Listener, size: Size): Promise<Run> {
  const { atOnce, oneByOne } = sizes[size];
  const deliveries = (count: number) =>
    Array.from({ length: count }, () => {
      const body = bounce(`msg_${messages++}`);
      return { url, headers: headers(body), body };
    });
  const times: number[] = [];
  await deliver(deliveries(oneByOne), 1, (status, ms) => {
    if (status !== 200) throw new Error(`${url} answered ${status}.`);
    times.push(ms);
  });
  const prepared = deliveries(atOnce);
  const began = performance.now();
  await deliver(prepared, atATime, (status) => {
    if (status !== 200) throw new Error(`${url} answered ${status}.`);
  });
  const seconds = (performance.now() - began) / 1000;
  await n8n.idle();
  return { perSecond: atOnce / seconds, answeredAfterMs: times };
}

function comparisons(
  setting: string,
  { ours, webhook, github }: Runs,
  toWebhook: Partial<Comparison>,
): Comparison[] {
  const compare = (what: string, unit: string, values: (runs: Run[]) => number[], bar?: Bar) => {
    const side = (name: string, runs: Run[]) => ({ name, values: values(runs) });
    const all = { what: `${setting}: ${what}`, unit, ours: side('Leadterra Trigger', ours), bar };
    return [
      compared({ ...all, theirs: side('n8n’s Webhook node', webhook), ...(bar && toWebhook) }),
      compared({ ...all, theirs: side('n8n’s GitHub Trigger', github) }),
    ];
  };
  const medians = (runs: Run[]) => runs.map(({ answeredAfterMs }) => median(answeredAfterMs));
  // Of a single run it would be the slowest answer.
  const slowest = (runs: Run[]) => [
    quantile(
      runs.flatMap(({ answeredAfterMs }) => answeredAfterMs),
      0.99,
    ),
  ];
  return [
    ...compare('answered per second', '/s', (runs) => runs.map(({ perSecond }) => perSecond), {
      atLeast: 0.9,
    }),
    ...compare('median time to an answer', 'ms', medians),
    ...compare('99 of 100 answers within', 'ms', slowest),
  ];
}
