import { createHash } from 'node:crypto';

import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { type EnrollmentMemory, number, object, type RememberedLead, string } from '../../../shared/core';

/** n8n reads what a workflow keeps, and copies it into each saved execution, as a whole: these take some 400 kB. */
export const mostRemembered = 20_000;
const mostWorkflows = 50;

/** 48 bits of SHA-256 in base64: that a new address passes for one of 20,000 happens once in 14 billion. */
const keyLength = 8;

const stored = object({ at: number(), leads: string() });
/** When it was kept, in epoch milliseconds, and the hash and the content of each lead, the one seen last at the end. */
type Kept = { at: number; leads: string };

// What this process has enrolled, by workflow. n8n does not store what a test run keeps, and a trigger that keeps
// something itself may store what it read at its start over what a run has kept since.
const inMemory = new Map<string, Kept>();

/**
 * What a workflow has enrolled, in n8n's static data, which n8n stores when a run ends. What gets lost, with a run that
 * is killed or one that ran at the same time, is sent again.
 */
export class WorkflowMemory implements EnrollmentMemory {
  readonly #data: IDataObject;
  readonly #workflowId: string;
  readonly #contents = new Map<string, string>();
  /** The keys that this run has asked for. */
  readonly #seen = new Set<string>();
  /** Those that it has enrolled. */
  readonly #enrolled = new Set<string>();
  #forgotten = 0;

  constructor(context: Pick<IExecuteFunctions, 'getWorkflow' | 'getWorkflowStaticData'>) {
    this.#data = context.getWorkflowStaticData('global');
    this.#workflowId = context.getWorkflow().id ?? '';
    const copies = [stored.safeParse(this.#data['leadterraEnrolled']).data, inMemory.get(this.#workflowId)];
    const known = copies.filter((copy) => copy !== undefined).sort((one, other) => one.at - other.at);
    for (const copy of known) for (const [key, content] of leadsIn(copy)) this.#contents.set(key, content);
  }

  /** How many leads this run has enrolled that there was no room for. */
  get forgotten(): number {
    return this.#forgotten;
  }

  recall(campaignId: string, emails: string[]): (string | undefined)[] {
    return emails.map((email) => {
      const key = keyOf(campaignId, email);
      const content = this.#contents.get(key);
      if (content !== undefined) this.#put(key, content);
      return content;
    });
  }

  remember(campaignId: string, leads: RememberedLead[]): void {
    for (const { email, content } of leads) {
      const key = keyOf(campaignId, email);
      this.#enrolled.add(key);
      if (this.#contents.has(key) || this.#makeRoom()) this.#put(key, content);
      else this.#forgotten += 1;
    }
  }

  /** Keeps what this run has remembered, beside what others in this process have since it began. */
  keep(): void {
    for (const [key, content] of leadsIn(inMemory.get(this.#workflowId)))
      if (!this.#enrolled.has(key) && (this.#contents.has(key) || this.#makeRoom()))
        this.#contents.set(key, content);
    const leads = Array.from(this.#contents, ([key, content]) => key + content).join('\n');
    const kept = { at: Date.now(), leads };
    if (stored.safeParse(this.#data['leadterraEnrolled']).data?.leads !== leads)
      this.#data['leadterraEnrolled'] = kept;
    inMemory.delete(this.#workflowId);
    inMemory.set(this.#workflowId, kept);
    const [oldest] = inMemory.keys();
    if (inMemory.size > mostWorkflows && oldest !== undefined) inMemory.delete(oldest);
  }

  #put(key: string, content: string): void {
    this.#contents.delete(key);
    this.#contents.set(key, content);
    this.#seen.add(key);
  }

  /** Whether there is room for one more, perhaps in the place of one that no run has asked for the longest. */
  #makeRoom(): boolean {
    if (this.#contents.size < mostRemembered) return true;
    const [oldest = ''] = this.#contents.keys();
    return !this.#seen.has(oldest) && this.#contents.delete(oldest);
  }
}

function* leadsIn(kept: Kept | undefined): Generator<[key: string, content: string]> {
  for (const line of kept?.leads.split('\n') ?? [])
    if (line.length > keyLength) yield [line.slice(0, keyLength), line.slice(keyLength)];
}

function keyOf(campaignId: string, email: string): string {
  return createHash('sha256').update(`${campaignId} ${email}`).digest('base64url').slice(0, keyLength);
}
