import { type LeadterraClient } from '../api/client';
import { type RecordsInput } from './input';
import { readingOf } from './read-entries';
import { recordReader } from './read-entry';
import { type EnrollmentReport, type EnrollmentSummary } from './report';
import { collect, type OnSettled, run } from './run';

/**
 * `enrollLeads` for records as a CRM or a spreadsheet gives them: maps each to a lead, and says of each record what
 * became of it, those included that give no lead (`invalid`, `opted_out`).
 * @throws as `enrollLeads`
 */
export async function enrollRecords(client: LeadterraClient, input: RecordsInput): Promise<EnrollmentReport> {
  return await collect((onSettled) => streamRecords(client, input, onSettled));
}

/** `enrollRecords` for inputs of any length, as `streamEnrollment` for leads. */
export async function streamRecords(
  client: LeadterraClient,
  { records, source, customFields, honorOptOut, ...settings }: RecordsInput,
  onSettled: OnSettled,
): Promise<EnrollmentSummary> {
  const readAs = recordReader({ source, customFields, honorOptOut });
  const read = readingOf(records, settings.signal);
  return await run(client, settings, { read, readAs }, onSettled);
}
