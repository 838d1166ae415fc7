// One run of a workflow that enrolls contacts, in real n8n.
import { request } from 'node:http';

import { callLeadterra } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';
import { valueAt } from '@leadterra/testing/value-at';

import { type Batching, type EnrollingWay, enrollingWorkflow } from './enrolling-ways.ts';
import { timed } from './in-turn.ts';
import { cpuMs } from './process-use.ts';
import { type SandboxProcess } from './sandbox-process.ts';

/** Starts an n8n with a credential for the sandbox, and stops it afterwards. */
export async function inN8n<T>(sandbox: SandboxProcess, work: (n8n: N8n) => Promise<T>): Promise<T> {
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

/** How the API behaves, and how many contacts meet it. */
export type EnrollingSetting = { faults: object; contacts: number; batching: Batching };

let workflows = 0;
/** Requests of the bench itself that the sandbox counts with the others: setting the faults twice, and the count. */
const questions = 3;

/** Activates a workflow that enrolls contacts in a new campaign, for as long as `work` goes on, which may run it. */
export async function withWorkflow<T>(
  n8n: N8n,
  sandbox: SandboxProcess,
  way: EnrollingWay,
  { contacts, batching }: EnrollingSetting,
  work: (run: () => Promise<void>) => Promise<T>,
): Promise<T> {
  await callLeadterra(sandbox, 'POST', '/_sandbox/reset');
  const campaignId = String(
    valueAt(await callLeadterra(sandbox, 'POST', '/v1/campaigns', { name: 'Bench' }), 'id'),
  );
  const path = `bench-${workflows++}`;
  const target = { sandbox, campaignId, batching };
  const id = await n8n.importWorkflow(enrollingWorkflow(path, contacts, way, target));
  await n8n.activate(id);
  const done = await work(() => post(`${n8n.url}/webhook/${path}`));
  await n8n.deactivate(id);
  return done;
}

export async function enrollContacts(
  n8n: N8n,
  sandbox: SandboxProcess,
  way: EnrollingWay,
  setting: EnrollingSetting,
): Promise<{ ms: number; cpuMs: number; requests: number; lost: number }> {
  return await withWorkflow(n8n, sandbox, way, setting, async (run) => {
    const before = await counts(sandbox);
    await callLeadterra(sandbox, 'POST', '/_sandbox/faults', setting.faults);
    const used = cpuMs(n8n.pid);
    const { ms } = await timed(run);
    const cpu = cpuMs(n8n.pid) - used;
    await callLeadterra(sandbox, 'POST', '/_sandbox/faults', {});
    const after = await counts(sandbox);
    return {
      ms,
      cpuMs: cpu,
      requests: after.requests - before.requests - questions,
      lost: setting.contacts - after.enrollments,
    };
  });
}

/** What n8n loads and compiles at a way's first runs. */
export async function warmUp(
  n8n: N8n,
  sandbox: SandboxProcess,
  way: EnrollingWay,
  { batching }: EnrollingSetting,
): Promise<void> {
  await enrollContacts(n8n, sandbox, way, { faults: {}, contacts: 500, batching });
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
