// Enrolling CRM contacts in real n8n: by our node, and by the three ways of doing it with n8n's own HTTP Request node.
// The API is the sandbox in a process of its own, fast, slow, and under a rate limit.
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';

import { callLeadterra } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';
import { valueAt } from '@leadterra/testing/value-at';

import {
  type Bar,
  type BenchResult,
  compared,
  type Comparison,
  type Figure,
  type Measurements,
  type Size,
  timed,
} from './compare.ts';
import { type Batching, enrollingWorkflow, type Way } from './enrolling-ways.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';

type Setting = {
  name: string;
  faults: object;
  contacts: number;
  runs: number;
  batching: Batching;
  /** What our node is held against; its bars are the ones that the project has set itself. */
  against: { way: Way; ours?: Way; bar?: Bar; note?: string }[];
};

const single = 'HTTP Request, one call per item';
const batched = 'HTTP Request, batching';
const expert = 'Code and HTTP Request, by an expert';
const twenty = 'our node, 20 requests at a time';

// n8n's node waits between batches only where the interval is above 0.
const unlimited: Batching = { batchSize: 50, batchInterval: 0 };

const settings: Record<Size, [Setting, ...Setting[]]> = {
  full: [
    {
      name: '0 ms',
      faults: {},
      contacts: 10_000,
      runs: 5,
      batching: unlimited,
      against: [
        { way: single, bar: { atMost: 1 / 20 } },
        {
          way: batched,
          note: 'Without an interval n8n’s batching changes nothing: all requests leave at once.',
        },
        { way: expert, bar: { atMost: 1 } },
      ],
    },
    {
      name: '50 ms',
      faults: { always: ['latency:50'] },
      contacts: 10_000,
      runs: 5,
      batching: unlimited,
      against: [
        { way: single, note: 'All 10,000 requests leave at once, so the latency passes once.' },
        { way: batched },
        {
          way: expert,
          bar: { atMost: 1 },
          note: 'n8n’s HTTP Request node cannot limit how many requests are on their way: the expert’s 40 leave at once.',
        },
        { way: expert, ours: twenty },
      ],
    },
    {
      name: '10 requests a second',
      faults: { always: ['rate-limit:10'] },
      contacts: 10_000,
      runs: 1,
      // At the limit itself n8n's timers lose a few leads now and then.
      batching: { batchSize: 9, batchInterval: 1000 },
      against: [
        {
          way: single,
          note: 'It loses the leads of every request over the limit, so it does not do the same.',
        },
        { way: batched, bar: { atMost: 1 / 100 } },
        { way: expert, bar: { atMost: 1 } },
      ],
    },
  ],
  short: [
    {
      name: '0 ms',
      faults: {},
      contacts: 10_000,
      runs: 3,
      batching: unlimited,
      against: [
        { way: single, bar: { atMost: 1 / 20 } },
        { way: expert, bar: { atMost: 1 } },
      ],
    },
  ],
};

export async function n8nEnrolling(size: Size): Promise<BenchResult> {
  const sandbox = await startSandboxProcess();
  try {
    const results = await inN8n(sandbox, async (n8n) => {
      const all = [];
      for (const setting of settings[size]) {
        for (const way of waysOf(setting)) await warmUp(n8n, sandbox, way, setting);
        all.push({ setting, runs: await runSetting(n8n, sandbox, setting) });
      }
      return all;
    });
    return {
      title: 'Enrolling in real n8n',
      comparisons: results.flatMap(({ setting, runs }) => comparisons(setting, runs)),
      figures: results.flatMap(({ setting, runs }) => figures(setting, runs)),
      measurements: [
        ...results.map(({ setting, runs }) => measurements(setting, runs)),
        ...(size === 'full' ? [await memory(sandbox, settings.full[0])] : []),
      ],
    };
  } finally {
    sandbox.stop();
  }
}

/** Starts an n8n with a credential for the sandbox, and stops it afterwards. */
async function inN8n<T>(sandbox: SandboxProcess, work: (n8n: N8n) => Promise<T>): Promise<T> {
  // Under 10,000 requests at once n8n does not hear its own database for more than the default of 5 s, and stops
  // answering.
  const n8n = await N8n.start({ env: { DB_PING_TIMEOUT_MS: '600000' } });
  try {
    await n8n.connect(sandbox);
    return await work(n8n);
  } finally {
    await n8n.stop();
  }
}

/** What n8n loads and compiles at a way's first run. */
async function warmUp(n8n: N8n, sandbox: SandboxProcess, way: Way, setting: Setting): Promise<void> {
  await measure(n8n, sandbox, way, { ...setting, faults: {}, contacts: 500 });
}

