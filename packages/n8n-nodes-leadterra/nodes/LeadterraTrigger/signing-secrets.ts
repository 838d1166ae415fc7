import { type IWebhookFunctions } from 'n8n-workflow';

import { credentialName, readCredential } from '../shared/client';
import { type KeptRegistration, unseal } from './kept-registration';

/** The secrets that may have signed a delivery; none means that signatures cannot be checked. */
type Secrets = string[] | 'unreadable';

// Reading a credential costs n8n more time than all else that it does for a delivery.
const freshMs = 60_000;
const recent = new Map<string, { readAt: number; secrets: Secrets }>();

/**
 * The signing secrets from the registration and from the credential, read at most a minute ago, or just now if
 * `again` asks for it. `unreadable`: the registration's secret was sealed with another API key, and there is no other.
 */
export async function signingSecrets(
  context: IWebhookFunctions,
  { id, sealedSecret }: KeptRegistration,
  again = false,
): Promise<Secrets> {
  const key = `${id}/${context.getNode().credentials?.[credentialName]?.id ?? ''}`;
  const known = recent.get(key);
  if (known && !again && Date.now() - known.readAt < freshMs) return known.secrets;
  const { apiKey, webhookSigningSecret } = await readCredential(context);
  const registered = sealedSecret === undefined ? undefined : unseal(sealedSecret, apiKey);
  const found = [registered, webhookSigningSecret].filter(
    (secret): secret is string => secret !== undefined && secret !== '',
  );
  const secrets = found.length === 0 && sealedSecret !== undefined ? 'unreadable' : found;
  recent.set(key, { readAt: Date.now(), secrets });
  return secrets;
}
