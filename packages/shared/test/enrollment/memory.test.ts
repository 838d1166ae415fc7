import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import {
  enrollLeads,
  type EnrollmentInput,
  type EnrollmentMemory,
  type Lead,
  LeadterraClient,
} from '@leadterra/shared';
import { fileMemory } from '@leadterra/shared/file-memory';

import { modelLeadterra } from '../support/model-leadterra';
import { rejection } from '../support/scripted';

type Api = ReturnType<typeof modelLeadterra>;

const people = (count: number): Lead[] =>
  Array.from({ length: count }, (_, i) => ({ email: `lead${i}@acme.example`, firstName: `Ava${i}` }));

function run(api: Api, leads: EnrollmentInput['leads'], options: Partial<EnrollmentInput>) {
  const client = new LeadterraClient({ transport: api.transport, sleep: () => Promise.resolve() });
  return enrollLeads(client, { campaignId: 'camp_1', leads, ...options });
}

/** A memory as a host would keep it in a database. */
function mapMemory(): EnrollmentMemory & { contents: Map<string, string> } {
  const contents = new Map<string, string>();
  return {
    contents,
    recall: (campaign, emails) => emails.map((email) => contents.get(`${campaign} ${email}`)),
    remember: (campaign, leads) => {
      for (const { email, content } of leads) contents.set(`${campaign} ${email}`, content);
    },
  };
}

const sources: [string, (leads: Lead[]) => EnrollmentInput['leads']][] = [
  ['a list', (leads) => leads],
  ['a stream', (leads) => new Set(leads.map((lead) => ({ ...lead })))],
];

describe.each(sources)('a second run over %s', (_, source) => {
  test('sends what has changed and is new, in full requests, and nothing else', async () => {
    const api = modelLeadterra();
    const memory = mapMemory();
    await run(api, source(people(1000)), { memory });
    const changed = people(1020).map((lead, i) => (i % 100 === 7 ? { ...lead, company: 'Acme' } : lead));
    const { outcomes, totals, requests } = await run(api, source(changed), { memory });

    expect(requests).toBe(1);
    expect(totals).toMatchObject({ input: 1020, unchanged: 990, enrolled: 30, created: 20, updated: 10 });
    expect(outcomes[6]).toEqual({ status: 'unchanged' });
    expect(outcomes[7]).toEqual({ status: 'enrolled' });
    expect(api.batches[4]).toEqual(
      changed.flatMap(({ email }, i) => (i % 100 === 7 || i >= 1000 ? [email] : [])),
    );
  });

  test('may leave out all that were enrolled before, changed or not', async () => {
    const api = modelLeadterra();
    const memory = mapMemory();
    await run(api, source(people(3)), { memory });
    const leads = people(4).map((lead) => ({ ...lead, company: 'Acme' }));
    const { outcomes } = await run(api, source(leads), { memory, enrolledBefore: 'skip' });
    expect(outcomes.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'unchanged', 'enrolled']);
  });

  test('is one of its campaign alone', async () => {
    const api = modelLeadterra();
    const memory = mapMemory();
    await run(api, source(people(3)), { memory });
    const { totals } = await run(api, source(people(3)), { memory, campaignId: 'camp_2' });
    expect(totals.enrolled).toBe(3);
  });

  test('sends again what is not known to be enrolled', async () => {
    const bad = ['lead1@acme.example'];
    const memory = mapMemory();
    const first = modelLeadterra({ bad, suppressed: ['lead2@acme.example'] });
    await run(first, source(people(4)), { memory, findLeftOut: 'always' });
    const { outcomes } = await run(modelLeadterra(), source(people(4)), { memory });
    expect(outcomes.map(({ status }) => status)).toEqual(['unchanged', 'enrolled', 'enrolled', 'unchanged']);

    const down = mapMemory();
    await run(modelLeadterra({ moods: Array<'refused'>(20).fill('refused') }), source(people(4)), {
      memory: down,
    });
    expect(down.contents.size).toBe(0);
  });
});

test('the order of custom fields changes nothing, their values do', async () => {
  const api = modelLeadterra();
  const memory = mapMemory();
  const lead = (customFields: Record<string, string | number>) => [
    { email: 'ava@acme.example', customFields },
  ];
  await run(api, lead({ region: 'EMEA', seats: 3 }), { memory });
  expect((await run(api, lead({ seats: 3, region: 'EMEA' }), { memory })).totals.unchanged).toBe(1);
  expect((await run(api, lead({ seats: 4, region: 'EMEA' }), { memory })).totals.enrolled).toBe(1);
  expect((await run(api, lead({ seats: 4, region: 'EMEA' }), { memory })).totals.unchanged).toBe(1);
});

