import { type LeadterraClient } from '../api/client';
import { type EnrollmentSettings, type Entries } from './input';
import { type ReadEntry } from './read-entry';
import { type EnrollmentSummary, type SettledLead } from './report';
import { run } from './run';

export type EntriesInput = EnrollmentSettings & { entries: Entries<ReadEntry> };

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
  const summary = await run(client, settings, { entries, readAs: (entry) => entry }, (some) => {
    for (const one of some) settled[one.index] = one;
  });
  return { ...summary, settled };
}
