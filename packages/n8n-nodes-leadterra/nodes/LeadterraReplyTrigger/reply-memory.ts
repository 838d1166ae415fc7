import { createHash } from 'node:crypto';

import { type IDataObject, type IPollFunctions } from 'n8n-workflow';

import { SeenEvents } from '../LeadterraTrigger/seen-events';
import { storedEvents } from '../LeadterraTrigger/stored-events';
import { hasAnyStarted, type Reply, tellOthers } from '../shared/core';

/** The newest so many are remembered. Older ones are known by their place in the list: behind these. */
const mostKnown = 10_000;
/** 60 bits in base64: enough to tell 10,000 apart. */
const hashLength = 10;

// Per node of an active workflow, for as long as the process lives.
const started = new Map<string, SeenEvents>();

/** Which replies of a list a node knows, kept where n8n keeps a node's data from one poll to the next. */
export class ReplyMemory {
  readonly #context: IPollFunctions;
  readonly #kept: IDataObject;
  readonly #campaign: string;
  /** Undefined before the first poll of this list. */
  readonly #known: Set<string> | undefined;

  constructor(context: IPollFunctions, campaign = '') {
    this.#context = context;
    this.#kept = context.getWorkflowStaticData('node');
    this.#campaign = campaign;
    const { known, campaign: before } = this.#kept;
    // Another campaign has another list.
    if (typeof known === 'string' && before === campaign)
      this.#known = new Set(known.match(new RegExp(`.{${hashLength}}`, 'g')));
  }

  knows({ id }: Reply): boolean {
    return this.#known?.has(hash(id)) ?? true;
  }

  /** Those that are new, wanted, and have not started the workflow by a delivery either. From now on all are known. */
  async takeNew(replies: Reply[], isWanted: (reply: Reply) => boolean): Promise<Reply[]> {
    const known = this.#known;
    const isKnown = replies.map((reply) => this.knows(reply));
    const lastKnown = isKnown.lastIndexOf(true);
    const end = known?.size === mostKnown && lastKnown >= 0 ? lastKnown : replies.length;
    const fresh = replies.filter((_, place) => !isKnown[place] && place < end);
    const hashes = [...replies.map(({ id }) => hash(id)), ...(known ?? [])];
    this.#kept['known'] = [...new Set(hashes)].slice(0, mostKnown).join('');
    this.#kept['campaign'] = this.#campaign;
    if (fresh.length === 0) return [];

    const workflow = this.#context.getWorkflow().id ?? '';
    const node = `${workflow}/${this.#context.getNode().id}`;
    const mine = started.get(node) ?? new SeenEvents();
    started.set(node, mine);
    tellOthers('polled', workflow, node, mine);
    mine.merge(this.#kept['polled']);
    const delivered = storedEvents(this.#context, 'seen');
    const taken: Reply[] = [];
    for (const reply of fresh.filter(isWanted)) {
      const key = keyOf(reply);
      if (delivered.has(key) || hasAnyStarted('delivered', workflow, key)) continue;
      const toStore = await mine.claim(key, Date.now(), Promise.resolve(true));
      if (!toStore) continue;
      this.#kept['polled'] = toStore;
      taken.push(reply);
    }
    return taken;
  }
}

/** The key that a delivery of the same reply has. */
export function keyOf({ id }: Reply): string {
  return `reply.received:${id}`;
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, hashLength);
}