test('of two records of one address, what is sent of both is what is remembered', async () => {
  const api = modelLeadterra();
  const memory = mapMemory();
  const [ava] = people(1);
  if (!ava) throw new Error('nobody there');
  const both = [ava, { ...ava, company: 'Acme' }];
  await run(api, both, { memory });
  const { outcomes, requests } = await run(api, both, { memory });
  expect([requests, outcomes]).toEqual([0, [{ status: 'unchanged' }, { status: 'duplicate', of: 0 }]]);
});

test('what a stream corrects in the same run is sent, unless its first record was left out as known', async () => {
  const records = (company: string) =>
    new Set([
      { email: 'ava@acme.example', firstName: 'Ava' },
      { email: 'ava@acme.example', company },
    ]);
  const api = modelLeadterra();
  const memory = mapMemory();
  const options = { memory, enrolledBefore: 'skip' as const, batchSize: 1 };
  await run(api, records('Acme'), options);
  expect(api.stored.get('ava@acme.example')).toMatchObject({ firstName: 'Ava', company: 'Acme' });
  const { outcomes, requests } = await run(api, records('Umbrella'), options);
  expect([requests, outcomes]).toEqual([0, [{ status: 'unchanged' }, { status: 'duplicate', of: 0 }]]);
});

test('a memory that cannot be read ends the run before anything is sent', async () => {
  const api = modelLeadterra();
  const memory = { ...mapMemory(), recall: () => Promise.reject(new Error('The table is locked.')) };
  expect((await rejection(run(api, people(3), { memory }))).message).toBe('The table is locked.');
  expect(api.batches).toEqual([]);
});

test('leads that cannot be remembered are enrolled all the same, and a note says so', async () => {
  const memory = { ...mapMemory(), remember: () => Promise.reject(new Error('The disk is full.')) };
  const { totals, oddities } = await run(modelLeadterra(), people(3), { memory });
  expect(totals.enrolled).toBe(3);
  expect(oddities).toEqual(['Some leads could not be remembered: the next run sends them again.']);
});

describe('a dry run', () => {
  test('remembers nothing, and tells what the memory holds', async () => {
    const api = modelLeadterra();
    const memory = mapMemory();
    expect((await run(api, people(2), { memory, dryRun: true })).totals.ready).toBe(2);
    expect(memory.contents.size).toBe(0);
    await run(api, people(1), { memory });
    expect((await run(api, people(2), { memory, dryRun: true })).outcomes).toEqual([
      { status: 'unchanged' },
      { status: 'ready' },
    ]);
  });
});

describe('a memory in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'memory-'));
    file = path.join(folder, 'enrolled.txt');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const lines = async () => (await readFile(file, 'utf8')).split('\n').slice(0, -1);

  test('outlives its process, and holds no address', async () => {
    const api = modelLeadterra();
    await run(api, people(500), { memory: fileMemory(file) });
    expect(await lines()).toHaveLength(500);
    expect(await readFile(file, 'utf8')).not.toMatch(/acme|lead\d|Ava/);
    const { totals, requests } = await run(api, people(501), { memory: fileMemory(file) });
    expect([totals.unchanged, totals.enrolled, requests]).toEqual([500, 1, 1]);
  });

  test('that a crash cut off is read as far as it goes', async () => {
    const api = modelLeadterra();
    await run(api, people(3), { memory: fileMemory(file) });
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.slice(0, -20));
    const { outcomes } = await run(api, people(3), { memory: fileMemory(file) });
    expect(outcomes.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'enrolled']);
    expect(await readFile(file, 'utf8')).toBe(whole);
  });

  test('does not grow for ever by leads that change', async () => {
    const api = modelLeadterra();
    for (const firstName of ['Ava', 'Ben', 'Cleo', 'Dan', 'Eve'])
      await run(api, [{ email: 'ava@acme.example', firstName }], { memory: fileMemory(file) });
    expect((await lines()).length).toBeLessThanOrEqual(3);
  });

  test('that cannot be read is told, and nothing is sent', async () => {
    const api = modelLeadterra();
    const running = run(api, people(3), { memory: fileMemory(folder) });
    await expect(running).rejects.toMatchObject({ code: 'EISDIR' });
    expect(api.batches).toEqual([]);
  });
});
