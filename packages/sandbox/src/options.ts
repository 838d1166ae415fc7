import { type DialectName } from './dialects/dialect';
import { type GmailState } from './domain';
import { type FaultPlan } from './faults/plan';
import { type SignatureEncoding } from './webhooks/signature';

/** Names addresses: one address, a pattern, or a test. Addresses come in lower case. */
export type AddressMatch = string | RegExp | ((email: string) => boolean);

/** Everything has a default; `startSandbox()` alone is a complete Leadterra in memory. */
export type SandboxOptions = {
  /** Port to listen on. 0, the default, takes a free one. */
  port?: number;
  /** Address to listen on. Default: `127.0.0.1`. On any but this machine's own, the page and `/_sandbox` ask for the key. */
  host?: string;
  /** SQLite file to keep the workspace in. Default: memory. */
  database?: string;
  /** Which part of the documentation the answers follow. Default: `reference`. */
  dialect?: DialectName;
  /** The one key that is let in. Default: `sk_test_` and 32 random characters. */
  apiKey?: string;
  /** Whether registering a webhook answers its signing secret. Default: `in-answer`. The documentation is silent. */
  webhookSecret?: 'in-answer' | 'hidden';
  /** Signing secret of every webhook. Default: a random one for each. */
  signingSecret?: string;
  /** How `X-Leadterra-Signature` is written. Default: `hex`. */
  signatureEncoding?: SignatureEncoding;
  /** Whether DELETE /v1/webhooks/:id, which no page documents, works or answers 405. Default: `works`. */
  webhookDelete?: 'works' | 'not-allowed';
  /** Whether GET /v1/campaigns, which no page documents, works or answers 404. Default: `unknown`. */
  campaignList?: 'works' | 'unknown';
  /** Whether statistics tell the campaign's `status` in every dialect, not in the guide's alone. Default: false. */
  campaignStatusInStats?: boolean;
  /** Whether the key is linked to no SDR, so that what acts for one answers 403. Default: false. */
  keyWithoutSdr?: boolean;
  /** How the Gmail account of the key's SDR is. Default: `active`; otherwise nothing is sent from it. */
  gmail?: GmailState;
  /** How many times faster than real time days and retries pass. 0: only `advance` moves the clock. Default: 1. */
  timeScale?: number;
  /** Real time in epoch milliseconds. Default: `Date.now`. */
  now?: () => number;
  /** Makes ids, opens and secrets repeatable. Default: real chance. */
  seed?: number;
  /** Addresses that bounce, beside those that start with `hard-bounce` or `soft-bounce`. */
  bounce?: { hard?: AddressMatch[]; soft?: AddressMatch[] };
  /** Addresses that fail validation at enrollment, beside those that start with `rejected`. */
  reject?: AddressMatch[];
  /** Misbehaviour from the start; `setFaults` changes it later. */
  faults?: FaultPlan;
};

export function matches(email: string, wanted: AddressMatch[]): boolean {
  return wanted.some((match) => {
    if (typeof match === 'string') return match.toLowerCase() === email;
    // `search` ignores the state that a pattern with the g flag carries from one `test` to the next.
    return typeof match === 'function' ? match(email) : email.search(match) >= 0;
  });
}
