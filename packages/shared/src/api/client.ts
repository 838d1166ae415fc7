import { checkCopy } from '../personalization/copy-check';
import {
  cancelledError,
  errorFromNoAnswer,
  errorFromResponse,
  errorFromUnreadableAnswer,
  invalidInput,
  LeadterraError,
  noSuchEndpoint,
} from './errors';
import { type Operation } from './operation';
import { createCampaign, type CreateCampaignInput } from './operations/create-campaign';
import { deleteWebhook } from './operations/delete-webhook';
import { getCampaignStats } from './operations/get-campaign-stats';
import { listReplies } from './operations/list-replies';
import { listSenderAccounts } from './operations/list-sender-accounts';
import { listSenderPools } from './operations/list-sender-pools';
import { pauseCampaign } from './operations/pause-campaign';
import { registerWebhook, type RegisterWebhookInput } from './operations/register-webhook';
import { startCampaign } from './operations/start-campaign';
import { maxSuppressedPerRequest, suppressEmails } from './operations/suppress-emails';
import { upsertLeads, type UpsertLeadsInput } from './operations/upsert-leads';
import { SharedPause } from './pause';
import { defaultRetryPolicy, mayRetry, retryDelay, type RetryPolicy } from './retry';
import { type CampaignStatus } from './schemas/campaign';
import { type Reply } from './schemas/reply';
import { type Transport, type TransportResponse } from './transport';

export type LeadterraClientOptions = {
  transport: Transport;
  /** Resolves after so many milliseconds; hosts differ in how one may wait. */
  sleep: (ms: number) => Promise<void>;
  /** Epoch milliseconds. Default: the system clock. */
  now?: () => number;
  /** From 0 up to 1. Default: Math.random. */
  random?: () => number;
  /** What differs from the default policy. */
  retry?: Partial<RetryPolicy>;
};

/** Settings of a single call. */
export type CallOptions = {
  /** Ends the call, waits included. */
  signal?: AbortSignal;
  /** Epoch milliseconds after which nothing is sent or waited for. */
  deadline?: number;
  /** Told of each failure that is about to be retried. */
  onRetry?: (error: LeadterraError) => void;
};

// Twice the 10 s that Leadterra gives others to answer its webhooks, and enough for a batch of some hundred leads.
const requestTimeoutMs = 20_000;

/**
 * The Leadterra API. Every method rejects with a LeadterraError that says what happened and what to do. Failures
 * that may pass are retried by the policy; what would happen twice by being repeated is not.
 */
export class LeadterraClient {
  readonly now: () => number;
  readonly #transport: Transport;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #random: () => number;
  readonly #retry: RetryPolicy;
  readonly #pause: SharedPause;

  constructor({ transport, sleep, now = Date.now, random = Math.random, retry }: LeadterraClientOptions) {
    this.now = now;
    this.#transport = transport;
    this.#sleep = sleep;
    this.#random = random;
    this.#retry = { ...defaultRetryPolicy, ...retry };
    this.#pause = new SharedPause(sleep, now);
  }

  /**
   * Creates a draft campaign. Copy may spell its tokens `{{firstName}}` or `[[firstName]]`; `tokens` lists them, and
   * `warnings` says, in sentences for people, which of them may stay blank and which delays the API did not take.
   */
  async createCampaign(input: CreateCampaignInput, options?: CallOptions) {
    const campaign = await this.#call(createCampaign, input, options);
    const { tokens, warnings } = checkCopy(input.sequenceSteps);
    return { ...campaign, tokens, warnings: [...warnings, ...delayWarnings(input, campaign.sequenceSteps)] };
  }

  /** Starts a draft campaign or resumes a paused one; a running one stays as it is. */
  async startCampaign(campaignId: string, options?: CallOptions) {
    const state = await this.#call(startCampaign, requireId('campaign', campaignId), options);
    return { ...state, id: state.id ?? campaignId };
  }

  /** Pauses a campaign; one that is paused or still a draft stays as it is. */
  async pauseCampaign(
    campaignId: string,
    options?: CallOptions,
  ): Promise<{ id: string; status?: CampaignStatus; pausedAt?: string }> {
    const state = await this.#call(pauseCampaign, requireId('campaign', campaignId), options);
    return { ...state, id: state.id ?? campaignId };
  }

