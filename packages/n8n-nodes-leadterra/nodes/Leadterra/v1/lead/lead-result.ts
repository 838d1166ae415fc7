import { type LeadOutcome, type LeadSource, type LeadterraError } from '../../../shared/core';
import { type EnrollOptions, type ReadItem } from './read-leads';

/** What became of an item, as the node outputs it. */
export type LeadResult = {
  item: number;
  email?: string;
  status: LeadOutcome['status'] | 'opted_out' | 'incomplete';
  /** Only where Leadterra's answer proves it for this very lead. */
  verdict?: 'created' | 'updated' | 'skipped';
  /** Why it was not accepted. */
  reason?: string;
  /** For a duplicate: the input item with the same address, counted from 0. */
  duplicateOfItem?: number;
  campaignId?: string;
  /** The kind of record that the item was read as. */
  source?: LeadSource | 'manual';
  error?: LeadterraError;
};

/** The result of an item before anything is sent. */
export function fromReadItem(read: ReadItem): LeadResult {
  const { item, campaignId, source } = read;
  if ('lead' in read) {
    return { item, email: read.lead.email, status: 'not_sent', campaignId, source };
  }
  return { item, email: read.email, status: read.status, reason: read.reason, campaignId, source };
}

/** The result of a lead that was given to Leadterra. `itemOf` finds the item of another lead of the same campaign. */
export function fromOutcome(
  { item, email, campaignId, source }: LeadResult,
  outcome: LeadOutcome,
  itemOf: (of: number) => number | undefined,
): LeadResult {
  const { status } = outcome;
  const result = (fields: Partial<LeadResult>) => ({ item, email, status, ...fields, campaignId, source });
  switch (status) {
    case 'accepted':
      return result({
        verdict: outcome.verdict,
        reason:
          outcome.verdict === 'skipped'
            ? 'Leadterra left it out, as it does with suppressed addresses.'
            : undefined,
      });
    case 'duplicate':
      return result({
        duplicateOfItem: itemOf(outcome.of),
        reason: 'An earlier item has the same address; the fields of this one were merged into it.',
      });
    case 'rejected':
    case 'invalid':
      return result({ reason: outcome.reason });
    case 'failed':
      return result({ reason: outcome.error.message, error: outcome.error });
    case 'not_sent':
      return result({ reason: 'The execution was stopped before this lead was sent.' });
  }
}

/** Whether a result counts as an error of its item. */
export function isFailure({ status, verdict, reason }: LeadResult, options: EnrollOptions): boolean {
  switch (status) {
    case 'accepted':
      return verdict === 'skipped' && options.optedOut === 'fail';
    case 'duplicate':
      return false;
    case 'opted_out':
      return options.optedOut === 'fail';
    case 'incomplete':
      return options.whenTokenMissing === 'stop';
    case 'not_sent':
      return reason !== undefined;
    case 'rejected':
    case 'invalid':
    case 'failed':
      return true;
  }
}
