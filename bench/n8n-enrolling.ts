// Enrolling CRM contacts in real n8n: by our node, by a node that does nothing, and by what people would build of n8n's
// own HTTP Request node. The API is the sandbox in a process of its own, fast, slow, and under a rate limit.
import { type N8n } from '@leadterra/testing/n8n';

import { type BenchResult, type Goal, type Profile, type Question, type Size } from './compare.ts';
import { enrollContacts, type EnrollingSetting, inN8n, warmUp, withWorkflow } from './enrolling-run.ts';
import { batched, type EnrollingWay, expert, nothing, ours, ours20, single } from './enrolling-ways.ts';
import { inTurn, type Values } from './in-turn.ts';
import { profileN8n } from './n8n-profile.ts';
import { number } from './report.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';

type Setting = EnrollingSetting & {
  name: string;
  runs: number;
  peers: EnrollingWay[];
  goals: Goal[];
  /** For the processor time that n8n takes, where that is asked. */
  cpuGoals?: Goal[];
  note?: string;
};

// n8n's node waits between batches only where the interval is above 0.
const unlimited = { batchSize: 50, batchInterval: 0 };
// At the limit itself n8n's timers lose a few leads now and then.
const belowLimit = { batchSize: 9, batchInterval: 1000 };

const fast = { name: '0 ms', faults: {}, contacts: 10_000, batching: unlimited };
const guards: Goal[] = [
  { against: nothing, guard: { atMost: 7 } },
  { against: expert, guard: { atMost: 1 } },
];

const shares =
  'in the profile below some quarter of n8n’s busy time is our node’s: to map the contacts, to build what is sent, and one result of 15 keys for each. Most of what else comes on top of the node that does nothing is n8n’s and Node’s: 40 requests, for each of which n8n reads and decrypts the credential and opens a connection, and 10,000 new results to take over.';
const expertsShare =
  'both send the same 40 requests, and both pay for the items that the workflow makes, which take n8n longer than all that either does with them. The expert’s sends them with no credential, which n8n would read for each, all at once, and tells nothing of single contacts.';
const roundTrips =
  'with ten requests at a time, 40 requests take four round trips of 50 ms each; the expert’s take one, since n8n’s HTTP Request node lets all of them go at once. The limit is there for the rate limit that Leadterra may have.';
const wholeSeconds =
  'of 40 requests, ten leave at once and 30 at ten a second: three seconds is the least. `Retry-After` comes in whole seconds, so that ours waits longer than it would have to.';

const settings: Record<Size, Setting[]> = {
  full: [
    {
      ...fast,
      runs: 5,
      peers: [expert, single],
      goals: [
        { against: nothing, bar: { atMost: 2 }, why: shares },
        { against: expert, bar: { atMost: 0.5 }, why: expertsShare },
        { against: single, bar: { atMost: 1 / 40 }, why: shares },
      ],
      cpuGoals: guards,
      note: 'n8n’s own batching, without an interval, changes nothing: all requests leave at once.',
    },
    {
      ...fast,
      name: '50 ms',
      faults: { always: ['latency:50'] },
      runs: 3,
      peers: [ours20, expert, single],
      goals: [{ against: expert, bar: { atMost: 0.7 }, why: roundTrips }],
      note: 'n8n’s HTTP Request node cannot limit how many requests are on their way. The expert’s 40, and the 10,000 of one call per item, leave at once, so the latency passes once; ours, ten at a time, wait for it four times, and with the option _Requests at a Time_ at 20 twice.',
    },
    {
      ...fast,
      name: '10 requests a second',
      faults: { always: ['rate-limit:10'] },
      runs: 2,
      batching: belowLimit,
      peers: [expert, single],
      goals: [{ against: batched, bar: { atMost: 1 / 300 }, why: wholeSeconds }],
      note: 'One call per item loses the leads of every request over the limit, so it does not do the same. With n8n’s batching, 9 a second, it loses none: of that, a tenth of the contacts was sent, and the time taken ten times.',
    },
  ],
  short: [{ ...fast, runs: 5, peers: [expert], goals: [], cpuGoals: guards }],
};

