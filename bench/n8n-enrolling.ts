// Enrolling CRM contacts in real n8n: by our node, and by the three ways of doing it with n8n's own HTTP Request node.
// The API is the sandbox in a process of its own, fast, slow, and under a rate limit.
import { readFileSync, writeFileSync } from 'node:fs';
import { N8n } from '../e2e/harness/n8n.ts';
import {
  compared,
  median,
  timed,
  type Bar,
  type BenchResult,
  type Comparison,
  type Figure,
} from './compare.ts';
import { startSandboxProcess, type SandboxProcess } from './sandbox-process.ts';

type Setting = {
  name: string;
  faults: object;
  contacts: number;
  runs: number;
  /** How many single requests n8n's node may send, and how often, so that it stays below the limit. */
  batching: { batchSize: number; batchInterval: number };
  /** What our node is asked for: how many times as fast as one call per item. */
  atMost: number;
};

const settings: Setting[] = [
  {
    name: '0 ms',
    faults: {},
    contacts: 10_000,
    runs: 3,
    batching: { batchSize: 50, batchInterval: 0 },
    atMost: 1 / 20,
  },
  {
    name: '50 ms',
    faults: { always: ['latency:50'] },
    contacts: 10_000,
    runs: 3,
    batching: { batchSize: 50, batchInterval: 0 },
    atMost: 1 / 20,
  },
  {
    name: '10 requests a second',
    faults: { always: ['rate-limit:10'] },
    contacts: 1_000,
    runs: 1,
    batching: { batchSize: 9, batchInterval: 1000 },
    atMost: 1 / 100,
  },
];

type Node = {
  name: string;
  type: string;
  typeVersion: number;
  parameters: object;
  credentials?: object;
  onError?: string;
};

const makeContacts = (count: number): Node => ({
  name: 'Contacts',
  type: 'n8n-nodes-base.code',
  typeVersion: 2,
  parameters: {
    jsCode: `return Array.from({ length: ${count} }, (_, i) => ({ json: { id: String(i), properties: {
      email: 'lead' + i + '@acme.example', firstname: 'Ava' + i, lastname: 'van den Berg', company: 'Acme',
      jobtitle: 'Head of Growth', hs_object_id: String(i) } } }));`,
  },
});

