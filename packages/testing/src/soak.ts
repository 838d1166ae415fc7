import { type Sandbox } from '@leadterra/sandbox';
import {
  defaultBatchSize,
  defaultRetryPolicy,
  enrollLeads,
  type EnrollmentReport,
  type Lead,
  LeadterraClient,
} from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';

/** All faults that pass: each leaves the API as it was for the next request. */
const passingFaults = [
  'latency:5',
  'rate-limit:0',
  'rate-limit-date:0',
  'status-429',
  'status-500',
  'status-502',
  'status-503',
  'status-504',
  'connection-closed',
  'reset-before-reading',
  'reset-after-acting',
  'truncated-json',
  'html-page',
  'endless-body:0',
  'batch-limit-413:50',
  'batch-limit-400:50',
  'unprocessable-by-index',
  'unprocessable-by-email',
  'unprocessable-by-path',
  'unprocessable-unnamed',
  'bulk-empty',
  'bulk-counts-too-high',
  'bulk-counts-negative',
  'bulk-counts-as-text',
  'bulk-unknown-indexes',
];

/** A list as people have it: one in fifty addresses comes twice, one in a hundred is none, one in 500 Leadterra refuses. */
function* soakLeads(count: number): Generator<Lead> {
  for (let i = 0; i < count; i++) {
    const person = { firstName: `Ava${i}`, company: `Company ${i % 100}` };
    if (i % 50 === 49) yield { email: `Lead${i - 20}@acme.example`, jobTitle: 'CTO' };
    else if (i % 100 === 37) yield { email: `lead${i}`, ...person };
    else if (i % 500 === 123) yield { email: `rejected${i}@acme.example`, ...person };
    else yield { email: `lead${i}@acme.example`, ...person };
  }
}

type StoredLead = { firstName: unknown; company: unknown; jobTitle: unknown };

function expectedLeads(count: number): Map<string, StoredLead> {
  const expected = new Map<string, StoredLead>();
  for (const lead of soakLeads(count)) {
    const email = lead.email.toLowerCase();
    if (!email.includes('@') || email.startsWith('rejected')) continue;
    const { firstName = null, company = null, jobTitle = null } = { ...expected.get(email), ...lead };
    expected.set(email, { firstName, company, jobTitle });
  }
  return expected;
}

function storedLeads(sandbox: Sandbox): Map<string, StoredLead> {
  const rows = sandbox.database.prepare('SELECT email, first_name, company, job_title FROM leads').all();
  return new Map(
    rows.map((row) => [
      String(row['email']),
      { firstName: row['first_name'], company: row['company'], jobTitle: row['job_title'] },
    ]),
  );
}

function countOf(sandbox: Sandbox, sql: string): number {
  return Number(sandbox.database.prepare(sql).get()?.['count']);
}

export type SoakResult = {
  report: EnrollmentReport;
  requests: number;
  /** Requests that met a fault. */
  faults: number;
  /** What the database proves wrong; empty when all is true. */
  problems: string[];
};

/** Enrolls `count` leads in a sandbox in which a fifth of all requests meet a fault, and holds every outcome against its database. */
export async function soak(sandbox: Sandbox, count: number, seed: number): Promise<SoakResult> {
  const client = new LeadterraClient({
    transport: axiosTransport({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    // All waits pass a thousand times faster.
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 1000)),
  });
  const { id: campaignId } = await client.createCampaign({ name: 'Soak', sequenceSteps: [] });
  sandbox.setFaults({ rate: 0.2, seed, kinds: passingFaults });
  const report = await enrollLeads(client, {
    campaignId,
    leads: soakLeads(count),
    findLeftOut: 'always',
  });
  sandbox.setFaults({});

  const faults = countOf(sandbox, 'SELECT count(*) AS count FROM requests WHERE fault IS NOT NULL');
  const requests = countOf(sandbox, 'SELECT count(*) AS count FROM requests');
  const stored = storedLeads(sandbox);
  const problems: string[] = [];
  if (report.outcomes.length !== count)
    problems.push(`${report.outcomes.length} outcomes for ${count} leads`);

  const failed = new Set<string>();
  let index = 0;
  for (const { email: given } of soakLeads(count)) {
    const email = given.toLowerCase();
    const { status } = report.outcomes[index++] ?? {};
    const refused = email.startsWith('rejected');
    if (status === 'failed') failed.add(email);
    if (status === 'enrolled' && !stored.has(email))
      problems.push(`${email} is enrolled and not in the database`);
    if ((status === 'rejected') !== refused) problems.push(`${email} is ${status ?? 'without outcome'}`);
    if ((status === 'invalid') === email.includes('@'))
      problems.push(`${email} is ${status ?? 'without outcome'}`);
  }
  for (const [email, lead] of expectedLeads(count)) {
    const found = stored.get(email);
    stored.delete(email);
    if (failed.has(email)) continue;
    if (JSON.stringify(found) !== JSON.stringify(lead))
      problems.push(`${email} is stored as ${JSON.stringify(found)}`);
  }
  for (const email of stored.keys()) problems.push(`${email} is in the database and was never sent`);

  // A batch fails only after as many faults in a row as it has tries.
  const explained = Math.floor(faults / defaultRetryPolicy.attempts) * defaultBatchSize;
  if (report.totals.failed > explained)
    problems.push(`${report.totals.failed} failed, ${explained} are explained`);
  return { report, requests, faults, problems };
}