export async function n8nEnrolling(size: Size): Promise<BenchResult> {
  const sandbox = await startSandboxProcess();
  try {
    const measured = await inN8n(sandbox, async (n8n) => {
      const questions: Question[] = [];
      for (const setting of settings[size]) questions.push(...(await answer(n8n, sandbox, setting)));
      return { questions, profiles: size === 'full' ? [await profile(n8n, sandbox)] : [] };
    });
    return {
      title: 'Enrolling in n8n',
      about:
        'A workflow in real n8n makes 10,000 HubSpot contacts and enrolls them: with our node; with n8n’s HTTP Request node, one call per item; and as an expert would, with a Code node that cuts them into batches of 250 for the HTTP Request node. The floor is the same workflow with n8n’s No Operation node in that place: it hands the items on and does nothing. Measured is the time from the call of the workflow’s webhook to its answer; the API is the sandbox in a process of its own.',
      ...measured,
    };
  } finally {
    sandbox.stop();
  }
}

async function answer(n8n: N8n, sandbox: SandboxProcess, setting: Setting): Promise<Question[]> {
  const { name, contacts, batching, peers, goals, cpuGoals, note } = setting;
  const ways = [ours, nothing, ...peers];
  const run = (way: EnrollingWay) => enrollContacts(n8n, sandbox, way, setting);
  for (const way of ways) await warmUp(n8n, sandbox, way, setting);
  const sides = await inTurn(
    setting.runs,
    ways.map((way) => ({ name: way, measure: () => run(way) })),
    { warmUp: false },
  );
  const slow = batching === belowLimit ? [await aTenth(n8n, sandbox, setting)] : [];
  const slowSide = (metric: string) =>
    slow.map((values) => ({ name: batched, values: [values[metric] ?? NaN] }));
  const what = `${number(contacts)} contacts, ${name}`;
  const question = (metric: string) => ({
    ours: sides(ours, metric),
    peers: [...peers.map((way) => sides(way, metric)), ...slowSide(metric)],
  });
  const floor = (metric: string) => ({ floor: sides(nothing, metric) });
  return [
    { what, unit: 'ms', ...question('ms'), ...floor('ms'), goals, note, plot: 'enrolling' },
    ...(cpuGoals
      ? [
          {
            what: `${what}: processor time of n8n`,
            unit: 'ms',
            ...question('cpuMs'),
            ...floor('cpuMs'),
            goals: cpuGoals,
          },
        ]
      : []),
    { what: `${what}: requests`, unit: '', ...question('requests') },
    {
      what: `${what}: leads lost`,
      unit: '',
      ...question('lost'),
      goals: [{ bar: { exactly: 0 }, guard: { exactly: 0 } }],
    },
  ];
}

async function profile(n8n: N8n, sandbox: SandboxProcess): Promise<Profile> {
  const times = 10;
  const ways: Profile['ways'] = [];
  for (const name of [ours, nothing, expert]) {
    const parts = await withWorkflow(n8n, sandbox, name, fast, (run) =>
      profileN8n(n8n, times, async () => {
        for (let time = 0; time < times; time++) await run();
      }),
    );
    ways.push({ name, parts });
  }
  return {
    what: `Where the time of n8n’s process goes: ${number(fast.contacts)} contacts, ${fast.name}`,
    ways,
  };
}

/** What one call per item takes below a rate limit, which would be 20 minutes: ten times what a tenth of the contacts takes. */
async function aTenth(n8n: N8n, sandbox: SandboxProcess, setting: Setting): Promise<Values> {
  const tenth = { ...setting, contacts: setting.contacts / 10 };
  const { ms, requests, lost } = await enrollContacts(n8n, sandbox, batched, tenth);
  return { ms: 10 * ms, requests: 10 * requests, lost: 10 * lost };
}
