import { type IHookFunctions } from 'n8n-workflow';

import { createClient, readCredential } from '../shared/client';
import {
  assertReachableWebhookUrl,
  invalidInput,
  isSameRegistration,
  type LeadterraClient,
  LeadterraError,
} from '../shared/core';
import { toNodeError } from '../shared/errors';
import { hashOf, type KeptRegistration, newToken, RegistrationStore, seal } from './kept-registration';
import { readEvents } from './settings';

/** Whether the webhook that this node once registered can be used again. Leadterra cannot be asked: it lists none. */
export async function checkExists(context: IHookFunctions): Promise<boolean> {
  return await translated(context, async () => {
    const store = new RegistrationStore(context);
    const kept = store.get();
    const { baseUrl, apiKey } = await readCredential(context);
    if (!kept || !isSameRegistration(kept, wanted(context)) || kept.account !== hashOf(baseUrl, apiKey))
      return false;
    // A test may know of it only from the test before; what it delivers is checked against what this one keeps.
    store.set(kept);
    return true;
  });
}

/** Registers a webhook, after removing the one that this node registered for other events or another URL. */
export async function create(context: IHookFunctions): Promise<boolean> {
  return await translated(context, async () => {
    const { url, events } = wanted(context);
    const { baseUrl, apiKey } = await readCredential(context);
    assertReachableWebhookUrl(url, baseUrl);
    const client = await createClient(context);
    const store = new RegistrationStore(context);
    const kept = store.get();
    if (kept) {
      await replace(client, kept, url);
      store.clear();
    }
    const token = newToken();
    const { id, secret } = await register(client, url, { url: `${url}?token=${token}`, events });
    const sealedSecret = secret === undefined ? undefined : seal(secret, apiKey);
    const account = hashOf(baseUrl, apiKey);
    store.set({ id, url, events, account, tokenHash: hashOf(token), ...(sealedSecret && { sealedSecret }) });
    return true;
  });
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
    const kept = store.get();
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

async function replace(client: LeadterraClient, kept: KeptRegistration, url: string): Promise<void> {
  const result = await client.deleteWebhook(kept.id);
  // One with another URL does not reach this node any more and may stay.
  if (result !== 'unsupported' || kept.url !== url) return;
  throw invalidInput(
    `Leadterra cannot delete webhook ${kept.id}, which this node registered for ${kept.events.join(', ')}.`,
    'Choose these events again. For other events, delete that webhook in Leadterra and put a new Leadterra Trigger in the place of this one.',
  );
}

function wanted(context: IHookFunctions): { url: string; events: string[] } {
  const url = context.getNodeWebhookUrl('default');
  if (url === undefined)
    throw invalidInput('n8n gave this node no webhook URL.', 'Save the workflow and try again.');
  return { url, events: readEvents(context) };
}

async function translated(context: IHookFunctions, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    throw toNodeError(context.getNode(), error);
  }
}
