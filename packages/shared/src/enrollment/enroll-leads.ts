import { type LeadterraClient } from '../api/client';
import { invalidInput } from '../api/errors';
import { Enrollment } from './enrollment';
import { type EnrollmentInput } from './input';
import { type EnrollmentReport, type EnrollmentSummary, type LeadOutcome, type SettledLead } from './report';

/**
 * Enrolls leads in a campaign, in as few requests as possible, and says what became of each. Enrolling the same
 * leads again is safe.
 * @throws LeadterraError (`invalid_input`) for an empty campaign ID or a size below 1; else only what `leads` throws
 */
export async function enrollLeads(
  client: LeadterraClient,
  input: EnrollmentInput,
): Promise<EnrollmentReport> {
  const outcomes: LeadOutcome[] = [];
  const summary = await streamEnrollment(client, input, (settled) => {
    for (const { index, outcome } of settled) outcomes[index] = outcome;
  });
  return { ...summary, outcomes };
}

/**
 * `enrollLeads` for inputs of any length: hands outcomes on as they come, not in order, and keeps none. Reading
 * waits for `onSettled`, so memory holds the batches on their way and 16 to 64 bytes per address.
 */
export async function streamEnrollment(
  client: LeadterraClient,
  input: EnrollmentInput,
  onSettled: (settled: SettledLead[]) => void | Promise<void>,
): Promise<EnrollmentSummary> {
  for (const [name, size] of Object.entries({
    'batch size': input.batchSize,
    concurrency: input.concurrency,
  })) {
    if (size !== undefined && !(Number.isInteger(size) && size >= 1)) {
      throw invalidInput(`The ${name} is ${size}.`, 'Use a whole number from 1 on.');
    }
  }
  if (input.campaignId.trim() === '')
    throw invalidInput('The campaign ID is empty.', 'Say which campaign to enroll in.');
  return await new Enrollment(client, input, onSettled).run();
}
