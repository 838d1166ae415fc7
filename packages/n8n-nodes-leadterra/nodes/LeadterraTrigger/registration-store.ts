import { type IDataObject, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';

import { array, number, object, optional, string } from '../shared/core';

const kept = object({
  id: string(),
  url: string(),
  events: array(string()),
  owner: string(),
  keyHash: string(),
  tokenHash: string(),
  sealedSecret: optional(string()),
  madeAt: number(),
});

/**
 * A webhook that was registered, as it is kept from one activation to the next. n8n copies it into each saved
 * execution, where everyone who may see executions can read it: so nothing in it is a secret. n8n also hands it on
 * with a copy of the workflow.
 */
export type KeptRegistration = {
  id: string;
  /** Without the token. */
  url: string;
  events: string[];
  /** Who made it: a hash of this n8n, the workflow, the node and the base URL of the API. */
  owner: string;
  /** Tells the API key that it was made with from others. */
  keyHash: string;
  tokenHash: string;
  sealedSecret?: string;
  /** Epoch milliseconds. */
  madeAt: number;
};

// What this process has registered, by URL. n8n does not always store what it was told to keep: it hands what a test
// keeps on to that test alone, and before 2.8 it drops what one trigger keeps when another one of the workflow fails.
const inMemory = {
  production: new Map<string, KeptRegistration>(),
  test: new Map<string, KeptRegistration>(),
};

/**
 * Where a node keeps its registration. A run from the editor has a URL of its own and so a registration of its own,
 * beside that of the active workflow.
 */
export class RegistrationStore {
  readonly #data: IDataObject;
  readonly #url: string;
  readonly #kind: 'production' | 'test';

  constructor(context: IHookFunctions | IWebhookFunctions) {
    this.#data = context.getWorkflowStaticData('node');
    this.#url = context.getNodeWebhookUrl('default') ?? '';
    this.#kind = this.#isTest(context.getMode()) ? 'test' : 'production';
  }

  /** The latest one, as another process may have made one since. It may be a copy of another workflow's. */
  get(): KeptRegistration | undefined {
    const stored = kept.safeParse(this.#data[this.#kind]).data;
    const remembered = inMemory[this.#kind].get(this.#url);
    if (!stored || !remembered) return stored ?? remembered;
    return remembered.madeAt > stored.madeAt ? remembered : stored;
  }

  set(registration: KeptRegistration): void {
    this.#data[this.#kind] = registration;
    inMemory[this.#kind].set(this.#url, registration);
  }

  clear(): void {
    Reflect.deleteProperty(this.#data, this.#kind);
    inMemory[this.#kind].delete(this.#url);
  }

  /** n8n says `manual` while a test begins and runs, but `internal` at its end, as for an active workflow. */
  #isTest(mode: string): boolean {
    if (mode !== 'internal') return mode === 'manual';
    return inMemory.test.has(this.#url) || kept.safeParse(this.#data['test']).data?.url === this.#url;
  }
}
