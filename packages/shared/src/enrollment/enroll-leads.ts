import { type LeadterraClient } from '../api/client';
import { type EnrollmentInput } from './input';
import { readingOf } from './read-entries';
import { readLead } from './read-entry';
import { type EnrollmentReport, type EnrollmentSummary } from './report';
import { collect, type OnSettled, run } from './run';

/**
 * Enrolls leads in a campaign, in as few requests as possible, and says what became of each. Enrolling the same
 * leads again is safe.
 * @throws LeadterraError (`invalid_input`) for an empty campaign ID or a size below 1; else only what `leads` or the
 *   memory's `recall` throws
 */
export async function enrollLeads(
  client: LeadterraClient,
  input: EnrollmentInput,
): Promise<EnrollmentReport> {
  return await collect((onSettled) => streamEnrollment(client, input, onSettled));
}

/**
 * `enrollLeads` for inputs of any length: hands outcomes on as they come, not in order, and keeps none. Reading
 * waits for `onSettled`, so memory holds the batches on their way and 16 to 64 bytes per address.
 */
export async function streamEnrollment(
  client: LeadterraClient,
  { leads, ...settings }: EnrollmentInput,
  onSettled: OnSettled,
): Promise<EnrollmentSummary> {
  const read = readingOf(leads, settings.signal);
  return await run(client, settings, { read, readAs: readLead }, onSettled);
}
