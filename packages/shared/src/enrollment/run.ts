import { type LeadterraClient } from '../api/client';
import { invalidInput } from '../error';
import { type EnrollmentSettings } from './input';
import { LeadReader } from './lead-reader';
import { Ledger } from './ledger';
import { Outbox } from './outbox';
import { type ReadAs } from './read-entry';
import { Recollection } from './recollection';
import { type EnrollmentReport, type EnrollmentSummary, type LeadOutcome, type SettledLead } from './report';
import { Sender } from './sender';

/** Is told of outcomes as they come. */
export type OnSettled = (settled: SettledLead[]) => void | Promise<void>;

/** What the entries of a run go through. */
export type Parts<Entry> = { reader: LeadReader<Entry>; outbox: Outbox; sender: Sender; ledger: Ledger };

/** Reads entries, sends what may be sent, and hands on what became of each. */
export async function run<Entry>(
  client: LeadterraClient,
  settings: EnrollmentSettings,
  { read, readAs }: { read: (parts: Parts<Entry>) => Promise<void>; readAs: ReadAs<Entry> },
  onSettled: OnSettled,
): Promise<EnrollmentSummary> {
  refuseBadSettings(settings);
  const ledger: Ledger = new Ledger({
    onSettled,
    onProgress: settings.onProgress,
    onEnrolled: (leads) => recollection.remember(leads),
  });
  const recollection: Recollection = new Recollection(settings, ledger);
  const reader = new LeadReader(settings, readAs, ledger);
  const sender = new Sender(client, settings, ledger);
  const outbox = new Outbox(reader, recollection, sender);
  try {
    await read({ reader, outbox, sender, ledger });
    await ledger.handOn();
  } finally {
    await sender.finish();
  }
  return ledger.summary();
}

/** Keeps all outcomes of a run, in input order. */
export async function collect(
  running: (onSettled: OnSettled) => Promise<EnrollmentSummary>,
): Promise<EnrollmentReport> {
  const outcomes: LeadOutcome[] = [];
  const summary = await running((settled) => {
    for (const { index, outcome } of settled) outcomes[index] = outcome;
  });
  return { ...summary, outcomes };
}

function refuseBadSettings({ batchSize, concurrency, campaignId, dryRun }: EnrollmentSettings): void {
  for (const [name, size] of Object.entries({ 'batch size': batchSize, concurrency })) {
    if (size !== undefined && !(Number.isInteger(size) && size >= 1)) {
      throw invalidInput(`The ${name} is ${size}.`, 'Use a whole number from 1 on.');
    }
  }
  // What would be sent can be looked at before there is a campaign.
  if (campaignId.trim() === '' && !dryRun)
    throw invalidInput('The campaign ID is empty.', 'Say which campaign to enroll in.');
}
