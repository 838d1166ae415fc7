import { type LeadterraClient } from '../api/client';
import { invalidInput } from '../error';
import { type EnrollmentInput } from './input';
import { LeadReader } from './lead-reader';
import { Ledger } from './ledger';
import { isList, readList } from './read-list';
import { readStream } from './read-stream';
import { type EnrollmentReport, type EnrollmentSummary, type LeadOutcome, type SettledLead } from './report';
import { Sender } from './sender';

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
  refuseBadInput(input);
  const ledger = new Ledger({ onSettled, onProgress: input.onProgress });
  const sender = new Sender(client, input, ledger);
  const reader = new LeadReader(input, ledger);
  try {
    if (isList(input.leads)) await readList(input.leads, reader, sender);
    else await readStream(input.leads, { signal: input.signal, reader, sender, ledger });
    await ledger.handOn();
  } finally {
    await sender.finish();
  }
  return ledger.summary();
}

function refuseBadInput({ batchSize, concurrency, campaignId }: EnrollmentInput): void {
  for (const [name, size] of Object.entries({ 'batch size': batchSize, concurrency })) {
    if (size !== undefined && !(Number.isInteger(size) && size >= 1)) {
      throw invalidInput(`The ${name} is ${size}.`, 'Use a whole number from 1 on.');
    }
  }
  if (campaignId.trim() === '')
    throw invalidInput('The campaign ID is empty.', 'Say which campaign to enroll in.');
}
