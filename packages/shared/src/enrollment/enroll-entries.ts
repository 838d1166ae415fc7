import { type LeadterraClient } from '../api/client';
import { type EnrollmentSettings } from './input';
import { type ReadEntry } from './read-entry';
import { readList } from './read-list';
import { type EnrollmentSummary, type SettledLead } from './report';
import { type Parts, run } from './run';

export type EntriesInput = EnrollmentSettings & { entries: ReadEntry[] };

/**
 * `enrollLeads` for records that the caller has read itself, whether they give a lead or not. What one of them says of
 * an opt-out holds for all of its address. Beside what became of each, it tells what was sent of it, in input order.
 * @throws as `enrollLeads`
 */
export async function enrollEntries(
  client: LeadterraClient,
  { entries, ...settings }: EntriesInput,
): Promise<EnrollmentSummary & { settled: SettledLead[] }> {
  const settled: SettledLead[] = [];
  const read = async (parts: Parts<ReadEntry>) => {
    await readList(entries, parts);
  };
  const summary = await run(client, settings, { read, readAs: (entry) => entry }, (some) => {
    for (const one of some) settled[one.index] = one;
  });
  return { ...summary, settled };
}
