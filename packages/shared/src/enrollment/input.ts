import { type CustomFieldsAs } from '../api/operations/upsert-leads';
import { type Lead } from '../lead';
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
 * `invalid`, or `stop` with an error, before anything is sent where `leads` is an array.
 */
export type CopyRule = { tokens: string[]; whenMissing: 'send' | 'skip' | 'stop' };

export type EnrollmentInput = {
  campaignId: string;
  /** An array is looked through for duplicates before anything is sent; anything else is read as it is sent. */
  leads: Iterable<Lead> | AsyncIterable<Lead>;
  /** Leads per request. */
  batchSize?: number;
  /** Requests at a time. */
  concurrency?: number;
  /** Epoch milliseconds after which nothing more is sent. */
  deadline?: number;
  signal?: AbortSignal;
  onProgress?: (progress: EnrollmentProgress) => void;
  customFieldsAs?: CustomFieldsAs;
  /** Without it, nothing is checked. */
  copy?: CopyRule;
};
