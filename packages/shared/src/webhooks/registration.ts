import { isLoopback, isPrivateName } from '../base-url';
import { invalidInput } from '../error';

/** What is kept of a webhook that we registered, to recognise and remove it later. */
export type WebhookRegistration = { id: string; url: string; events: string[]; secret?: string };

/** Whether a kept registration serves this URL with exactly these events, in whatever order. */
export function isSameRegistration(
  kept: WebhookRegistration,
  wanted: { url: string; events: string[] },
): boolean {
  const events = new Set(wanted.events);
  const keptEvents = new Set(kept.events);
  return (
    kept.url === wanted.url &&
    keptEvents.size === events.size &&
    [...events].every((event) => keptEvents.has(event))
  );
}

/**
 * Refuses a webhook URL that Leadterra cannot reach: it must be public and https. Any is fine when the API
 * itself, as a sandbox, is on this machine or among containers.
 * @throws LeadterraError (`invalid_input`)
 */
export function assertReachableWebhookUrl(url: string, apiBaseUrl: string): void {
  const target = new URL(url);
  const api = new URL(apiBaseUrl);
  if (isLoopback(api) || isPrivateName(api)) return;
  if (target.protocol === 'https:' && !isLoopback(target)) return;
  throw invalidInput(
    `Leadterra cannot deliver events to ${target.origin}: it needs a public address that begins with https://.`,
    'On your own n8n, set the environment variable WEBHOOK_URL to its public https address and restart it.',
  );
}
