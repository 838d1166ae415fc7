import { type CustomFieldsAs } from '../api/operations/upsert-leads';
import { type Lead } from '../lead';
import { type MapLeadOptions } from '../mapping';
import { type EnrollmentMemory } from './memory';
import { type EnrollmentProgress } from './report';

/**
 * Upstream names no limit but speaks of "hundreds" per call. 250 leads with a few custom fields stay below 100 kB,
 * the smallest body limit in common use (Express's default).
 */
export const defaultBatchSize = 250;

/**
 * Enough to hide the way to the API and back: at 50 ms, more than ten bring little (`npm run bench -- n8n-enrolling`).
 * Few enough that an unknown rate limit costs at most ten refusals before all wait.
 */
export const defaultConcurrency = 10;

/**
 * What becomes of a lead that would leave a token of the copy blank: `send` it anyway, `skip` it with the outcome
 * `incomplete`, or `stop` with an error, before anything is sent where `leads` is an array.
 */
export type CopyRule = { tokens: string[]; whenMissing: 'send' | 'skip' | 'stop' };

/** An array is looked through as a whole before anything is sent; anything else is read as it is sent. */
export type Entries<Entry> = Iterable<Entry> | AsyncIterable<Entry>;

export type EnrollmentInput = EnrollmentSettings & { leads: Entries<Lead> };

/**
 * Records of any CRM or spreadsheet, and how to read them, as `mapLead` does. What one record says of an opt-out holds
 * for every record of the same address; in a stream, for those that have not been sent yet.
 */
export type RecordsInput = EnrollmentSettings &
  Pick<MapLeadOptions, 'source' | 'customFields' | 'honorOptOut'> & { records: Entries<unknown> };

export type EnrollmentSettings = {
  campaignId: string;
  /** Leads per request. */
  batchSize?: number;
  /** Requests at a time. */
  concurrency?: number;
  /** Epoch milliseconds after which nothing more is sent. */
  deadline?: number;
  /** Ends the run at once: what is on its way is given up, and a stream is not read any further. */
  signal?: AbortSignal;
  onProgress?: (progress: EnrollmentProgress) => void;
  customFieldsAs?: CustomFieldsAs;
  /** Without it, nothing is checked. */
  copy?: CopyRule;
  /**
   * Whether to send leads again, in halves, where an answer's counts prove only that some of them were left out:
   * `auto` (the default) where Leadterra says that the campaign is a draft, so that nobody can be mailed twice.
   */
  findLeftOut?: 'auto' | 'always' | 'never';
  /** Sends nothing: whatever would be sent is `ready`. All other outcomes are those of a real run. */
  dryRun?: boolean;
  /** What earlier runs enrolled. Without it, everything is sent. */
  memory?: EnrollmentMemory;
  /** What becomes of a lead that the memory holds: sent if its fields changed since (the default), or never sent. */
  enrolledBefore?: 'send_changed' | 'skip';
};
