import { campaignStarted } from './campaign-started';
import { messageBounced } from './message-bounced';
import { messageSent } from './message-sent';
import { replyReceived } from './reply-received';

/** Every event that a webhook can be registered for; a new one is one file and one line here. */
const webhookEvents = [campaignStarted, messageSent, messageBounced, replyReceived];

export const webhookEventNames = webhookEvents.map(({ name }) => name);

export type WebhookEventName = (typeof webhookEventNames)[number];