type Run = { ms: number; requests: number; lost: number };
type Runs = Map<Way, Run[]>;

function waysOf({ against }: Setting): Way[] {
  return [...new Set<Way>(['our node', ...against.flatMap(({ ours, way }) => [ours ?? 'our node', way])])];
}

async function runSetting(n8n: N8n, sandbox: SandboxProcess, setting: Setting): Promise<Runs> {
  const ways = waysOf(setting);
  const runs: Runs = new Map(ways.map((way) => [way, []]));
  for (let run = 0; run < setting.runs; run++) {
    for (const way of run % 2 === 0 ? ways : ways.toReversed()) {
      runs.get(way)?.push(await measure(n8n, sandbox, way, setting));
    }
  }
  return runs;
}

let workflows = 0;
/** Requests of the bench itself that the sandbox counts with the others: setting the faults twice, and the count. */
const questions = 3;

async function measure(n8n: N8n, sandbox: SandboxProcess, way: Way, setting: Setting): Promise<Run> {
  const { faults, contacts, batching } = setting;
  await callLeadterra(sandbox, 'POST', '/_sandbox/reset');
  const campaignId = String(
    valueAt(await callLeadterra(sandbox, 'POST', '/v1/campaigns', { name: 'Bench' }), 'id'),
  );
  const path = `bench-${workflows++}`;
  const target = { sandbox, campaignId, batching };
  const id = await n8n.importWorkflow(enrollingWorkflow(path, contacts, way, target));
  await n8n.activate(id);
  const before = await counts(sandbox);
  await callLeadterra(sandbox, 'POST', '/_sandbox/faults', faults);
  const ms = await timed(() => post(`${n8n.url}/webhook/${path}`));
  await callLeadterra(sandbox, 'POST', '/_sandbox/faults', {});
  const after = await counts(sandbox);
  await n8n.deactivate(id);
  return {
    ms,
    requests: after.requests - before.requests - questions,
    lost: contacts - after.enrollments,
  };
}

/** Resolves once there is an answer, after however long a time: fetch would give up after five minutes. */
async function post(url: string): Promise<void> {
  await new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST' }, (answer) => answer.resume().on('end', resolve));
    sent.on('error', reject).end();
  });
}

async function counts(sandbox: SandboxProcess): Promise<{ requests: number; enrollments: number }> {
  const found = valueAt(await callLeadterra(sandbox, 'GET', '/_sandbox/state'), 'counts');
  return { requests: Number(valueAt(found, 'requests')), enrollments: Number(valueAt(found, 'enrollments')) };
}

/** The most memory that n8n takes for each way. A process keeps what it once took, so each way gets an n8n of its own. */
async function memory(sandbox: SandboxProcess, setting: Setting): Promise<Measurements> {
  const rows = [];
  for (const way of waysOf(setting)) {
    const peak = await inN8n(sandbox, async (n8n) => {
      await warmUp(n8n, sandbox, way, setting);
      resetPeak(n8n.pid);
      const idle = peakMb(n8n.pid);
      await measure(n8n, sandbox, way, setting);
      return peakMb(n8n.pid) - idle;
    });
    rows.push({ name: way, cells: [[peak]] });
  }
  return {
    what: `${setting.contacts.toLocaleString('en')} contacts, in an n8n of its own`,
    columns: [{ name: 'peak memory above idle', unit: 'MB' }],
    rows,
  };
}

/** The most memory that a process has held since `resetPeak`, in MB. */
function peakMb(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}

function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function comparisons({ name, against }: Setting, runs: Runs): Comparison[] {
  const side = (way: Way) => ({ name: way, values: (runs.get(way) ?? []).map(({ ms }) => ms) });
  return against.map(({ way, ours = 'our node', bar, note }) =>
    compared({ what: name, unit: 'ms', ours: side(ours), theirs: side(way), bar, note }),
  );
}

function figures({ name }: Setting, runs: Runs): Figure[] {
  const lost = Math.max(...(runs.get('our node') ?? []).map((run) => run.lost));
  return [{ what: `${name}: leads that our node lost`, value: lost, unit: '', bar: { exactly: 0 } }];
}

function measurements({ name, contacts }: Setting, runs: Runs): Measurements {
  return {
    what: `${name}, ${contacts.toLocaleString('en')} contacts`,
    columns: [
      { name: 'wall time', unit: 'ms' },
      { name: 'requests', unit: '' },
      { name: 'leads lost', unit: '' },
    ],
    rows: Array.from(runs, ([way, all]) => ({
      name: way,
      cells: [all.map(({ ms }) => ms), all.map(({ requests }) => requests), all.map(({ lost }) => lost)],
    })),
  };
}
