import { type IHookFunctions } from 'n8n-workflow';

import { createClient } from '../shared/client';
import {
  assertReachableWebhookUrl,
  invalidInput,
  isSameRegistration,
  type LeadterraClient,
  LeadterraError,
} from '../shared/core';
import { readCredential } from '../shared/credential';
import { type NodeError, toNodeError } from '../shared/errors';
import { type KeptRegistration, RegistrationStore } from './registration-store';
import { seal } from './sealed-secret';
import { readEvents } from './settings';
import { hashOf, newToken } from './token';

/**
 * Whether the webhook that this node once registered is to be used again, without asking Leadterra, which lists none.
 * So it is when n8n itself starts again: what Leadterra is about to deliver belongs to that webhook. When a person
 * activates the workflow, it is made anew instead, as it may be from a backup, and gone at Leadterra.
 */
export async function checkExists(context: IHookFunctions): Promise<boolean> {
  return await translated(context, async () => {
    const wanted = { ...(await identify(context)), events: readEvents(context) };
    const store = new RegistrationStore(context);
    const mine = ours(store.get(), wanted);
    const isRestart = ['init', 'leadershipChange'].includes(context.getActivationMode());
    if (!isRestart || !mine || !isSameRegistration(mine, wanted) || !isSameKey(mine, wanted)) return false;
    // It may be known from memory alone, which no other process has.
    store.set(mine);
    return true;
  });
}

/** Registers a webhook in the place of the one that this node registered before. */
export async function create(context: IHookFunctions): Promise<boolean> {
  return await translated(context, async () => {
    const wanted = { ...(await identify(context)), events: readEvents(context) };
    const { url, events, baseUrl, owner, keyHash } = wanted;
    assertReachableWebhookUrl(url, baseUrl);
    const client = await createClient(context);
    const store = new RegistrationStore(context);
    const kept = store.get();
    const mine = ours(kept, wanted);
    if (mine) {
      if ((await client.deleteWebhook(mine.id)) === 'unsupported') {
        store.set(usedAgain(context, mine, wanted));
        return true;
      }
      store.clear();
    } else if (kept?.owner === owner) {
      // Another n8n with a copy of this one's data has the same owner, and may still listen there.
      context.logger.warn(
        `"${context.getNode().name}" registers a webhook for its new address. If nothing listens at ${kept.url} any more, delete webhook ${kept.id} in Leadterra.`,
      );
    }
    const token = newToken();
    const { id, secret } = await register(client, url, { url: `${url}?token=${token}`, events });
    const sealed = secret === undefined ? {} : { sealedSecret: seal(secret, token) };
    const made = { id, url, events, owner, keyHash, tokenHash: hashOf(token), madeAt: Date.now() };
    store.set({ ...made, ...sealed });
    return true;
  });
}

/** What is kept of a webhook that Leadterra cannot delete. Throws a LeadterraError when it cannot serve any more. */
function usedAgain(
  context: IHookFunctions,
  kept: KeptRegistration,
  wanted: Identity & { events: string[] },
): KeptRegistration {
  if (!isSameRegistration(kept, wanted)) {
    throw invalidInput(
      `Leadterra cannot delete webhook ${kept.id}, which this node registered for ${kept.events.join(', ')}.`,
      'Choose these events again. For other events, delete that webhook in Leadterra and put a new Leadterra Trigger in the place of this one.',
    );
  }
  if (!isSameKey(kept, wanted)) {
    context.logger.warn(
      `"${context.getNode().name}" uses webhook ${kept.id} again, which it registered with another API key. If the new key belongs to another workspace of Leadterra, put a new Leadterra Trigger in the place of this one.`,
    );
  }
  return { ...kept, keyHash: wanted.keyHash };
}

// n8n tries a failed activation again, up to five times within half a minute. Leadterra may have registered the
// webhook at the first try although its answer was lost, and each further try would make one more.
const inDoubtMs = 60_000;
const inDoubt = new Map<string, { until: number; error: LeadterraError }>();

async function register(client: LeadterraClient, node: string, webhook: { url: string; events: string[] }) {
  const doubt = inDoubt.get(node);
  if (doubt && Date.now() < doubt.until) throw doubt.error;
  inDoubt.delete(node);
  const registered = client.registerWebhook(webhook);
  registered.catch((error: unknown) => {
    if (error instanceof LeadterraError && error.mayHaveActed)
      inDoubt.set(node, { until: Date.now() + inDoubtMs, error });
  });
  return await registered;
}

/** Removes the webhook that this node registered, and no other. */
export async function remove(context: IHookFunctions): Promise<boolean> {
  return await translated(context, async () => {
    const store = new RegistrationStore(context);
    const stored = store.get();
    const kept = stored && ours(stored, await identify(context));
    if (!kept) return true;
    const client = await createClient(context);
    // Not there for a test that begins while this one is being removed.
    store.clear();
    let isStillThere = true;
    try {
      isStillThere = (await client.deleteWebhook(kept.id)) === 'unsupported';
    } finally {
      if (isStillThere) store.set(kept);
    }
    if (isStillThere) {
      context.logger.warn(
        `Leadterra cannot delete webhook ${kept.id}. The node "${context.getNode().name}" keeps it and uses it again when the workflow is activated.`,
      );
    }
    return true;
  });
}

/** Who this node is, and where it listens. */
type Identity = { url: string; baseUrl: string; owner: string; keyHash: string };

async function identify(context: IHookFunctions): Promise<Identity> {
  const url = context.getNodeWebhookUrl('default');
  if (url === undefined)
    throw invalidInput('n8n gave this node no webhook URL.', 'Save the workflow and try again.');
  const { baseUrl, apiKey } = await readCredential(context);
  const workflowId = context.getWorkflow().id ?? '';
  const owner = hashOf(context.getInstanceId(), workflowId, context.getNode().id, baseUrl);
  return { url, baseUrl, owner, keyHash: hashOf(apiKey) };
}

/** Only what this very node made, for the address that it has now, is its own to use again or to delete. */
function ours(kept: KeptRegistration | undefined, { owner, url }: Identity): KeptRegistration | undefined {
  return kept?.owner === owner && kept.url === url ? kept : undefined;
}

function isSameKey(kept: KeptRegistration, { keyHash }: Identity): boolean {
  return kept.keyHash === keyHash;
}

async function translated(context: IHookFunctions, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    throw inOneText(toNodeError(context.getNode(), error));
  }
}

/** Of an error at an activation, n8n shows the description up to 2.8, and since then the message. */
function inOneText(error: NodeError): NodeError {
  const text = `${error.message} ${error.description ?? ''}`.trim();
  return Object.assign(error, { message: text, description: text });
}