function httpRequest(
  { url, apiKey }: SandboxProcess,
  campaignId: string,
  body: string,
  options: object,
): Node {
  return {
    name: 'Enroll',
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.2,
    parameters: {
      method: 'POST',
      url: `${url}/v1/campaigns/${campaignId}/leads/bulk`,
      sendHeaders: true,
      headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${apiKey}` }] },
      sendBody: true,
      specifyBody: 'json',
      jsonBody: body,
      options,
    },
    onError: 'continueRegularOutput',
  };
}

const onePerItem = `={{ JSON.stringify({ leads: [{ email: $json.properties.email, firstName: $json.properties.firstname,
  lastName: $json.properties.lastname, company: $json.properties.company, jobTitle: $json.properties.jobtitle }] }) }}`;

/** Each way, as the nodes that follow the contacts. */
const ways = {
  'our node': (_sandbox: SandboxProcess, campaignId: string): Node[] => [
    {
      name: 'Enroll',
      type: 'n8n-nodes-leadterra.leadterra',
      typeVersion: 1,
      parameters: {
        resource: 'lead',
        operation: 'enroll',
        campaign: { __rl: true, mode: 'id', value: campaignId },
        leadSource: 'auto',
        options: {},
      },
      credentials: { leadterraApi: {} },
    },
  ],
  'HTTP Request, one call per item': (sandbox: SandboxProcess, campaignId: string): Node[] => [
    httpRequest(sandbox, campaignId, onePerItem, {}),
  ],
  'HTTP Request, batching': (sandbox: SandboxProcess, campaignId: string, { batching }: Setting): Node[] => [
    httpRequest(sandbox, campaignId, onePerItem, { batching: { batch: batching } }),
  ],
  'Code and HTTP Request, by an expert': (sandbox: SandboxProcess, campaignId: string): Node[] => [
    {
      name: 'Chunk',
      type: 'n8n-nodes-base.code',
      typeVersion: 2,
      parameters: {
        jsCode: `const leads = $input.all().map(({ json: { properties: p } }) => ({ email: p.email, firstName: p.firstname,
          lastName: p.lastname, company: p.company, jobTitle: p.jobtitle }));
          const chunks = [];
          for (let i = 0; i < leads.length; i += 250) chunks.push({ json: { leads: leads.slice(i, i + 250) } });
          return chunks;`,
      },
    },
    httpRequest(sandbox, campaignId, '={{ JSON.stringify($json) }}', {
      batching: { batch: { batchSize: 4, batchInterval: 0 } },
    }),
  ],
};
type Way = keyof typeof ways;
const wayNames = [
  'our node',
  'HTTP Request, one call per item',
  'HTTP Request, batching',
  'Code and HTTP Request, by an expert',
] as const satisfies Way[];

function workflow(path: string, nodes: Node[]) {
  const all: Node[] = [
    {
      name: 'Start',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData' },
    },
    ...nodes,
  ];
  return {
    name: path,
    nodes: all.map((node, i) => ({ id: String(i), position: [200 * i, 0], ...node })),
    connections: Object.fromEntries(
      all
        .slice(0, -1)
        .map(({ name }, i) => [name, { main: [[{ node: all[i + 1]?.name, type: 'main', index: 0 }]] }]),
    ),
    settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
  };
}

type Run = { ms: number; requests: number; lost: number; peakMb: number };

async function admin({ url }: SandboxProcess, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${url}/_sandbox/${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function counts(sandbox: SandboxProcess): Promise<{ requests: number; enrollments: number }> {
  const state = await admin(sandbox, 'GET', 'state');
  const found = typeof state === 'object' && state !== null && 'counts' in state ? state.counts : undefined;
  if (typeof found !== 'object' || found === null) throw new Error('The sandbox does not tell its counts.');
  return {
    requests: Number(Reflect.get(found, 'requests')),
    enrollments: Number(Reflect.get(found, 'enrollments')),
  };
}

/** The most memory that a process has held since `resetPeak`, in MB. */
function peakMb(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}

function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

async function measure(
  n8n: N8n,
  sandbox: SandboxProcess,
  way: Way,
  setting: Setting,
  run: number,
): Promise<Run> {
  await admin(sandbox, 'POST', 'faults', {});
  await admin(sandbox, 'POST', 'reset');
  const created = await fetch(`${sandbox.url}/v1/campaigns`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench' }),
  });
  const campaign: unknown = await created.json();
  const campaignId = String(
    typeof campaign === 'object' && campaign !== null && 'id' in campaign && campaign.id,
  );
  const path = `bench-${Object.keys(ways).indexOf(way)}-${settings.indexOf(setting)}-${run}`;
  const id = await n8n.importWorkflow(
    workflow(path, [makeContacts(setting.contacts), ...ways[way](sandbox, campaignId, setting)]),
  );
  await n8n.activate(id);
  const before = await counts(sandbox);
  await admin(sandbox, 'POST', 'faults', setting.faults);
  resetPeak(n8n.pid);
  const ms = await timed(() => n8n.callWebhook(path, {}));
  const peak = peakMb(n8n.pid);
  await admin(sandbox, 'POST', 'faults', {});
  const after = await counts(sandbox);
  await n8n.deactivate(id);
  return {
    ms,
    requests: after.requests - before.requests,
    lost: setting.contacts - after.enrollments,
    peakMb: peak,
  };
}
export async function n8nEnrolling(): Promise<BenchResult> {
  const sandbox = await startSandboxProcess();
  const n8n = await N8n.start();
  const result: BenchResult = { title: 'Enrolling in real n8n', comparisons: [], figures: [] };
  try {
    await n8n.createCredential('leadterraApi', 'Leadterra account', {
      apiKey: sandbox.apiKey,
      baseUrl: sandbox.url,
    });
    for (const setting of settings) {
      const runs = await runSetting(n8n, sandbox, setting);
      result.comparisons.push(...comparisons(setting, runs));
      result.figures?.push(...figures(setting, runs));
    }
  } finally {
    await n8n.stop();
    sandbox.stop();
  }
  return result;
}

async function runSetting(n8n: N8n, sandbox: SandboxProcess, setting: Setting): Promise<Map<Way, Run[]>> {
  const runs = new Map<Way, Run[]>(wayNames.map((way) => [way, []]));
  for (let run = 0; run < setting.runs; run++) {
    for (const way of run % 2 === 0 ? wayNames : wayNames.toReversed()) {
      runs.get(way)?.push(await measure(n8n, sandbox, way, setting, run));
    }
  }
  return runs;
}

function comparisons({ name, atMost }: Setting, runs: Map<Way, Run[]>): Comparison[] {
  const side = (way: Way) => ({ name: way, values: (runs.get(way) ?? []).map(({ ms }) => ms) });
  const bars: Record<Exclude<Way, 'our node'>, Bar | undefined> = {
    'HTTP Request, one call per item': undefined,
    'HTTP Request, batching': { atMost },
    'Code and HTTP Request, by an expert': { atMost: 1 },
  };
  return wayNames
    .filter((way) => way !== 'our node')
    .map((way) =>
      compared({ what: name, unit: 'ms', ours: side('our node'), theirs: side(way), bar: bars[way] }),
    );
}

function figures({ name }: Setting, runs: Map<Way, Run[]>): Figure[] {
  return [...runs].flatMap(([way, values]) => [
    { what: `${name}, ${way}: requests`, value: median(values.map(({ requests }) => requests)), unit: '' },
    {
      what: `${name}, ${way}: leads lost`,
      value: Math.max(...values.map(({ lost }) => lost)),
      unit: '',
      ...(way === 'our node' && { bar: { atMost: 0 } }),
    },
    {
      what: `${name}, ${way}: peak memory of n8n`,
      value: Math.max(...values.map((one) => one.peakMb)),
      unit: 'MB',
    },
  ]);
}
