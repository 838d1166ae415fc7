import * as z from 'zod/mini';

import { LeadterraError } from '../../error';
import { type CallOptions } from '../caller';
import { noSuchEndpoint } from '../errors/meaning';
import { defineOperation } from '../operation';

/**
 * Removes a webhook. `gone`: it was not there any more. `unsupported`: this API cannot delete, so the webhook is
 * still registered.
 */
export const deleteWebhook = defineOperation({
  // Not documented: both webhook pages speak of deleting, neither names a path.
  endpoint: 'DELETE /v1/webhooks/:webhookId',
  answer: z.unknown(),
  repeat: 'always',
  run: async (
    send,
    webhookId: string,
    options?: CallOptions,
  ): Promise<'deleted' | 'gone' | 'unsupported'> => {
    try {
      await send({ task: `delete webhook "${webhookId}"`, ids: { webhookId } }, options);
      return 'deleted';
    } catch (error) {
      if (!(error instanceof LeadterraError)) throw error;
      if (error.status === 405 || error.status === 501 || error.code === noSuchEndpoint) return 'unsupported';
      if (error.status === 404 || error.status === 410) return 'gone';
      throw error;
    }
  },
});
