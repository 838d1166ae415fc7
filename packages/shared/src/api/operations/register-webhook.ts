import { defineOperation } from '../operation';
import { registeredWebhook } from '../schemas/webhook';

export type RegisterWebhookInput = { url: string; events: string[] };

export const registerWebhook = defineOperation({
  task: ({ events }: RegisterWebhookInput) => `register a webhook for ${events.join(', ')}`,
  request: ({ url, events }) => ({ method: 'POST', path: '/v1/webhooks', body: { url, events } }),
  answer: registeredWebhook,
  repeat: 'never-twice',
  lookHere: () =>
    'It may have been registered all the same: look at the webhooks in Leadterra before you switch this on again.',
});
