// The same deliveries to our trigger, which checks their signatures, to one that does nothing, and to n8n's own nodes, in
// real n8n.
import { startSandbox } from '@leadterra/sandbox';
import { bounce } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';
import { closeStandIns } from '@leadterra/testing/stand-in';

import { type BenchResult, median, type Profile, quantile, type Question, type Size } from './compare.ts';
import { customNodes } from './do-nothing-trigger.ts';
import { inTurn, type Sides, type Values } from './in-turn.ts';
import {
  deliver,
  doNothingTrigger,
  githubTrigger,
  leadterraTrigger,
  type Listener,
  webhookNode,
} from './listeners.ts';
import { profileN8n } from './n8n-profile.ts';
import { cpuMs } from './process-use.ts';

const sizes: Record<Size, { runs: number; atOnce: number; oneByOne: number }> = {
  full: { runs: 5, atOnce: 100, oneByOne: 40 },
  short: { runs: 5, atOnce: 60, oneByOne: 10 },
};

/** Deliveries on their way at a time, while throughput is measured. */
const atATime = 10;

// n8n 2.41, dist/webhooks/live-webhooks.js: webhookPhaseNeedsIsolate.
const isolates = { N8N_EXPRESSION_ENGINE_ALLOW_WEBHOOK_ISOLATE_SKIP: 'false' };

const [ours, floor] = ['Leadterra Trigger', 'a trigger that does nothing'] as const;
const [github, webhook] = ['n8n’s GitHub Trigger', 'n8n’s Webhook node'] as const;
const webhookAlone = `${webhook}, with an isolate for each`;

export async function trigger(size: Size): Promise<BenchResult> {
  const all = [leadterraTrigger, doNothingTrigger, githubTrigger, webhookNode];
  const { sides, profiles } = await inN8n({}, all, async (n8n, listeners) => ({
    sides: await measureAll(n8n, listeners, size),
    profiles: size === 'full' ? [await profile(n8n, listeners)] : [],
  }));
  const others =
    size === 'full'
      ? await inN8n(isolates, [webhookNode], (n8n, listeners) => measureAll(n8n, listeners, size))
      : undefined;
  const question = (what: string, unit: string, metric: string): Question => ({
    what,
    unit,
    ours: sides(ours, metric),
    floor: sides(floor, metric),
    peers: [
      sides(github, metric),
      sides(webhook, metric),
      ...(others ? [{ name: webhookAlone, values: others(webhook, metric).values }] : []),
    ],
  });
  return {
    title: 'The trigger',
    about:
      'Signed bounce events are delivered to active workflows that do nothing else, ten at a time and then one by one, and nothing of their runs is saved. Our trigger checks the signature and whether the event has started the workflow before, as does n8n’s GitHub Trigger with the signature alone. The floor is a trigger with the same registration that starts the workflow with whatever comes.',
    questions: [
      {
        ...question('Answered per second, ten at a time', '/s', 'perSecond'),
        goals: [
          { against: floor, bar: { atLeast: 0.9 }, why: moreThanNothing },
          { against: github, bar: { atLeast: 1 }, why: moreThanGithub },
        ],
        note: 'n8n makes a V8 isolate for expressions for every delivery to any trigger node but its own Webhook node, whether or not there is an expression. The Webhook node pays the same once n8n is told to make no exception for it; see [the issue](upstream-n8n.md).',
        plot: 'trigger',
      },
      {
        ...question('Processor time of n8n per delivery', 'ms', 'cpuMs'),
        goals: [
          { against: floor, guard: { atMost: 1.5 } },
          { against: github, guard: { atMost: 1.35 } },
        ],
      },
      question('Median time to an answer, one by one', 'ms', 'medianMs'),
      question('99 of 100 answers within, one by one', 'ms', 'slowestMs'),
      {
        ...question('Deliveries not answered with 200', '', 'refused'),
        goals: [{ bar: { exactly: 0 }, guard: { exactly: 0 } }],
      },
    ],
    profiles,
  };
}

const moreThanNothing =
  'with each new event ours changes the workflow’s static data, so that the event is known after a restart, and n8n writes that to its database before it answers. The floor stores nothing.';
const moreThanGithub =
  'n8n’s GitHub Trigger stores nothing, so it starts the workflow twice when GitHub delivers twice. Ours writes each new event to n8n’s database before n8n answers. What our node does itself is too little to be told in the profile below; what is more than with n8n’s GitHub Trigger is n8n’s, Node’s, and garbage.';

type Start = typeof leadterraTrigger | typeof webhookNode;

/** Starts an n8n with one active workflow for each listener, and stops it after the work. */
async function inN8n<T>(
  env: NodeJS.ProcessEnv,
  starts: Start[],
  work: (n8n: N8n, listeners: Listener[]) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox();
  const n8n = await N8n.start({ env: { N8N_CUSTOM_EXTENSIONS: customNodes, ...env } });
  try {
    const listeners: Listener[] = [];
    for (const start of starts)
      listeners.push(await start(n8n, { saveDataSuccessExecution: 'none' }, sandbox));
    return await work(n8n, listeners);
  } finally {
    await n8n.stop();
    await sandbox.close();
    await closeStandIns();
  }
}

async function measureAll(n8n: N8n, listeners: Listener[], size: Size): Promise<Sides> {
  return await inTurn(
    sizes[size].runs,
    listeners.map((listener) => ({ name: listener.name, measure: () => measure(n8n, listener, size) })),
  );
}

async function profile(n8n: N8n, listeners: Listener[]): Promise<Profile> {
  const count = sizes.full.atOnce;
  const ways: Profile['ways'] = [];
  for (const listener of listeners) {
    const prepared = prepare(listener, count);
    const parts = await profileN8n(n8n, count, async () => {
      await deliver(prepared, atATime, () => {});
      await n8n.idle();
    });
    ways.push({ name: listener.name, parts });
  }
  return { what: 'Where the time of n8n’s main thread goes, per delivery', ways };
}

let messages = 0;

/** So many deliveries of events that have not come before. */
function prepare({ url, headers }: Listener, count: number) {
  return Array.from({ length: count }, () => {
    const body = bounce(`msg_${messages++}`);
    return { url, headers: headers(body), body };
  });
}

async function measure(n8n: N8n, listener: Listener, size: Size): Promise<Values> {
  const { atOnce, oneByOne } = sizes[size];
  const times: number[] = [];
  let refused = 0;
  const taken = (status: number, ms: number) => {
    if (status !== 200) refused += 1;
    times.push(ms);
  };
  const prepared = prepare(listener, atOnce);
  const used = cpuMs(n8n.pid);
  const began = performance.now();
  await deliver(prepared, atATime, taken);
  const seconds = (performance.now() - began) / 1000;
  await n8n.idle();
  const cpu = cpuMs(n8n.pid) - used;
  times.length = 0;
  await deliver(prepare(listener, oneByOne), 1, taken);
  await n8n.idle();
  return {
    perSecond: atOnce / seconds,
    cpuMs: cpu / atOnce,
    medianMs: median(times),
    slowestMs: quantile(times, 0.99),
    refused,
  };
}
