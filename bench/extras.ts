// What the engine's extras cost: to say where each field comes from, to preview, to know whom earlier runs enrolled, and
// to find who was left out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { enrollLeads, LeadterraClient, mapLead, previewRecords } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';
import { fileMemory } from '@leadterra/shared/file-memory';

import { type BenchResult, type Question, type Size } from './compare.ts';
import { benchLeads } from './enrollment.ts';
import { inTurn, timed } from './in-turn.ts';
import { number } from './report.ts';
import { startSandboxProcess } from './sandbox-process.ts';

const sizes: Record<Size, { count: number; known: number[]; runs: number }> = {
  full: { count: 10_000, known: [10_000, 50_000], runs: 9 },
  short: { count: 2_000, known: [2_000], runs: 3 },
};

function hubspotContacts(count: number): object[] {
  return benchLeads(count).map(({ email, firstName, lastName, company, jobTitle }, i) => ({
    id: String(i),
    properties: { email, firstname: firstName, lastname: lastName, company, jobtitle: jobTitle },
  }));
}

export async function extras(size: Size): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'leadterra-bench-'));
  const { url, apiKey, stop } = await startSandboxProcess();
  const { count, known, runs } = sizes[size];
  const transport = axiosTransport({ apiKey, baseUrl: url });
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const client = new LeadterraClient({ transport, sleep });
  const newCampaign = async () => (await client.createCampaign({ name: 'Bench', sequenceSteps: [] })).id;

  const given = hubspotContacts(count);

  async function explaining(): Promise<Question> {
    const [ours, floor] = ['mapLead with explain', 'mapLead'] as const;
    const map = (explain: boolean) => () => timed(() => given.forEach((one) => mapLead(one, { explain })));
    const sides = await inTurn(runs, [
      { name: ours, measure: map(true) },
      { name: floor, measure: map(false) },
    ]);
    const what = `Where each field comes from, ${number(count)} records`;
    return { what, unit: 'ms', ours: sides(ours, 'ms'), floor: sides(floor, 'ms') };
  }

  async function previewing(): Promise<Question> {
    const [ours, floor] = ['previewRecords', 'mapLead with explain'] as const;
    const emails = [{ subject: 'Hello {{firstName}}', bodyHtml: '<p>Hi {{firstName}} of {{company}}</p>' }];
    const sides = await inTurn(runs, [
      { name: ours, measure: () => timed(() => previewRecords(client, { records: given, emails })) },
      { name: floor, measure: () => timed(() => given.forEach((one) => mapLead(one, { explain: true }))) },
    ]);
    const what = `Preview of ${number(count)} records with one email each`;
    return { what, unit: 'ms', ours: sides(ours, 'ms'), floor: sides(floor, 'ms') };
  }

  async function remembering(count: number): Promise<Question> {
    const leads = benchLeads(count);
    const campaignId = await newCampaign();
    const file = path.join(folder, `${count}`);
    await enrollLeads(client, { campaignId, leads, memory: fileMemory(file) });
    const again = (options: object) => () =>
      timed(() => enrollLeads(client, { campaignId, leads, ...options }));
    const [ours, floor, peer] = [
      'nothing is sent, all are known',
      'a dry run',
      'all are sent again',
    ] as const;
    const sides = await inTurn(runs, [
      // Reading the file is part of it.
      { name: ours, measure: () => again({ memory: fileMemory(file) })() },
      { name: floor, measure: again({ dryRun: true }) },
      { name: peer, measure: again({}) },
    ]);
    const what = `A second run of the same ${number(count)} leads, with a memory of them`;
    return {
      what,
      unit: 'ms',
      ours: sides(ours, 'ms'),
      floor: sides(floor, 'ms'),
      peers: [sides(peer, 'ms')],
    };
  }

  async function findingLeftOut(): Promise<Question> {
    const leads = benchLeads(count);
    const emails = leads.filter((_, i) => i % 1000 === 0).map(({ email }) => email);
    await transport({ method: 'POST', path: '/v1/suppression-list', body: { emails } });
    const [ours, floor] = ['with findLeftOut', 'without'] as const;
    const enroll = (findLeftOut: 'always' | 'never') => async () => {
      const campaignId = await newCampaign();
      return await timed(() => enrollLeads(client, { campaignId, leads, findLeftOut }));
    };
    const sides = await inTurn(runs, [
      { name: ours, measure: enroll('always') },
      { name: floor, measure: enroll('never') },
    ]);
    const what = `Finding who was left out, one of 1,000 of ${number(count)} leads`;
    return { what, unit: 'ms', ours: sides(ours, 'ms'), floor: sides(floor, 'ms') };
  }

  try {
    const questions = [await explaining(), await previewing()];
    for (const one of known) questions.push(await remembering(one));
    questions.push(await findingLeftOut());
    return {
      title: 'Extras',
      about:
        'What is paid for more than sending. The floor is the same without the extra, or as much of it as has to be done in any case: what a preview has to map, and what a dry run has to read.',
      questions,
    };
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
