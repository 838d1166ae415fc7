import { type IWebhookFunctions } from 'n8n-workflow';

import { signatureHeader, verifyWebhookSignature } from '../shared/core';
import { credentialName, readCredential } from '../shared/credential';
import { type KeptRegistration } from './registration-store';
import { unseal } from './sealed-secret';

/**
 * Whether a delivery is signed with the secret that Leadterra gave at the registration or with the one from the
 * credential; without either, signatures cannot be checked and the answer is yes.
 * @param token of the delivery, which opens the secret that is kept
 */
export async function isSigned(
  context: IWebhookFunctions,
  rawBody: Buffer,
  token: string,
  { sealedSecret }: KeptRegistration,
): Promise<boolean> {
  const { [signatureHeader]: given } = context.getHeaderData();
  const signature = typeof given === 'string' ? given : undefined;
  const isSignedWith = (secret: string) => verifyWebhookSignature({ rawBody, signature, secrets: [secret] });
  const registered = sealedSecret === undefined ? undefined : unseal(sealedSecret, token);
  if (registered !== undefined && isSignedWith(registered)) return true;
  const isGood = (configured: string) =>
    configured === '' ? sealedSecret === undefined : isSignedWith(configured);
  // The credential may have been changed a moment ago.
  return isGood(await configuredSecret(context)) || isGood(await configuredSecret(context, 'now'));
}

// Reading a credential costs n8n more time than all else that it does for a delivery.
const freshMs = 60_000;
const recent = new Map<string, { readAt: number; secret: string }>();

/** The signing secret from the credential, or an empty text; read just now, or a minute ago at most. */
async function configuredSecret(
  context: IWebhookFunctions,
  when: 'now' | 'lately' = 'lately',
): Promise<string> {
  const credential = context.getNode().credentials?.[credentialName]?.id ?? '';
  const known = recent.get(credential);
  if (known && when === 'lately' && Date.now() - known.readAt < freshMs) return known.secret;
  const { webhookSigningSecret: secret } = await readCredential(context);
  recent.set(credential, { readAt: Date.now(), secret });
  return secret;
}
