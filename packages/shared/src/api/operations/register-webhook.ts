import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { registeredWebhook } from '../schemas/webhook';

/** Asks Leadterra to deliver events to an https URL. A second call makes a second registration. */
export const registerWebhook = defineOperation({
  endpoint: 'POST /v1/webhooks',
  answer: registeredWebhook,
  repeat: 'never-twice',
  run: async (send, { url, events }: { url: string; events: string[] }, options?: CallOptions) =>
    await send(
      {
        task: `register a webhook for ${events.join(', ')}`,
        lookHere:
          'It may have been registered all the same: look at the webhooks in Leadterra before you switch this on again.',
        body: { url, events },
      },
      options,
    ),
});
