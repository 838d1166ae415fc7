import { type Lead, type LeadOutcome, type LeadterraError, type SettledLead } from '../../../shared/core';
import { type ItemFacts, type ReadItem } from './read-item';

/** What became of an item. */
export type LeadResult = ItemFacts & {
  /** What was sent, or would have been. */
  lead?: Lead;
  status: LeadOutcome['status'];
  /** Only where Leadterra's answer proves it for this very lead. */
  verdict?: 'created' | 'updated';
  /** Why it is not, or not certainly, enrolled. */
  reason?: string;
  /** For a duplicate: the input item with the same address, counted from 0. */
  duplicateOfItem?: number;
  error?: LeadterraError;
  /** The item has no address that could be one. */
  hasNoAddress?: boolean;
};

/** The result of an item before anything is sent. */
export function fromReadItem(read: ReadItem): LeadResult {
  return read.status === 'readable' ? { ...read, status: 'not_sent' } : read;
}

/** Why a lead would be left out for its copy. */
export function blankReason(missing: string[]): string {
  return `It would leave ${missing.map((token) => `[[${token}]]`).join(', ')} blank.`;
}

/** The result of a lead that was given to Leadterra. `itemOf` finds the item of another lead of the same campaign. */
export function fromOutcome(
  before: LeadResult,
  { outcome, lead = before.lead }: SettledLead,
  itemOf: (of: number) => number | undefined,
): LeadResult {
  // For some ten thousand items at once: a copy takes far longer where its fields come from two objects.
  const result: LeadResult = { ...before, lead, status: outcome.status };
  switch (outcome.status) {
    case 'enrolled':
      result.verdict = outcome.verdict;
      return result;
    case 'left_out':
      result.reason = 'Leadterra left it out, as it does with suppressed addresses.';
      return result;
    case 'duplicate':
      result.duplicateOfItem = itemOf(outcome.of);
      result.reason = 'An earlier item has the same address; the fields of this one were merged into it.';
      return result;
    case 'incomplete':
      result.reason = blankReason(outcome.missing);
      return result;
    case 'unchanged':
      result.reason = 'It was enrolled in this campaign before.';
      return result;
    case 'ready':
      return result;
    case 'unconfirmed':
    case 'opted_out':
    case 'rejected':
    case 'invalid':
      result.reason = outcome.reason;
      return result;
    case 'failed':
      result.reason = outcome.error.message;
      result.error = outcome.error;
      return result;
    case 'not_sent':
      result.reason = 'The execution was stopped before this lead was sent.';
      return result;
  }
}

/** A result as the node puts it out: every key is there. */
export function shown(result: LeadResult) {
  const { lead, name } = result;
  return {
    email: lead?.email ?? null,
    status: result.status,
    verdict: result.verdict ?? null,
    reason: result.reason ?? null,
    warnings: result.warnings,
    firstName: lead?.firstName ?? null,
    lastName: lead?.lastName ?? null,
    company: lead?.company ?? null,
    jobTitle: lead?.jobTitle ?? null,
    customFields: lead?.customFields ?? {},
    recordId: name.recordId ?? null,
    rowNumber: name.rowNumber ?? null,
    duplicateOfItem: result.duplicateOfItem ?? null,
    // A preview may come before there is a campaign.
    campaignId: result.campaignId || null,
    source: result.source ?? null,
  };
}

/** A result in which nothing is missing. */
export const sampleResult: LeadResult = {
  item: 0,
  campaignId: 'camp_01HZA1TPNQ8RD4KF',
  source: 'hubspot',
  name: { recordId: '501', rowNumber: 2 },
  lead: {
    email: 'ava@example.com',
    firstName: 'Ava',
    lastName: 'Stone',
    company: 'Acme',
    jobTitle: 'Buyer',
    customFields: {},
  },
  tokens: [],
  status: 'enrolled',
  verdict: 'created',
  reason: 'Leadterra left it out, as it does with suppressed addresses.',
  warnings: ['Several people may read this mailbox.'],
  duplicateOfItem: 0,
};

/** What the user takes for an error, of what is none in itself. */
type FailureRules = { optedOut: 'skip' | 'fail' | 'enroll'; whenTokenMissing: 'send' | 'skip' | 'stop' };

/** Whether a result counts as an error of its item. A duplicate is what the item became that it was merged into. */
export function isFailure(result: LeadResult, options: FailureRules, all: LeadResult[]): boolean {
  switch (result.status) {
    case 'enrolled':
    case 'unconfirmed':
    case 'unchanged':
    case 'ready':
      return false;
    case 'duplicate': {
      const first = all[result.duplicateOfItem ?? -1];
      return first !== undefined && first.status !== 'duplicate' && isFailure(first, options, all);
    }
    case 'left_out':
    case 'opted_out':
      return options.optedOut === 'fail';
    case 'incomplete':
      return options.whenTokenMissing === 'stop';
    case 'not_sent':
      return result.reason !== undefined;
    case 'rejected':
    case 'invalid':
    case 'failed':
      return true;
  }
}