  /** A campaign's figures. `bounceRate` is bounced / sent, undefined while nothing was sent or a count is unknown. */
  async getCampaignStats(campaignId: string, options?: CallOptions) {
    const stats = await this.#call(getCampaignStats, requireId('campaign', campaignId), options);
    const { sent, bounced } = stats;
    const bounceRate = sent && bounced !== undefined ? bounced / sent : undefined;
    return { ...stats, campaignId: stats.campaignId ?? campaignId, bounceRate };
  }

  /** Adds or updates leads in one request. For lists use `enrollLeads`, which splits, checks and reports per lead. */
  async upsertLeads(input: UpsertLeadsInput, options?: CallOptions) {
    return await this.#call(upsertLeads, input, options);
  }

  /**
   * Replies, newest first, of one campaign or of all. Reads further pages until there are `limit` of them or no
   * page brings a new one.
   */
  async listReplies(
    input: { campaignId?: string; limit?: number } = {},
    options?: CallOptions,
  ): Promise<Reply[]> {
    const { campaignId, limit = Infinity } = input;
    const found = new Map<string, Reply>();
    for (let page = 1; found.size < limit; page++) {
      const { replies, more } = await this.#call(listReplies, { campaignId, page }, options);
      const before = found.size;
      for (const reply of replies) found.set(reply.id, reply);
      // Where nothing is said of pages, the answer is the whole list.
      if (found.size === before || !more) break;
    }
    return [...found.values()].slice(0, limit);
  }

