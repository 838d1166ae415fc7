import { type LeadterraClient } from '../api/client';
import { type EmailCopy, type PreviewedEmail, previewEmails } from '../copy/preview';
import { mapLead, type MappedLead } from '../mapping';
import { type RecordsInput } from './input';
import { readingOf } from './read-entries';
import { entryOf } from './read-entry';
import { type LeadOutcome } from './report';
import { run } from './run';

/** Records to look at, and the emails that their leads are to get, if these are known already. */
export type PreviewInput = Omit<RecordsInput, 'campaignId' | 'dryRun'> & {
  /** Needed only where there is a memory, which is kept by campaign. */
  campaignId?: string;
  emails?: EmailCopy[];
};

/** A record as it was read, what would become of it, and each email as its lead would get it. */
export type PreviewedRecord = MappedLead & { outcome: LeadOutcome; emails: PreviewedEmail[] };

/**
 * What `enrollRecords` would do with the same input. Nothing is sent, not even a question: what only Leadterra knows,
 * such as who is suppressed, is not in it.
 * @throws as `enrollLeads`
 */
export async function previewRecords(
  client: LeadterraClient,
  { records, emails = [], source, customFields, honorOptOut, campaignId = '', ...settings }: PreviewInput,
): Promise<PreviewedRecord[]> {
  const options = { source, customFields, honorOptOut };
  const mapped: MappedLead[] = [];
  const readAs = (record: unknown) => {
    const one = mapLead(record, { ...options, explain: true });
    mapped.push(one);
    return entryOf(one, record, options);
  };
  const previewed: PreviewedRecord[] = [];
  const read = readingOf(records, settings.signal);
  await run(client, { ...settings, campaignId, dryRun: true }, { read, readAs }, (settled) => {
    for (const { index, outcome, lead } of settled) {
      const one = mapped[index];
      if (!one) continue;
      const sent = lead ?? one.lead;
      previewed[index] = { ...one, lead: sent, outcome, emails: sent ? previewEmails(emails, sent) : [] };
    }
  });
  return previewed;
}
