import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

import { type IDataObject, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';

import { array, object, string } from '../shared/core';

// n8n copies a workflow's static data into each saved execution, where everyone who may see executions can read it.
// So nothing in it is a secret: of the URL's token only a hash, and the signing secret only sealed with the API key.

const kept = object({
  id: string(),
  /** Without the token. */
  url: string(),
  events: array(string()),
  account: string(),
  tokenHash: string(),
  sealedSecret: string().optional(),
});

/** A webhook that this node registered, as it is kept from one activation to the next. */
export type KeptRegistration = {
  id: string;
  url: string;
  events: string[];
  /** Tells the account that it was registered with from others. */
  account: string;
  tokenHash: string;
  sealedSecret?: string;
};

// n8n hands what a test keeps on to that test alone: the next one, or the same one begun again, would know nothing of
// the webhook that is there already. By URL.
const tests = new Map<string, KeptRegistration>();

/**
 * Where a node keeps its registration. A run from the editor has a URL of its own and so a registration of its own,
 * beside that of the active workflow.
 */
export class RegistrationStore {
  readonly #data: IDataObject;
  /** Set for a test only. */
  readonly #testUrl: string | undefined;

  constructor(context: IHookFunctions | IWebhookFunctions) {
    this.#data = context.getWorkflowStaticData('node');
    this.#testUrl = this.#findTestUrl(context);
  }

  get(): KeptRegistration | undefined {
    if (this.#testUrl === undefined) return read(this.#data['production']);
    return read(this.#data['test']) ?? tests.get(this.#testUrl);
  }

  set(registration: KeptRegistration): void {
    this.#data[this.#testUrl === undefined ? 'production' : 'test'] = registration;
    if (this.#testUrl !== undefined) tests.set(this.#testUrl, registration);
  }

  clear(): void {
    Reflect.deleteProperty(this.#data, this.#testUrl === undefined ? 'production' : 'test');
    if (this.#testUrl !== undefined) tests.delete(this.#testUrl);
  }

  /** n8n says `manual` while a test begins and runs, but `internal` at its end, as for an active workflow. */
  #findTestUrl(context: IHookFunctions | IWebhookFunctions): string | undefined {
    const mode = context.getMode();
    if (mode !== 'manual' && mode !== 'internal') return undefined;
    const url = context.getNodeWebhookUrl('default') ?? '';
    const isTest = mode === 'manual' || tests.has(url) || read(this.#data['test'])?.url === url;
    return isTest ? url : undefined;
  }
}

function read(data: unknown): KeptRegistration | undefined {
  return kept.safeParse(data).data;
}

/** A token for the URL that nobody can guess. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** A hash that a secret as long as a token or an API key cannot be found from. */
export function hashOf(...secret: string[]): string {
  return createHash('sha256').update(secret.join('\n')).digest('base64url');
}

/** Whether a delivery's token is the one of the registration; takes the same time for any wrong one. */
export function isToken(given: unknown, { tokenHash }: KeptRegistration): boolean {
  if (typeof given !== 'string') return false;
  const [mine, theirs] = [Buffer.from(tokenHash), Buffer.from(hashOf(given))];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

const ivLength = 12;
const tagLength = 16;

function sealingKey(apiKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', apiKey, '', 'leadterra webhook signing secret', 32));
}

/** Encrypts a signing secret so that only who has the API key can read it. */
export function seal(secret: string, apiKey: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(apiKey), iv);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The secret that was sealed; undefined if that was done with another API key. */
export function unseal(sealedSecret: string, apiKey: string): string | undefined {
  const bytes = Buffer.from(sealedSecret, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(apiKey), bytes.subarray(0, ivLength));
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    return decipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