  /**
   * Puts addresses on the workspace's suppression list, in as many requests as it takes. This cannot be undone
   * through the API. `suppressed` counts the newly added ones.
   */
  async suppressEmails(
    emails: string[],
    options?: CallOptions,
  ): Promise<{ requested: number; suppressed: number }> {
    const addresses = [...new Set(emails.map((email) => email.trim().toLowerCase()))];
    let suppressed = 0;
    for (let start = 0; start < addresses.length; start += maxSuppressedPerRequest) {
      const chunk = addresses.slice(start, start + maxSuppressedPerRequest);
      suppressed += (await this.#call(suppressEmails, chunk, options)).suppressed;
    }
    return { requested: addresses.length, suppressed };
  }

  /** The workspace's sender pools with their capacity. */
  async listSenderPools(options?: CallOptions) {
    return await this.#call(listSenderPools, undefined, options);
  }

  /** The workspace's sender accounts. */
  async listSenderAccounts(options?: CallOptions) {
    return await this.#call(listSenderAccounts, undefined, options);
  }

  /** Asks Leadterra to deliver events to an https URL. A second call makes a second registration. */
  async registerWebhook(input: RegisterWebhookInput, options?: CallOptions) {
    return await this.#call(registerWebhook, input, options);
  }

  /**
   * Removes a webhook. `gone`: it was not there any more. `unsupported`: this API cannot delete, so the webhook is
   * still registered.
   */
  async deleteWebhook(webhookId: string, options?: CallOptions): Promise<'deleted' | 'gone' | 'unsupported'> {
    try {
      await this.#call(deleteWebhook, requireId('webhook', webhookId), options);
      return 'deleted';
    } catch (error) {
      if (!(error instanceof LeadterraError)) throw error;
      if (error.status === 405 || error.status === 501 || error.code === noSuchEndpoint) return 'unsupported';
      if (error.status === 404 || error.status === 410) return 'gone';
      throw error;
    }
  }

  async #call<Input, Answer>(
    operation: Operation<Input, Answer>,
    input: Input,
    options: CallOptions = {},
  ): Promise<Answer> {
    const task = operation.task(input);
    const rateLimited = { times: 0, waitedMs: 0 };
    let failures = 0;
    for (;;) {
      await this.#untilAllowed(task, this.#pause.over(), this.#pause.until, options);
      try {
        return await this.#attempt(operation, input, task, options);
      } catch (error) {
        if (!(error instanceof LeadterraError)) throw error;
        const isRateLimited = error.kind === 'rate_limited';
        const times = isRateLimited ? ++rateLimited.times : ++failures;
        const isPatient = isRateLimited && rateLimited.waitedMs < this.#retry.rateLimitedMs;
        const giveUp = (times >= this.#retry.attempts && !isPatient) || !mayRetry(error, operation.repeat);
        const delay = retryDelay(error, times, this.#retry, this.#random);
        const tooLate = options.deadline !== undefined && this.now() + delay >= options.deadline;
        if (giveUp || tooLate || options.signal?.aborted) {
          throw error.mayHaveActed && operation.lookHere ? inDoubt(error, operation.lookHere(input)) : error;
        }
        options.onRetry?.(error);
        if (isRateLimited) rateLimited.waitedMs += delay;
        if (error.status === 429 || error.status === 503) this.#pause.extend(delay);
        else await this.#untilAllowed(task, this.#sleep(delay), undefined, options);
      }
    }
  }

  async #attempt<Input, Answer>(
    operation: Operation<Input, Answer>,
    input: Input,
    task: string,
    { deadline }: CallOptions,
  ): Promise<Answer> {
    let response: TransportResponse;
    try {
      const timeoutMs =
        deadline === undefined ? requestTimeoutMs : Math.min(requestTimeoutMs, deadline - this.now());
      response = await this.#transport({ ...operation.request(input), timeoutMs });
    } catch (thrown) {
      throw errorFromNoAnswer(task, thrown);
    }
    if (response.status < 200 || response.status > 299) throw errorFromResponse(task, response, this.now());
    const answer = operation.answer.safeParse(response.body);
    if (answer.success) return answer.data;
    throw errorFromUnreadableAnswer(task, response, answer.error.issues[0]?.path ?? []);
  }

  /** Waits for `wait`, but no longer than the caller's signal and deadline allow. */
  async #untilAllowed(
    task: string,
    wait: Promise<void>,
    until: number | undefined,
    { signal, deadline }: CallOptions,
  ): Promise<void> {
    const late = () => deadline !== undefined && Math.max(this.now(), until ?? 0) >= deadline;
    if (signal?.aborted) throw cancelledError(task, 'aborted');
    if (late()) throw cancelledError(task, 'deadline');
    if (signal === undefined) return await wait;
    let stop = () => {};
    const aborted = new Promise<never>((_, reject) => {
      stop = () => {
        reject(cancelledError(task, 'aborted'));
      };
      signal.addEventListener('abort', stop);
    });
    try {
      await Promise.race([wait, aborted]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

function requireId(what: string, id: string): string {
  // As a part of a path, one or two dots would lead to another address.
  if (/^\.{1,2}$/.test(id)) {
    throw invalidInput(
      `"${id}" is no ${what} ID.`,
      `Copy the ${what}'s ID from Leadterra or from the step that made it.`,
    );
  }
  if (id.trim() !== '') return id;
  throw invalidInput(
    `The ${what} ID is empty.`,
    `Copy the ${what}'s ID from Leadterra or from the step that made it.`,
  );
}

// Only one page of the documentation has a delay on a step, so it may be lost without an error.
function delayWarnings({ sequenceSteps }: CreateCampaignInput, stored: { delayDays?: number }[]): string[] {
  return sequenceSteps.flatMap(({ delayDays = 0 }, index) => {
    if (delayDays === 0) return [];
    if (index === 0) return ['The first step is sent at the start of the campaign; its delay was left out.'];
    if (stored[index]?.delayDays === delayDays) return [];
    return [
      `Leadterra did not confirm the delay of ${delayDays} days before step ${index + 1}: check it there.`,
    ];
  });
}

function inDoubt(error: LeadterraError, lookHere: string): LeadterraError {
  const { kind, summary, status, code, requestId, retryAfterMs, mayHaveActed, refused } = error;
  return new LeadterraError({
    kind,
    summary,
    advice: lookHere,
    status,
    code,
    requestId,
    retryAfterMs,
    mayHaveActed,
    refused,
  });
}
