// The most memory that n8n takes to enroll contacts. A process keeps what it once took, so each way gets an n8n of its own.
import { type BenchResult, type Goal, type Question, type Size } from './compare.ts';
import { enrollContacts, inN8n, warmUp } from './enrolling-run.ts';
import { type EnrollingWay, expert, nothing, ours, single } from './enrolling-ways.ts';
import { inTurn, type Values } from './in-turn.ts';
import { peakMb, resetPeak } from './process-use.ts';
import { number } from './report.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';

const sizes: Record<Size, { counts: [small: number, large: number]; runs: number }> = {
  full: { counts: [10_000, 100_000], runs: 2 },
  short: { counts: [1_000, 10_000], runs: 1 },
};

/** 100,000 requests at once are more than one address has ports, and more than n8n's memory holds. */
const mostCalls = 10_000;

const setting = { faults: {}, batching: { batchSize: 50, batchInterval: 0 } };

export async function n8nMemory(size: Size): Promise<BenchResult> {
  const { counts, runs } = sizes[size];
  const sandbox = await startSandboxProcess();
  try {
    const sides = await inTurn(
      runs,
      [ours, nothing, expert, single].map((way) => ({
        name: way,
        measure: () => peaks(sandbox, way, counts),
      })),
      { warmUp: false },
    );
    const question = (contacts: number, goals: Goal[]): Question => ({
      what: `${number(contacts)} contacts`,
      unit: 'MB',
      ours: sides(ours, String(contacts)),
      floor: sides(nothing, String(contacts)),
      peers: [expert, ...(contacts > mostCalls ? [] : [single])].map((way) => sides(way, String(contacts))),
      goals,
      plot: 'memory',
    });
    const [small, large] = counts;
    const [few, many] = [sides(ours, String(small)), sides(ours, String(large))];
    return {
      title: 'Memory in n8n',
      about:
        'The most memory that n8n’s process holds beyond what it held idle, in an n8n of its own for each run and each way, while it enrolls as above at 0 ms. One call per item is left out where it would need more ports at once than an address has.',
      questions: [
        question(small, [{ bar: { atMost: 60 }, why: itemsTwice }]),
        question(large, []),
        {
          what: `${number(large)} contacts as a multiple of ${number(small)}`,
          unit: '×',
          ours: { name: ours, values: many.values.map((value, run) => value / (few.values[run] ?? NaN)) },
          goals: [{ bar: { atMost: large / small }, why: garbage }],
        },
      ],
    };
  } finally {
    sandbox.stop();
  }
}

const itemsTwice =
  'n8n holds the items that come in and those that go out until the run ends, and ours puts out one with 15 keys for each contact. The floor hands on the items that came in, and the expert’s workflow puts out 40 answers in place of 10,000 results.';
const garbage = 'the more memory a process has, the longer V8 waits before it collects garbage.';

/** By the number of contacts: the peak above idle, in MB. */
async function peaks(sandbox: SandboxProcess, way: EnrollingWay, counts: number[]): Promise<Values> {
  return await inN8n(sandbox, async (n8n) => {
    const values: Values = {};
    await warmUp(n8n, sandbox, way, { ...setting, contacts: 500 });
    resetPeak(n8n.pid);
    const idle = peakMb(n8n.pid);
    for (const contacts of counts) {
      if (way === single && contacts > mostCalls) continue;
      resetPeak(n8n.pid);
      await enrollContacts(n8n, sandbox, way, { ...setting, contacts });
      values[String(contacts)] = peakMb(n8n.pid) - idle;
    }
    return values;
  });
}
